import { sql } from 'kysely'
import type { AccountId } from '../domain/ids.ts'
import { lookup } from './lookup.ts'
import { decodePolicies, policyColumns, type PolicyAccount, type PolicyRow } from './managed-policies.ts'
import { isAttachedIn, isBoundaryIn } from './policy-uses.ts'
import { statement } from './statement.ts'

/** Which policies a list is of by their use in an account: `all`, or those attached, those that bound someone, or either. */
export type PolicyUsage = 'all' | 'used' | 'PermissionsPolicy' | 'PermissionsBoundary'

interface PageOfPolicies {
  /** Whose policies. */
  readonly account: PolicyAccount
  /** Whose use of them counts. */
  readonly usedIn: AccountId
  readonly usage: PolicyUsage
  /** `from` <= path < `to` */
  readonly from: string
  readonly to: string
  /** The first name, in lower case. */
  readonly start: string
  readonly limit: number
}

const selectPage = statement<PageOfPolicies, PolicyRow>((db, { account, usedIn, usage, from, to, start, limit }) =>
  db
    .selectFrom('managed_policy')
    .select(policyColumns)
    .where('account_id', '=', account)
    .where('name_key', '>=', start)
    .where('path', '>=', from)
    .where('path', '<', to)
    .where(
      sql<boolean>`case cast(${usage} as text)
        when 'all' then 1 = 1
        when 'PermissionsPolicy' then ${isAttachedIn(usedIn)}
        when 'PermissionsBoundary' then ${isBoundaryIn(usedIn)}
        else (${isAttachedIn(usedIn)} or ${isBoundaryIn(usedIn)}) end`,
    )
    .orderBy('name_key')
    .limit(limit),
)

/** An account's managed policies in order of their names without regard to case, from one on. */
export const policiesFrom = lookup(selectPage, decodePolicies)
