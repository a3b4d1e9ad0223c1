import { timingSafeEqual } from 'node:crypto'
import { algorithm, parseAuthorization, type SignatureParts } from './authorization.ts'
import {
  canonicalPath,
  canonicalQuery,
  type CanonicalUri,
  hashCanonicalRequest,
  headerValue,
  parseQuery,
  type QueryParameter,
  type SignableRequest,
  splitTarget,
} from './canonical.ts'
import { SigV4Error, signatureDoesNotMatch } from './errors.ts'
import { limits } from './limits.ts'
import { checkScope, parseCredential, type ScopeDemand } from './scope.ts'
import { type SigningKey } from './signing-key.ts'
import { formatTimestamp, parseHeaderDate, parseTimestamp } from './timestamp.ts'

/** What a request is judged by. */
export interface ProofOptions extends ScopeDemand {
  /** The time, in milliseconds since the epoch. */
  readonly now: number
  /** The services a scope may name, the main one first. */
  readonly services: readonly string[]
  /** The region a scope must name; absent: any that is well formed. */
  readonly region?: string
  /** Absent: `normalised`, as for every service but S3. */
  readonly canonicalUri?: CanonicalUri
}

/** A request that says who signed it, and is well formed, timely and meant for us. `verifyProof` says whether it is true. */
export interface Proof {
  readonly form: 'header' | 'query'
  readonly accessKeyId: string
  /** `keyid/date/region/service/aws4_request`, as sent: names one signing key. */
  readonly credential: string
  /** `date/region/service/aws4_request`. */
  readonly scope: string
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

/** AWS accepts a request for 15 minutes on either side of its clock, both ends included. */
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
  const authorization = firstHeader(request.rawHeaders, 'authorization')
  const queryAlgorithm = firstParameter(parameters, 'X-Amz-Algorithm')
  if (authorization !== undefined && queryAlgorithm !== undefined) throw new SigV4Error('SignatureDoesNotMatch', '')
  if (authorization === undefined && queryAlgorithm !== algorithm) {
    throw new SigV4Error('MissingAuthenticationToken', 'Request is missing Authentication Token')
  }

  const claim =
    authorization === undefined ? readQueryClaim(parameters) : readHeaderClaim(request.rawHeaders, authorization)
  const headerNames = readHeaderNames(claim)
  const timestamp = readTimestamp(claim, options.now)
  const credential = parseCredential(claim.credential)
  checkScope(credential, timestamp, options)

  return {
    form: claim.form,
    accessKeyId: credential.accessKeyId,
    credential: credential.text,
    scope: credential.text.slice(credential.accessKeyId.length + 1),
    date: credential.date,
    region: credential.region,
    service: credential.service,
    timestamp,
    sessionToken: claim.sessionToken,
    canonicalRequestHash: hashCanonicalRequest(request, {
      path: canonicalUri,
      query: canonicalQuery(parameters, claim.form === 'query' ? 'X-Amz-Signature' : undefined),
      signedHeaders: claim.signedHeaders,
      headerNames,
    }),
    signature: claim.signature,
  }
}

const expected = Buffer.alloc(64)
const received = Buffer.alloc(64)

/** Rule 16: whether the key made the proof's signature. False, too, for a key of another scope. */
export function verifyProof(proof: Proof, key: SigningKey): boolean {
  if (key.scope !== proof.scope || !/^[0-9a-f]{64}$/.test(proof.signature)) return false
  // Compared in constant time: a forger must not learn how much of a signature was right.
  expected.write(key.sign(proof.timestamp, proof.canonicalRequestHash), 0, 'latin1')
  received.write(proof.signature, 0, 'latin1')
  return timingSafeEqual(expected, received)
}

/** What a request claims, in either form. */
interface Claim {
  readonly form: 'header' | 'query'
  readonly credential: string
  readonly signedHeaders: string
  readonly signature: string
  readonly sessionToken: string | undefined
  readonly date: string
  /** The header the date came from, and whether a token came in one: these have to be signed. */
  readonly mustBeSigned: readonly string[]
}

/** Refuses what is too large to be worth reading. */
function checkSize(request: SignableRequest): void {
  if (request.target.length > limits.targetCharsMax) {
    throw new SigV4Error(
      'MalformedQueryString',
      `The request target must not be longer than ${limits.targetCharsMax} characters.`,
    )
  }
  let characters = 0
  for (const text of request.rawHeaders) characters += text.length
  if (request.rawHeaders.length > limits.headersMax * 2 || characters > limits.headerCharsMax) {
    throw new SigV4Error('IncompleteSignature', 'The request has too many headers to be verified.')
  }
}

/** Rules 6a to 6d. */
function readHeaderClaim(rawHeaders: readonly string[], authorization: string): Claim {
  const { credential, signedHeaders, signature } = parseAuthorization(authorization)
  const amzDate = headerValue(rawHeaders, 'x-amz-date')
  const date = amzDate ?? headerValue(rawHeaders, 'date')
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
  const sessionToken = headerValue(rawHeaders, 'x-amz-security-token')
  const mustBeSigned = [amzDate === undefined ? 'Date' : 'X-Amz-Date']
  if (sessionToken !== undefined) mustBeSigned.push('X-Amz-Security-Token')
  return { form: 'header', credential, signedHeaders, signature, sessionToken, date, mustBeSigned }
}

/** Rules 7a to 7d. IAM and STS take no notice of X-Amz-Expires. */
function readQueryClaim(parameters: readonly QueryParameter[]): Claim {
  const credential = firstParameter(parameters, 'X-Amz-Credential')
  const signature = firstParameter(parameters, 'X-Amz-Signature')
  const signedHeaders = firstParameter(parameters, 'X-Amz-SignedHeaders')
  const date = firstParameter(parameters, 'X-Amz-Date')
  if (credential === undefined || signature === undefined || signedHeaders === undefined || date === undefined) {
    const before = "AWS query-string parameters must include 'X-Amz-"
    throw new SigV4Error(
      'IncompleteSignature',
      missingParts({ credential, signedHeaders, signature }, before, "'. ") +
        (date === undefined ? `${before}Date'. ` : '') +
        'Re-examine the query-string parameters.',
    )
  }
  const sessionToken = firstParameter(parameters, 'X-Amz-Security-Token')
  return { form: 'query', credential, signedHeaders, signature, sessionToken, date, mustBeSigned: [] }
}

function missingParts(parts: SignatureParts, before: string, after: string): string {
  return (
    (parts.credential === undefined ? `${before}Credential${after}` : '') +
    (parts.signature === undefined ? `${before}Signature${after}` : '') +
    (parts.signedHeaders === undefined ? `${before}SignedHeaders${after}` : '')
  )
}

/** Rule 8: the signed headers, which bind the request to its host and its time. */
function readHeaderNames(claim: Claim): readonly string[] {
  const names = claim.signedHeaders.split(';', limits.signedHeadersMax + 1)
  if (names.length > limits.signedHeadersMax) {
    throw new SigV4Error('IncompleteSignature', `More than ${limits.signedHeadersMax} headers are signed.`)
  }
  if (!names.includes('host') && !names.includes(':authority')) {
    throw new SigV4Error(
      'SignatureDoesNotMatch',
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    )
  }
  for (const name of claim.mustBeSigned) {
    if (!names.includes(name.toLowerCase())) {
      throw new SigV4Error('SignatureDoesNotMatch', `'${name}' must be a 'SignedHeader' in the AWS Authorization.`)
    }
  }
  // One spelling of the list for one set of headers: lower case, sorted, each once. Anything else is no name of a
  // header, and could smuggle a line end into the canonical request.
  let previous = ''
  for (const name of names) {
    if (name <= previous || !/^(?:[a-z0-9!#$%&'*+.^_`|~-]+|:authority)$/.test(name)) throw signatureDoesNotMatch()
    previous = name
  }
  return names
}

/** Rules 9 to 11: when the request was signed, as `YYYYMMDDTHHMMSSZ`. */
function readTimestamp(claim: Claim, now: number): string {
  const time = claim.form === 'query' ? parseTimestamp(claim.date) : parseHeaderDate(claim.date)
  if (time === undefined) {
    throw new SigV4Error(
      'IncompleteSignature',
      `Date must be in ISO-8601 'basic format'. Got '${claim.date}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    )
  }
  const timestamp = formatTimestamp(time)
  // Signatures know whole seconds, and so does the text of a refusal.
  const second = Math.floor(now / 1000) * 1000
  const earliest = second - windowMilliseconds
  const latest = second + windowMilliseconds
  if (time < earliest) {
    throw new SigV4Error(
      'SignatureDoesNotMatch',
      `Signature expired: ${timestamp} is now earlier than ${formatTimestamp(earliest)} (${formatTimestamp(second)} - 15 min.)`,
    )
  }
  if (!(time <= latest)) {
    throw new SigV4Error(
      'SignatureDoesNotMatch',
      `Signature not yet current: ${timestamp} is still later than ${formatTimestamp(latest)} (${formatTimestamp(second)} + 15 min.)`,
    )
  }
  return timestamp
}

function firstHeader(rawHeaders: readonly string[], name: string): string | undefined {
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const candidate = rawHeaders[index]
    if (candidate?.length === name.length && candidate.toLowerCase() === name) return rawHeaders[index + 1] ?? ''
  }
  return undefined
}

/** The first of a repeated parameter wins. */
function firstParameter(parameters: readonly QueryParameter[], name: string): string | undefined {
  const value = parameters.find((parameter) => parameter.name === name)?.value
  // Byte by byte: what is not UTF-8 must not throw.
  return value?.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}
