import type { RawRequest, RawResponse } from '../../domain/http.ts'
import type { ErrorCode, ServiceError } from '../../errors.ts'
import { services, type ServiceName } from '../model.ts'
import { statusOf } from '../status.ts'
import { answer, requestIdHeaders } from './answer.ts'
import { queryStringOf, readForm, firstValueOf } from './form.ts'
import { serviceOfVersion } from './routing.ts'
import { escapeText } from './xml.ts'

/** AWS sends no Message with these, and clients print their own word for that. */
const silent: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['ReportExpired', 'ReportInProgress', 'ReportNotPresent'])

const faultNamespace = 'http://webservices.amazon.com/AWSFault/2005-15-09'

/** Renders a refusal in the byte form of AWS. */
export function renderError(
  error: ServiceError,
  request: RawRequest,
  service: ServiceName | undefined,
  requestId: string,
): RawResponse {
  const speaking = service ?? serviceNamedBy(request) ?? 'iam'
  if (error.code === 'NoOperationNamed') return redirect(request, speaking, requestId)
  const status = statusOf(error.code)
  if (error.code === 'UnknownOperation') return answer(speaking, status, '<UnknownOperationException/>\n', requestId)
  const namespace = error.code === 'InvalidAction' ? faultNamespace : services[speaking].xmlNamespace
  const type = status >= 500 ? 'Receiver' : 'Sender'
  const message = silent.has(error.code) ? '' : `    <Message>${escapeText(error.message)}</Message>\n`
  const body =
    `<ErrorResponse xmlns="${namespace}">\n` +
    `  <Error>\n    <Type>${type}</Type>\n    <Code>${error.code}</Code>\n${message}  </Error>\n` +
    `  <RequestId>${requestId}</RequestId>\n` +
    `</ErrorResponse>\n`
  return answer(speaking, status, body, requestId)
}

/** Both services send a browser that names no Action to the page about IAM. */
function redirect(request: RawRequest, service: ServiceName, requestId: string): RawResponse {
  const sent = request.method === 'GET' ? queryStringOf(request) : undefined
  // A signature is nobody else's to see.
  const query = sent
    ?.split('&')
    .filter((parameter) => !/^x-amz-/i.test(parameter))
    .join('&')
  // Anything else cannot stand in a header.
  const suffix = query !== undefined && /^[\u0021-\u007e]+$/.test(query) ? `?${query}` : ''
  const location = `https://aws.amazon.com/iam${suffix}`
  return { status: 302, headers: ['Location', location, ...requestIdHeaders(service, requestId)], body: '' }
}

/** A refusal before the service was known: the Version names it, if the form can be read at all. */
function serviceNamedBy(request: RawRequest): ServiceName | undefined {
  try {
    return serviceOfVersion(firstValueOf(readForm(request), 'Version'))
  } catch {
    return undefined
  }
}
