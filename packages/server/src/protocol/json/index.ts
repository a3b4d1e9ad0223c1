import type { RawRequest } from '../../domain/http.ts'
import type { OperationModel, ServiceName } from '../model.ts'
import type { Call, Protocol } from '../protocol.ts'
import { validateInput } from '../validate.ts'
import { readBody } from './body.ts'
import { renderError } from './error.ts'
import { readInput } from './input.ts'
import { renderResult } from './result.ts'
import { isBelowApi, namesIn, operationAt, operationCalled } from './routing.ts'

/** Ours: `POST /api/<service>/<Operation>`, a JSON object in and out. The console speaks it, and whoever signs may. */
export const json: Protocol = {
  accepts: isBelowApi,
  namesOperation: (request) => namesIn(request) !== undefined,
  unsignedOperation,
  readCall,
  renderResult,
  renderError,
}

/** By the path alone: whatever else is wrong is said when the call is read. */
function unsignedOperation(request: RawRequest): OperationModel | undefined {
  const operation = operationAt(request)
  return operation === undefined || operation.signed ? undefined : operation
}

function readCall(request: RawRequest, service: ServiceName | undefined): Call {
  const operation = operationCalled(request, service)
  const input = readInput(operation, readBody(request))
  validateInput(operation, input)
  return { operation, input }
}
