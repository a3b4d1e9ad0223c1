import { sql } from 'kysely'
import type { AccountId } from '../domain/ids.ts'
import { all, lookup } from './lookup.ts'
import type { PolicyUsage } from './policy-pages.ts'
import { statement } from './statement.ts'

/** What uses a managed policy. */
export interface PolicyEntity {
  readonly id: string
  readonly name: string
}

interface PageOfEntities {
  readonly account: AccountId
  readonly policyArn: string
  readonly usage: PolicyUsage
  /** `from` <= path < `to` */
  readonly from: string
  readonly to: string
  /** A name in lower case. */
  readonly after: string
  readonly limit: number
}

// From the attachments to their owners, which are sorted then: those are few, and an account's users are not.
const selectUsers = statement<PageOfEntities, PolicyEntity>(
  (db, { account, policyArn, usage, from, to, after, limit }) =>
    db
      .selectFrom(
        db
          .selectFrom('user_attachment')
          .select('owner')
          .where('account_id', '=', account)
          .where('policy_arn', '=', policyArn)
          .where(sql<boolean>`cast(${usage} as text) <> 'PermissionsBoundary'`)
          .union(
            db
              .selectFrom('iam_user')
              .select('id as owner')
              .where('account_id', '=', account)
              .where('boundary', '=', policyArn)
              .where(sql<boolean>`cast(${usage} as text) <> 'PermissionsPolicy'`),
          )
          .as('having'),
      )
      .innerJoin('iam_user', 'iam_user.id', 'having.owner')
      .select(['iam_user.id', 'iam_user.name'])
      .where('iam_user.path', '>=', from)
      .where('iam_user.path', '<', to)
      .where('iam_user.name_key', '>', after)
      .orderBy('iam_user.name_key')
      .limit(limit),
)

const selectGroups = statement<PageOfEntities, PolicyEntity>(
  (db, { account, policyArn, usage, from, to, after, limit }) =>
    db
      .selectFrom('group_attachment')
      .innerJoin('iam_group', 'iam_group.id', 'group_attachment.owner')
      .select(['iam_group.id', 'iam_group.name'])
      .where('group_attachment.account_id', '=', account)
      .where('group_attachment.policy_arn', '=', policyArn)
      // A group has no boundary.
      .where(sql<boolean>`cast(${usage} as text) <> 'PermissionsBoundary'`)
      .where('iam_group.path', '>=', from)
      .where('iam_group.path', '<', to)
      .where('iam_group.name_key', '>', after)
      .orderBy('iam_group.name_key')
      .limit(limit),
)

/** The users that a policy is attached to, or bounds, in order of their names without regard to case, after one. */
export const havingUsers = lookup(selectUsers, all)
/** The groups that a policy is attached to, in the same order. */
export const havingGroups = lookup(selectGroups, all)
