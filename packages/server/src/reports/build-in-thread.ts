import { Worker } from 'node:worker_threads'
import type { AccountId } from '../domain/ids.ts'
import type { DatabaseAt } from '../store/one-state.ts'
import type { BuildReport, BuiltReport, ReportBounds, TakePiece } from './build.ts'
import type { ReportThreadData, Told } from './report-thread.ts'

/** In a thread of its own: whoever calls meanwhile is kept waiting for no row of it. */
export const buildInThread =
  (database: DatabaseAt, bounds?: ReportBounds): BuildReport =>
  async (account, take, signal) => {
    signal.throwIfAborted()
    const worker = startThread({ database, account, bounds })
    try {
      return await follow(worker, account, take, signal)
    } finally {
      await worker.terminate()
    }
  }

function startThread(workerData: ReportThreadData): Worker {
  // Compiled it is JavaScript; from a checkout's sources Node runs the TypeScript itself.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Worker(new URL(`./report-thread.${extension}`, import.meta.url), { workerData })
}

function follow(
  worker: Worker,
  account: AccountId,
  take: TakePiece,
  signal: AbortSignal,
): Promise<BuiltReport | undefined> {
  return new Promise((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if ('built' in told) resolve(told.built)
      else take(told.piece).then(() => worker.postMessage('next'), reject)
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error(`the thread that built the report of ${account} has ended`)))
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
