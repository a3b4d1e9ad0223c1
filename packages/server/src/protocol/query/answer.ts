import type { RawResponse } from '../../domain/http.ts'
import type { ServiceName } from '../model.ts'

/** An answer with the headers that AWS gives to every one. */
export function answer(
  service: ServiceName,
  status: number,
  body: RawResponse['body'],
  requestId: string,
): RawResponse {
  return { status, headers: ['Content-Type', 'text/xml', ...requestIdHeaders(service, requestId)], body }
}

export function requestIdHeaders(service: ServiceName, requestId: string): readonly string[] {
  if (service === 'iam') return ['x-amzn-RequestId', requestId]
  // Opaque to clients; it tells nothing that the request id does not.
  const extended = Buffer.from(requestId, 'latin1').toString('base64')
  return ['x-amzn-RequestId', requestId, 'x-amz-sts-extended-request-id', extended]
}
