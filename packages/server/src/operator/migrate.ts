import { limits } from '../domain/limits.ts'
import { migrateOn, openPool } from '../store/postgres.ts'
import { SqliteConnection } from '../store/sqlite.ts'
import { OperatorError } from './operator-error.ts'
import { checkSchema, databaseFile, lockPlace, reason, schemaStateOf, type Place } from './place.ts'

/** Brings the tables up to date, while no server runs. Answers whether anything was to be done. */
export async function migrate(place: Place): Promise<boolean> {
  const lock = await lockPlace(place, 'alone')
  try {
    if ((await schemaStateOf(place)) !== 'behind') {
      await checkSchema(place)
      return false
    }
    await (place.kind === 'folder' ? migrateFolder(place.folder) : migrateDatabase(place.url))
    return true
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The migration failed: ${reason(error)}.`)
  } finally {
    await lock.release()
  }
}

async function migrateFolder(folder: string): Promise<void> {
  const connection = new SqliteConnection(databaseFile(folder), { mode: 'write' })
  try {
    await connection.migrate()
  } finally {
    connection.close()
  }
}

async function migrateDatabase(url: string): Promise<void> {
  const pool = openPool(url, limits, { max: 1, statement_timeout: 0 })
  try {
    await migrateOn(pool)
  } finally {
    await pool.end()
  }
}
