import type { RawRequest } from '../domain/http.ts'
import { json } from './json/index.ts'
import type { Protocol } from './protocol.ts'
import { query } from './query/index.ts'

/** Every protocol by its name, which is plain data and can go with a change to the writer. */
export const protocols = { query, json } as const satisfies Record<string, Protocol>

export type ProtocolName = keyof typeof protocols

/** The protocol a request is read by. What no protocol takes for its own is AWS Query's to refuse. */
export function protocolOf(request: RawRequest): ProtocolName {
  return json.accepts(request) ? 'json' : 'query'
}
