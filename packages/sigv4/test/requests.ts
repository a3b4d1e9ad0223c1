import { type SignableRequest, sign } from '../src/index.ts'

export const accessKeyId = 'AKIDEXAMPLE'
export const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
export const region = 'us-east-1'
export const service = 'iam'
/** 2015-08-30 12:36:00 UTC, the moment of the published vectors. */
export const now = Date.UTC(2015, 7, 30, 12, 36, 0)
export const options = { now, services: ['iam', 'sts'] } as const

/** Text as it is on the wire: one character per byte of its UTF-8. */
export function bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

/** A request of an SDK before it is signed. */
export const unsigned: SignableRequest = {
  method: 'POST',
  target: '/',
  rawHeaders: [
    'Host',
    'localhost:8750',
    'Content-Type',
    'application/x-www-form-urlencoded; charset=utf-8',
    'User-Agent',
    'test',
  ],
  body: Buffer.from('Action=ListUsers&Version=2010-05-08'),
}

/** That request, signed in its headers at `now`; then changed by whoever stands in the way. */
export function signedRequest(
  change: { target?: string; set?: Record<string, string | undefined>; sessionToken?: string } = {},
): SignableRequest {
  const request = { ...unsigned, target: change.target ?? unsigned.target }
  const credentials = {
    accessKeyId,
    secretAccessKey,
    ...(change.sessionToken === undefined ? {} : { sessionToken: change.sessionToken }),
  }
  return withHeaders(request, { ...sign(request, credentials, { now, region, service }), ...change.set })
}

/** Sets headers by name; undefined takes one away. */
export function withHeaders(
  request: SignableRequest,
  set: Readonly<Record<string, string | undefined>>,
): SignableRequest {
  const changed = new Set(Object.keys(set).map((name) => name.toLowerCase()))
  const kept = request.rawHeaders.filter((_, index) => {
    return !changed.has((request.rawHeaders[index - (index % 2)] ?? '').toLowerCase())
  })
  const added = Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
  return { ...request, rawHeaders: [...kept, ...added] }
}

/** The value of a header of the request. */
export function header(request: SignableRequest, name: string): string {
  const index = request.rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === name.toLowerCase())
  return request.rawHeaders[index + 1] ?? ''
}
