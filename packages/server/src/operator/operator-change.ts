import { systemClock } from '../domain/clock.ts'
import { KeyRing, KeyRingError } from '../secrets/key-ring.ts'
import { MasterKeyError, readMasterKeys } from '../secrets/master-key.ts'
import type { Head } from '../store/head.ts'
import { storeIn, type Store } from '../store/store.ts'
import { OperatorError } from './operator-error.ts'
import { checkSchema, lockPlace, openWriter, reason, type Place } from './place.ts'

/** The key ring of a place. Throws OperatorError where its master key file is missing, damaged or open to others. */
export function openKeyRing(place: Place): KeyRing {
  try {
    return new KeyRing(() => readMasterKeys(place.masterKeyFile))
  } catch (error) {
    throw error instanceof MasterKeyError ? new OperatorError(error.message) : error
  }
}

/** A change by a command, beside running servers: under the head row like any other, so that no answer of theirs is stale. */
export async function operatorChange<Value>(
  place: Place,
  body: (store: Store, head: Head, keyRing: KeyRing) => Promise<Value>,
): Promise<Value> {
  const lock = await lockPlace(place, 'shared')
  try {
    await checkSchema(place)
    const keyRing = openKeyRing(place)
    const writer = openWriter(place, systemClock)
    try {
      return await writer.change(async (tx, head) => {
        const store = storeIn(tx, keyRing)
        const value = await body(store, head, keyRing)
        await store.head.remember(head)
        return value
      })
    } finally {
      await writer.close()
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(error instanceof KeyRingError ? error.message : `Nothing was changed: ${reason(error)}.`)
  } finally {
    await lock.release()
  }
}
