/** The codes a request can be refused with. All are AWS's, but `InvalidURIPath`: AWS answers that with a bare 400. */
export type SigV4ErrorCode =
  | 'InvalidURIPath'
  | 'MalformedQueryString'
  | 'MissingAuthenticationToken'
  | 'IncompleteSignature'
  | 'SignatureDoesNotMatch'

/** A request whose signature is absent, unreadable, out of date or wrong. `message` is AWS's wording and may go to the caller. */
export class SigV4Error extends Error {
  readonly code: SigV4ErrorCode

  constructor(code: SigV4ErrorCode, message: string) {
    super(message)
    this.name = 'SigV4Error'
    this.code = code
  }
}

/** The refusal for a signature that is not ours, and for every way of signing that could never give ours. */
export function signatureDoesNotMatch(): SigV4Error {
  return new SigV4Error(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. ' +
      'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  )
}
