import type { RawRequest, RawResponse } from '../../domain/http.ts'
import type { CommonErrorCode, ErrorCode, ServiceError } from '../../errors.ts'
import { answer } from '../json/answer.ts'
import type { ServiceName } from '../model.ts'
import { statusOf } from '../status.ts'

/** What AWS's services that speak rest-json call the refusals that any call may meet. The rest have one name in all protocols. */
const names: Readonly<Partial<Record<CommonErrorCode, string>>> = {
  AccessDenied: 'AccessDeniedException',
  ExpiredToken: 'ExpiredTokenException',
  IncompleteSignature: 'IncompleteSignatureException',
  InternalFailure: 'InternalServerException',
  InvalidAction: 'UnknownOperationException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  InvalidInput: 'ValidationException',
  MalformedInput: 'ValidationException',
  MalformedQueryString: 'ValidationException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  NoOperationNamed: 'UnknownOperationException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  Throttling: 'ThrottlingException',
  UnknownOperation: 'UnknownOperationException',
  ValidationError: 'ValidationException',
}

/** Their statuses, where they have another than in the other protocols. */
const statuses: ReadonlyMap<string, number> = new Map([['ThrottlingException', 429]])

/** Why a ValidationException was given, which the model requires it to say. */
const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  MalformedInput: 'cannotParse',
  MalformedQueryString: 'cannotParse',
  InvalidInput: 'fieldValidationFailed',
  ValidationError: 'fieldValidationFailed',
}

/** Renders a refusal: its name in a header, its sentence in the body. */
export function renderError(
  { code, message }: ServiceError,
  _request: RawRequest,
  _service: ServiceName | undefined,
  requestId: string,
): RawResponse {
  const name = code in names ? (names[code as CommonErrorCode] ?? code) : code
  const reason = reasons[code]
  const body = JSON.stringify({ message, ...(reason !== undefined && { reason }) })
  const response = answer(statuses.get(name) ?? statusOf(code), body, requestId)
  return { ...response, headers: [...response.headers, 'x-amzn-ErrorType', name] }
}
