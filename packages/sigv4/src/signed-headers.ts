import { SigV4Error, signatureDoesNotMatch } from './errors.ts'
import { headerValue } from './headers.ts'
import { limits } from './limits.ts'

/** A SignedHeaders list, taken apart. */
export interface SignedHeaders {
  /** As sent: lower case, sorted, parted by semicolons. */
  readonly text: string
  readonly names: readonly string[]
  /** What stands before each value in a canonical request: a line end, the name, a colon. The first ends the line of the query. */
  readonly labels: readonly string[]
  /** What stands between the last value and the hash of the body. */
  readonly ending: string
}

/** A list made of names that are known to be good: in lower case, sorted, each once. */
export function signedHeadersOf(names: readonly string[]): SignedHeaders {
  // Taken apart anew: a piece of a header would keep the whole header in memory.
  const text = names.join(';')
  return { text, names: text.split(';'), labels: names.map((name) => `\n${name}:`), ending: `\n\n${text}\n` }
}

// The lists lately read. There are as many as there are kinds of client, so one look finds almost every list; what is
// kept depends on the list alone, never on a signature. Emptied when full: a stranger can only make it useless.
const recent = new Map<string, SignedHeaders>()
const recentMax = 256
const recentCharsMax = 512

const headerName = /^(?:[a-z0-9!#$%&'*+.^_`|~-]+|:authority)$/

/** Rule 8: a list that names the host, and is well formed. Throws SignatureDoesNotMatch. */
export function parseSignedHeaders(text: string): SignedHeaders {
  const known = recent.get(text)
  if (known !== undefined) return known
  const signedHeaders = signedHeadersOf(parseNames(text))
  if (text.length <= recentCharsMax) {
    if (recent.size >= recentMax) recent.clear()
    recent.set(signedHeaders.text, signedHeaders)
  }
  return signedHeaders
}

/** Rule 8, for a header that proves nothing unless it is signed. `name` is written as AWS prints it. */
export function requireSigned(signedHeaders: SignedHeaders, name: string): void {
  if (!signedHeaders.names.includes(name.toLowerCase())) {
    throw new SigV4Error('SignatureDoesNotMatch', `'${name}' must be a 'SignedHeader' in the AWS Authorization.`)
  }
}

/** Rule 8: what was signed for the host is what came. `:authority` is HTTP/2's word: where no such header came it binds nothing. */
export function requireHost(signedHeaders: SignedHeaders, rawHeaders: readonly string[]): void {
  if (signedHeaders.names.includes('host') || headerValue(rawHeaders, ':authority') !== undefined) return
  throw hostNotSigned()
}

const hostNotSigned = (): SigV4Error =>
  new SigV4Error('SignatureDoesNotMatch', "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")

function parseNames(text: string): readonly string[] {
  const names = text.split(';', limits.signedHeadersMax + 1)
  if (names.length > limits.signedHeadersMax) {
    throw new SigV4Error('IncompleteSignature', `No more than ${limits.signedHeadersMax} headers may be signed.`)
  }
  if (!names.includes('host') && !names.includes(':authority')) throw hostNotSigned()
  // One spelling of the list for one set of headers: lower case, sorted, each once. Anything else is no name of a
  // header, and could smuggle a line end into the canonical request.
  let previous = ''
  for (const name of names) {
    if (name <= previous || !headerName.test(name)) throw signatureDoesNotMatch()
    previous = name
  }
  return names
}
