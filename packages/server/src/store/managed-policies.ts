import type { AccountId, PolicyId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
import { nameKey } from './users.ts'

/** An account's own managed policy. Versions are numbered from 1; `lastVersion` is the last number given. */
export interface OwnPolicy {
  readonly id: PolicyId
  readonly account: AccountId
  readonly arn: string
  readonly name: string
  readonly path: string
  readonly description: string | undefined
  readonly createdAt: number
  readonly updatedAt: number
  readonly defaultVersion: number
  readonly lastVersion: number
}

export interface PolicyVersion {
  readonly n: number
  readonly text: string
  /** SHA-256 of the text, in hex. */
  readonly hash: string
  /** Of the text without white space. */
  readonly size: number
  readonly createdAt: number
}

interface OwnPolicyRow {
  id: string
  account_id: string
  arn: string
  name: string
  path: string
  description: string | null
  created_at: number
  updated_at: number
  default_version: number
  last_version: number
}

const columns = [
  'id',
  'account_id',
  'arn',
  'name',
  'path',
  'description',
  'created_at',
  'updated_at',
  'default_version',
  'last_version',
] as const

const selectByArn = statement<{ arn: string }, OwnPolicyRow>((db, { arn }) =>
  db.selectFrom('managed_policy').select(columns).where('arn', '=', arn),
)

// An ARN's policy in the version that holds.
const selectDefaultText = statement<{ arn: string }, { text: string }>((db, { arn }) =>
  db
    .selectFrom('managed_policy')
    .innerJoin('managed_policy_version', (join) =>
      join
        .onRef('managed_policy_version.policy_id', '=', 'managed_policy.id')
        .onRef('managed_policy_version.n', '=', 'managed_policy.default_version'),
    )
    .select(['managed_policy_version.text'])
    .where('managed_policy.arn', '=', arn),
)

const insertPolicy = statement<Omit<OwnPolicy, 'description'> & { nameKey: string; description: string | null }, never>(
  (db, policy) =>
    db
      .insertInto('managed_policy')
      .values({
        id: policy.id,
        account_id: policy.account,
        arn: policy.arn,
        name: policy.name,
        name_key: policy.nameKey,
        path: policy.path,
        description: policy.description,
        created_at: policy.createdAt,
        updated_at: policy.updatedAt,
        default_version: policy.defaultVersion,
        last_version: policy.lastVersion,
      })
      .onConflict((conflict) => conflict.doNothing()),
)

const insertVersion = statement<PolicyVersion & { policyId: PolicyId }, never>(
  (db, { policyId, n, text, hash, size, createdAt }) =>
    db.insertInto('managed_policy_version').values({ policy_id: policyId, n, text, hash, size, created_at: createdAt }),
)

const decode = (row: OwnPolicyRow): OwnPolicy => ({
  // Ids were checked when the row was written.
  id: row.id as PolicyId,
  account: row.account_id as AccountId,
  arn: row.arn,
  name: row.name,
  path: row.path,
  description: row.description ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  defaultVersion: row.default_version,
  lastVersion: row.last_version,
})

export const ownPolicyByArn = lookup(selectByArn, (rows) => {
  const row = first(rows)
  return row && decode(row)
})
/** The document that an ARN's policy holds by: that of its default version. */
export const defaultTextOf = lookup(selectDefaultText, (rows) => first(rows)?.text)

export const managedPoliciesIn = (tx: Transaction) => ({
  /** False where the name is taken. */
  async insert(policy: OwnPolicy, version: PolicyVersion): Promise<boolean> {
    const { description = null } = policy
    const inserted = await tx.run(insertPolicy, { ...policy, description, nameKey: nameKey(policy.name) })
    if (inserted !== 1) return false
    await tx.run(insertVersion, { ...version, policyId: policy.id })
    return true
  },
})
