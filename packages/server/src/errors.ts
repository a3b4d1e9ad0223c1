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
  | 'MissingAuthenticationToken'
  /** No Action was named: the query protocol answers with AWS's redirect. */
  | 'NoOperationNamed'
  | 'NotImplemented'
  | 'RequestEntityTooLarge'
  | 'ServiceUnavailable'
  | 'SignatureDoesNotMatch'
  | 'Throttling'
  /** No Action was named, and the path is not one of ours. */
  | 'UnknownOperation'
  | 'ValidationError'

/** Codes that an operation of the API model declares, as they stand on the wire. Neither more nor fewer: types.test-d.ts compares. */
export type OperationErrorCode =
  | 'AccountNotManagementOrDelegatedAdministratorException'
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
  | 'InvalidAuthenticationCode'
  | 'InvalidAuthorizationMessageException'
  | 'InvalidCertificate'
  | 'InvalidIdentityToken'
  | 'InvalidInput'
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
  | 'UnmodifiableEntity'
  | 'UnrecognizedPublicKeyEncoding'

export type ErrorCode = CommonErrorCode | OperationErrorCode

/** The one error that reaches a caller: `message` is sent, `cause` goes to the log. Anything else that is thrown becomes InternalFailure. */
export class ServiceError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ServiceError'
    this.code = code
  }
}
