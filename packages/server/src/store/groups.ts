import type { AccountId, GroupId, UserId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import { isListed, statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
import type { UserList } from './user-search.ts'
import { nameKey } from './users.ts'

export interface Group {
  readonly id: GroupId
  readonly account: AccountId
  readonly name: string
  /** Begins and ends with a slash. */
  readonly path: string
  readonly createdAt: number
}

interface GroupRow {
  id: string
  account_id: string
  name: string
  path: string
  created_at: number
}

const columns = ['id', 'account_id', 'name', 'path', 'created_at'] as const

const selectByName = statement<{ account: AccountId; nameKey: string }, GroupRow>((db, { account, nameKey }) =>
  db.selectFrom('iam_group').select(columns).where('account_id', '=', account).where('name_key', '=', nameKey),
)

const selectPage = statement<{ account: AccountId; after: string; limit: number }, GroupRow>(
  (db, { account, after, limit }) =>
    db
      .selectFrom('iam_group')
      .select(columns)
      .where('account_id', '=', account)
      .where('name_key', '>', after)
      .orderBy('name_key')
      .limit(limit),
)

const countGroups = statement<{ account: AccountId }, { count: number }>((db, { account }) =>
  db
    .selectFrom('iam_group')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', account),
)

const selectAnyMember = statement<{ groupId: GroupId }, { user_id: string }>((db, { groupId }) =>
  db.selectFrom('group_member').select('user_id').where('group_id', '=', groupId).limit(1),
)

const selectOfUser = statement<{ userId: UserId }, GroupRow>((db, { userId }) =>
  db
    .selectFrom('iam_group')
    .innerJoin('group_member', 'group_member.group_id', 'iam_group.id')
    .select(['iam_group.id', 'iam_group.account_id', 'iam_group.name', 'iam_group.path', 'iam_group.created_at'])
    .where('group_member.user_id', '=', userId)
    .orderBy('iam_group.name_key'),
)

/** A group's name, with a user who is in it. */
export interface GroupOfUser {
  readonly user: UserId
  readonly name: string
}

const selectOfUsers = statement<UserList, { user: string; name: string }>((db, { users }, engine) =>
  db
    .selectFrom('group_member')
    .innerJoin('iam_group', 'iam_group.id', 'group_member.group_id')
    .select(['group_member.user_id as user', 'iam_group.name'])
    .where(isListed('group_member.user_id', users, engine))
    .orderBy('iam_group.name_key'),
)

const insertGroup = statement<Group & { nameKey: string }, never>((db, group) =>
  db
    .insertInto('iam_group')
    .values({
      id: group.id,
      account_id: group.account,
      name: group.name,
      name_key: group.nameKey,
      path: group.path,
      created_at: group.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const renameGroup = statement<{ id: GroupId; name: string; nameKey: string; path: string }, never>(
  (db, { id, name, nameKey, path }) =>
    db.updateTable('iam_group').set({ name, name_key: nameKey, path }).where('id', '=', id),
)

const deleteGroup = statement<{ id: GroupId }, never>((db, { id }) => db.deleteFrom('iam_group').where('id', '=', id))

// The name is the user's row's: members are listed by it, and a rename of the user takes it along.
const insertMember = statement<{ userId: UserId; groupId: GroupId; at: number }, never>((db, { userId, groupId, at }) =>
  db
    .insertInto('group_member')
    .columns(['user_id', 'group_id', 'joined_at', 'name_key'])
    .expression(({ selectFrom, val }) =>
      selectFrom('iam_user')
        .select(['id', val(groupId).as('group_id'), val(at).as('joined_at'), 'name_key'])
        .where('id', '=', userId),
    )
    .onConflict((conflict) => conflict.doNothing()),
)

const deleteMember = statement<{ userId: UserId; groupId: GroupId }, never>((db, { userId, groupId }) =>
  db.deleteFrom('group_member').where('user_id', '=', userId).where('group_id', '=', groupId),
)

const decode = (row: GroupRow): Group => ({
  // Ids were checked when the row was written.
  id: row.id as GroupId,
  account: row.account_id as AccountId,
  name: row.name,
  path: row.path,
  createdAt: row.created_at,
})

const decodeOne = (rows: readonly GroupRow[]): Group | undefined => {
  const row = first(rows)
  return row && decode(row)
}
const decodeAll = (rows: readonly GroupRow[]): readonly Group[] => rows.map(decode)

export const groupByName = lookup(selectByName, decodeOne)
/** Groups after a name, in order of their names without regard to case. */
export const groupsAfter = lookup(selectPage, decodeAll)
export const groupCount = lookup(countGroups, (rows) => first(rows)?.count ?? 0)
/** The groups a user is in, in order of their names without regard to case. */
export const groupsOfUser = lookup(selectOfUser, decodeAll)
/** The groups of some users, in order of the groups' names. */
export const groupsOfUsers = lookup(selectOfUsers, (rows): readonly GroupOfUser[] =>
  // Ids were checked when the row was written.
  rows.map(({ user, name }) => ({ user: user as UserId, name })),
)

export const groupsIn = (tx: Transaction) => ({
  /** False where the name is taken. */
  async insert(group: Group): Promise<boolean> {
    return (await tx.run(insertGroup, { ...group, nameKey: nameKey(group.name) })) === 1
  },
  async byName(account: AccountId, name: string): Promise<Group | undefined> {
    return decodeOne(await tx.all(selectByName, { account, nameKey: nameKey(name) }))
  },
  async count(account: AccountId): Promise<number> {
    return first(await tx.all(countGroups, { account }))?.count ?? 0
  },
  async rename(id: GroupId, { name, path }: { name: string; path: string }): Promise<void> {
    await tx.run(renameGroup, { id, name, nameKey: nameKey(name), path })
  },
  async delete(id: GroupId): Promise<void> {
    await tx.run(deleteGroup, { id })
  },
  /** The groups a user is in. */
  async ofUser(userId: UserId): Promise<readonly Group[]> {
    return decodeAll(await tx.all(selectOfUser, { userId }))
  },
  async hasMembers(groupId: GroupId): Promise<boolean> {
    return (await tx.all(selectAnyMember, { groupId })).length > 0
  },
  async addMember(groupId: GroupId, userId: UserId, at: number): Promise<void> {
    await tx.run(insertMember, { groupId, userId, at })
  },
  /** False where the user was no member. */
  async removeMember(groupId: GroupId, userId: UserId): Promise<boolean> {
    return (await tx.run(deleteMember, { groupId, userId })) === 1
  },
})
