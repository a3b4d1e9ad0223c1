import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, rmSync } from 'node:fs'
import { limits } from '../domain/limits.ts'
import { syncFile, syncFolderOf } from '../secrets/private-file.ts'
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
  if (existsSync(file)) throw existsAlready(file)
  const lock = await lockPlace(place, 'shared')
  // A name of its own: another backup into the same file may run at once, and one of them wins.
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.unfinished`
  try {
    await checkSchema(place)
    if (place.kind === 'folder') copySqlite(databaseFile(place.folder), unfinished)
    else await copyDatabase(place.url, unfinished)
    chmodSync(unfinished, 0o600)
    syncFile(unfinished)
    giveName(unfinished, file)
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + end, { force: true })
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

/** A link, not a rename: it fails where the name is taken. */
function giveName(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file)
  } catch (error) {
    throw existsSync(file) ? existsAlready(file) : error
  }
  rmSync(unfinished)
  syncFolderOf(file)
}

const existsAlready = (file: string): OperatorError =>
  new OperatorError(`The file ${file} exists already: a backup overwrites nothing.`)
