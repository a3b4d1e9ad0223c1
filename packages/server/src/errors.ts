/** Codes that any call may be answered with, whatever its operation declares. The protocols hold their wire names and statuses. */
export type CommonErrorCode =
  | 'AccessDenied'
  | 'ExpiredToken'
  | 'IncompleteSignature'
  | 'InternalFailure'
  | 'InvalidAction'
  | 'InvalidClientTokenId'
  | 'InvalidInput'
  | 'MalformedInput'
  | 'MalformedQueryString'
  /** The Host of a call from a page is not one the console was given. */
  | 'MisdirectedRequest'
  | 'MissingAuthenticationToken'
  /** No Action was named: the query protocol answers with AWS's redirect. */
  | 'NoOperationNamed'
  | 'NotImplemented'
  /** A call from a page that is not the console's. */
  | 'OriginRefused'
  | 'RequestEntityTooLarge'
  | 'ServiceUnavailable'
  /** The page was opened with another session than the cookie names. */
  | 'SessionChanged'
  /** There is no session, or it has ended: sign in. */
  | 'SessionEnded'
  | 'SignatureDoesNotMatch'
  | 'Throttling'
  /** No Action was named, and the path is not one of ours. */
  | 'UnknownOperation'
  | 'ValidationError'

/** Codes that an operation of the API model declares, as they stand on the wire. Neither more nor fewer: types.test-d.ts compares. */
export type OperationErrorCode =
  | 'AccessDeniedException'
  | 'AccountNotManagementOrDelegatedAdministratorException'
  | 'AttemptEnded'
  | 'AuthenticationFailed'
  | 'CallerIsNotManagementAccountException'
  | 'ConcurrentModification'
  | 'DeleteConflict'
  | 'DuplicateCertificate'
  | 'DuplicateSSHPublicKey'
  | 'EntityAlreadyExists'
  | 'EntityTemporarilyUnmodifiable'
  | 'ExpiredTokenException'
  | 'ExpiredTradeInTokenException'
  | 'FeatureDisabled'
  | 'FeatureEnabled'
  | 'IDPCommunicationError'
  | 'IDPRejectedClaim'
  | 'InternalServerException'
  | 'InvalidAuthenticationCode'
  | 'InvalidAuthorizationMessageException'
  | 'InvalidCertificate'
  | 'InvalidIdentityToken'
  | 'InvalidInput'
  | 'InvalidParameterException'
  | 'InvalidPublicKey'
  | 'InvalidUserType'
  | 'JWTPayloadSizeExceededException'
  | 'KeyPairMismatch'
  | 'LimitExceeded'
  | 'MalformedCertificate'
  | 'MalformedPolicyDocument'
  | 'NameConflict'
  | 'NoSuchEntity'
  | 'NotSupportedService'
  | 'OpenIdIdpCommunicationError'
  | 'OrganizationNotFoundException'
  | 'OrganizationNotInAllFeaturesModeException'
  | 'OutboundWebIdentityFederationDisabledException'
  | 'PackedPolicyTooLarge'
  | 'PasswordExpired'
  | 'PasswordPolicyViolation'
  | 'PolicyEvaluation'
  | 'PolicyNotAttachable'
  | 'RegionDisabledException'
  | 'ReportExpired'
  | 'ReportGenerationLimitExceeded'
  | 'ReportInProgress'
  | 'ReportNotPresent'
  | 'RoleModified'
  | 'RoleTemplateDisabled'
  | 'ServiceAccessNotEnabledException'
  | 'ServiceFailure'
  | 'SessionDurationEscalationException'
  | 'SignInThrottled'
  | 'ThrottlingException'
  | 'UnmodifiableEntity'
  | 'UnprocessableEntityException'
  | 'UnrecognizedPublicKeyEncoding'
  | 'ValidationException'

export type ErrorCode = CommonErrorCode | OperationErrorCode

/** The one error that reaches a caller: `message` is sent, `cause` goes to the log. Anything else that is thrown becomes InternalFailure. */
export class ServiceError extends Error {
  readonly code: ErrorCode
  /** Of AccessDenied: why, sealed for who may know (authz/authorization-message.ts). It goes in a header, never in a body. */
  readonly sealedReason: string | undefined

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; sealedReason?: string | undefined } = {}) {
    super(message, options)
    this.name = 'ServiceError'
    this.code = code
    this.sealedReason = options.sealedReason
  }
}

/** For what is in the API model and not written yet, or not allowed to pretend. */
export const notImplemented = (name: string): ServiceError =>
  new ServiceError('NotImplemented', `${name} is not implemented.`)
