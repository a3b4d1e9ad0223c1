import type { Caller } from '../domain/caller.ts'
import type { ErrorCode } from '../errors.ts'
import type { OperationModel, ServiceName } from '../protocol/protocol.ts'
import type { LastUse } from '../store/last-used.ts'

/** What is known of one call as it goes through the house: for metrics, logs and last used. Written anew when a judgement runs again. */
export interface CallRecord {
  readonly requestId: string
  /** performance.now() at its last byte. */
  readonly started: number
  service: ServiceName | undefined
  operation: OperationModel | undefined
  caller: Caller | undefined
  /** The key that signed it, once the signature was found good. */
  use: { readonly seq: number; readonly use: LastUse } | undefined
  error: ErrorCode | undefined
}

export const beginRecord = (requestId: string): CallRecord => ({
  requestId,
  started: performance.now(),
  service: undefined,
  operation: undefined,
  caller: undefined,
  use: undefined,
  error: undefined,
})
