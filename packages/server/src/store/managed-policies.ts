import { sql } from 'kysely'
import type { AccountId, PolicyId } from '../domain/ids.ts'
import { all, first, lookup } from './lookup.ts'
import { isListed, statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
import { nameKey } from './users.ts'

/** The account of a managed policy: AWS's policies are of none that has a number. */
export type PolicyAccount = AccountId | 'aws'

/**
 * A managed policy that is a row: an account's own, or one of AWS's that an operator added. Versions are numbered from 1; `lastVersion` is
 * the last number given.
 */
export interface StoredPolicy {
  readonly id: PolicyId
  readonly account: PolicyAccount
  readonly arn: string
  readonly name: string
  readonly path: string
  readonly description: string | undefined
  readonly createdAt: number
  readonly updatedAt: number
  readonly defaultVersion: number
  readonly lastVersion: number
  /** Of one that an operator added: since when its file is gone. It then speaks for nobody, and nobody it spoke for is heard. */
  readonly withdrawnAt?: number | undefined
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

export interface PolicyRow {
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
  withdrawn_at: number | null
}

export const policyColumns = [
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
  'withdrawn_at',
] as const

const selectByArn = statement<{ arn: string }, PolicyRow>((db, { arn }) =>
  db.selectFrom('managed_policy').select(policyColumns).where('arn', '=', arn),
)

const selectVersions = statement<{ policyId: PolicyId }, { n: number; createdAt: number }>((db, { policyId }) =>
  db
    .selectFrom('managed_policy_version')
    .select(['n', 'created_at as createdAt'])
    .where('policy_id', '=', policyId)
    .orderBy('n', 'desc'),
)

const selectVersionsOf = statement<
  { policies: string },
  { policyId: string; n: number; text: string; createdAt: number }
>((db, { policies }, engine) =>
  db
    .selectFrom('managed_policy_version')
    .select(['policy_id as policyId', 'n', 'text', 'created_at as createdAt'])
    .where(isListed('policy_id', policies, engine))
    .orderBy('n', 'desc'),
)

const selectBytesOf = statement<{ policies: string }, { owner: string; bytes: number }>((db, { policies }, engine) =>
  db
    .selectFrom('managed_policy_version')
    .select(['policy_id as owner', sql<number>`cast(sum(octet_length(text)) as integer)`.as('bytes')])
    .where(isListed('policy_id', policies, engine))
    .groupBy('policy_id'),
)

const selectVersion = statement<{ policyId: PolicyId; n: number }, { n: number; text: string; createdAt: number }>(
  (db, { policyId, n }) =>
    db
      .selectFrom('managed_policy_version')
      .select(['n', 'text', 'created_at as createdAt'])
      .where('policy_id', '=', policyId)
      .where('n', '=', n),
)

const countPolicies = statement<{ account: PolicyAccount }, { count: number }>((db, { account }) =>
  db
    .selectFrom('managed_policy')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', account),
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
    .where('managed_policy.arn', '=', arn)
    .where('managed_policy.withdrawn_at', 'is', null),
)

const insertPolicy = statement<
  Omit<StoredPolicy, 'description'> & { nameKey: string; description: string | null },
  never
>((db, policy) =>
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

const noteVersion = statement<{ id: PolicyId; n: number; at: number }, never>((db, { id, n, at }) =>
  db.updateTable('managed_policy').set({ last_version: n, updated_at: at }).where('id', '=', id),
)

const setDefault = statement<{ id: PolicyId; n: number }, never>((db, { id, n }) =>
  db.updateTable('managed_policy').set({ default_version: n }).where('id', '=', id),
)

const deleteVersion = statement<{ policyId: PolicyId; n: number }, never>((db, { policyId, n }) =>
  db.deleteFrom('managed_policy_version').where('policy_id', '=', policyId).where('n', '=', n),
)

const deletePolicy = statement<{ id: PolicyId }, never>((db, { id }) =>
  db.deleteFrom('managed_policy').where('id', '=', id),
)

// Those of AWS's that an operator added, each with the hash of the version that holds.
const selectAdded = statement<object, PolicyRow & { hash: string }>((db) =>
  db
    .selectFrom('managed_policy')
    .innerJoin('managed_policy_version', (join) =>
      join
        .onRef('managed_policy_version.policy_id', '=', 'managed_policy.id')
        .onRef('managed_policy_version.n', '=', 'managed_policy.default_version'),
    )
    .select(policyColumns.map((column) => `managed_policy.${column}` as const))
    .select('managed_policy_version.hash')
    .where('account_id', '=', 'aws'),
)

const describe = statement<{ id: PolicyId; description: string | null }, never>((db, { id, description }) =>
  db.updateTable('managed_policy').set({ description }).where('id', '=', id),
)

const withdraw = statement<{ id: PolicyId; at: number | null }, never>((db, { id, at }) =>
  db.updateTable('managed_policy').set({ withdrawn_at: at }).where('id', '=', id),
)

const decode = (row: PolicyRow): StoredPolicy => ({
  // Ids were checked when the row was written.
  id: row.id as PolicyId,
  account: row.account_id as PolicyAccount,
  arn: row.arn,
  name: row.name,
  path: row.path,
  description: row.description ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  defaultVersion: row.default_version,
  lastVersion: row.last_version,
  withdrawnAt: row.withdrawn_at ?? undefined,
})

export const decodePolicies = (rows: readonly PolicyRow[]): readonly StoredPolicy[] => rows.map(decode)

/** The managed policy of an ARN, where it is a row. */
export const storedPolicyByArn = lookup(selectByArn, (rows) => {
  const row = first(rows)
  return row && decode(row)
})
/** The document that an ARN's policy holds by: that of its default version. */
export const defaultTextOf = lookup(selectDefaultText, (rows) => first(rows)?.text)

/** A policy's versions without their texts, newest first. */
export const versionsOf = lookup(selectVersions, all)
/** The versions of several policies (ids, as JSON) with their texts, newest first. */
export const allVersionsOf = lookup(selectVersionsOf, all)
/** How long the texts of each policy's versions are, together. */
export const versionBytesOf = lookup(selectBytesOf, all)
export const policyVersion = lookup(selectVersion, first)
/** How many managed policies an account has of its own. */
export const policyCountOf = lookup(countPolicies, (rows) => first(rows)?.count ?? 0)

export const managedPoliciesIn = (tx: Transaction) => ({
  /** False where the name is taken. */
  async insert(policy: StoredPolicy, version: PolicyVersion): Promise<boolean> {
    const { description = null } = policy
    const inserted = await tx.run(insertPolicy, { ...policy, description, nameKey: nameKey(policy.name) })
    if (inserted !== 1) return false
    await tx.run(insertVersion, { ...version, policyId: policy.id })
    return true
  },
  async countIn(account: PolicyAccount): Promise<number> {
    return first(await tx.all(countPolicies, { account }))?.count ?? 0
  },
  /** The numbers of its versions, newest first. */
  async versions(id: PolicyId): Promise<readonly number[]> {
    return (await tx.all(selectVersions, { policyId: id })).map(({ n }) => n)
  },
  /** A further version: its number must be the next after `lastVersion`. */
  async addVersion(id: PolicyId, version: PolicyVersion): Promise<void> {
    await tx.run(insertVersion, { ...version, policyId: id })
    await tx.run(noteVersion, { id, n: version.n, at: version.createdAt })
  },
  async setDefault(id: PolicyId, n: number): Promise<void> {
    await tx.run(setDefault, { id, n })
  },
  /** False where there is none of that number. */
  async deleteVersion(id: PolicyId, n: number): Promise<boolean> {
    return (await tx.run(deleteVersion, { policyId: id, n })) === 1
  },
  /** AWS's that an operator added, each with the hash of the document that holds. */
  async added(): Promise<readonly (StoredPolicy & { readonly hash: string })[]> {
    return (await tx.all(selectAdded, {})).map((row) => ({ ...decode(row), hash: row.hash }))
  },
  async describe(id: PolicyId, description: string | undefined): Promise<void> {
    await tx.run(describe, { id, description: description ?? null })
  },
  /** `undefined` takes it back. */
  async withdraw(id: PolicyId, at: number | undefined): Promise<void> {
    await tx.run(withdraw, { id, at: at ?? null })
  },
  /** With its versions and tags. */
  async delete(id: PolicyId): Promise<void> {
    await tx.run(deletePolicy, { id })
  },
})
