import type { Clock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { readHead } from './head.ts'
import { openPool } from './postgres.ts'
import { PostgresPoolReads } from './postgres-reads.ts'
import { SqliteConnection, transactionOn } from './sqlite.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

/** Where a database is: plain data, it crosses to a thread. */
export type DatabaseAt =
  { readonly engine: 'sqlite'; readonly databaseFile: string } | { readonly engine: 'postgres'; readonly url: string }

/**
 * Reads one state for as long as it takes, over a connection of its own, while others change what comes after it. `takenAt`: nothing that
 * was changed up to this moment is missing.
 */
export async function readOneState<Value>(
  at: DatabaseAt,
  clock: Clock,
  body: (tx: Transaction, takenAt: number) => Promise<Value>,
): Promise<Value> {
  if (at.engine === 'postgres') return readPostgres(at.url, body)
  const connection = new SqliteConnection(at.databaseFile, { mode: 'read' })
  try {
    // The clock before the state: read after it, `takenAt` could be the time of a change that is missing.
    const now = clock()
    connection.beginRead()
    const head = connection.get(readHead, {})
    if (head === undefined) throw new DatabaseError('the head row is missing')
    return await body(transactionOn(connection), Math.max(head.at, now))
  } finally {
    connection.close()
  }
}

async function readPostgres<Value>(
  url: string,
  body: (tx: Transaction, takenAt: number) => Promise<Value>,
): Promise<Value> {
  // Between two statements it waits for what becomes of the first one's rows, and nobody waits for it.
  const waits = { ...limits, idleInTransactionTimeout: limits.oneStateIdleMax }
  const reads = new PostgresPoolReads(() => openPool(url, waits, { max: 1 }))
  try {
    return await reads.snapshot(({ head, now }, tx) => body(tx, Math.max(head.at, now)), limits.oneStateMax)
  } finally {
    await reads.close()
  }
}
