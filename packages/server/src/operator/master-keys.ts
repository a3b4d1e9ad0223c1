import { KeyRing } from '../secrets/key-ring.ts'
import { MasterKeyError, newMasterKey, readMasterKeys, replaceMasterKeys } from '../secrets/master-key.ts'
import { FolderLock } from '../store/folder-lock.ts'
import { atPlace, operatorChange } from './operator-change.ts'
import { OperatorError } from './operator-error.ts'
import { reason, type Place } from './place.ts'

/** Step 1 of changing the master key: the file gains a second one. Bring it to every node before step 2. */
export function addMasterKey(file: string): Promise<void> {
  return changeKeyFile(file, () => {
    const keys = readMasterKeys(file)
    if (keys.length > 1) {
      throw new OperatorError(
        `The master key file ${file} holds two keys already: run "keyward master-key drop" first.`,
      )
    }
    replaceMasterKeys(file, keys, [...keys, newMasterKey()])
  })
}

/** Step 2: every data key is wrapped by the newest master key. Answers how many were not before. */
export function rewrapDataKeys(place: Place): Promise<number> {
  return operatorChange(place, async (store, _, keyRing) => {
    const old = (await store.dataKeys.all()).filter((key) => !keyRing.isNewestWrapping(key))
    for (const key of old) await store.dataKeys.rewrap(key.id, keyRing.rewrap(key))
    return old.length
  })
}

/** Step 3: the older master key leaves the file. Refused while it still wraps a data key of this place. */
export function dropMasterKey(place: Place): Promise<void> {
  const file = place.masterKeyFile
  return changeKeyFile(file, () =>
    atPlace(place, async (change) => {
      const keys = readMasterKeys(file)
      const newest = keys.slice(-1)
      const keyRing = new KeyRing(() => newest)
      const check = () =>
        change(async (store) => {
          if ((await store.dataKeys.all()).every((key) => keyRing.isNewestWrapping(key))) return
          throw new OperatorError('The older master key still wraps a data key: run "keyward master-key rewrap" first.')
        })
      await check()
      replaceMasterKeys(file, keys, newest)
      try {
        // A node whose own file lacks the newest key may have wrapped by the older one since.
        await check()
      } catch (error) {
        replaceMasterKeys(file, newest, keys)
        throw error
      }
    }),
  )
}

/** A new data key seals secrets from now on; older ones go on opening what they sealed. */
export function rotateDataKey(place: Place): Promise<void> {
  return operatorChange(place, (store, head, keyRing) =>
    store.dataKeys.insert({ ...keyRing.mintDataKey(), createdAt: head.at }),
  )
}

/** One command at a time changes a master key file. The lock is the operating system's, and goes with the process. */
async function changeKeyFile(file: string, work: () => void | Promise<void>): Promise<void> {
  let lock: FolderLock | undefined
  try {
    // First of all: no lock is left beside a file that is not there.
    readMasterKeys(file)
    lock = FolderLock.take(`${file}.lock`, 'alone', 5_000)
    if (lock === undefined) {
      throw new OperatorError(`The master key file ${file} is being changed by another command: try again.`)
    }
    await work()
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      error instanceof MasterKeyError
        ? error.message
        : `The master key file ${file} was not changed: ${reason(error)}.`,
    )
  } finally {
    lock?.release()
  }
}
