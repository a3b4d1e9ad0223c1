import { addMasterKeyTo, dropOlderMasterKeys, MasterKeyError } from '../secrets/master-key.ts'
import { operatorChange } from './operator-change.ts'
import { OperatorError } from './operator-error.ts'
import type { Place } from './place.ts'

/** Step 1 of changing the master key: the file gains a second one. Bring it to every node before step 2. */
export function addMasterKey(file: string): void {
  speak(() => addMasterKeyTo(file))
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
  return operatorChange(place, async (store, _, keyRing) => {
    if ((await store.dataKeys.all()).some((key) => !keyRing.isNewestWrapping(key))) {
      throw new OperatorError('The older master key still wraps a data key: run "keyward master-key rewrap" first.')
    }
    speak(() => dropOlderMasterKeys(place.masterKeyFile))
  })
}

/** A new data key seals secrets from now on; older ones go on opening what they sealed. */
export function rotateDataKey(place: Place): Promise<void> {
  return operatorChange(place, (store, head, keyRing) =>
    store.dataKeys.insert({ ...keyRing.mintDataKey(), createdAt: head.at }),
  )
}

function speak(work: () => void): void {
  try {
    work()
  } catch (error) {
    throw error instanceof MasterKeyError ? new OperatorError(error.message) : error
  }
}
