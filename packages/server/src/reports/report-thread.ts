import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from '../domain/clock.ts'
import type { AccountId } from '../domain/ids.ts'
import type { DatabaseAt } from '../store/one-state.ts'
import { buildHere, type BuiltReport, type ReportBounds } from './build.ts'

/** What the thread is started with. */
export interface ReportThreadData {
  readonly database: DatabaseAt
  readonly account: AccountId
  readonly bounds: ReportBounds | undefined
}

/** A piece, for which a word is awaited; at the end the report, or undefined where it would be too long. */
export type Told = { readonly piece: string } | { readonly built: BuiltReport | undefined }

const { database, account, bounds } = workerData as ReportThreadData
const port = parentPort
if (port === null) throw new Error('this is a thread of the server')
const tell = (told: Told) => port.postMessage(told)

const take = (piece: string): Promise<void> =>
  new Promise((resolve) => {
    port.once('message', () => resolve())
    tell({ piece })
  })

tell({ built: await buildHere(database, systemClock, bounds)(account, take, new AbortController().signal) })
