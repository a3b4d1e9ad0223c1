import { header, pathOf, type RawRequest } from '../../domain/http.ts'
import type { OperationModel, ServiceName } from '../model.ts'
import type { Call, Protocol } from '../protocol.ts'
import { validateInput } from '../validate.ts'
import { renderError } from './error.ts'
import { firstValueOf, hasFormBody, queryStringOf, readForm } from './form.ts'
import { readInput } from './input.ts'
import { renderResult } from './result.ts'
import { operationNamedBy } from './routing.ts'

/** AWS Query: parameters of a form in, XML out. */
export const query: Protocol = { accepts, namesOperation, unsignedOperation, readCall, renderResult, renderError }

/** A call, or at `/` what is not a person's browser: AWS answers there, if only to send the client elsewhere. */
function accepts(request: RawRequest): boolean {
  if (header(request, 'authorization') !== undefined || hasFormBody(request)) return true
  const parameters = queryStringOf(request)
  if (parameters !== undefined && /(?:^|&)(?:Action|X-Amz-Algorithm)=/.test(parameters)) return true
  if (pathOf(request) !== '/') return false
  const browsing = request.method === 'GET' || request.method === 'HEAD'
  return !browsing || !(header(request, 'accept') ?? '').includes('text/html')
}

function namesOperation(request: RawRequest): boolean {
  try {
    return firstValueOf(readForm(request), 'Action') !== undefined
  } catch {
    return true
  }
}

function unsignedOperation(request: RawRequest): OperationModel | undefined {
  try {
    const operation = operationNamedBy(readForm(request), request, undefined)
    return operation.signed ? undefined : operation
  } catch {
    // Whatever is wrong with the form is said when the call is read.
    return undefined
  }
}

function readCall(request: RawRequest, service: ServiceName | undefined): Call {
  const form = readForm(request)
  const operation = operationNamedBy(form, request, service)
  const input = readInput(operation, form)
  validateInput(operation, input)
  return { operation, input }
}
