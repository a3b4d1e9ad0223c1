import type { Pool, PoolClient } from 'pg'
import { limits } from '../domain/limits.ts'
import type { Head } from './head.ts'
import type { Lookup } from './lookup.ts'
import { lend } from './postgres-connection.ts'
import { transactionOnClient } from './postgres.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

export interface HeadAnswer {
  readonly head: Head
  /** The database's clock at the start of the statement: milliseconds since the epoch. */
  readonly now: number
}

interface Asked {
  readonly lookup: Lookup<never, unknown>
  readonly args: never
}

/** What a process asks PostgreSQL when it reads. Tests put gates in front of these three. */
export interface PostgresReads {
  head(): Promise<HeadAnswer>
  /** The rows of several lookups and the head they were read at, by one statement. */
  fetch(asked: readonly Asked[]): Promise<{ head: Head; results: readonly (readonly unknown[])[] }>
  /** One REPEATABLE READ transaction on the primary, whose first statement is the head query. It is given up after so many milliseconds. */
  snapshot<Value>(body: (answer: HeadAnswer, tx: Transaction) => Promise<Value>, milliseconds?: number): Promise<Value>
  close(): Promise<void>
}

const headSql = `select n, nonce, at, pg_is_in_recovery() as standby,
  floor(extract(epoch from statement_timestamp()) * 1000)::bigint as now from head`

interface HeadRow extends Head {
  standby: boolean
  now: number
}

/** Reads through a pool that never runs changes: an open change must not answer its own uncommitted head. */
export class PostgresPoolReads implements PostgresReads {
  #pool: Pool
  readonly #open: () => Pool

  constructor(open: () => Pool) {
    this.#open = open
    this.#pool = open()
  }

  async head(): Promise<HeadAnswer> {
    const pool = this.#pool
    return lend(pool, limits.headQueryTimeout, (client) => this.#readHead(client, pool))
  }

  async fetch(asked: readonly Asked[]): Promise<{ head: Head; results: readonly (readonly unknown[])[] }> {
    const values: unknown[] = []
    const columns = asked.map(({ lookup, args }, i) => {
      const bound = lookup.statement.on('postgres')
      const shifted = bound.text.replace(/\$(\d+)/g, (_, position: string) => `$${values.length + Number(position)}`)
      values.push(...bound.values(args))
      return `(select coalesce(json_agg(t), '[]'::json) from (${shifted}) t) as r${i}`
    })
    const text = `select n, nonce, at, ${columns.join(', ')} from head`
    return lend(this.#pool, limits.statementTimeout, async (client) => {
      const [row] = await rowsOf<Record<string, unknown>>(client, { text, values })
      if (row === undefined) throw new DatabaseError('the head row is missing')
      const { n, nonce, at } = row as unknown as Head
      return { head: { n, nonce, at }, results: asked.map((_, i) => row[`r${i}`] as readonly unknown[]) }
    })
  }

  async snapshot<Value>(
    body: (answer: HeadAnswer, tx: Transaction) => Promise<Value>,
    milliseconds: number = limits.statementTimeout * 2,
  ): Promise<Value> {
    const pool = this.#pool
    const outcome = await lend(pool, milliseconds, async (client) => {
      await rowsOf(client, { text: 'begin isolation level repeatable read read only' })
      const settled = await outcomeOf(body(await this.#readHead(client, pool), transactionOnClient(client)))
      await rowsOf(client, { text: 'commit' })
      return settled
    })
    return outcome()
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #readHead(client: PoolClient, pool: Pool): Promise<HeadAnswer> {
    const [row] = await rowsOf<HeadRow>(client, { name: 'head', text: headSql })
    if (row === undefined) throw new DatabaseError('the head row is missing')
    if (row.standby) {
      this.#leave(pool)
      throw new DatabaseError('the database server is in recovery')
    }
    return { head: { n: row.n, nonce: row.nonce, at: row.at }, now: row.now }
  }

  /** After a failover a pool would sit on the demoted server for ever: every connection is closed. */
  #leave(pool: Pool): void {
    // A call that was already under way on the old pool says nothing of the new one.
    if (pool !== this.#pool) return
    this.#pool = this.#open()
    void pool.end()
  }
}

/** A judgement that refuses its call throws, and the connection is as good as before; after an error of the database it is not. */
async function outcomeOf<Value>(settling: Promise<Value>): Promise<() => Value> {
  try {
    const value = await settling
    return () => value
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    return () => {
      throw error
    }
  }
}

async function rowsOf<Row>(
  client: PoolClient,
  query: { text: string; name?: string; values?: unknown[] },
): Promise<readonly Row[]> {
  try {
    // The caller wrote the text and knows what a row looks like.
    return (await client.query(query)).rows as Row[]
  } catch (error) {
    throw new DatabaseError(error)
  }
}
