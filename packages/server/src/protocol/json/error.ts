import type { RawRequest, RawResponse } from '../../domain/http.ts'
import type { ServiceError } from '../../errors.ts'
import type { ServiceName } from '../model.ts'
import { statusOf } from '../status.ts'
import { answer } from './answer.ts'

/** Renders a refusal: the code as `__type`, as AWS's own JSON protocols name it, and its sentence. */
export function renderError(
  { code, message }: ServiceError,
  _request: RawRequest,
  _service: ServiceName | undefined,
  requestId: string,
): RawResponse {
  return answer(statusOf(code), JSON.stringify({ __type: code, message }), requestId)
}
