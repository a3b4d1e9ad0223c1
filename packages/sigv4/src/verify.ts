import { timingSafeEqual } from 'node:crypto'
import { algorithm, parseAuthorization, type SignatureParts } from './authorization.ts'
import {
  canonicalPath,
  canonicalQuery,
  type CanonicalUri,
  hashCanonicalRequest,
  parseQuery,
  type QueryParameter,
  type SignableRequest,
  splitTarget,
} from './canonical.ts'
import { SigV4Error } from './errors.ts'
import { collapsedValue, firstValue } from './headers.ts'
import { limits } from './limits.ts'
import { checkScope, parseCredential, type ScopeDemand } from './scope.ts'
import { type SigningKey } from './signing-key.ts'
import { parseSignedHeaders, requireHost, requireSigned } from './signed-headers.ts'
import { basicFormatOf, formatTimestamp, parseTimestamp } from './timestamp.ts'

/** What a request is judged by. */
export interface ProofOptions extends ScopeDemand {
  /** The time, in milliseconds since the epoch. */
  readonly now: number
  /** Absent: `normalised`, as for every service but S3. */
  readonly canonicalUri?: CanonicalUri | undefined
}

/** A request that says who signed it, and is well formed, timely and meant for us. `verifyProof` says whether it is true. */
export interface Proof {
  readonly form: 'header' | 'query'
  readonly accessKeyId: string
  /** `keyid/date/region/service/aws4_request`, as sent: names one signing key. */
  readonly credential: string
  /** `YYYYMMDD`. */
  readonly date: string
  readonly region: string
  readonly service: string
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly timestamp: string
  readonly sessionToken: string | undefined
  /** SHA-256 of the canonical request, in hex. */
  readonly canonicalRequestHash: string
  /** As sent; of any length and any characters. */
  readonly signature: string
}

const windowMilliseconds = 15 * 60 * 1000

/**
 * Reads the proof of a request, in the header or in the query, by AWS's rules 1 and 4 to 13, in that order. Looks
 * nothing up. Throws SigV4Error, and nothing else whatever was sent.
 */
export function readProof(request: SignableRequest, options: ProofOptions): Proof {
  checkSize(request)
  const { path, query } = splitTarget(request.target)
  const canonicalUri = canonicalPath(path, options.canonicalUri ?? 'normalised')
  const parameters = parseQuery(query)

  // Rule 5: one form, and only one.
  const authorization = firstValue(request.rawHeaders, 'authorization')
  const queryAlgorithm = firstParameter(parameters, 'X-Amz-Algorithm')
  if (authorization !== undefined && queryAlgorithm !== undefined) throw new SigV4Error('SignatureDoesNotMatch', '')
  if (authorization === undefined && queryAlgorithm !== algorithm) {
    throw new SigV4Error('MissingAuthenticationToken', 'Request is missing Authentication Token')
  }

  const claim =
    authorization === undefined ? readQueryClaim(parameters) : readHeaderClaim(request.rawHeaders, authorization)
  const signedHeaders = parseSignedHeaders(claim.signedHeaders)
  requireHost(signedHeaders, request.rawHeaders)
  if (claim.dateHeader !== undefined) {
    requireSigned(signedHeaders, claim.dateHeader)
    if (claim.sessionToken !== undefined) requireSigned(signedHeaders, 'X-Amz-Security-Token')
  }
  const timestamp = readTimestamp(claim)
  checkWindow(timestamp, options.now)
  const credential = parseCredential(claim.credential)
  checkScope(credential, timestamp.text, options)

  return {
    form: authorization === undefined ? 'query' : 'header',
    accessKeyId: credential.accessKeyId,
    credential: claim.credential,
    date: credential.date,
    region: credential.region,
    service: credential.service,
    timestamp: timestamp.text,
    sessionToken: claim.sessionToken,
    canonicalRequestHash: hashCanonicalRequest(
      request,
      canonicalUri,
      canonicalQuery(parameters, authorization === undefined ? 'X-Amz-Signature' : undefined),
      signedHeaders,
    ),
    signature: claim.signature,
  }
}

const expected = Buffer.alloc(64)
const received = Buffer.alloc(64)

/** Rule 16: whether the key made the proof's signature. False, too, for a key of another scope. */
export function verifyProof(proof: Proof, key: SigningKey): boolean {
  if (proof.signature.length !== 64 || proof.credential.slice(proof.accessKeyId.length + 1) !== key.scope) return false
  expected.write(key.sign(proof.timestamp, proof.canonicalRequestHash), 'latin1')
  // As UTF-8, so that no character is cut down to a byte that fits; one that does not fit at the end is not written at
  // all, and would leave the last byte of an earlier signature in its place.
  if (received.write(proof.signature, 'utf8') !== 64) return false
  // Compared in constant time: a forger must not learn how much of a signature was right.
  return timingSafeEqual(expected, received)
}

/** What a request claims, in either form. */
interface Claim {
  readonly credential: string
  readonly signedHeaders: string
  readonly signature: string
  readonly sessionToken: string | undefined
  readonly date: string
  /** The header the date came from; undefined in the query form. */
  readonly dateHeader: 'X-Amz-Date' | 'Date' | undefined
}

/** Refuses what is too large to be worth reading. */
function checkSize(request: SignableRequest): void {
  if (request.target.length > limits.targetCharsMax) {
    throw new SigV4Error(
      'MalformedQueryString',
      `The request target must not be longer than ${limits.targetCharsMax} characters.`,
    )
  }
  const { rawHeaders } = request
  let characters = 0
  for (let index = 0; index < rawHeaders.length && characters <= limits.headerCharsMax; index++) {
    characters += rawHeaders[index]?.length ?? 0
  }
  if (rawHeaders.length > limits.headersMax * 2 || characters > limits.headerCharsMax) {
    throw new SigV4Error('IncompleteSignature', 'The headers are too many or too long for a signature to be verified.')
  }
}

/** Rules 6a to 6d. */
function readHeaderClaim(rawHeaders: readonly string[], authorization: string): Claim {
  const { credential, signedHeaders, signature } = parseAuthorization(authorization)
  const amzDate = collapsedValue(rawHeaders, 'x-amz-date')
  const date = amzDate ?? collapsedValue(rawHeaders, 'date')
  if (credential === undefined || signedHeaders === undefined || signature === undefined || date === undefined) {
    throw new SigV4Error(
      'IncompleteSignature',
      missingParts({ credential, signedHeaders, signature }, "Authorization header requires '", "' parameter. ") +
        (date === undefined
          ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
          : '') +
        `Authorization=${algorithm}`,
    )
  }
  const sessionToken = collapsedValue(rawHeaders, 'x-amz-security-token')
  const dateHeader = amzDate === undefined ? 'Date' : 'X-Amz-Date'
  return { credential, signedHeaders, signature, sessionToken, date, dateHeader }
}

/** Rules 7a to 7d. IAM and STS take no notice of X-Amz-Expires. */
function readQueryClaim(parameters: readonly QueryParameter[]): Claim {
  const credential = firstParameter(parameters, 'X-Amz-Credential')
  const signature = firstParameter(parameters, 'X-Amz-Signature')
  const signedHeaders = firstParameter(parameters, 'X-Amz-SignedHeaders')
  const date = firstParameter(parameters, 'X-Amz-Date')
  if (credential === undefined || signedHeaders === undefined || signature === undefined || date === undefined) {
    const before = "AWS query-string parameters must include 'X-Amz-"
    throw new SigV4Error(
      'IncompleteSignature',
      missingParts({ credential, signedHeaders, signature }, before, "'. ") +
        (date === undefined ? `${before}Date'. ` : '') +
        'Re-examine the query-string parameters.',
    )
  }
  const sessionToken = firstParameter(parameters, 'X-Amz-Security-Token')
  return { credential, signedHeaders, signature, sessionToken, date, dateHeader: undefined }
}

function missingParts(parts: SignatureParts, before: string, after: string): string {
  return (
    (parts.credential === undefined ? `${before}Credential${after}` : '') +
    (parts.signature === undefined ? `${before}Signature${after}` : '') +
    (parts.signedHeaders === undefined ? `${before}SignedHeaders${after}` : '')
  )
}

/** When a request was signed, as `YYYYMMDDTHHMMSSZ` and in milliseconds since the epoch. */
interface Timestamp {
  readonly text: string
  readonly milliseconds: number
}

/** Rule 9: a date. The query form has one spelling; a header may also hold those of HTTP. */
function readTimestamp(claim: Claim): Timestamp {
  let text: string | undefined = claim.date
  let milliseconds = parseTimestamp(text)
  if (milliseconds === undefined && claim.dateHeader !== undefined) {
    text = basicFormatOf(claim.date)
    milliseconds = text === undefined ? undefined : parseTimestamp(text)
  }
  if (text === undefined || milliseconds === undefined) {
    throw new SigV4Error(
      'IncompleteSignature',
      `Date must be in ISO-8601 'basic format'. Got '${claim.date.slice(0, limits.dateCharsMax)}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    )
  }
  return { text, milliseconds }
}

/** Rules 10 and 11: AWS accepts a request for 15 minutes on either side of its clock, both ends included. */
function checkWindow(timestamp: Timestamp, now: number): void {
  // Signatures know whole seconds, and so does the text of a refusal.
  const second = Math.floor(now / 1000) * 1000
  const earliest = second - windowMilliseconds
  const latest = second + windowMilliseconds
  if (timestamp.milliseconds < earliest) {
    throw new SigV4Error(
      'SignatureDoesNotMatch',
      `Signature expired: ${timestamp.text} is now earlier than ${formatTimestamp(earliest)} (${formatTimestamp(second)} - 15 min.)`,
    )
  }
  // Said so that a clock that is not a number accepts nothing.
  if (!(timestamp.milliseconds <= latest)) {
    throw new SigV4Error(
      'SignatureDoesNotMatch',
      `Signature not yet current: ${timestamp.text} is still later than ${formatTimestamp(latest)} (${formatTimestamp(second)} + 15 min.)`,
    )
  }
}

/** The first of a repeated parameter wins. */
function firstParameter(parameters: readonly QueryParameter[], name: string): string | undefined {
  const value = parameters.find((parameter) => parameter.name === name)?.value
  // Byte by byte: what is not UTF-8 must not throw.
  return value?.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}
