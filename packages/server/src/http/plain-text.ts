import type { RawResponse } from '../domain/http.ts'
import { mintRequestId } from '../domain/ids.ts'

/** An answer for people and probes: a word or a sentence. */
export const plainText = (status: number, text: string, ...headers: string[]): RawResponse => ({
  status,
  headers: ['Content-Type', 'text/plain; charset=utf-8', 'x-amzn-RequestId', mintRequestId(), ...headers],
  body: `${text}\n`,
})
