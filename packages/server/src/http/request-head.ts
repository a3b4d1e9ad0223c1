/** What the listener itself has to know of a request's head. */
export interface RequestHead {
  /** What is wrong with it, before anything else is looked at; undefined where nothing is. */
  readonly fault: string | undefined
  /** As declared; 0 where nothing was. */
  readonly contentLength: number
  readonly forwardedFor: string | undefined
  readonly forwardedProto: string | undefined
}

/** Headers of which Node would keep one, join all, or let the last win: two of them mean different things to two readers. */
const single: ReadonlyMap<string, number> = new Map(
  [
    'host',
    'x-amz-date',
    'x-amz-security-token',
    'content-type',
    'authorization',
    'content-length',
    'transfer-encoding',
  ].map((name, position) => [name, 1 << position]),
)

/**
 * Reads the raw headers once (names and values in turn, all of them): Node's own parsed form costs more than the rest of the
 * listener.
 */
export function readHead(target: string, rawHeaders: readonly string[], headerCountMax: number): RequestHead {
  let fault = target.startsWith('/') ? undefined : 'The request target must start with "/"'
  if (rawHeaders.length > 2 * headerCountMax) fault ??= `The request has more than ${headerCountMax} headers`
  let seen = 0
  let contentLength = 0
  let forwardedFor: string | undefined
  let forwardedProto: string | undefined
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]?.toLowerCase() ?? ''
    const value = rawHeaders[i + 1] ?? ''
    const bit = single.get(name) ?? 0
    if ((seen & bit) !== 0) fault ??= `The header ${name} must not be given more than once`
    seen |= bit
    if (name === 'content-length') contentLength = Number(value)
    else if (name === 'transfer-encoding' && value.trim().toLowerCase() !== 'chunked') {
      fault ??= 'The only Transfer-Encoding that is accepted is "chunked"'
    } else if (name === 'x-forwarded-for')
      forwardedFor = forwardedFor === undefined ? value : `${forwardedFor},${value}`
    else if (name === 'x-forwarded-proto') forwardedProto = value
  }
  if ((seen & (single.get('host') ?? 0)) === 0) fault ??= 'The header host is missing'
  return { fault, contentLength, forwardedFor, forwardedProto }
}
