import { systemClock, type Clock } from '../domain/clock.ts'
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
export function operatorChange<Value>(place: Place, body: ChangeBody<Value>, clock?: Clock): Promise<Value> {
  return atPlace(place, (change) => change(body), clock)
}

export type ChangeBody<Value> = (store: Store, head: Head, keyRing: KeyRing) => Promise<Value>

/** Changes that belong together: no restore takes place between them. A body may run more than once. */
export async function atPlace<Value>(
  place: Place,
  work: (change: <Changed>(body: ChangeBody<Changed>) => Promise<Changed>) => Promise<Value>,
  clock: Clock = systemClock,
): Promise<Value> {
  const lock = await lockPlace(place, 'shared')
  try {
    await checkSchema(place)
    const writer = openWriter(place, clock)
    try {
      return await work((body) =>
        writer.change(async (tx, head) => {
          // Read under the head row: what is wrapped here is wrapped by the newest master key of this moment, or before the next check.
          const keyRing = openKeyRing(place)
          const store = storeIn(tx, keyRing)
          const value = await body(store, head, keyRing)
          await store.head.remember(head)
          return value
        }),
      )
    } finally {
      await writer.close()
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    if (error instanceof KeyRingError || error instanceof MasterKeyError) throw new OperatorError(error.message)
    throw new OperatorError(`Nothing was changed: ${reason(error)}.`)
  } finally {
    await lock.release()
  }
}
