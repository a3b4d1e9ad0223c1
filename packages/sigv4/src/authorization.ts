import { SigV4Error } from './errors.ts'
import { limits } from './limits.ts'

/** The algorithm this package speaks, as the Authorization header and X-Amz-Algorithm name it. */
export const algorithm = 'AWS4-HMAC-SHA256'

/** What both forms of a signed request carry. A part that was not sent is undefined. */
export interface SignatureParts {
  readonly credential: string | undefined
  readonly signedHeaders: string | undefined
  readonly signature: string | undefined
}

/** Rules 6a to 6c: takes an Authorization header apart. The last of a repeated parameter wins. Throws IncompleteSignature. */
export function parseAuthorization(header: string): SignatureParts {
  if (header.length > limits.authorizationCharsMax) {
    throw new SigV4Error(
      'IncompleteSignature',
      `Authorization header must not be longer than ${limits.authorizationCharsMax} characters.`,
    )
  }
  if (!header.startsWith('AWS4-HMAC-SHA256 ') && header !== algorithm) {
    const [scheme] = header.split(' ', 1)
    throw new SigV4Error('IncompleteSignature', `Unsupported AWS 'algorithm': '${scheme}'.`)
  }
  let credential: string | undefined
  let signedHeaders: string | undefined
  let signature: string | undefined
  let comma = -1
  let blank = -1
  let end = algorithm.length
  for (let start = end; start < header.length; start = end + 1) {
    // Blanks part the parameters as commas do: AWS names what follows a space inside an access key as the bad part.
    // Each search goes on from where the last one ended, so that thousands of commas cost one reading.
    if (comma < start) comma = indexOrEnd(header, ',', start)
    if (blank < start) blank = indexOrEnd(header, ' ', start)
    end = comma < blank ? comma : blank
    if (end === start) continue
    if (header.startsWith('Credential=', start)) credential = header.slice(start + 11, end)
    else if (header.startsWith('SignedHeaders=', start)) signedHeaders = header.slice(start + 14, end)
    else if (header.startsWith('Signature=', start)) signature = header.slice(start + 10, end)
    else requireKeyValue(header.slice(start, end), header)
  }
  return { credential, signedHeaders, signature }
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from)
  return index === -1 ? text.length : index
}

function requireKeyValue(part: string, header: string): void {
  if (part.includes('=')) return
  throw new SigV4Error(
    'IncompleteSignature',
    `'${part}' not a valid key=value pair (missing equal-sign) in Authorization header: '${header}'.`,
  )
}
