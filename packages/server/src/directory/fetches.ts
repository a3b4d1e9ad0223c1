import { limits } from '../domain/limits.ts'
import type { Head } from '../store/head.ts'
import type { Lookup } from '../store/lookup.ts'
import type { PostgresReads } from '../store/postgres-reads.ts'
import { DatabaseError } from '../store/transaction.ts'

interface Fetched {
  /** The state the rows are of: the same statement read both. */
  readonly head: Head
  readonly rows: readonly unknown[]
}

interface Waiting {
  readonly lookup: Lookup<never, unknown>
  readonly args: never
  resolve(fetched: Fetched): void
  reject(error: unknown): void
}

/** Rows asked for by calls that wait at the same time come in one statement. */
export class Fetches {
  readonly #reads: PostgresReads
  #waiting: Waiting[] = []

  constructor(reads: PostgresReads) {
    this.#reads = reads
  }

  fetch(lookup: Lookup<never, unknown>, args: never): Promise<Fetched> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#send())
      this.#waiting.push({ lookup, args, resolve, reject })
    })
  }

  #send(): void {
    const all = this.#waiting
    this.#waiting = []
    for (let i = 0; i < all.length; i += limits.lookupsPerFetch)
      void this.#ask(all.slice(i, i + limits.lookupsPerFetch))
  }

  async #ask(batch: readonly Waiting[]): Promise<void> {
    try {
      const { head, results } = await this.#reads.fetch(batch)
      for (const [i, waiting] of batch.entries()) {
        const rows = results[i]
        // No answer is not an absence: what is missing might have been a Deny.
        if (rows === undefined) waiting.reject(new DatabaseError('a row that was asked for was not answered'))
        else waiting.resolve({ head, rows })
      }
    } catch (error) {
      if (batch.length === 1) for (const waiting of batch) waiting.reject(error)
      // One call's values must not fail the others: each asks once alone.
      else for (const waiting of batch) void this.#ask([waiting])
    }
  }
}
