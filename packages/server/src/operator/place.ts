import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Clock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { syncFolderOf } from '../secrets/private-file.ts'
import { FolderLock } from '../store/folder-lock.ts'
import type { SchemaState } from '../store/migrate.ts'
import type { DatabaseAt } from '../store/one-state.ts'
import { openPool, postgresSchemaState } from '../store/postgres.ts'
import { PostgresLock } from '../store/postgres-lock.ts'
import { SqliteConnection } from '../store/sqlite.ts'
import type { Head } from '../store/head.ts'
import type { Transaction } from '../store/transaction.ts'
import { PostgresWriter } from '../store/postgres-writer.ts'
import { SqliteWriter } from '../store/sqlite-writer.ts'
import { OperatorError } from './operator-error.ts'

/** Where a service keeps its data: a folder with the embedded database, or a PostgreSQL database. */
export type Place =
  | { readonly kind: 'folder'; readonly folder: string; readonly masterKeyFile: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly masterKeyFile: string }

export interface Lock {
  release(): void | Promise<void>
}

/** Changes by a command: the same transactions as the server's. */
export interface PlaceWriter {
  change<Value>(body: (tx: Transaction, head: Head) => Promise<Value>): Promise<Value>
  writeApart<Value>(body: (tx: Transaction) => Promise<Value>): Promise<Value>
  close(): void | Promise<void>
}

export const folderPlace = (folder: string, masterKeyFile = join(folder, 'master.key')): Place => ({
  kind: 'folder',
  folder,
  masterKeyFile,
})

export const databaseFile = (folder: string): string => join(folder, 'keyward.db')

export const databaseAt = (place: Place): DatabaseAt =>
  place.kind === 'postgres'
    ? { engine: 'postgres', url: place.url }
    : { engine: 'sqlite', databaseFile: databaseFile(place.folder) }

/** Takes the place's lock, making the folder where `create` says so. Throws OperatorError where someone holds it. */
export async function lockPlace(place: Place, mode: 'shared' | 'alone', create = false): Promise<Lock> {
  const lock = place.kind === 'folder' ? lockFolder(place.folder, mode, create) : await lockDatabase(place.url, mode)
  if (lock !== undefined) return lock
  const name = place.kind === 'folder' ? `The folder ${place.folder}` : 'The database'
  throw new OperatorError(
    mode === 'alone'
      ? `${name} is in use by a running server or command: stop it first.`
      : `${name} is being set up or restored by another command: try again when it is done.`,
  )
}

function lockFolder(folder: string, mode: 'shared' | 'alone', create: boolean): Lock | undefined {
  try {
    if (create) makeFolder(resolve(folder))
    if (!existsSync(folder)) throw new OperatorError(`The folder ${folder} does not exist: run "keyward init" first.`)
    return FolderLock.take(join(folder, 'lock'), mode, 5_000)
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The folder ${folder} cannot be used: ${reason(error)}.`)
  }
}

function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (made === undefined) return
  for (let path = folder; path.length >= made.length; path = dirname(path)) syncFolderOf(path)
}

async function lockDatabase(url: string, mode: 'shared' | 'alone'): Promise<Lock | undefined> {
  try {
    return await PostgresLock.take(url, mode)
  } catch (error) {
    throw new OperatorError(`The database cannot be reached: ${reason(error)}.`)
  }
}

export async function schemaStateOf(place: Place): Promise<SchemaState> {
  if (place.kind === 'postgres') {
    const pool = openPool(place.url, limits)
    try {
      return await postgresSchemaState(pool)
    } catch (error) {
      throw new OperatorError(`The database cannot be read: ${reason(error)}.`)
    } finally {
      await pool.end()
    }
  }
  if (!existsSync(databaseFile(place.folder))) return 'empty'
  try {
    const connection = new SqliteConnection(databaseFile(place.folder), { mode: 'write' })
    try {
      return connection.schemaState()
    } finally {
      connection.close()
    }
  } catch (error) {
    throw new OperatorError(`The database in ${place.folder} cannot be opened: ${reason(error)}.`)
  }
}

/** Refuses a place whose tables this program does not know as they are. */
export async function checkSchema(place: Place): Promise<void> {
  switch (await schemaStateOf(place)) {
    case 'current':
      return
    case 'empty':
      throw new OperatorError(
        place.kind === 'folder' && existsSync(place.masterKeyFile)
          ? `There is a master key ${place.masterKeyFile} without its database: put the database back, or move the key away and run "keyward init".`
          : 'There is no Keyward database here yet: run "keyward init" first.',
      )
    case 'behind':
      throw new OperatorError('The database was made by an older version: run "keyward migrate" first.')
    case 'newer':
      throw new OperatorError('The database was made by a newer version of Keyward: use that version.')
  }
}

export function openWriter(place: Place, clock: Clock): PlaceWriter {
  if (place.kind === 'postgres') return new PostgresWriter(openPool(place.url, limits, { max: 1 }))
  return new SqliteWriter(
    () => new SqliteConnection(databaseFile(place.folder), { mode: 'write', busyTimeout: limits.lockTimeout }),
    clock,
  )
}

export const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
