import Database from 'better-sqlite3'
import { appliedMigrationsSql, migrateSqlite, schemaState, type SchemaState } from './migrate.ts'
import type { Statement } from './statement.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

/**
 * One connection to the embedded database: WAL, every commit on disk before it is answered. All calls are synchronous; an error
 * of the engine comes out as DatabaseError.
 */
export class SqliteConnection {
  readonly #database: Database.Database
  readonly #prepared = new Map<unknown, Database.Statement>()
  readonly #begin: Database.Statement
  readonly #beginImmediate: Database.Statement
  readonly #commit: Database.Statement
  readonly #rollback: Database.Statement

  /** `read` refuses writes on this connection. `busyTimeout`: how long it waits for another process's change, milliseconds. */
  constructor(file: string, options: { mode: 'read' | 'write'; create?: boolean; busyTimeout?: number }) {
    this.#database = guarded(() => {
      const database = new Database(file, {
        fileMustExist: options.create !== true,
        timeout: options.busyTimeout ?? 5_000,
      })
      try {
        database.pragma('journal_mode = WAL')
        database.pragma('synchronous = FULL')
        database.pragma('foreign_keys = ON')
        database.pragma('cache_size = -16384')
        if (options.mode === 'read') database.pragma('query_only = ON')
        return database
      } catch (error) {
        // Calls come again and again while the database is damaged or locked: each would leave an open file behind.
        database.close()
        throw error
      }
    })
    this.#begin = this.#database.prepare('begin')
    this.#beginImmediate = this.#database.prepare('begin immediate')
    this.#commit = this.#database.prepare('commit')
    this.#rollback = this.#database.prepare('rollback')
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  beginRead(): void {
    guarded(() => this.#begin.run())
  }

  beginWrite(): void {
    guarded(() => this.#beginImmediate.run())
  }

  commit(): void {
    guarded(() => this.#commit.run())
  }

  /** Does nothing where an error has ended the transaction already. */
  rollback(): void {
    if (this.#database.inTransaction) guarded(() => this.#rollback.run())
  }

  all<Args, Row>(statement: Statement<Args, Row>, args: Args): readonly Row[] {
    const { text, values } = statement.on('sqlite')
    return guarded(() => this.#prepare(statement, text).all(...values(args)) as Row[])
  }

  /** The first row alone: the cheapest read, for the head. */
  get<Args, Row>(statement: Statement<Args, Row>, args: Args): Row | undefined {
    const { text, values } = statement.on('sqlite')
    return guarded(() => this.#prepare(statement, text).get(...values(args)) as Row | undefined)
  }

  run<Args>(statement: Statement<Args, unknown>, args: Args): number {
    const { text, values } = statement.on('sqlite')
    return guarded(() => this.#prepare(statement, text).run(...values(args)).changes)
  }

  schemaState(): SchemaState {
    const [table] = this.#database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").all()
    if (table === undefined) return schemaState(undefined)
    return schemaState(
      (this.#database.prepare(appliedMigrationsSql).all() as { name: string }[]).map((row) => row.name),
    )
  }

  async migrate(): Promise<void> {
    await migrateSqlite(this.#database)
  }

  /** Refuses a file that is no sound database: returns what is wrong with it, or undefined. */
  damage(): string | undefined {
    const rows = this.#database.pragma('quick_check(1)') as { quick_check: string }[]
    return rows[0]?.quick_check === 'ok' ? undefined : (rows[0]?.quick_check ?? 'no answer')
  }

  close(): void {
    this.#database.close()
  }

  #prepare(statement: unknown, text: string): Database.Statement {
    let prepared = this.#prepared.get(statement)
    if (prepared === undefined) {
      prepared = this.#database.prepare(text)
      this.#prepared.set(statement, prepared)
    }
    return prepared
  }
}

/** The statements of one change over a connection that is inside a write transaction. */
export function transactionOn(connection: SqliteConnection): Transaction {
  // Some errors of the engine end the transaction. A statement after that would be kept by itself: half a change.
  const inside = (): SqliteConnection => {
    if (!connection.inTransaction) throw new DatabaseError('the database left the transaction')
    return connection
  }
  return {
    all: async (statement, args) => inside().all(statement, args),
    read: (statement, args) => inside().all(statement, args),
    run: async (statement, args) => inside().run(statement, args),
  }
}

function guarded<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw new DatabaseError(error)
  }
}
