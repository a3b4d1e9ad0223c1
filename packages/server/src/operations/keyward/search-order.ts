import type { View } from '../../directory/view.ts'
import type { UserId } from '../../domain/ids.ts'
import type { SearchUsersRequest, SortByType, SortOrderType } from '../../protocol/types/keyward.ts'
import {
  searchedUserById,
  startOf,
  usersFound,
  type Direction,
  type SearchColumn,
  type SearchedUser,
  type SearchFilters,
  type Segment,
} from '../../store/user-search.ts'
import type { Position } from '../paging.ts'

type Order = Readonly<Record<SortOrderType, readonly Segment[]>> & {
  /** What must be allowed on every user, besides listing them. */
  readonly needs: readonly string[]
}

/**
 * Ages and times in ascending order begin with the youngest key or password, and with the use longest ago. Users who have none come last
 * in both orders, by name from A to Z. Equal values go by name: from A to Z where the earlier, the smaller come first, else from Z to A.
 * Uses of keys are here as the database knows them: a flush behind, and at most a minute older than what the rows show.
 */
export const ordersOf: Readonly<Record<SortByType, Order>> = {
  UserName: always('name_key'),
  Path: always('path'),
  CreateDate: always('created_at'),
  ConsoleAccess: {
    needs: ['iam:GetLoginProfile'],
    Ascending: [byName('password_changed_at', false), byName('password_changed_at', true)],
    Descending: [byName('password_changed_at', true), byName('password_changed_at', false)],
  },
  PasswordAge: age('password_changed_at', 'iam:GetLoginProfile'),
  PasswordLastUsed: time('password_used_at'),
  AccessKeyAge: age('oldest_key_at', 'iam:ListAccessKeys'),
  AccessKeyLastUsed: time('key_used_at', 'iam:GetAccessKeyLastUsed'),
  LastActivity: time('active_at', 'iam:GetAccessKeyLastUsed'),
}

function always(by: SearchColumn): Order {
  return { needs: [], Ascending: [{ by, direction: 'asc' }], Descending: [{ by, direction: 'desc' }] }
}

function time(by: SearchColumn, ...needs: readonly string[]): Order {
  return { needs, Ascending: withNoneLast(by, 'asc'), Descending: withNoneLast(by, 'desc') }
}

/** The older, the earlier was its beginning. */
function age(by: SearchColumn, ...needs: readonly string[]): Order {
  return { needs, Ascending: withNoneLast(by, 'desc'), Descending: withNoneLast(by, 'asc') }
}

function withNoneLast(by: SearchColumn, direction: Direction): readonly Segment[] {
  return [{ by, direction, where: { column: by, present: true } }, byName(by, false)]
}

function byName(column: SearchColumn, present: boolean): Segment {
  return { by: 'name_key', direction: 'asc', where: { column, present } }
}

/** A user and the segment it was found in: a position needs both. */
interface Found {
  readonly user: SearchedUser
  readonly segment: number
}

/** The list of a search, for `page`. A position is a value, a name and the number of a segment. */
export function foundUsers(input: SearchUsersRequest, filters: SearchFilters, view: View) {
  const { SortBy = 'UserName', SortOrder = 'Ascending' } = input
  const segments = ordersOf[SortBy][SortOrder]
  return {
    read(position: Position | undefined, limit: number): readonly Found[] {
      const [value, name, number = '0'] = position ?? []
      const found: Found[] = []
      for (const [index, segment] of segments.entries()) {
        if (index < Number(number) || found.length === limit) continue
        const inside = value !== undefined && index === Number(number)
        const start = inside ? placeIn(segment, value, name) : startOf(segment)
        const rows = view.get(usersFound(segment, filters), { ...filters, ...start, limit: limit - found.length })
        for (const user of rows) found.push({ user, segment: index })
      }
      return found
    },
    positionOf({ user, segment }: Found): Position {
      const { values } = user
      return [String(values[segments[segment]?.by ?? 'name_key']), String(values.name_key), String(segment)]
    },
    // A path may have 512 characters. The marker was sealed for this account: it finds no other's user.
    shortId: {
      of: ({ user }: Found): string => user.id,
      find(id: string): Found | undefined {
        const user = view.get(searchedUserById, { id: id as UserId })
        return user && { user, segment: 0 }
      },
    },
  }
}

function placeIn(segment: Segment, value: string, name: string | undefined): ReturnType<typeof startOf> {
  const start = startOf(segment)
  if (typeof start.after === 'number') return { after: Number(value), afterName: name ?? start.afterName }
  // Only the beginning of a value that was too long for a marker: nothing that begins so is left out, in either direction.
  return name === undefined ? { ...start, after: value + start.after } : { after: value, afterName: name }
}
