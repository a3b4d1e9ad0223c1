import type { Clock } from '../domain/clock.ts'
import { headIn, inHistory, mintNonce, type Head } from './head.ts'
import { transactionOn, type SqliteConnection } from './sqlite.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

/** The one connection that writes. Every body runs in a transaction of its own; the caller lets one body run at a time. */
export class SqliteWriter {
  readonly #open: () => SqliteConnection
  readonly #clock: Clock
  #connection: SqliteConnection | undefined

  constructor(open: () => SqliteConnection, clock: Clock) {
    this.#open = open
    this.#clock = clock
  }

  /** A change: its transaction begins with the head row. What the body returned is on disk when this resolves. */
  change<Value>(body: (tx: Transaction, head: Head) => Promise<Value>): Promise<Value> {
    let moved: Head | undefined
    return this.#transact(
      async (tx) => {
        moved = await headIn(tx).move(mintNonce(), this.#clock())
        return body(tx, moved)
      },
      () => moved,
    )
  }

  /** A write that no decision and no read's answer depends on: it leaves the head row alone. */
  writeApart<Value>(body: (tx: Transaction) => Promise<Value>): Promise<Value> {
    return this.#transact(body, () => undefined)
  }

  close(): void {
    this.#connection?.close()
    this.#connection = undefined
  }

  async #transact<Value>(body: (tx: Transaction) => Promise<Value>, headOf: () => Head | undefined): Promise<Value> {
    const connection = (this.#connection ??= this.#open())
    try {
      connection.beginWrite()
      const value = await this.#runBody(connection, body)
      this.#commit(connection, headOf())
      return value
    } catch (error) {
      if (error instanceof DatabaseError) this.#reopen(connection)
      throw error
    }
  }

  async #runBody<Value>(connection: SqliteConnection, body: (tx: Transaction) => Promise<Value>): Promise<Value> {
    try {
      const value = await body(transactionOn(connection))
      if (!connection.inTransaction) throw new DatabaseError('the database left the transaction')
      return value
    } catch (error) {
      // An error of the engine may have ended the transaction by itself: then nothing of what follows may count as done.
      if (!connection.inTransaction) throw new DatabaseError(error)
      connection.rollback()
      throw error
    }
  }

  #commit(connection: SqliteConnection, head: Head | undefined): void {
    try {
      connection.commit()
    } catch (error) {
      // A COMMIT that failed may still have taken place: its nonce tells.
      if (head === undefined || !this.#committed(connection, head)) throw error
    }
  }

  #committed(connection: SqliteConnection, head: Head): boolean {
    this.#reopen(connection)
    const fresh = (this.#connection = this.#open())
    return inHistory.decode(fresh.all(inHistory.statement, { n: head.n, nonce: head.nonce } as never))
  }

  #reopen(connection: SqliteConnection): void {
    try {
      connection.close()
    } catch {
      // It is given up in any case.
    }
    if (this.#connection === connection) this.#connection = undefined
  }
}
