import type { RawRequest } from '../domain/http.ts'
import { json } from './json/index.ts'
import type { Protocol } from './protocol.ts'
import { query } from './query/index.ts'
import { restJson } from './rest-json/index.ts'

/** Every protocol by its name, which is plain data and can go with a change to the writer. */
export const protocols = { query, json, 'rest-json': restJson } as const satisfies Record<string, Protocol>

export type ProtocolName = keyof typeof protocols

/** The protocol a request is read by. What no protocol takes for its own is AWS Query's to refuse. */
export function protocolOf(request: RawRequest): ProtocolName {
  if (json.accepts(request)) return 'json'
  return restJson.accepts(request) ? 'rest-json' : 'query'
}
