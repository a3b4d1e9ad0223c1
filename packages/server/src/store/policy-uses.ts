import { sql, type RawBuilder } from 'kysely'
import type { AccountId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** How often an account uses a managed policy: to how many entities it is attached, and of how many it is the boundary. */
export interface PolicyUses {
  readonly attachments: number
  readonly boundaries: number
}

const selectUses = statement<{ account: AccountId; arns: string }, { arn: string } & PolicyUses>(
  (db, { account, arns }, engine) => {
    const listed: RawBuilder<{ arn: string }> =
      engine === 'postgres'
        ? sql`(select json_array_elements_text(${arns}::json) as arn)`
        : sql`(select value as arn from json_each(${arns}))`
    const countOf = (table: string, column: string) => sql<number>`(
      select count(*) from ${sql.table(table)} t
      where t.account_id = ${account} and ${sql.ref(`t.${column}`)} = listed.arn)`
    return db
      .selectFrom(listed.as('listed'))
      .select('arn')
      .select(
        sql<number>`${countOf('user_attachment', 'policy_arn')} + ${countOf('group_attachment', 'policy_arn')}`.as(
          'attachments',
        ),
      )
      .select(countOf('iam_user', 'boundary').as('boundaries'))
  },
)

const isIn = (table: string, column: string, account: AccountId) => sql<boolean>`exists (
  select 1 from ${sql.table(table)} t
  where t.account_id = ${account} and ${sql.ref(`t.${column}`)} = managed_policy.arn)`

/** Is a row of managed_policy attached to anything of an account? */
export const isAttachedIn = (account: AccountId): RawBuilder<boolean> =>
  sql<boolean>`(${isIn('user_attachment', 'policy_arn', account)} or ${isIn('group_attachment', 'policy_arn', account)})`

/** Is a row of managed_policy the boundary of anyone of an account? */
export const isBoundaryIn = (account: AccountId): RawBuilder<boolean> => isIn('iam_user', 'boundary', account)

const none: PolicyUses = { attachments: 0, boundaries: 0 }

const byArn = (rows: readonly ({ arn: string } & PolicyUses)[]) => {
  const uses = new Map(rows.map(({ arn, attachments, boundaries }) => [arn, { attachments, boundaries }]))
  return (arn: string): PolicyUses => uses.get(arn) ?? none
}

/** How an account uses the policies of a list of ARNs, which is JSON: one question for a page of them. */
export const policyUses = lookup(selectUses, byArn)

// Of any account: read at a start alone, it goes by no index.
const selectUsedAnywhere = statement<{ arn: string }, { used: number }>((db, { arn }) => {
  const isIn = (table: string, column: string) => sql<boolean>`exists (
    select 1 from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} = ${arn})`
  return db.selectFrom('head').select(
    sql<number>`case when ${isIn('user_attachment', 'policy_arn')} or ${isIn('group_attachment', 'policy_arn')}
        or ${isIn('iam_user', 'boundary')} then 1 else 0 end`.as('used'),
  )
})

export const policyUsesIn = (tx: Transaction) => ({
  /** Does any account use it? */
  async anywhere(arn: string): Promise<boolean> {
    return first(await tx.all(selectUsedAnywhere, { arn }))?.used === 1
  },
  async of(account: AccountId, arn: string): Promise<PolicyUses> {
    return byArn(await tx.all(selectUses, { account, arns: JSON.stringify([arn]) }))(arn)
  },
})
