import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from '../domain/clock.ts'
import type { RawResponse } from '../domain/http.ts'
import { limits } from '../domain/limits.ts'
import { ServiceError, type ErrorCode } from '../errors.ts'
import type { Settings } from '../operations/operation.ts'
import { KeyRing, KeyRingError } from '../secrets/key-ring.ts'
import { readMasterKeys } from '../secrets/master-key.ts'
import { lastUsedIn, type UsesOfPlace } from '../store/last-used.ts'
import { refusalsIn, type Refusals } from '../store/refusals.ts'
import { SqliteConnection } from '../store/sqlite.ts'
import { SqliteWriter } from '../store/sqlite-writer.ts'
import { DatabaseError } from '../store/transaction.ts'
import { performChange, type Change } from './change.ts'
import { writeReport, type ReportWrite } from './report-writes.ts'

/** What the thread is started with. The master keys are read here: no key crosses threads. */
export interface ThreadData {
  readonly databaseFile: string
  readonly masterKeyFile: string
  readonly settings: Settings
}

export type Order =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'uses'; readonly uses: readonly UsesOfPlace[] }
  | { readonly kind: 'fold' }
  | { readonly kind: 'refusals'; readonly refusals: Refusals }
  | { readonly kind: 'report'; readonly write: ReportWrite }
  | { readonly kind: 'close' }

export type Reply =
  | { readonly kind: 'done'; readonly response: RawResponse | undefined }
  /** `cause` is for the log. */
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly message: string
      readonly sealedReason?: string | undefined
      readonly cause: string | undefined
    }

const { databaseFile, masterKeyFile, settings } = workerData as ThreadData
const keyRing = new KeyRing(() => readMasterKeys(masterKeyFile))
const writer = new SqliteWriter(
  () => new SqliteConnection(databaseFile, { mode: 'write', busyTimeout: limits.lockTimeout }),
  systemClock,
)

async function follow(order: Order): Promise<RawResponse | undefined> {
  switch (order.kind) {
    case 'change':
      return writer.change((tx, head) => performChange(tx, head, order.change, { keyRing, settings }))
    case 'uses':
      await writer.writeApart((tx) => lastUsedIn(tx).put(order.uses))
      return undefined
    case 'fold':
      await writer.writeApart((tx) => lastUsedIn(tx).fold())
      return undefined
    case 'refusals':
      await writer.writeApart((tx) => refusalsIn(tx).put(order.refusals))
      return undefined
    case 'report':
      await writeReport(writer, order.write, systemClock)
      return undefined
    case 'close':
      writer.close()
      return undefined
  }
}

function refusal(error: unknown): Reply {
  if (error instanceof ServiceError) {
    const { code, message, sealedReason } = error
    return { kind: 'refused', code, message, sealedReason, cause: causeOf(error) }
  }
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const unavailable = error instanceof DatabaseError || error instanceof KeyRingError
  return {
    kind: 'refused',
    code: unavailable ? 'ServiceUnavailable' : 'InternalFailure',
    message: unavailable ? 'The service is unavailable. Please try again.' : 'The request could not be processed.',
    cause,
  }
}

/** What a refusal has for the log, as text: errors do not cross threads whole. */
const causeOf = ({ cause }: ServiceError): string | undefined => (cause === undefined ? undefined : String(cause))

// Orders come one at a time: the main thread sends the next when it has this one's reply, or together, and they queue here.
let last = Promise.resolve()
parentPort?.on('message', ({ id, order }: { id: number; order: Order }) => {
  last = last
    .then(() => follow(order))
    .then(
      (response): Reply => ({ kind: 'done', response }),
      (error: unknown) => refusal(error),
    )
    .then((reply) => parentPort?.postMessage({ id, reply }))
})
