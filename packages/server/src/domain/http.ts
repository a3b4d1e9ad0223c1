import type { Pieces } from './blob-in-pieces.ts'

/** One request as it came over the wire: nothing folded, decoded or normalised. */
export interface RawRequest {
  readonly method: string
  /** The request target as sent, path and query: `/?Action=ListUsers`. */
  readonly target: string
  /** The folder this service stands in, as a proxy or an endpoint setting sees it: `/iam`, or empty. */
  readonly basePath: string
  /** Names and values in turn, as received. */
  readonly rawHeaders: readonly string[]
  /** Empty where none was sent. */
  readonly body: Buffer
  /** The client's address, after trusted proxies were taken off; undefined for one on a UNIX socket. */
  readonly sourceIp: string | undefined
  /** Did the client speak TLS, to us or to a trusted proxy? */
  readonly secure: boolean
}

export interface RawResponse {
  readonly status: number
  /** Names and values in turn. Content-Length and Date are the listener's. */
  readonly headers: readonly string[]
  readonly body: string | Buffer | Pieces
}

/** The first value of a header by its lower-case name, or undefined. */
export function header(request: RawRequest, name: string): string | undefined {
  const { rawHeaders } = request
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === name) return rawHeaders[i + 1]
  }
  return undefined
}

/** Every value of a header by its lower-case name. */
export function headers({ rawHeaders }: RawRequest, name: string): readonly string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name)
}

/** The path as sent, without query and base path: `/` where the service itself is meant. */
export function pathOf({ target, basePath }: RawRequest): string {
  const question = target.indexOf('?')
  const path = question === -1 ? target : target.slice(0, question)
  if (basePath === '' || !path.startsWith(basePath)) return path
  const rest = path.slice(basePath.length)
  return rest === '' ? '/' : rest.startsWith('/') ? rest : path
}
