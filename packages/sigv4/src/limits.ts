/**
 * Bounds on what a stranger may make the verifier read. AWS publishes none of these: they are far above what any
 * signer sends, and low enough that the worst request costs about as much as hashing it.
 */
export const limits = {
  /** Characters of the request target. Presigned STS calls with a large session token take about 8,000. */
  targetCharsMax: 65_536,
  /** `name=value` pieces of the query string. A large list sent by GET takes some hundreds. */
  queryParametersMax: 4_096,
  /** Headers of a request, repeated ones counted each time. */
  headersMax: 512,
  /** Characters of all header names and values together. Node's own default for a server is 16,384. */
  headerCharsMax: 131_072,
  /** Characters of the Authorization header. SDKs send about 250. */
  authorizationCharsMax: 8_192,
  /** Characters of a credential with its scope. AWS allows an access key id 128. */
  credentialCharsMax: 256,
  /** Characters of a bad date that its refusal repeats. */
  dateCharsMax: 64,
  /** Names in SignedHeaders. SDKs sign three to twelve. */
  signedHeadersMax: 128,
} as const
