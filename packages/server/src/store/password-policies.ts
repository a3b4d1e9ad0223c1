import type { AccountId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import type { Schema } from './schema.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** What an account asks of its users' passwords. One without has the built-in default. */
export interface PasswordPolicy {
  readonly minimumLength: number
  readonly requireSymbols: boolean
  readonly requireNumbers: boolean
  readonly requireUppercase: boolean
  readonly requireLowercase: boolean
  /** Every user may change the own password, whatever its policies say of it. */
  readonly usersMayChange: boolean
  /** A password expires after so many days. */
  readonly daysMax: number | undefined
  /** So many replaced passwords may not come back. */
  readonly reusePrevention: number | undefined
  /** An expired password is not changed at sign-in: an administrator has to. */
  readonly hardExpiry: boolean
}

type PolicyRow = Omit<Schema['password_policy'], 'account_id'>

const columns = [
  'minimum_length',
  'require_symbols',
  'require_numbers',
  'require_uppercase',
  'require_lowercase',
  'users_may_change',
  'days_max',
  'reuse_prevention',
  'hard_expiry',
] as const

const selectPolicy = statement<{ account: AccountId }, PolicyRow>((db, { account }) =>
  db.selectFrom('password_policy').select(columns).where('account_id', '=', account),
)

const upsertPolicy = statement<PolicyRow & { account: AccountId }, never>((db, policy) => {
  // Named one by one: a placeholder stands for each.
  const values = {
    minimum_length: policy.minimum_length,
    require_symbols: policy.require_symbols,
    require_numbers: policy.require_numbers,
    require_uppercase: policy.require_uppercase,
    require_lowercase: policy.require_lowercase,
    users_may_change: policy.users_may_change,
    days_max: policy.days_max,
    reuse_prevention: policy.reuse_prevention,
    hard_expiry: policy.hard_expiry,
  }
  return db
    .insertInto('password_policy')
    .values({ account_id: policy.account, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
})

const deletePolicy = statement<{ account: AccountId }, never>((db, { account }) =>
  db.deleteFrom('password_policy').where('account_id', '=', account),
)

const decodeOne = (rows: readonly PolicyRow[]): PasswordPolicy | undefined => {
  const row = first(rows)
  return (
    row && {
      minimumLength: row.minimum_length,
      requireSymbols: row.require_symbols === 1,
      requireNumbers: row.require_numbers === 1,
      requireUppercase: row.require_uppercase === 1,
      requireLowercase: row.require_lowercase === 1,
      usersMayChange: row.users_may_change === 1,
      daysMax: row.days_max ?? undefined,
      reusePrevention: row.reuse_prevention ?? undefined,
      hardExpiry: row.hard_expiry === 1,
    }
  )
}

export const passwordPolicyOf = lookup(selectPolicy, decodeOne)

export const passwordPoliciesIn = (tx: Transaction) => ({
  async of(account: AccountId): Promise<PasswordPolicy | undefined> {
    return decodeOne(await tx.all(selectPolicy, { account }))
  },
  /** In place of the one before. */
  async put(account: AccountId, policy: PasswordPolicy): Promise<void> {
    await tx.run(upsertPolicy, {
      account,
      minimum_length: policy.minimumLength,
      require_symbols: Number(policy.requireSymbols),
      require_numbers: Number(policy.requireNumbers),
      require_uppercase: Number(policy.requireUppercase),
      require_lowercase: Number(policy.requireLowercase),
      users_may_change: Number(policy.usersMayChange),
      days_max: policy.daysMax ?? null,
      reuse_prevention: policy.reusePrevention ?? null,
      hard_expiry: Number(policy.hardExpiry),
    })
  },
  /** False where there was none. */
  async delete(account: AccountId): Promise<boolean> {
    return (await tx.run(deletePolicy, { account })) === 1
  },
})
