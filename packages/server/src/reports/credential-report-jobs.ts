import { setImmediate as turn } from 'node:timers/promises'
import type { LastUsedNotes } from '../audit/last-used.ts'
import type { Directory } from '../directory/directory.ts'
import { BlobInPieces } from '../domain/blob-in-pieces.ts'
import { limits } from '../domain/limits.ts'
import type { CredentialReports } from '../operations/operation.ts'
import { credentialReportOf, reportPiece, type PublishedReport, type ReportJob } from '../store/credential-reports.ts'
import type { Changes } from '../writer/changes.ts'
import { Queue } from '../writer/queue.ts'
import type { BuildReport } from './build.ts'

interface Parts {
  readonly directory: Directory
  readonly changes: Changes
  readonly build: BuildReport
  readonly lastUsed: Pick<LastUsedNotes, 'flush'>
  /** For the operator's eyes. */
  fault(job: string, error: unknown): void
}

/**
 * Builds the reports that calls of this process asked for, one at a time. A process that ends in the middle leaves a job that writes no
 * more: after a while GenerateCredentialReport begins another, wherever it is called.
 */
export class CredentialReportJobs implements CredentialReports {
  readonly #parts: Parts
  readonly #queue = new Queue()
  readonly #closing = new AbortController()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  begin(job: ReportJob): void {
    void this.#queue.run(() => this.#perform(job))
  }

  content({ id, size }: PublishedReport): BlobInPieces {
    const blob: BlobInPieces = new BlobInPieces(size, () => this.#pieces(id, blob.length))
    return blob
  }

  /** Nothing is under way any more. */
  async settled(): Promise<void> {
    await this.#queue.drained()
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the server stops'))
    await this.settled()
  }

  async #perform(job: ReportJob): Promise<void> {
    const { directory, changes, build, lastUsed, fault } = this.#parts
    try {
      // The call that asked for it is a use of its key too, and is noted when it is answered.
      await turn()
      const report = await directory.settle((view) => view.get(credentialReportOf, { account: job.account }))
      // Another call was told of a job that was begun already, or this one waited until another took its place.
      if (report?.job?.id !== job.job) return
      await lastUsed.flush((uses) => changes.recordUses(uses))
      let i = 0
      const take = (content: string) => changes.writeReport({ kind: 'piece', ...job, i: i++, content })
      const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(limits.credentialReportJobMax)])
      const built = await build(job.account, take, signal)
      await changes.writeReport(
        built === undefined ? { kind: 'end', ...job, overLimit: true } : { kind: 'publish', ...job, ...built },
      )
    } catch (error) {
      if (!this.#closing.signal.aborted) fault(job.job, error)
      await this.#giveUp(job)
    }
  }

  /** The next call need not wait for the silence. */
  async #giveUp(job: ReportJob): Promise<void> {
    try {
      await this.#parts.changes.writeReport({ kind: 'end', ...job, overLimit: false })
    } catch {
      // The database is away: silence will tell.
    }
  }

  /** Every piece by itself, as the client takes it: what was published never changes. */
  async *#pieces(job: string, length: number): AsyncGenerator<string> {
    for (let i = 0, sent = 0; sent < length; i++) {
      const piece = await this.#parts.directory.settle((view) => view.get(reportPiece, { job, i }))
      if (piece === undefined) throw new Error(`piece ${i} of the report ${job} was replaced while it was sent`)
      sent += piece.length
      yield piece
    }
  }
}
