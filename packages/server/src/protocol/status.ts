import type { CommonErrorCode, ErrorCode } from '../errors.ts'
import { modelledStatus } from './model.ts'

const commonStatuses = {
  AccessDenied: 403,
  ExpiredToken: 403,
  IncompleteSignature: 400,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidClientTokenId: 403,
  InvalidInput: 400,
  MalformedInput: 400,
  MalformedQueryString: 400,
  MisdirectedRequest: 421,
  MissingAuthenticationToken: 403,
  /** In place of the redirect that AWS answers with, where a client shall not be sent away. */
  NoOperationNamed: 404,
  NotImplemented: 501,
  OriginRefused: 403,
  RequestEntityTooLarge: 413,
  ServiceUnavailable: 503,
  SessionChanged: 409,
  SessionEnded: 401,
  SignatureDoesNotMatch: 403,
  Throttling: 400,
  UnknownOperation: 404,
  ValidationError: 400,
} as const satisfies Record<CommonErrorCode, number>

const statuses: ReadonlyMap<string, number> = new Map(Object.entries(commonStatuses))

/** The HTTP status of a refusal, whatever the protocol. */
export function statusOf(code: ErrorCode): number {
  return statuses.get(code) ?? modelledStatus(code) ?? 400
}
