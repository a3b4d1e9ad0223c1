import { sql } from 'kysely'
import type { UserId } from '../domain/ids.ts'
import { all, lookup } from './lookup.ts'
import { statement } from './statement.ts'

/** An inline policy that speaks for a user: its own, or one of a group it is in. */
interface AppliedInlinePolicy {
  /** `''` where it is the user's own. */
  readonly groupId: string
  readonly groupName: string
  readonly name: string
  readonly hash: string
}

/** A managed policy that speaks for a user: attached to it, or to a group it is in. */
interface AppliedManagedPolicy {
  readonly groupId: string
  readonly groupName: string
  readonly policyArn: string
  /** Of the default version's document; null for a policy of AWS's that is in no table, for one that was withdrawn, and for one that is missing. */
  readonly hash: string | null
}

const none = sql<string>`''`

const selectInline = statement<{ userId: UserId }, AppliedInlinePolicy>((db, { userId }) =>
  db
    .selectFrom('user_policy')
    .select([none.as('groupId'), none.as('groupName'), 'name', 'hash'])
    .where('owner', '=', userId)
    .unionAll(
      db
        .selectFrom('group_policy')
        .innerJoin('group_member', 'group_member.group_id', 'group_policy.owner')
        .innerJoin('iam_group', 'iam_group.id', 'group_policy.owner')
        .select(['iam_group.id as groupId', 'iam_group.name as groupName', 'group_policy.name', 'group_policy.hash'])
        .where('group_member.user_id', '=', userId),
    )
    .orderBy('groupName')
    .orderBy('name'),
)

const selectManaged = statement<{ userId: UserId }, AppliedManagedPolicy>((db, { userId }) => {
  const hashOf = (arn: string) => sql<string | null>`(
    select v.hash from managed_policy p
    join managed_policy_version v on v.policy_id = p.id and v.n = p.default_version
    where p.arn = ${sql.ref(arn)} and p.withdrawn_at is null)`
  return db
    .selectFrom('user_attachment')
    .select([none.as('groupId'), none.as('groupName'), 'policy_arn as policyArn'])
    .select(hashOf('user_attachment.policy_arn').as('hash'))
    .where('owner', '=', userId)
    .unionAll(
      db
        .selectFrom('group_attachment')
        .innerJoin('group_member', 'group_member.group_id', 'group_attachment.owner')
        .innerJoin('iam_group', 'iam_group.id', 'group_attachment.owner')
        .select(['iam_group.id as groupId', 'iam_group.name as groupName', 'group_attachment.policy_arn as policyArn'])
        .select(hashOf('group_attachment.policy_arn').as('hash'))
        .where('group_member.user_id', '=', userId),
    )
    .orderBy('groupName')
    .orderBy('policyArn')
})

const selectBoundary = statement<{ userId: UserId }, { policyArn: string; hash: string | null }>((db, { userId }) =>
  db
    .selectFrom('iam_user')
    .leftJoin('managed_policy as p', (join) =>
      join.onRef('p.arn', '=', 'iam_user.boundary').on('p.withdrawn_at', 'is', null),
    )
    .leftJoin('managed_policy_version as v', (join) =>
      join.onRef('v.policy_id', '=', 'p.id').onRef('v.n', '=', 'p.default_version'),
    )
    .select([sql<string>`iam_user.boundary`.as('policyArn'), 'v.hash'])
    .where('iam_user.id', '=', userId)
    .where('iam_user.boundary', 'is not', null),
)

/** The inline policies that speak for a user, its groups' among them: one question for all that a decision needs. */
export const inlinePoliciesFor = lookup(selectInline, all, { shared: true })
/** The managed policies that speak for a user, its groups' among them. */
export const managedPoliciesFor = lookup(selectManaged, all, { shared: true })
/** The managed policy that bounds a user: no row, no boundary. */
export const boundaryFor = lookup(selectBoundary, (rows) => rows[0])
