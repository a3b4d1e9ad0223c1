import type { AccountId, GroupId, UserId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
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

const selectOfUser = statement<{ userId: UserId }, GroupRow>((db, { userId }) =>
  db
    .selectFrom('iam_group')
    .innerJoin('group_member', 'group_member.group_id', 'iam_group.id')
    .select(['iam_group.id', 'iam_group.account_id', 'iam_group.name', 'iam_group.path', 'iam_group.created_at'])
    .where('group_member.user_id', '=', userId)
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

const insertMember = statement<{ userId: UserId; groupId: GroupId; at: number }, never>((db, { userId, groupId, at }) =>
  db
    .insertInto('group_member')
    .values({ user_id: userId, group_id: groupId, joined_at: at })
    .onConflict((conflict) => conflict.doNothing()),
)

const decode = (row: GroupRow): Group => ({
  // Ids were checked when the row was written.
  id: row.id as GroupId,
  account: row.account_id as AccountId,
  name: row.name,
  path: row.path,
  createdAt: row.created_at,
})

export const groupByName = lookup(selectByName, (rows) => {
  const row = first(rows)
  return row && decode(row)
})
/** The groups a user is in, in order of their names without regard to case. */
export const groupsOfUser = lookup(selectOfUser, (rows): readonly Group[] => rows.map(decode))

export const groupsIn = (tx: Transaction) => ({
  /** False where the name is taken. */
  async insert(group: Group): Promise<boolean> {
    return (await tx.run(insertGroup, { ...group, nameKey: nameKey(group.name) })) === 1
  },
  async addMember(groupId: GroupId, userId: UserId, at: number): Promise<void> {
    await tx.run(insertMember, { groupId, userId, at })
  },
})
