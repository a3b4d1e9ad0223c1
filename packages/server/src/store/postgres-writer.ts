import type { Pool, PoolClient } from 'pg'
import { limits } from '../domain/limits.ts'
import { headIn, inHistory, mintNonce, type Head } from './head.ts'
import { mayRunAgain, queryOn, transactionOnClient } from './postgres.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

const attemptsMax = 3

/** Runs bodies in transactions of their own on PostgreSQL. */
export class PostgresWriter {
  readonly #pool: Pool

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
    let idle = false
    try {
      await command(client, 'begin')
      try {
        const value = await body(transactionOnClient(client))
        idle = await this.#commit(client, headOf())
        return value
      } catch (error) {
        if (error instanceof CommitLost) throw error
        await command(client, 'rollback')
        idle = true
        throw error
      }
    } finally {
      // A connection whose COMMIT or ROLLBACK was not answered goes to nobody else.
      client.release(!idle)
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (error) {
      throw new DatabaseError(error)
    }
  }

  /** True where the connection may be used again; a COMMIT without an answer is looked up by its nonce. */
  async #commit(client: PoolClient, head: Head | undefined): Promise<boolean> {
    const outcome = await Promise.race([command(client, 'commit'), expiry(limits.commitTimeout)]).catch(
      (error: unknown) => error,
    )
    if (outcome === 'COMMIT') return true
    // ROLLBACK for an answer: an error was swallowed somewhere, and nothing was kept.
    if (outcome === 'ROLLBACK') throw new CommitLost('the transaction was rolled back')
    if (head !== undefined && (await this.#tookPlace(head))) return false
    throw new CommitLost(outcome)
  }

  async #tookPlace({ n, nonce }: Head): Promise<boolean> {
    const { rows } = await queryOn(this.#pool, inHistory.statement, { n, nonce } as never)
    return inHistory.decode(rows)
  }
}

class CommitLost extends DatabaseError {}

async function command(client: PoolClient, text: string): Promise<string> {
  try {
    return (await client.query(text)).command
  } catch (error) {
    throw new DatabaseError(error)
  }
}

const expiry = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new DatabaseError(`no answer within ${milliseconds} ms`)), milliseconds).unref()
  })
