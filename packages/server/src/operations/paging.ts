import { createHash } from 'node:crypto'
import type { View } from '../directory/view.ts'
import type { AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { dataKeys } from '../store/data-keys.ts'

/** Which page of a list is asked for. */
export interface PageInput {
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface List {
  readonly operation: string
  readonly account: AccountId
  /** All that the list is of, besides its page: a marker of one list opens no other. */
  readonly filters: readonly string[]
  readonly input: PageInput
  readonly view: View
  readonly means: { readonly keyRing: KeyRing }
  /** What the refusal says of a marker that is not this list's, where it is not what all others say. */
  readonly strangeMarker?: string
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly rest: { readonly IsTruncated: boolean; readonly Marker?: string }
}

/** Where a page ends and the next begins: what the list is ordered by. */
export type Position = readonly [string, ...string[]]

interface Listing<Row> {
  /** Rows after a position (undefined: from the start), in the list's order, at most `limit`. */
  read(after: Position | undefined, limit: number): readonly Row[]
  positionOf(row: Row): Position
  /** How many of these, from the first on, one page may hold: it may be shorter than was asked for. At least one. */
  room?(rows: readonly Row[]): number
  /** For positions that may be too long for a marker: a row's short id, by which it is found again. */
  readonly shortId?: {
    of(row: Row): string
    find(id: string): Row | undefined
  }
}

/**
 * One page of a list. Markers are sealed: they carry a position and admit nobody to another list. Throws ValidationError for a marker
 * that is not this list's.
 */
export function page<Row>(list: List, listing: Listing<Row>): Page<Row> {
  const { MaxItems: asked = limits.pageItemsDefault } = list.input
  const opened = openMarker(list)
  const after = opened && readPosition(opened, listing)
  const rows = listing.read(after, asked + 1)
  const size = Math.min(asked, listing.room?.(rows) ?? asked)
  const last = rows[size - 1]
  if (rows.length <= size || last === undefined) return { rows, rest: { IsTruncated: false } }
  return {
    rows: rows.slice(0, size),
    rest: { IsTruncated: true, Marker: sealMarkers(list)(writePosition(last, listing)) },
  }
}

/**
 * For a page that ends wherever its work does, when the view has gone: where it begins (undefined: at the start), and what makes the marker
 * behind a position. Throws ValidationError as `page` does.
 */
export function openPage(list: List): { after: Position | undefined; markerAfter(position: Position): string } {
  const opened = openMarker(list)
  // None of such a list was cut.
  return { after: opened && readPosition(opened, {}), markerAfter: sealMarkers(list) }
}

/** What stands in a marker for a position that is too long: its beginning, its row's id, and a digest of the whole. */
interface CutPosition {
  readonly start: string
  readonly id: string
  readonly digest: string
}

function writePosition<Row>(row: Row, { positionOf, shortId }: Listing<Row>): Position | CutPosition {
  const position = positionOf(row)
  if (shortId === undefined || Buffer.byteLength(JSON.stringify(position)) <= markerBytesMax) return position
  return { start: beginning(position[0], cutBytesMax), id: shortId.of(row), digest: digestOf(position) }
}

/**
 * The way back. A row that went or moved meanwhile tells no position any more: the list then goes on from the beginning that was kept,
 * so that nothing is left out and some rows may come twice.
 */
function readPosition<Row>(
  written: Position | CutPosition,
  { positionOf, shortId }: Partial<Pick<Listing<Row>, 'positionOf' | 'shortId'>>,
): Position {
  if (!('start' in written)) return written
  const row = shortId?.find(written.id)
  const position = row && positionOf?.(row)
  return position !== undefined && digestOf(position) === written.digest ? position : [written.start]
}

/** Sealing adds 28 bytes, and base64url makes four characters of three. */
const markerBytesMax = Math.floor((limits.markerCharactersMax * 3) / 4) - 28
/** Beside it stand an id, a digest and the names of JSON. */
const cutBytesMax = markerBytesMax - 96

/** Stands for a text in a marker: 22 characters, the same for the same text. */
export const shortDigest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

const digestOf = (position: Position): string => shortDigest(JSON.stringify(position))

/** As much of a text as fits, in whole characters. */
function beginning(text: string, bytesMax: number): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    // As JSON counts it: a quotation mark takes two.
    bytes += Buffer.byteLength(JSON.stringify(character)) - 2
    if (bytes > bytesMax) break
    kept += character
  }
  return kept
}

const purpose = 'page-marker'

const contextOf = (list: List): string => JSON.stringify([list.operation, list.account, ...list.filters])

/** Takes what it needs from the view at once. */
function sealMarkers(list: List): (position: Position | CutPosition) => string {
  const keys = list.view.get(dataKeys, {})
  return (position) => list.means.keyRing.sealFor(purpose, position, contextOf(list), keys)
}

function openMarker(list: List): Position | CutPosition | undefined {
  const { Marker: marker } = list.input
  if (marker === undefined) return undefined
  const position = list.means.keyRing.openFor(purpose, marker, contextOf(list), list.view.get(dataKeys, {}))
  if (position === undefined) throw new ServiceError('ValidationError', list.strangeMarker ?? 'Invalid Marker.')
  // What opens was written above.
  return position as Position | CutPosition
}
