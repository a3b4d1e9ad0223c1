import { query } from './query/index.ts'
/** Ways to put calls on the wire, by the names that changes carry. */
export const protocols = { query, json: query } as const
export type ProtocolName = keyof typeof protocols
export const protocolOf = (request: { target: string }): ProtocolName =>
  request.target.startsWith('/api/') ? 'json' : 'query'
