import { inOrderOfCreation, isOld, type Key } from '../access-keys/key.ts'

/** The seed's steps: 1 create, 2 update, 3 check, 4 deactivate, 5 verify, 6 delete. */
export type Step = 1 | 2 | 3 | 4 | 5 | 6

/**
 * Where a rotation stands. It is read from the keys alone, so that another browser or another person goes on with it.
 * - `none`: there is no key to rotate.
 * - `crowded`: both places are taken by keys that are no rotation under way; `first` must go before one can begin.
 * - `under way`: at `step`, from `oldKey` to `newKey` (absent before step 2).
 */
export type Rotation =
  | { readonly kind: 'none' }
  | { readonly kind: 'crowded'; readonly first: Key; readonly other: Key }
  | { readonly kind: 'under way'; readonly step: Step; readonly oldKey: Key; readonly newKey: Key | undefined }

/** How long the old key must have been quiet before the flow itself proposes to deactivate it: the seed's "several days". */
const quietMs = 3 * 86_400_000

export function rotationOf(keys: readonly Key[], now: number): Rotation {
  const [oldKey, newKey] = inOrderOfCreation(keys)
  if (oldKey === undefined) return { kind: 'none' }
  if (newKey === undefined) return { kind: 'under way', step: 1, oldKey, newKey }
  if (newKey.status !== 'Active' || (oldKey.status === 'Active' && isOld(newKey, now))) {
    const first = firstToGo(oldKey, newKey)
    return { kind: 'crowded', first, other: first === oldKey ? newKey : oldKey }
  }
  return { kind: 'under way', step: stepOf(oldKey, newKey, now), oldKey, newKey }
}

function stepOf(oldKey: Key, newKey: Key, now: number): Step {
  // When it became inactive is in no answer of the API, so nothing here can say that it was long enough ago for step 6.
  if (oldKey.status !== 'Active') return 5
  if (newKey.use !== undefined && newKey.use.at === undefined) return 2
  if (oldKey.use === undefined) return 3
  // A use before the new key existed says nothing about who has been updated.
  const quietSince = Math.max(oldKey.use.at ?? 0, newKey.createdAt)
  return now - quietSince >= quietMs ? 4 : 3
}

/** The order of regret: what is stopped already, then what was never or least lately used, then the older. */
function firstToGo(older: Key, newer: Key): Key {
  if (older.status !== newer.status) return older.status === 'Active' ? newer : older
  const [olderUse, newerUse] = [older.use?.at ?? 0, newer.use?.at ?? 0]
  return newerUse < olderUse ? newer : older
}

/** Whether the old key was used after there was a new one; undefined where that may not be seen. */
export function usedSinceNewKey(oldKey: Key, newKey: Key): boolean | undefined {
  return oldKey.use && (oldKey.use.at ?? 0) > newKey.createdAt
}

/** Deletion comes after deactivation, whatever the page last showed. */
export function mayDelete(key: Key): boolean {
  return key.status !== 'Active'
}
