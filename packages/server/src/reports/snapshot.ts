import type { Clock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { readHead } from '../store/head.ts'
import { openPool } from '../store/postgres.ts'
import { PostgresPoolReads } from '../store/postgres-reads.ts'
import { SqliteConnection, transactionOn } from '../store/sqlite.ts'
import { DatabaseError, type Transaction } from '../store/transaction.ts'

/** Where a report is read from: plain data, it crosses to a thread. */
export type ReportSource =
  | { readonly engine: 'sqlite'; readonly databaseFile: string }
  | { readonly engine: 'postgres'; readonly url: string }

/**
 * Reads one state for as long as it takes, over a connection of its own, while others change what comes after it. `takenAt`: nothing that
 * was changed up to this moment is missing.
 */
export async function readOneState<Value>(
  source: ReportSource,
  clock: Clock,
  body: (tx: Transaction, takenAt: number) => Promise<Value>,
): Promise<Value> {
  if (source.engine === 'postgres') return readPostgres(source.url, body)
  const connection = new SqliteConnection(source.databaseFile, { mode: 'read' })
  try {
    // The clock before the state: read after it, the report would bear the time of a change that it lacks.
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
  // Between two statements it waits for pieces to be written, and nobody waits for its rows.
  const waits = { ...limits, idleInTransactionTimeout: limits.credentialReportSilenceMax }
  const reads = new PostgresPoolReads(() => openPool(url, waits, { max: 1 }))
  try {
    return await reads.snapshot(
      ({ head, now }, tx) => body(tx, Math.max(head.at, now)),
      limits.credentialReportJobMax,
    )
  } finally {
    await reads.close()
  }
}
