import type { Clock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { inHistory, readHead, type Head } from '../store/head.ts'
import type { SqliteConnection } from '../store/sqlite.ts'
import { DatabaseError } from '../store/transaction.ts'
import { CurrentState } from './current-state.ts'
import type { Directory, Judge } from './directory.ts'
import { isRemembered, type TellUndone } from './undone.ts'
import { CallView, State, Unread } from './view.ts'

/** One state on SQLite: a call that finds everything in the view costs the head alone; otherwise it reads in one transaction. */
export class SqliteDirectory implements Directory {
  readonly #open: () => SqliteConnection
  readonly #clock: Clock
  readonly #tellUndone: TellUndone | undefined
  #connection: SqliteConnection | undefined
  /** Did the last call lack a row? Then the next one, likely to, begins in a transaction and is judged once. */
  #missed = false
  readonly current: CurrentState

  constructor(open: () => SqliteConnection, clock: Clock, { tellUndone }: { readonly tellUndone?: TellUndone } = {}) {
    this.#open = open
    this.#clock = clock
    this.#tellUndone = tellUndone
    this.#connection = open()
    this.current = new CurrentState((seen, found) => this.#checkHistory(seen, found))
  }

  settle<Value>(judge: Judge<Value>): Value {
    const connection = this.#connected()
    try {
      if (!this.#missed) {
        // The clock before the head: read after it, an answer of this state could bear the time of a later one.
        const clock = this.#clock()
        const head = this.#head(connection)
        const own = new State(head, limits.viewRowsMax)
        try {
          return judge(new CallView(this.current.at(head), Math.max(head.at, clock), own))
        } catch (thrown) {
          if (!(thrown instanceof Unread)) throw thrown
        }
      }
      return this.#settleInTransaction(connection, judge)
    } catch (error) {
      if (error instanceof DatabaseError) this.#disconnect()
      throw error
    }
  }

  async close(): Promise<void> {
    this.#disconnect()
  }

  #settleInTransaction<Value>(connection: SqliteConnection, judge: Judge<Value>): Value {
    let missed = false
    const clock = this.#clock()
    connection.beginRead()
    try {
      const head = this.#head(connection)
      const own = new State(head, limits.viewRowsMax)
      const view = new CallView(this.current.at(head), Math.max(head.at, clock), own, (lookup, args) => {
        missed = true
        return connection.all(lookup.statement, args)
      })
      return judge(view)
    } finally {
      this.#missed = missed
      // Never left open: an open read would freeze what later calls see.
      connection.commit()
    }
  }

  #head(connection: SqliteConnection): Head {
    const head = connection.get(readHead, {})
    if (head === undefined) throw new DatabaseError('the head row is missing')
    return head
  }

  #checkHistory(seen: Head, found: Head): void {
    if (this.#tellUndone === undefined || !isRemembered(seen, found)) return
    if (!inHistory.decode(this.#connected().all(inHistory.statement, seen as never))) this.#tellUndone(seen, found)
  }

  #connected(): SqliteConnection {
    return (this.#connection ??= this.#open())
  }

  /** After an error of the engine: the next call opens the database anew. What was read stays true of its (n, nonce). */
  #disconnect(): void {
    try {
      this.#connection?.close()
    } catch {
      // It is given up in any case.
    }
    this.#connection = undefined
  }
}
