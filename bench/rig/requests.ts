import { sign, type SignableRequest } from '@keyward/sigv4'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const versions = { iam: '2010-05-08', sts: '2011-06-15' } as const

export type Form = { readonly service: keyof typeof versions; readonly action: string } & Readonly<
  Record<string, string>
>

/** A signed POST, with the headers that the AWS SDK for Python sends: names and values in turn. Signatures hold for 15 minutes. */
export function signedCall({ service, action, ...parameters }: Form, credentials: Credentials): SignableRequest {
  const form = new URLSearchParams({ Action: action, Version: versions[service], ...parameters })
  const body = Buffer.from(form.toString())
  const host = ['Host', 'iam.bench.internal']
  const contentType = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']
  const request = { method: 'POST', target: '/', rawHeaders: [...host, ...contentType], body }
  const signed = sign(request, credentials, { now: Date.now(), region: 'us-east-1', service })
  const rawHeaders = [
    ...host,
    'Accept-Encoding',
    'identity',
    ...contentType,
    'User-Agent',
    'Boto3/1.40.0 md/Botocore#1.40.0 ua/2.1 os/linux#6.8 md/arch#x86_64 lang/python#3.12.4 cfg/retry-mode#legacy',
    ...Object.entries(signed).flat(),
    'Content-Length',
    String(body.length),
  ]
  return { ...request, rawHeaders }
}

/** The same, as bytes for a socket. */
export const signedRequest = (form: Form, credentials: Credentials): Buffer => asBytes(signedCall(form, credentials))

/** A call of an operation of our own, as bytes for a socket. */
export function signedJson(operation: string, input: object, credentials: Credentials): Buffer {
  const body = Buffer.from(JSON.stringify(input))
  const target = `/api/keyward/${operation}`
  const plain = [
    'Host',
    'iam.bench.internal',
    'Content-Type',
    'application/json',
    'Content-Length',
    String(body.length),
  ]
  const request = { method: 'POST', target, rawHeaders: plain, body }
  const signed = sign(request, credentials, { now: Date.now(), region: 'us-east-1', service: 'keyward' })
  return asBytes({ ...request, rawHeaders: [...plain, ...Object.entries(signed).flat()] })
}

function asBytes({ target, rawHeaders, body }: SignableRequest): Buffer {
  let head = `POST ${target} HTTP/1.1\r\n`
  for (let i = 0; i < rawHeaders.length; i += 2) head += `${rawHeaders[i] ?? ''}: ${rawHeaders[i + 1] ?? ''}\r\n`
  return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), body])
}

export const getCallerIdentity = (credentials: Credentials): Buffer =>
  signedRequest({ service: 'sts', action: 'GetCallerIdentity' }, credentials)

export const listAccessKeys = (credentials: Credentials): Buffer =>
  signedRequest({ service: 'iam', action: 'ListAccessKeys' }, credentials)

export const listUsers = (credentials: Credentials): Buffer =>
  signedRequest({ service: 'iam', action: 'ListUsers' }, credentials)
