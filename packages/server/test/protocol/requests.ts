import type { RawRequest, RawResponse } from '../../src/domain/http.ts'
import { ServiceError } from '../../src/errors.ts'
import { json } from '../../src/protocol/json/index.ts'
import { services, type ServiceName } from '../../src/protocol/model.ts'
import { query } from '../../src/protocol/query/index.ts'

export const requestId = '01234567-89ab-cdef-0123-456789abcdef'

export function request(parts: Partial<RawRequest> = {}): RawRequest {
  return {
    method: 'POST',
    target: '/',
    basePath: '',
    rawHeaders: ['Host', 'localhost', 'Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    secure: false,
    ...parts,
  }
}

export function post(body: string | Buffer): RawRequest {
  return request({ body: Buffer.from(body) })
}

export function get(target: string): RawRequest {
  return request({ method: 'GET', target, rawHeaders: ['Host', 'localhost'] })
}

/** The form of a call: Action and Version, then the parameters as given. */
export function form(service: ServiceName, action: string, parameters = ''): string {
  return `Action=${action}&Version=${services[service].version}${parameters === '' ? '' : `&${parameters}`}`
}

/** The input of a call with these parameters. */
export function read(service: ServiceName, action: string, parameters = ''): unknown {
  return query.readCall(post(form(service, action, parameters)), service).input
}

/** What a call is refused with: code, a colon, the message. Anything but a ServiceError fails the test. */
export function refusal(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof ServiceError) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('not refused')
}

export function refused(service: ServiceName, action: string, parameters = ''): string {
  return refusal(() => read(service, action, parameters))
}

/** The constraint violations of a ValidationError, without its heading. */
export function violations(service: ServiceName, action: string, parameters = ''): string[] {
  const text = refused(service, action, parameters)
  const heading = /^ValidationError: (\d+) validation errors? detected: /.exec(text)
  if (heading === null) throw new Error(text)
  return text.slice(heading[0].length).split('; ')
}

export function headersOf(response: RawResponse): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let i = 0; i < response.headers.length; i += 2) headers[response.headers[i]!] = response.headers[i + 1]!
  return headers
}

/** A call of the json protocol, its body as given. */
export function jsonCall(target: string, body: string | Buffer, contentType = 'application/json'): RawRequest {
  const rawHeaders = ['Host', 'localhost', 'Content-Type', contentType]
  return request({ target, rawHeaders, body: Buffer.from(body) })
}

/** The input of a json call with this body. */
export function readJson(service: ServiceName, operation: string, body: unknown): unknown {
  return json.readCall(jsonCall(`/api/${service}/${operation}`, JSON.stringify(body)), undefined).input
}

export function jsonRefused(service: ServiceName, operation: string, body: unknown): string {
  return refusal(() => readJson(service, operation, body))
}
