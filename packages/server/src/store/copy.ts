import Database from 'better-sqlite3'
import type { Pool, PoolClient } from 'pg'
import type { Schema } from './schema.ts'
import { mintNonce } from './head.ts'

/** Every table, each after those it refers to, and what a backup does with it. A restore ends sessions: one that had ended would come back to life. */
const fates = {
  head: 'copied',
  history: 'copied',
  data_key: 'copied',
  account: 'copied',
  iam_user: 'copied',
  user_tag: 'copied',
  user_policy: 'copied',
  user_attachment: 'copied',
  iam_group: 'copied',
  group_member: 'copied',
  group_policy: 'copied',
  group_attachment: 'copied',
  managed_policy: 'copied',
  managed_policy_version: 'copied',
  policy_tag: 'copied',
  access_key: 'copied',
  key_used_recent: 'copied',
  key_used: 'copied',
  login_profile: 'copied',
  old_password: 'copied',
  password_policy: 'copied',
  credential_report: 'copied',
  credential_report_piece: 'copied',
  event: 'copied',
  event_pack: 'copied',
  stranger_count: 'copied',
  console_session: 'left out',
} as const satisfies Record<keyof Schema, 'copied' | 'left out'>

const tablesThatAre = (fate: 'copied' | 'left out') =>
  Object.entries(fates).flatMap(([table, its]) => (its === fate ? [table] : []))

/** Rows that are held together. Pieces of reports have a hundred thousand characters each. */
const rowsAtOnceOf = (table: string): number => (table === 'credential_report_piece' ? 20 : 5_000)

/** Copies one state of the embedded database into a new file, while others read and write. */
export function copySqlite(from: string, to: string): void {
  const database = new Database(from, { fileMustExist: true })
  try {
    // One read transaction, however many changes are made meanwhile.
    database.prepare('vacuum into ?').run(to)
  } finally {
    database.close()
  }
}

/** Copies one state of a PostgreSQL database into an embedded one that has the tables and nothing in them. */
export async function copyFromPostgres(pool: Pool, to: string): Promise<void> {
  const database = new Database(to, { fileMustExist: true })
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    database.exec('begin')
    for (const table of tablesThatAre('copied')) await copyTable(client, database, table)
    database.exec('commit')
    await client.query('rollback')
  } finally {
    client.release(true)
    database.close()
  }
}

async function copyTable(client: PoolClient, database: Database.Database, table: string): Promise<void> {
  const columns = columnsOf(database, table)
  const rowsAtOnce = rowsAtOnceOf(table)
  const insert = database.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  await client.query(`declare rows_of_${table} cursor for select ${columns.join(', ')} from ${table}`)
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${rowsAtOnce} from rows_of_${table}`, rowMode: 'array' })
    for (const row of rows) insert.run(...(row as unknown[]))
    if (rows.length < rowsAtOnce) return
  }
}

/** Puts what an embedded database holds into PostgreSQL, in place of what is there, in one transaction. */
export async function copyToPostgres(from: string, pool: Pool): Promise<void> {
  const database = new Database(from, { fileMustExist: true, readonly: true })
  const client = await pool.connect()
  try {
    await client.query('begin')
    const before = await client.query<{ n: number }>('select n from head')
    // DELETE, never TRUNCATE: nothing that still reads may see a table without rows that were there.
    for (const table of Object.keys(fates).toReversed()) await client.query(`delete from ${table}`)
    for (const table of tablesThatAre('copied')) await fillTable(client, database, table)
    await client.query(
      "select setval(pg_get_serial_sequence('access_key', 'seq'), greatest((select max(seq) from access_key), 1))",
    )
    await client.query('delete from history')
    await client.query(
      'update head set n = greatest(n, $1::bigint) + 1, nonce = $2, at = floor(extract(epoch from clock_timestamp()) * 1000)::bigint',
      [before.rows[0]?.n ?? 0, mintNonce()],
    )
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error(`COMMIT was answered by ${command}`)
  } finally {
    client.release(true)
    database.close()
  }
}

async function fillTable(client: PoolClient, database: Database.Database, table: string): Promise<void> {
  const columns = columnsOf(database, table).join(', ')
  let rows: unknown[] = []
  const send = async () => {
    await client.query(
      `insert into ${table} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows)],
    )
    rows = []
  }
  for (const row of database.prepare(`select ${columns} from ${table}`).iterate()) {
    rows.push(row)
    if (rows.length === rowsAtOnceOf(table)) await send()
  }
  if (rows.length > 0) await send()
}

/** Gives a restored embedded database a state of its own: a fresh nonce, an n above any seen, the time of now, no history. */
export function beginNewHistory(file: string, nSeen: number): void {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.pragma('synchronous = FULL')
    database.transaction(() => {
      database.prepare('delete from history').run()
      for (const table of tablesThatAre('left out')) database.prepare(`delete from ${table}`).run()
      database.prepare('update head set n = max(n, ?) + 1, nonce = ?, at = ?').run(nSeen, mintNonce(), Date.now())
    })()
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/** The n of an embedded database's head; 0 where there is none to be read. */
export function headOf(file: string): number {
  try {
    const database = new Database(file, { fileMustExist: true })
    try {
      return (database.prepare('select n from head').get() as { n: number } | undefined)?.n ?? 0
    } finally {
      database.close()
    }
  } catch {
    return 0
  }
}

function columnsOf(database: Database.Database, table: string): readonly string[] {
  return (database.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)
}
