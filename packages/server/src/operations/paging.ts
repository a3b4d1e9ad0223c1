import type { View } from '../directory/view.ts'
import type { AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { open, seal } from '../secrets/sealing.ts'
import { dataKeys } from '../store/data-keys.ts'

interface List {
  readonly operation: string
  readonly account: AccountId
  /** All that the list is of, besides its page: a marker of one list opens no other. */
  readonly filters: readonly string[]
  readonly input: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined }
  readonly view: View
  readonly means: { readonly keyRing: KeyRing }
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly rest: { readonly IsTruncated: boolean; readonly Marker?: string }
}

/**
 * One page of a list. `read` gives rows after a position (undefined: from the start), at most `limit`; `positionOf` is what it goes on from.
 * Markers are sealed: they carry a position and admit nobody to another list. Throws ValidationError for a marker that is not this list's.
 */
export function page<Row>(
  list: List,
  read: (after: readonly string[] | undefined, limit: number) => readonly Row[],
  positionOf: (row: Row) => readonly string[],
): Page<Row> {
  const size = list.input.MaxItems ?? limits.pageItemsDefault
  const rows = read(list.input.Marker === undefined ? undefined : readMarker(list, list.input.Marker), size + 1)
  const last = rows[size - 1]
  if (rows.length <= size || last === undefined) return { rows, rest: { IsTruncated: false } }
  return { rows: rows.slice(0, size), rest: { IsTruncated: true, Marker: writeMarker(list, positionOf(last)) } }
}

const purpose = 'page-marker'

const contextOf = (list: List): string => JSON.stringify([list.operation, list.account, ...list.filters])

function writeMarker(list: List, position: readonly string[]): string {
  const [key] = list.means.keyRing.subkeys(purpose, list.view.get(dataKeys, {}))
  return seal(Buffer.from(position.join('\n')), key, contextOf(list))
}

function readMarker(list: List, marker: string): readonly string[] {
  for (const key of list.means.keyRing.subkeys(purpose, list.view.get(dataKeys, {}))) {
    const position = open(marker, key, contextOf(list))
    if (position !== undefined) return position.toString().split('\n')
  }
  throw new ServiceError('ValidationError', 'Invalid Marker.')
}
