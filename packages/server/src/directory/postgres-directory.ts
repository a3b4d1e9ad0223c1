import { systemClock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { inHistory, type Head } from '../store/head.ts'
import type { PostgresReads } from '../store/postgres-reads.ts'
import { CurrentState } from './current-state.ts'
import type { Directory, Judge } from './directory.ts'
import { Fetches } from './fetches.ts'
import { HeadQueries, type Heads } from './head-queries.ts'
import { settleInTransaction } from './settle-in-transaction.ts'
import { isRemembered, type TellUndone } from './undone.ts'
import { CallView, State, Unread } from './view.ts'

interface Options {
  /** Absent: one head query at a time, sent after the call came. */
  readonly heads?: Heads
  readonly tellUndone?: TellUndone
}

/** One state on PostgreSQL: the head is asked after a call's last byte arrived; rows are used only at the (n, nonce) they came with. */
export class PostgresDirectory implements Directory {
  readonly #reads: PostgresReads
  readonly #heads: Heads
  readonly #fetches: Fetches
  readonly #tellUndone: TellUndone | undefined
  readonly current: CurrentState
  /** The database's clock less this machine's, as the last head query showed it: milliseconds. */
  clockOffset = 0

  constructor(reads: PostgresReads, { heads, tellUndone }: Options = {}) {
    this.#reads = reads
    this.#heads = heads ?? new HeadQueries(() => reads.head())
    this.#fetches = new Fetches(reads)
    this.#tellUndone = tellUndone
    this.current = new CurrentState((seen) => void this.#checkHistory(seen))
  }

  async settle<Value>(judge: Judge<Value>): Promise<Value> {
    for (let start = 1; start <= limits.startsBeforeTransaction; start++) {
      const settled = await this.#settleOnce(judge)
      if (settled !== moved) return settled.value
    }
    // Changes keep moving the head under this call: it gets a snapshot of its own.
    return this.#reads.snapshot(({ head, now }, tx) => settleInTransaction(tx, head, Math.max(head.at, now), judge))
  }

  async close(): Promise<void> {
    await this.#reads.close()
  }

  /** One start: `moved` where a row came from another state than the head query's. */
  async #settleOnce<Value>(judge: Judge<Value>): Promise<{ value: Value } | typeof moved> {
    const { head, now } = await this.#heads.next()
    this.clockOffset = now - systemClock()
    const state = this.current.at(head)
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

  /** Beside the calls, in the statement of what they fetch. */
  async #checkHistory(seen: Head): Promise<void> {
    if (this.#tellUndone === undefined) return
    try {
      const { head, rows } = await this.#fetches.fetch(inHistory, seen as never)
      if (isRemembered(seen, head) && !inHistory.decode(rows)) this.#tellUndone(seen, head)
    } catch {
      // The database is away: whoever calls now is told so.
    }
  }
}

const moved = Symbol('moved')
