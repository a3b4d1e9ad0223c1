import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { limits } from '../domain/limits.ts'
import { copyFromPostgres, copySqlite } from '../store/copy.ts'
import { openPool } from '../store/postgres.ts'
import { SqliteConnection } from '../store/sqlite.ts'
import { OperatorError } from './operator-error.ts'
import { checkSchema, databaseFile, lockPlace, reason, type Place } from './place.ts'

/**
 * Writes one state of a place into a file, while servers go on. The file is an embedded database, from whichever engine it was
 * taken; the master key is not in it. Throws OperatorError, and then leaves no file.
 */
export async function backUp(place: Place, file: string): Promise<void> {
  if (existsSync(file)) throw new OperatorError(`The file ${file} exists already: a backup overwrites nothing.`)
  const lock = await lockPlace(place, 'shared')
  const unfinished = `${file}.unfinished`
  try {
    await checkSchema(place)
    rmSync(unfinished, { force: true })
    if (place.kind === 'folder') copySqlite(databaseFile(place.folder), unfinished)
    else await copyDatabase(place.url, unfinished)
    chmodSync(unfinished, 0o600)
    sync(unfinished)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The backup failed, and no file was left: ${reason(error)}.`)
  } finally {
    await lock.release()
  }
}

async function copyDatabase(url: string, file: string): Promise<void> {
  const connection = new SqliteConnection(file, { mode: 'write', create: true })
  try {
    await connection.migrate()
  } finally {
    connection.close()
  }
  const pool = openPool(url, limits, { max: 1, statement_timeout: 0, idle_in_transaction_session_timeout: 0 })
  try {
    await copyFromPostgres(pool, file)
  } finally {
    await pool.end()
  }
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
