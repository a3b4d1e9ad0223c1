import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Clock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { KeyRing } from '../secrets/key-ring.ts'
import { createMasterKeyFile } from '../secrets/master-key.ts'
import { syncFolderOf } from '../secrets/private-file.ts'
import { headIn, mintNonce } from '../store/head.ts'
import { migrateOn, openPool, postgresClock } from '../store/postgres.ts'
import { SqliteConnection } from '../store/sqlite.ts'
import { storeIn } from '../store/store.ts'
import { PostgresWriter } from '../store/postgres-writer.ts'
import { SqliteWriter } from '../store/sqlite-writer.ts'
import type { Transaction } from '../store/transaction.ts'
import {
  addAccount,
  prepareAccount,
  type AccountOptions,
  type NewAccount,
  type PreparedAccount,
} from './create-account.ts'
import { OperatorError } from './operator-error.ts'
import { databaseFile, lockPlace, reason, schemaStateOf, type Place } from './place.ts'

/** True where init has been here. */
export async function isInitialised(place: Place): Promise<boolean> {
  return (await schemaStateOf(place)) !== 'empty'
}

/**
 * Makes the database, its master key and the first account. It runs once: throws OperatorError where either is there already. Both
 * appear under their names only when everything is on disk.
 */
export async function initialise(place: Place, options: AccountOptions, clock: Clock): Promise<NewAccount> {
  const lock = await lockPlace(place, 'alone', true)
  try {
    if (await isInitialised(place)) throw new OperatorError('There is a Keyward database here already: init runs once.')
    if (existsSync(place.masterKeyFile)) {
      throw new OperatorError(
        `There is a master key ${place.masterKeyFile} without its database: put the database back, or move the key away.`,
      )
    }
    const prepared = await prepareAccount(options)
    return await (place.kind === 'folder'
      ? initialiseFolder(place, prepared, clock)
      : initialiseDatabase(place, prepared))
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The set-up failed, and nothing of it was kept: ${reason(error)}.`)
  } finally {
    await lock.release()
  }
}

async function initialiseFolder(
  place: Place & { kind: 'folder' },
  options: PreparedAccount,
  clock: Clock,
): Promise<NewAccount> {
  const file = databaseFile(place.folder)
  const [newFile, newKeyFile] = [`${file}.new`, `${place.masterKeyFile}.new`]
  // What an init that was killed left behind: nothing of it was ever shown to anyone.
  for (const left of [newFile, `${newFile}-wal`, `${newFile}-shm`, newKeyFile]) rmSync(left, { force: true })
  const keyRing = newKeyRing(newKeyFile)
  const connection = new SqliteConnection(newFile, { mode: 'write', create: true })
  try {
    await connection.migrate()
  } finally {
    connection.close()
  }
  const writer = new SqliteWriter(() => new SqliteConnection(newFile, { mode: 'write' }), clock)
  const account = await writer.writeApart(firstState(keyRing, options, clock()))
  writer.close()
  renameSync(newKeyFile, place.masterKeyFile)
  syncFolderOf(place.masterKeyFile)
  renameSync(newFile, file)
  syncFolderOf(file)
  return account
}

async function initialiseDatabase(place: Place & { kind: 'postgres' }, options: PreparedAccount): Promise<NewAccount> {
  const pool = openPool(place.url, limits)
  const keyRing = newKeyRing(place.masterKeyFile)
  const writer = new PostgresWriter(pool)
  let committing = false as boolean
  try {
    await migrateOn(pool)
    const fill = firstState(keyRing, options, await postgresClock(pool))
    return await writer.writeApart(async (tx) => {
      const account = await fill(tx)
      committing = true
      return account
    })
  } catch (error) {
    if (committing) {
      // A COMMIT without an answer may have taken place: then nothing else opens what is in the database.
      throw new OperatorError(
        `The set-up broke off at its end and may have been kept (${reason(error)}): the master key ${place.masterKeyFile} was left in place. If "keyward account create" works with it, go on so; if not, empty the database, move the key away and run "keyward init" again.`,
      )
    }
    rmSync(place.masterKeyFile)
    syncFolderOf(place.masterKeyFile)
    throw error
  } finally {
    await writer.close()
  }
}

/** The first state: n is 1, and everything in it is of one transaction. */
function firstState(keyRing: KeyRing, options: PreparedAccount, now: number) {
  return async (tx: Transaction): Promise<NewAccount> => {
    const store = storeIn(tx, keyRing)
    const head = { n: 1, nonce: mintNonce(), at: now }
    await headIn(tx).create(head)
    await store.dataKeys.insert({ ...keyRing.mintDataKey(), createdAt: now })
    const account = await addAccount(store, head, options)
    await store.head.remember(head)
    return account
  }
}

function newKeyRing(masterKeyFile: string): KeyRing {
  const keys = createMasterKeyFile(masterKeyFile)
  return new KeyRing(() => keys)
}
