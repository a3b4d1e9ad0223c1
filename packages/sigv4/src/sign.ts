import { algorithm } from './authorization.ts'
import {
  canonicalPath,
  canonicalQuery,
  type CanonicalUri,
  hashCanonicalRequest,
  parseQuery,
  type SignableRequest,
  splitTarget,
} from './canonical.ts'
import { terminator } from './scope.ts'
import { signedHeadersOf } from './signed-headers.ts'
import { deriveSigningKey } from './signing-key.ts'
import { formatTimestamp } from './timestamp.ts'

/** Who signs. */
export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

/** When, and for whom. */
export interface SignOptions {
  /** The time, in milliseconds since the epoch. */
  readonly now: number
  readonly region: string
  readonly service: string
  /** Absent: `normalised`, as for every service but S3. */
  readonly canonicalUri?: CanonicalUri | undefined
}

/** `SignOptions` for a link. */
export interface PresignOptions extends SignOptions {
  /** X-Amz-Expires. IAM and STS take no notice of it, S3 demands it. Default 900. */
  readonly expiresSeconds?: number | undefined
}

// Set by signing itself, or changed by proxies and connections on the way.
const neverSigned = new Set([
  'authorization',
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amz-date',
  'x-amz-security-token',
  'x-amzn-trace-id',
])

/** Signs a request in its headers. Answers the headers to set on it. Throws RangeError without a Host header. */
export function sign(
  request: SignableRequest,
  credentials: Credentials,
  options: SignOptions,
): Readonly<Record<string, string>> {
  const timestamp = formatTimestamp(options.now)
  const added: Record<string, string> = { 'x-amz-date': timestamp }
  if (credentials.sessionToken !== undefined) added['x-amz-security-token'] = credentials.sessionToken
  const rawHeaders = [...signedRawHeaders(request), ...Object.entries(added).flat()]
  const { signature, scope, signedHeaders } = signCanonical({ ...request, rawHeaders }, credentials, timestamp, options)
  const credential = `${credentials.accessKeyId}/${scope}`
  return {
    ...added,
    authorization: `${algorithm} Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  }
}

/**
 * Signs a request in its query: answers the target (`path?query`) that, with the same headers and body, is signed.
 * Throws RangeError without a Host header.
 */
export function presign(request: SignableRequest, credentials: Credentials, options: PresignOptions): string {
  const timestamp = formatTimestamp(options.now)
  const scope = `${timestamp.slice(0, 8)}/${options.region}/${options.service}/${terminator}`
  const rawHeaders = signedRawHeaders(request)
  const parameters: Record<string, string> = {
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
    'X-Amz-Date': timestamp,
    'X-Amz-Expires': String(options.expiresSeconds ?? 900),
    'X-Amz-SignedHeaders': namesOf(rawHeaders).join(';'),
  }
  if (credentials.sessionToken !== undefined) parameters['X-Amz-Security-Token'] = credentials.sessionToken
  const added = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const target = `${request.target}${request.target.includes('?') ? '&' : '?'}${added}`
  const { signature } = signCanonical({ ...request, target, rawHeaders }, credentials, timestamp, options)
  return `${target}&X-Amz-Signature=${signature}`
}

function signCanonical(
  request: SignableRequest,
  credentials: Credentials,
  timestamp: string,
  options: SignOptions,
): { signature: string; scope: string; signedHeaders: string } {
  const signedHeaders = signedHeadersOf(namesOf(request.rawHeaders))
  const { path, query } = splitTarget(request.target)
  const canonicalRequestHash = hashCanonicalRequest(
    request,
    canonicalPath(path, options.canonicalUri ?? 'normalised'),
    canonicalQuery(parseQuery(query)),
    signedHeaders,
  )
  const key = deriveSigningKey(credentials.secretAccessKey, timestamp.slice(0, 8), options.region, options.service)
  return { signature: key.sign(timestamp, canonicalRequestHash), scope: key.scope, signedHeaders: signedHeaders.text }
}

function namesOf(rawHeaders: readonly string[]): string[] {
  const names = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) names.add((rawHeaders[index] ?? '').toLowerCase())
  if (!names.has('host')) throw new RangeError('a request without a Host header cannot be signed')
  return [...names].sort()
}

function signedRawHeaders(request: SignableRequest): string[] {
  return request.rawHeaders.filter((_, index) => !neverSigned.has((request.rawHeaders[index & ~1] ?? '').toLowerCase()))
}
