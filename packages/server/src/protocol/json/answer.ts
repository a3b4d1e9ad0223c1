import type { RawResponse } from '../../domain/http.ts'

export function answer(status: number, body: RawResponse['body'], requestId: string): RawResponse {
  return { status, headers: ['Content-Type', 'application/json', 'x-amzn-RequestId', requestId], body }
}
