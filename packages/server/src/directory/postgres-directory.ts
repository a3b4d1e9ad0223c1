import { limits } from '../domain/limits.ts'
import type { Head } from '../store/head.ts'
import type { Lookup } from '../store/lookup.ts'
import type { HeadAnswer, PostgresReads } from '../store/postgres-reads.ts'
import type { Directory, Judge } from './directory.ts'
import { settleInTransaction } from './settle-in-transaction.ts'
import { CallView, State, Unread } from './view.ts'

type AnyLookup = Lookup<never, unknown>

/** One state on PostgreSQL: the head is asked after a call's last byte arrived; rows are used only at the (n, nonce) they came with. */
export class PostgresDirectory implements Directory {
  readonly #reads: PostgresReads
  readonly #heads: HeadQueries
  readonly #fetches: Fetches
  #state: State | undefined

  constructor(reads: PostgresReads) {
    this.#reads = reads
    this.#heads = new HeadQueries(() => reads.head())
    this.#fetches = new Fetches(reads)
  }

  async settle<Value>(judge: Judge<Value>): Promise<Value> {
    for (let start = 1; start <= limits.startsBeforeTransaction; start++) {
      const settled = await this.#settleOnce(judge)
      if (settled !== moved) return settled.value
    }
    // Changes keep moving the head under this call: it gets a snapshot of its own.
    return this.#reads.snapshot(({ head, now }, tx) => settleInTransaction(tx, head, now, judge))
  }

  async close(): Promise<void> {
    await this.#reads.close()
  }

  /** One start: `moved` where a row came from another state than the head query's. */
  async #settleOnce<Value>(judge: Judge<Value>): Promise<{ value: Value } | typeof moved> {
    const { head, now } = await this.#heads.next()
    const state = this.#at(head)
    // `now` belongs to this start: kept from an earlier one, it would accept what has expired since.
    const view = new CallView(state, Math.max(head.at, now), new State(head, limits.viewRowsMax))
    for (;;) {
      try {
        return { value: judge(view) }
      } catch (thrown) {
        if (!(thrown instanceof Unread)) throw thrown
        const fetched = await this.#fetches.fetch(thrown.lookup, thrown.args as never)
        if (!state.is(fetched.head)) return moved
        view.add(thrown.lookup, thrown.args as never, fetched.rows)
      }
    }
  }

  #at(head: Head): State {
    if (this.#state === undefined || !this.#state.is(head)) this.#state = new State(head, limits.viewRowsMax)
    return this.#state
  }
}

const moved = Symbol('moved')

/** One head query at a time. A call that arrives while one is under way waits for the next: the one in flight may be older than it. */
class HeadQueries {
  readonly #ask: () => Promise<HeadAnswer>
  #inFlight: Promise<HeadAnswer> | undefined
  #following: Promise<HeadAnswer> | undefined

  constructor(ask: () => Promise<HeadAnswer>) {
    this.#ask = ask
  }

  next(): Promise<HeadAnswer> {
    if (this.#inFlight === undefined) return this.#start()
    this.#following ??= this.#inFlight.then(
      () => this.#start(),
      () => this.#start(),
    )
    return this.#following
  }

  #start(): Promise<HeadAnswer> {
    this.#following = undefined
    const query = this.#ask().finally(() => {
      // A following query may have begun already.
      if (this.#inFlight === query) this.#inFlight = undefined
    })
    this.#inFlight = query
    return query
  }
}

interface Waiting {
  readonly lookup: AnyLookup
  readonly args: never
  resolve(fetched: { head: Head; rows: readonly unknown[] }): void
  reject(error: unknown): void
}

/** Rows asked for by calls that wait at the same time come in one statement. */
class Fetches {
  readonly #reads: PostgresReads
  #waiting: Waiting[] = []

  constructor(reads: PostgresReads) {
    this.#reads = reads
  }

  fetch(lookup: AnyLookup, args: never): Promise<{ head: Head; rows: readonly unknown[] }> {
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
      for (const [i, waiting] of batch.entries()) waiting.resolve({ head, rows: results[i] ?? [] })
    } catch (error) {
      if (batch.length === 1) for (const waiting of batch) waiting.reject(error)
      // One call's values must not fail the others: each asks once alone.
      else for (const waiting of batch) void this.#ask([waiting])
    }
  }
}
