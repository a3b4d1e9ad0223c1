import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { limits } from '../domain/limits.ts'
import { KeyRingError } from '../secrets/key-ring.ts'
import { syncFile, syncFolderOf } from '../secrets/private-file.ts'
import { beginNewHistory, copyToPostgres, headOf } from '../store/copy.ts'
import { dataKeys } from '../store/data-keys.ts'
import { migrateOn, openPool } from '../store/postgres.ts'
import { SqliteConnection } from '../store/sqlite.ts'
import { openKeyRing } from './operator-change.ts'
import { OperatorError } from './operator-error.ts'
import { databaseFile, lockPlace, reason, type Place } from './place.ts'

/**
 * Puts a backup in place of what a place holds. Nobody else may use the place meanwhile. The master key file must open every
 * data key of the backup. Throws OperatorError, and then the place is as it was.
 */
export async function restore(place: Place, file: string): Promise<void> {
  if (!existsSync(file)) throw new OperatorError(`There is no backup ${file}.`)
  if (!existsSync(place.masterKeyFile)) {
    throw new OperatorError(
      `The master key ${place.masterKeyFile} is missing: a backup does not hold it, and its secrets open with nothing else. Put it there first.`,
    )
  }
  const lock = await lockPlace(place, 'alone', true)
  const copy = place.kind === 'folder' ? `${databaseFile(place.folder)}.restoring` : `${file}.restoring`
  try {
    await prepare(place, file, copy)
    if (place.kind === 'folder') replaceDatabase(place.folder, copy)
    else await replaceRows(place.url, copy)
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The restore failed, and the place is as it was: ${reason(error)}.`)
  } finally {
    for (const left of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(left, { force: true })
    await lock.release()
  }
}

/** A copy of the backup that is sound, has today's tables, and whose secrets can be opened. */
async function prepare(place: Place, file: string, copy: string): Promise<void> {
  copyFileSync(file, copy)
  chmodSync(copy, 0o600)
  const connection = new SqliteConnection(copy, { mode: 'write' })
  try {
    const damage = connection.damage()
    if (damage !== undefined) throw new OperatorError(`The backup ${file} is damaged: ${damage}.`)
    const state = connection.schemaState()
    if (state === 'empty') throw new OperatorError(`The file ${file} is not a backup of Keyward.`)
    if (state === 'newer')
      throw new OperatorError('The backup was made by a newer version of Keyward: use that version.')
    await connection.migrate()
    openKeyRing(place).check(dataKeys.decode(connection.all(dataKeys.statement, {} as never)))
  } catch (error) {
    if (error instanceof KeyRingError)
      throw new OperatorError(`The master key does not open this backup: ${error.message}`)
    throw error
  } finally {
    connection.close()
  }
}

function replaceDatabase(folder: string, copy: string): void {
  const file = databaseFile(folder)
  // Opening the old database brings in what its log holds, and closing it takes the log away: it must not be read into the new one.
  beginNewHistory(copy, headOf(file))
  for (const left of [`${file}-wal`, `${file}-shm`]) rmSync(left, { force: true })
  syncFile(copy)
  // The old log is gone for good before the new database has its name.
  syncFolderOf(file)
  renameSync(copy, file)
  syncFolderOf(file)
}

async function replaceRows(url: string, copy: string): Promise<void> {
  const pool = openPool(url, limits, { max: 1, statement_timeout: 0, idle_in_transaction_session_timeout: 0 })
  try {
    await migrateOn(pool)
    await copyToPostgres(copy, pool)
  } finally {
    await pool.end()
  }
}
