import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { AccessKeyId, AccountId, UserId } from '../domain/ids.ts'
import type { AccessKeyStatus } from './access-keys.ts'
import { all, first, lookup, type Lookup } from './lookup.ts'
import type { UserSummary } from './schema.ts'
import { isListed, statement, type EngineName } from './statement.ts'
import { latestUse } from './user-summaries.ts'
import type { Tag } from './tags.ts'

/** What an order may go by: a column of the user's row that has an index. */
export type SearchColumn =
  | 'name_key'
  | 'path'
  | 'created_at'
  | Extract<
      keyof UserSummary,
      'oldest_key_at' | 'key_used_at' | 'password_changed_at' | 'password_used_at' | 'active_at'
    >

export type Direction = 'asc' | 'desc'

/** A run of rows in the order of one index. An order that has a place for users without a value is two of them, one after the other. */
export interface Segment {
  readonly by: SearchColumn
  readonly direction: Direction
  /** Only users with a value in this column, or only those without. */
  readonly where?: { readonly column: SearchColumn; readonly present: boolean }
}

/** Users who meet all that is given. Times are milliseconds since the epoch. */
export interface SearchFilters {
  readonly account: AccountId
  /** In lower case: within path and name, written one behind the other. */
  readonly text?: string
  readonly user?: UserId
  /** An active key was created before. */
  readonly keyCreatedBefore?: number
  /** An active key was last used before, or never, and created before. */
  readonly keyIdleSince?: number
  /** An active key was never used. */
  readonly keyNeverUsed?: true
  /** The tag that describes a key has the value `bootstrap`. */
  readonly bootstrap?: true
}

export interface SearchedUser {
  readonly id: UserId
  readonly account: AccountId
  readonly name: string
  readonly path: string
  readonly createdAt: number
  readonly passwordChangedAt: number | undefined
  readonly passwordUsedAt: number | undefined
  /** What stands in each column that an order may go by. */
  readonly values: Readonly<Record<SearchColumn, string | number | null>>
}

interface SearchRow extends Record<SearchColumn, string | number | null> {
  id: string
  account_id: string
  name: string
  name_key: string
  path: string
  created_at: number
  password_changed_at: number | null
  password_used_at: number | null
}

type SearchArgs = SearchFilters & {
  readonly after: string | number
  readonly afterName: string
  readonly limit: number
}

const columns = [
  'id',
  'account_id',
  'name',
  'name_key',
  'path',
  'created_at',
  'oldest_key_at',
  'key_used_at',
  'password_changed_at',
  'password_used_at',
  'active_at',
] as const

/** Before and behind every value of a column: times are positive, names and paths ASCII without control characters. */
const ends = {
  number: { asc: -1, desc: Number.MAX_SAFE_INTEGER },
  text: { asc: '', desc: '\u007f' },
} as const

/** Where a segment begins. */
export const startOf = ({ by, direction }: Segment): { after: string | number; afterName: string } => ({
  after: ends[by === 'path' || by === 'name_key' ? 'text' : 'number'][direction],
  afterName: ends.text[direction],
})

/**
 * Users of a segment behind a value and a name, in its order, equal values by name in the same direction. What it says of uses of keys
 * is a flush behind, for a key in constant use a fold.
 */
export const usersFound = (segment: Segment, filters: SearchFilters): Lookup<SearchArgs, readonly SearchedUser[]> =>
  remembered(searches, JSON.stringify([segment, namesOf(filters)]), () =>
    lookup(
      statement<SearchArgs, SearchRow>((db, args, engine) =>
        db
          .selectFrom('iam_user')
          .select(columns)
          .where('account_id', '=', args.account)
          .where(sql.join<SqlBool>([behind(segment, args), ...conditions(filters, args, engine)], sql` and `))
          .orderBy(segment.by, segment.direction)
          .orderBy('name_key', segment.direction)
          .limit(args.limit),
      ),
      (rows) => rows.map(decode),
      { volatile: true },
    ),
  )

/** How many users meet the filters. */
export const usersCounted = (filters: SearchFilters): Lookup<SearchFilters, number> =>
  remembered(counts, namesOf(filters).join(), () =>
    lookup(
      statement<SearchFilters, { users: number }>((db, args, engine) =>
        db
          .selectFrom('iam_user')
          .select(({ fn }) => fn.countAll<number>().as('users'))
          .where('account_id', '=', args.account)
          .where(sql.join<SqlBool>([sql`1 = 1`, ...conditions(filters, args, engine)], sql` and `)),
      ),
      (rows) => first(rows)?.users ?? 0,
      // A name is of the state; the time of a call, and uses, are not.
      { volatile: namesOf(filters).some((name) => name.startsWith('key')) },
    ),
  )

// One statement a combination that was asked for, at most some hundreds: each has the conditions it needs and no others, so that an index serves it.
const searches = new Map<string, Lookup<SearchArgs, readonly SearchedUser[]>>()
const counts = new Map<string, Lookup<SearchFilters, number>>()

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key)
  if (value === undefined) known.set(key, (value = make()))
  return value
}

const namesOf = (filters: SearchFilters): readonly string[] => Object.keys(filters).toSorted()

function behind({ by, direction, where }: Segment, { after, afterName }: SearchArgs): RawBuilder<SqlBool> {
  const further = sql.raw(direction === 'asc' ? '>' : '<')
  const place =
    by === 'name_key'
      ? sql<SqlBool>`name_key ${further} ${afterName}`
      : sql<SqlBool>`(${sql.ref(by)}, name_key) ${further} (${after}, ${afterName})`
  if (where === undefined) return place
  return sql`${place} and ${sql.ref(where.column)} is ${sql.raw(where.present ? 'not null' : 'null')}`
}

/** `given` says which there are; the values are put in for `args`. */
function conditions(given: SearchFilters, args: SearchFilters, engine: EngineName): readonly RawBuilder<SqlBool>[] {
  const within = sql.raw(engine === 'postgres' ? 'strpos' : 'instr')
  const found: RawBuilder<SqlBool>[] = []
  if (given.text !== undefined) found.push(sql`${within}(lower(path) || name_key, ${args.text}) > 0`)
  if (given.user !== undefined) found.push(sql`id = ${args.user}`)
  if (given.keyCreatedBefore !== undefined) found.push(sql`oldest_key_at < ${args.keyCreatedBefore}`)
  if (given.keyIdleSince !== undefined) found.push(sql`idle_key_at < ${args.keyIdleSince}`)
  if (given.keyNeverUsed !== undefined) found.push(sql`unused_keys > 0`)
  if (given.bootstrap !== undefined) found.push(hasBootstrapKey)
  return found
}

const hasBootstrapKey = sql<SqlBool>`id in (
  select t.owner from user_tag t
  join access_key k on k.user_id = t.owner and lower(k.id) = t.key_key
  where t.value = 'bootstrap')`

const decode = (row: SearchRow): SearchedUser => ({
  // Ids were checked when the row was written.
  id: row.id as UserId,
  account: row.account_id as AccountId,
  name: row.name,
  path: row.path,
  createdAt: row.created_at,
  passwordChangedAt: row.password_changed_at ?? undefined,
  passwordUsedAt: row.password_used_at ?? undefined,
  values: row,
})

const selectSearched = statement<{ id: UserId }, SearchRow>((db, { id }) =>
  db.selectFrom('iam_user').select(columns).where('id', '=', id),
)
/** The same of one user. */
export const searchedUserById = lookup(
  selectSearched,
  (rows): SearchedUser | undefined => {
    const row = first(rows)
    return row && decode(row)
  },
  { volatile: true },
)

export interface KeyOfUser {
  readonly user: UserId
  readonly seq: number
  readonly id: AccessKeyId
  readonly status: AccessKeyStatus
  readonly createdAt: number
  /** As the database knows it. */
  readonly usedAt: number | undefined
  readonly bootstrap: boolean
}

interface KeyOfUserRow {
  user_id: string
  seq: number
  id: string
  status: string
  created_at: number
  used_at: number | null
  described: string | null
}

/** The ids of users, as JSON: one question for a whole page. */
export interface UserList {
  readonly users: string
}
export const userList = (users: readonly { readonly id: UserId }[]): UserList => ({
  users: JSON.stringify(users.map(({ id }) => id)),
})

const selectKeysOfUsers = statement<UserList, KeyOfUserRow>((db, { users }, engine) =>
  db
    .selectFrom('access_key as k')
    .leftJoin('key_used as u', 'u.key_seq', 'k.seq')
    .leftJoin('key_used_recent as r', 'r.key_seq', 'k.seq')
    .leftJoin('user_tag as t', (join) =>
      join
        .onRef('t.owner', '=', 'k.owner')
        .on('t.key_key', '=', sql<string>`lower(k.id)`)
        .on('t.value', '=', 'bootstrap'),
    )
    .select(['k.owner as user_id', 'k.seq', 'k.id', 'k.status', 'k.created_at', 't.value as described'])
    .select(latestUse.as('used_at'))
    .where(isListed('k.owner', users, engine))
    .orderBy('k.created_at')
    .orderBy('k.id'),
)

/** The keys of some users, in order of their creation. */
export const keysOfUsers = lookup(
  selectKeysOfUsers,
  (rows): readonly KeyOfUser[] =>
    rows.map((row) => ({
      user: row.user_id as UserId,
      seq: row.seq,
      id: row.id as AccessKeyId,
      status: row.status as AccessKeyStatus,
      createdAt: row.created_at,
      usedAt: row.used_at ?? undefined,
      bootstrap: row.described !== null,
    })),
  { volatile: true },
)

const selectTagsOfUsers = statement<UserList, Tag & { user: string }>((db, { users }, engine) =>
  db
    .selectFrom('user_tag')
    .select(['owner as user', 'key', 'value'])
    .where(isListed('owner', users, engine))
    .orderBy('key_key'),
)

/** The tags of some users, in order of their keys. */
export const tagsOfUsers = lookup(selectTagsOfUsers, all)
