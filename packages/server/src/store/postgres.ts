import { DatabaseError as ServerError, Pool, types, type PoolClient, type PoolConfig } from 'pg'
import { appliedMigrationsSql, migratePostgres, schemaState, type SchemaState } from './migrate.ts'
import type { Statement } from './statement.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

// Every integer here is below 2^53: counts, times in milliseconds, sequence numbers.
types.setTypeParser(types.builtins.INT8, Number)

export interface PostgresLimits {
  readonly statementTimeout: number
  readonly lockTimeout: number
  readonly idleInTransactionTimeout: number
}

/** A pool whose connections give up waiting by themselves: milliseconds. `synchronous_commit` is never below `on`. */
export function openPool(url: string, limits: PostgresLimits, options: PoolConfig = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    statement_timeout: limits.statementTimeout,
    lock_timeout: limits.lockTimeout,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeout,
    connectionTimeoutMillis: limits.lockTimeout,
    // Longer than the server's own limit: it ends the wait for a server that says nothing any more.
    query_timeout: options.statement_timeout === 0 ? 0 : limits.statementTimeout * 2,
    keepAlive: true,
    options: '-c synchronous_commit=on -c default_transaction_isolation=read\\ committed',
    ...options,
  })
  // A connection that breaks, idle or lent, fails its next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const names = new WeakMap<object, string>()
let named = 0
/** Prepared statements are named on the server: one name a statement and process. */
function nameOf(statement: object): string {
  let name = names.get(statement)
  if (name === undefined) {
    name = `s${++named}`
    names.set(statement, name)
  }
  return name
}

export async function queryOn<Args, Row>(
  client: Pool | PoolClient,
  statement: Statement<Args, Row>,
  args: Args,
): Promise<{ rows: readonly Row[]; count: number }> {
  const { text, values } = statement.on('postgres')
  try {
    const result = await client.query({ name: nameOf(statement), text, values: values(args) })
    // The row type is the statement's own: Kysely built it from the schema.
    return { rows: result.rows as Row[], count: result.rowCount ?? 0 }
  } catch (error) {
    throw new DatabaseError(error)
  }
}

/** The statements of one change over a connection that is inside a transaction. */
export function transactionOnClient(client: PoolClient): Transaction {
  return {
    all: async (statement, args) => (await queryOn(client, statement, args)).rows,
    run: async (statement, args) => (await queryOn(client, statement, args)).count,
  }
}

export async function postgresSchemaState(pool: Pool): Promise<SchemaState> {
  const { rows } = await pool.query("select to_regclass('kysely_migration') is not null as present")
  if (rows[0]?.present !== true) return schemaState(undefined)
  const state = schemaState((await pool.query<{ name: string }>(appliedMigrationsSql)).rows.map((row) => row.name))
  if (state !== 'current') return state
  // An init that failed after its migrations left tables and nothing in them.
  return (await pool.query('select 1 from head')).rowCount === 0 ? 'empty' : state
}

/** The server's clock: milliseconds since the epoch. */
export async function postgresClock(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ now: number }>(
    'select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now',
  )
  return rows[0]?.now ?? 0
}

export async function migrateOn(pool: Pool): Promise<void> {
  await migratePostgres(pool)
}

/** What the server said, where it was the server that refused. */
const serverError = (error: unknown): ServerError | undefined =>
  error instanceof DatabaseError && error.cause instanceof ServerError ? error.cause : undefined

/** A serialization failure: the body of the change may run again, nothing of it was kept. */
export const mayRunAgain = (error: unknown): boolean => serverError(error)?.code === '40001'

/** The connection answers, and to a server that may be written to: only then is it worth a ROLLBACK. */
export function isUsableAfter(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return true
  const code = serverError(error)?.code
  return code !== undefined && code !== readOnly
}

/** read_only_sql_transaction: the server was demoted under its connections. */
const readOnly = '25006'
