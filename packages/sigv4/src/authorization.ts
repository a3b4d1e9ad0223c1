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
  const whole = header.trim()
  const space = whole.indexOf(' ')
  const scheme = space === -1 ? whole : whole.slice(0, space)
  if (scheme !== algorithm) {
    throw new SigV4Error('IncompleteSignature', `Unsupported AWS 'algorithm': '${scheme}'.`)
  }
  let credential: string | undefined
  let signedHeaders: string | undefined
  let signature: string | undefined
  // Blanks part the parameters as commas do: AWS names what follows a space inside an access key as the bad part.
  for (const part of whole.slice(algorithm.length).split(/[\s,]+/)) {
    if (part === '') continue
    const equals = part.indexOf('=')
    if (equals === -1) {
      throw new SigV4Error(
        'IncompleteSignature',
        `'${part}' not a valid key=value pair (missing equal-sign) in Authorization header: '${whole}'.`,
      )
    }
    const name = part.slice(0, equals)
    if (name === 'Credential') credential = part.slice(equals + 1)
    else if (name === 'SignedHeaders') signedHeaders = part.slice(equals + 1)
    else if (name === 'Signature') signature = part.slice(equals + 1)
  }
  return { credential, signedHeaders, signature }
}
