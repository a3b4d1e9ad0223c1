import type { OperationErrorCode } from './protocol/types/errors.ts'

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
