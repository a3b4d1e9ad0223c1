import type { Kysely } from 'kysely'
import type { AccountId, GroupId, UserId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import type { Schema } from './schema.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

export interface User {
  readonly id: UserId
  readonly account: AccountId
  readonly name: string
  /** Begins and ends with a slash. */
  readonly path: string
  readonly createdAt: number
  /** The ARN of the managed policy that is its permissions boundary. */
  readonly boundary?: string | undefined
}

/** A user in a list of many. */
export interface ListedUser extends User {
  /** When the user last signed in with a password. */
  readonly passwordUsedAt?: number | undefined
}

interface UserRow {
  id: string
  account_id: string
  name: string
  path: string
  created_at: number
  boundary: string | null
}

/** The form under which a name is unique. Names are ASCII by their pattern. */
export const nameKey = (name: string): string => name.toLowerCase()

const columns = ['id', 'account_id', 'name', 'path', 'created_at', 'boundary'] as const

const selectById = statement<{ id: UserId }, UserRow>((db, { id }) =>
  db.selectFrom('iam_user').select(columns).where('id', '=', id),
)

const selectByName = statement<{ account: AccountId; nameKey: string }, UserRow>((db, { account, nameKey }) =>
  db.selectFrom('iam_user').select(columns).where('account_id', '=', account).where('name_key', '=', nameKey),
)

type ListedRow = UserRow & { used_at: number | null }

const listed = (db: Kysely<Schema>) =>
  db
    .selectFrom('iam_user')
    .leftJoin('login_profile', 'login_profile.owner', 'iam_user.id')
    .select([
      'iam_user.id',
      'iam_user.account_id',
      'iam_user.name',
      'iam_user.path',
      'iam_user.created_at',
      'iam_user.boundary',
      'login_profile.used_at',
    ])

const selectPage = statement<{ account: AccountId; after: string; limit: number }, ListedRow>(
  (db, { account, after, limit }) =>
    listed(db)
      .where('iam_user.account_id', '=', account)
      .where('name_key', '>', after)
      .orderBy('name_key')
      .limit(limit),
)

const selectPageUnderPath = statement<
  { account: AccountId; from: string; to: string; afterPath: string; afterName: string; limit: number },
  ListedRow
>((db, { account, from, to, afterPath, afterName, limit }) =>
  listed(db)
    .where('iam_user.account_id', '=', account)
    .where('path', '>=', from)
    .where('path', '<', to)
    .where((eb) => eb(eb.refTuple('path', 'name_key'), '>', eb.tuple(afterPath, afterName)))
    .orderBy('path')
    .orderBy('name_key')
    .limit(limit),
)

const selectMembers = statement<{ groupId: GroupId; after: string; limit: number }, ListedRow>(
  (db, { groupId, after, limit }) =>
    listed(db)
      .innerJoin('group_member', 'group_member.user_id', 'iam_user.id')
      .where('group_member.group_id', '=', groupId)
      .where('group_member.name_key', '>', after)
      .orderBy('group_member.name_key')
      .limit(limit),
)

const insertUser = statement<Omit<User, 'boundary'> & { nameKey: string; boundary: string | null }, never>((db, user) =>
  db
    .insertInto('iam_user')
    .values({
      id: user.id,
      account_id: user.account,
      name: user.name,
      name_key: user.nameKey,
      path: user.path,
      created_at: user.createdAt,
      boundary: user.boundary,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const renameUser = statement<{ id: UserId; name: string; nameKey: string; path: string }, never>(
  (db, { id, name, nameKey, path }) =>
    db.updateTable('iam_user').set({ name, name_key: nameKey, path }).where('id', '=', id),
)

// Members of a group are listed by their names.
const renameMember = statement<{ id: UserId; nameKey: string }, never>((db, { id, nameKey }) =>
  db.updateTable('group_member').set({ name_key: nameKey }).where('user_id', '=', id),
)

const setBoundary = statement<{ id: UserId; boundary: string | null }, never>((db, { id, boundary }) =>
  db.updateTable('iam_user').set({ boundary }).where('id', '=', id),
)

const deleteUser = statement<{ id: UserId }, never>((db, { id }) => db.deleteFrom('iam_user').where('id', '=', id))

const decode = (row: UserRow): User => ({
  // Ids were checked when the row was written.
  id: row.id as UserId,
  account: row.account_id as AccountId,
  name: row.name,
  path: row.path,
  createdAt: row.created_at,
  boundary: row.boundary ?? undefined,
})
const decodeOne = (rows: readonly UserRow[]): User | undefined => {
  const row = first(rows)
  return row && decode(row)
}
const decodeAll = (rows: readonly ListedRow[]): readonly ListedUser[] =>
  rows.map((row) => ({ ...decode(row), passwordUsedAt: row.used_at ?? undefined }))

export const userById = lookup(selectById, decodeOne)
export const userByName = lookup(selectByName, decodeOne)
/** Users after a name, in order of their names without regard to case. */
export const usersAfter = lookup(selectPage, decodeAll)
/** Users with `from` <= path < `to`, in order of path and name, after one such pair. */
export const usersUnderPathAfter = lookup(selectPageUnderPath, decodeAll)
/** Members of a group after a name, in order of their names without regard to case. */
export const membersAfter = lookup(selectMembers, decodeAll)

export const usersIn = (tx: Transaction) => ({
  /** False where the name is taken. */
  async insert(user: User): Promise<boolean> {
    const { boundary = null } = user
    return (await tx.run(insertUser, { ...user, boundary, nameKey: nameKey(user.name) })) === 1
  },
  /** `undefined` takes the boundary away. */
  async bound(id: UserId, boundary: string | undefined): Promise<void> {
    await tx.run(setBoundary, { id, boundary: boundary ?? null })
  },
  async byName(account: AccountId, name: string): Promise<User | undefined> {
    return decodeOne(await tx.all(selectByName, { account, nameKey: nameKey(name) }))
  },
  async rename(id: UserId, { name, path }: { name: string; path: string }): Promise<void> {
    await tx.run(renameUser, { id, name, nameKey: nameKey(name), path })
    await tx.run(renameMember, { id, nameKey: nameKey(name) })
  },
  async delete(id: UserId): Promise<void> {
    await tx.run(deleteUser, { id })
  },
})
