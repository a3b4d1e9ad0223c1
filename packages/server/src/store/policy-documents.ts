import type { AccountId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import { statement } from './statement.ts'

interface Asked {
  readonly account: AccountId
  /** SHA-256 of the text, in hex. */
  readonly hash: string
}

export interface InlineDocument {
  readonly text: string
  readonly name: string
  readonly ownerId: string
  readonly ownerName: string
}

interface ManagedDocument {
  readonly text: string
  readonly name: string
  readonly arn: string
}

/** Built for users and for groups: their tables, and those of their policies, have the same columns. */
function selectInline(owners: 'iam_user' | 'iam_group', policies: 'user_policy' | 'group_policy') {
  // One stands for the other in the types.
  const [owner, policy] = [owners as 'iam_user', policies as 'user_policy']
  return statement<Asked, InlineDocument>((db, { account, hash }) =>
    db
      .selectFrom(policy)
      .innerJoin(owner, `${owner}.id`, `${policy}.owner`)
      .select([`${policy}.text`, `${policy}.name`, `${owner}.id as ownerId`, `${owner}.name as ownerName`])
      .where(`${policy}.hash`, '=', hash)
      .where(`${owner}.account_id`, '=', account)
      .limit(1),
  )
}

const selectManaged = statement<Asked, ManagedDocument>((db, { account, hash }) =>
  db
    .selectFrom('managed_policy_version')
    .innerJoin('managed_policy', 'managed_policy.id', 'managed_policy_version.policy_id')
    .select(['managed_policy_version.text', 'managed_policy.name', 'managed_policy.arn'])
    .where('managed_policy_version.hash', '=', hash)
    .where('managed_policy.account_id', '=', account)
    .limit(1),
)

/** Some place of the account where a document stands, by its hash. */
export const inlineDocumentOfUser = lookup(selectInline('iam_user', 'user_policy'), first)
export const inlineDocumentOfGroup = lookup(selectInline('iam_group', 'group_policy'), first)
export const managedDocument = lookup(selectManaged, first)
