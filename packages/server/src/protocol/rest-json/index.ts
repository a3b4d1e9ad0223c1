import type { RawRequest } from '../../domain/http.ts'
import { renderResult } from '../json/result.ts'
import type { ServiceName } from '../model.ts'
import type { Call, Protocol } from '../protocol.ts'
import { validateInput } from '../validate.ts'
import { renderError } from './error.ts'
import { inputOf } from './input.ts'
import { operationAt, operationCalled } from './routing.ts'

/** AWS's rest-json: an operation has a path and a method, its input stands in query string, headers and a JSON body. */
export const restJson: Protocol = {
  accepts: (request) => operationAt(request) !== undefined,
  namesOperation: (request) => operationAt(request) !== undefined,
  unsignedOperation: () => undefined,
  readCall,
  renderResult,
  renderError,
}

function readCall(request: RawRequest, service: ServiceName | undefined): Call {
  const operation = operationCalled(request, service)
  const input = inputOf(operation, request)
  validateInput(operation, input)
  return { operation, input }
}
