import type { Pool, PoolClient } from 'pg'
import { limits } from '../domain/limits.ts'
import { headIn, inHistory, mintNonce, type Head } from './head.ts'
import { connect, within } from './postgres-connection.ts'
import { isUsableAfter, mayRunAgain, queryOn, transactionOnClient } from './postgres.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

const attemptsMax = 3

/** Runs bodies in transactions of their own on PostgreSQL. */
export class PostgresWriter {
  readonly #pool: Pool
  /** Connections that were found to wait for the disk. */
  readonly #durable = new WeakSet<PoolClient>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** A change: its transaction begins with the head row, which orders it after every other. */
  async change<Value>(body: (tx: Transaction, head: Head) => Promise<Value>): Promise<Value> {
    for (let attempt = 1; ; attempt++) {
      let moved: Head | undefined
      try {
        return await this.#transact(
          async (tx) => {
            moved = await headIn(tx).move(mintNonce(), 0)
            return body(tx, moved)
          },
          () => moved,
        )
      } catch (error) {
        if (attempt === attemptsMax || !mayRunAgain(error)) throw error
      }
    }
  }

  /** A write that no decision and no read's answer depends on: it leaves the head row alone. */
  writeApart<Value>(body: (tx: Transaction) => Promise<Value>): Promise<Value> {
    return this.#transact(body, () => undefined)
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #transact<Value>(body: (tx: Transaction) => Promise<Value>, headOf: () => Head | undefined): Promise<Value> {
    const client = await this.#connect()
    let value: Value
    try {
      await command(client, 'begin isolation level read committed')
      value = await body(transactionOnClient(client))
    } catch (error) {
      client.release(!(await rollBack(client, error)))
      throw error
    }
    const outcome = await commit(client)
    // A connection whose COMMIT was not answered goes to nobody else, and is closed before anyone is asked what became of it.
    client.release(outcome !== 'committed')
    if (outcome === 'committed') return value
    const head = headOf()
    if (outcome.lost && head !== undefined && (await this.#tookPlace(head))) return value
    throw outcome.cause
  }

  /** A connection whose commits wait for the disk (and for what else the operator asks of them). */
  async #connect(): Promise<PoolClient> {
    const client = await connect(this.#pool)
    if (this.#durable.has(client)) return client
    try {
      const { rows } = await client.query<{ synchronous_commit: string }>('show synchronous_commit')
      const level = rows[0]?.synchronous_commit ?? ''
      if (level !== 'on' && level !== 'remote_apply') {
        throw new Error(`synchronous_commit is ${level}: an answered change could be lost`)
      }
    } catch (error) {
      client.release(true)
      throw new DatabaseError(error)
    }
    this.#durable.add(client)
    return client
  }

  async #tookPlace({ n, nonce }: Head): Promise<boolean> {
    const { rows } = await queryOn(this.#pool, inHistory.statement, { n, nonce } as never)
    return inHistory.decode(rows)
  }
}

/** True where the connection may be used again: the server answered ROLLBACK. */
async function rollBack(client: PoolClient, error: unknown): Promise<boolean> {
  if (!isUsableAfter(error)) return false
  try {
    return (await command(client, 'rollback')) === 'ROLLBACK'
  } catch {
    return false
  }
}

interface NotCommitted {
  /** Without an answer: it may have taken place all the same, and history knows. */
  readonly lost: boolean
  readonly cause: DatabaseError
}

async function commit(client: PoolClient): Promise<'committed' | NotCommitted> {
  let warning: string | undefined
  const note = (notice: { message?: string | undefined }) => (warning = notice.message ?? 'a warning')
  client.on('notice', note)
  try {
    const tag = await within(limits.commitTimeout, command(client, 'commit'))
    // ROLLBACK for an answer: an error was swallowed somewhere, and nothing was kept.
    if (tag !== 'COMMIT') return { lost: false, cause: new DatabaseError(`COMMIT was answered by ${tag}`) }
    // A COMMIT that was kept here and not on the standby says so in a warning. Its severity comes in the server's language.
    return warning === undefined
      ? 'committed'
      : { lost: false, cause: new DatabaseError(`COMMIT was answered with: ${warning}`) }
  } catch (error) {
    return { lost: true, cause: error instanceof DatabaseError ? error : new DatabaseError(error) }
  } finally {
    client.off('notice', note)
  }
}

async function command(client: PoolClient, text: string): Promise<string> {
  try {
    return (await client.query(text)).command
  } catch (error) {
    throw new DatabaseError(error)
  }
}
