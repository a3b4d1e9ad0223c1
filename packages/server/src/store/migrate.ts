import { Kysely, PostgresDialect, sql, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import type Database from 'better-sqlite3'
import type { Pool } from 'pg'
import { mintNonce } from './head.ts'
import { accessKeys } from './migrations/0001-access-keys.ts'
import { passwordsAndSessions } from './migrations/0002-passwords-and-sessions.ts'
import { credentialReport } from './migrations/0003-credential-report.ts'
import { userSummaries } from './migrations/0004-user-summaries.ts'
import { groupsAndPolicies } from './migrations/0005-groups-and-policies.ts'
import type { EngineName } from './statement.ts'

/** Where the tables are: `current` has all migrations of this program, `newer` some it does not know. */
export type SchemaState = 'empty' | 'behind' | 'current' | 'newer'

const migrationsFor = (engine: EngineName) => ({
  '0001-access-keys': accessKeys(engine),
  '0002-passwords-and-sessions': passwordsAndSessions(engine),
  '0003-credential-report': credentialReport(engine),
  '0004-user-summaries': userSummaries(engine),
  '0005-groups-and-policies': groupsAndPolicies(engine),
})

/**
 * Brings the tables up to date. Two at the same time: one runs, the other finds nothing to do. Kysely takes no lock on SQLite and
 * begins no transaction there: ours writes from its start, so the second waits for it, and a migration that is cut short never was.
 */
export async function migrateSqlite(database: Database.Database): Promise<void> {
  database.exec('begin immediate')
  try {
    await migrate(new Kysely<unknown>({ dialect: new SqliteDialect({ database }) }), 'sqlite')
    database.exec('commit')
  } finally {
    if (database.inTransaction) database.exec('rollback')
  }
}

export async function migratePostgres(pool: Pool): Promise<void> {
  await migrate(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), 'postgres')
}

async function migrate(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const migrations = migrationsFor(engine)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  if (results === undefined || results.length === 0) return
  // Whoever has read the old tables must read anew. A new database has no head yet.
  await sql`update head set n = n + 1, nonce = ${mintNonce()}`.execute(db)
  await sql`insert into history (n, nonce, at) select n, nonce, at from head`.execute(db)
}

/** Judges by the names in Kysely's own table of migrations; `applied` is undefined where that table does not exist. */
export function schemaState(applied: readonly string[] | undefined): SchemaState {
  if (applied === undefined || applied.length === 0) return 'empty'
  const known = Object.keys(migrationsFor('sqlite'))
  if (applied.some((name) => !known.includes(name))) return 'newer'
  return applied.length === known.length ? 'current' : 'behind'
}

export const appliedMigrationsSql = 'select name from kysely_migration order by name'
