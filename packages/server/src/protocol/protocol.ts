import type { RawRequest, RawResponse } from '../domain/http.ts'
import type { ServiceError } from '../errors.ts'
import type { OperationModel, ServiceName } from './model.ts'

export { operationModel, type OperationModel, type ServiceName } from './model.ts'

export interface Call {
  readonly operation: OperationModel
  /** Of the type that `types/` gives for the operation's input, checked against the model. */
  readonly input: unknown
}

/** A way to put calls and answers on the wire. One folder each. */
export interface Protocol {
  accepts(request: RawRequest): boolean
  /** Does it name an operation, known or not? Never throws. */
  namesOperation(request: RawRequest): boolean
  /** Names the operation if it is one of those called without a signature; reads no input and never throws. */
  unsignedOperation(request: RawRequest): OperationModel | undefined
  /**
   * `service` is the one of the credential scope; undefined for an unsigned call, whose service is found by Action and Version.
   * Throws a ServiceError: NoOperationNamed, InvalidAction, MalformedInput, ValidationError.
   */
  readCall(request: RawRequest, service: ServiceName | undefined): Call
  renderResult(operation: OperationModel, result: unknown, requestId: string): RawResponse
  renderError(
    error: ServiceError,
    request: RawRequest,
    service: ServiceName | undefined,
    requestId: string,
  ): RawResponse
}
