import { hash } from 'node:crypto'
import { SigV4Error, signatureDoesNotMatch } from './errors.ts'
import { collapseBlanks, headerValue, isPlain } from './headers.ts'
import { limits } from './limits.ts'
import { type SignedHeaders } from './signed-headers.ts'

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

const noParameters: readonly QueryParameter[] = []

/** Rule 4: the pieces of a query string in the order they were sent. Throws MalformedQueryString. */
export function parseQuery(query: string): readonly QueryParameter[] {
  if (query === '') return noParameters
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

/** SHA-256, in hex, of the canonical request. `path` and `query` are canonical. Throws SignatureDoesNotMatch where no bytes could be hashed. */
export function hashCanonicalRequest(
  request: SignableRequest,
  path: string,
  query: string,
  signedHeaders: SignedHeaders,
): string {
  // A line end in the method would let one request pass for another.
  if (!/^[!-~]{1,32}$/.test(request.method)) throw signatureDoesNotMatch()
  const { names, labels } = signedHeaders
  let text = `${request.method}\n${path}\n${query}`
  let isAscii = true
  for (let index = 0; index < names.length; index++) {
    // A signed header that never came counts as an empty one, which is not what was signed.
    let value = headerValue(request.rawHeaders, names[index] ?? '') ?? ''
    if (!isPlain(value)) {
      value = collapseBlanks(value)
      isAscii &&= isPlain(value)
    }
    text += labels[index]
    text += value
  }
  text += signedHeaders.ending
  text += request.body.length === 0 ? emptyBodyHash : hash('sha256', request.body, 'hex')
  return isAscii ? hash('sha256', text, 'hex') : hashBytes(text)
}

const emptyBodyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

// A string is hashed as UTF-8, and these characters stand for one byte each.
function hashBytes(text: string): string {
  // A character that is no byte would lose its upper half, and two requests could share one hash.
  if (/[^\0-\xff]/.test(text)) throw signatureDoesNotMatch()
  return hash('sha256', Buffer.from(text, 'latin1'), 'hex')
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
