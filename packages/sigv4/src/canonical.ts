import { hash } from 'node:crypto'
import { SigV4Error, signatureDoesNotMatch } from './errors.ts'
import { limits } from './limits.ts'

/** A request as it came over the wire. Every string holds one byte per character, as Node's parser gives them. */
export interface SignableRequest {
  readonly method: string
  /** The raw request target, `path?query`, neither decoded nor tidied. */
  readonly target: string
  /** Names and values in turn, as received. */
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
}

/** S3 signs the path as it was sent; every other service tidies it and encodes it a second time. */
export type CanonicalUri = 'normalised' | 'as-sent'

/** One piece of a query string, encoded as a canonical request wants it: RFC 3986, hex in capitals. */
export interface QueryParameter {
  readonly name: string
  readonly value: string
}

const unreserved = /^[A-Za-z0-9\-._~]*$/
const encodedBytes = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  return unreserved.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
})

/** Splits a raw target at its first `?`. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?')
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) }
}

/** Rule 1, and the second line of a canonical request. Throws InvalidURIPath: a broken escape, or a path that climbs above the root. */
export function canonicalPath(path: string, form: CanonicalUri): string {
  if (path === '/' || path === '') return '/'
  if (!path.startsWith('/')) throw new SigV4Error('InvalidURIPath', 'The request target must start with a slash.')
  const asSent = encode(path, 'InvalidURIPath', '/', '%2B')
  if (form === 'as-sent') return asSent
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(encodeAgain(segment))
    else if (segments.pop() === undefined) {
      throw new SigV4Error('InvalidURIPath', 'The request target must not lead above the root.')
    }
  }
  return `/${segments.join('/')}${segments.length > 0 && path.endsWith('/') ? '/' : ''}`
}

/** Rule 4: the pieces of a query string in the order they were sent. Throws MalformedQueryString. */
export function parseQuery(query: string): QueryParameter[] {
  if (query === '') return []
  const pieces = query.split('&', limits.queryParametersMax + 1)
  if (pieces.length > limits.queryParametersMax) {
    throw new SigV4Error(
      'MalformedQueryString',
      `The query string has more than ${limits.queryParametersMax} parameters.`,
    )
  }
  const parameters: QueryParameter[] = []
  for (const piece of pieces) {
    if (piece === '') continue
    const equals = piece.indexOf('=')
    const name = equals === -1 ? piece : piece.slice(0, equals)
    const value = equals === -1 ? '' : piece.slice(equals + 1)
    // A plus is a space, as it is to the form decoder that reads these parameters afterwards: were it signed as a plus,
    // `%2B` could be rewritten to `+` on the way, and the signature would still hold over another value.
    parameters.push({
      name: encode(name, 'MalformedQueryString', '', '%20'),
      value: encode(value, 'MalformedQueryString', '', '%20'),
    })
  }
  return parameters
}

/** The third line of a canonical request: sorted by name, then by value, in byte order. Leaves out the parameter called `except`. */
export function canonicalQuery(parameters: readonly QueryParameter[], except?: string): string {
  if (parameters.length === 0) return ''
  return parameters
    .filter(({ name }) => name !== except)
    .sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&')
}

/** The value a header is signed with: blanks trimmed and collapsed, repeated headers joined by a comma. `name` is in lower case. */
export function headerValue(rawHeaders: readonly string[], name: string): string | undefined {
  let joined: string | undefined
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const candidate = rawHeaders[index]
    if (candidate === undefined || candidate.length !== name.length || candidate.toLowerCase() !== name) continue
    const value = collapseBlanks(rawHeaders[index + 1] ?? '')
    joined = joined === undefined ? value : `${joined},${value}`
  }
  return joined
}

/** What a canonical request is made of. `signedHeaders` is the list as sent, `headerNames` the same taken apart. */
export interface CanonicalParts {
  readonly path: string
  readonly query: string
  readonly signedHeaders: string
  readonly headerNames: readonly string[]
}

/** SHA-256, in hex, of the canonical request. */
export function hashCanonicalRequest(request: SignableRequest, parts: CanonicalParts): string {
  let text = `${request.method}\n${parts.path}\n${parts.query}\n`
  for (const name of parts.headerNames) {
    // A signed header that never arrived counts as an empty one, which is not what was signed.
    text += `${name}:${headerValue(request.rawHeaders, name) ?? ''}\n`
  }
  return hashBytes(`${text}\n${parts.signedHeaders}\n${hashBody(request.body)}`)
}

const emptyBodyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

function hashBody(body: Uint8Array): string {
  return body.length === 0 ? emptyBodyHash : hash('sha256', body, 'hex')
}

function hashBytes(text: string): string {
  // The hash writes a string out as UTF-8, which is the bytes that came only while all of them are ASCII.
  if (Buffer.byteLength(text, 'utf8') === text.length) return hash('sha256', text, 'hex')
  // A character that is no byte would lose its upper half, and two requests could share one hash.
  if (/[^\0-\xff]/.test(text)) throw signatureDoesNotMatch()
  return hash('sha256', Buffer.from(text, 'latin1'), 'hex')
}

function collapseBlanks(value: string): string {
  if (!/[\t-\r]|^ | $| {2}/.test(value)) return value
  return value.replace(/[\t-\r ]+/g, ' ').replace(/^ | $/g, '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Decodes escapes once and encodes once: every byte in the one spelling a canonical request has for it. */
function encode(text: string, code: 'InvalidURIPath' | 'MalformedQueryString', kept: '/' | '', plus: string): string {
  if (unreserved.test(text)) return text
  let encoded = ''
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '%') {
      if (index + 2 >= text.length) throw new SigV4Error(code, 'Incomplete trailing escape % sequence')
      const digits = text.slice(index + 1, index + 3)
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) {
        throw new SigV4Error(code, `Illegal hex character in escape % pattern: %${digits}`)
      }
      encoded += encodedBytes[Number.parseInt(digits, 16)]
      index += 2
    } else if (character === '+') {
      encoded += plus
    } else if (character === kept) {
      encoded += character
    } else {
      const bytes = encodedBytes[text.charCodeAt(index)]
      if (bytes === undefined) throw new SigV4Error(code, 'The request target holds a character that is not a byte.')
      encoded += bytes
    }
  }
  return encoded
}

/** Encodes every byte of a segment as it was sent, its percent signs too. */
function encodeAgain(segment: string): string {
  if (unreserved.test(segment)) return segment
  let encoded = ''
  for (let index = 0; index < segment.length; index++) encoded += encodedBytes[segment.charCodeAt(index)] ?? ''
  return encoded
}
