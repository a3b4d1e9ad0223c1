import type { AccountId } from '../domain/ids.ts'
import { laterUse, type LastUse } from './last-used.ts'
import { first } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

// What a credential report tells. Times are milliseconds; null where there is no such thing.

export interface ReportedRoot {
  readonly createdAt: number
  readonly passwordUsedAt: number | null
  /** After how many days the passwords of this account's users expire. */
  readonly passwordDays: number | null
}

export interface ReportedUser {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly path: string
  readonly createdAt: number
  /** Null where the user has no password. */
  readonly passwordChangedAt: number | null
  readonly passwordUsedAt: number | null
}

export interface ReportedKey {
  readonly status: string
  readonly createdAt: number
  readonly use: LastUse | undefined
}

/** Keys by their owner: a user's id, or the account's. Each owner's are in order of their ids. */
export type ReportedKeys = ReadonlyMap<string, readonly ReportedKey[]>

const selectRoot = statement<{ account: AccountId }, ReportedRoot>((db, { account }) =>
  db
    .selectFrom('account')
    .leftJoin('login_profile', 'login_profile.owner', 'account.id')
    .leftJoin('password_policy', 'password_policy.account_id', 'account.id')
    .select([
      'account.created_at as createdAt',
      'login_profile.used_at as passwordUsedAt',
      'password_policy.days_max as passwordDays',
    ])
    .where('account.id', '=', account),
)

const selectUsers = statement<{ account: AccountId; after: string; limit: number }, ReportedUser>(
  (db, { account, after, limit }) =>
    db
      .selectFrom('iam_user')
      .leftJoin('login_profile', 'login_profile.owner', 'iam_user.id')
      .select([
        'iam_user.id',
        'iam_user.name',
        'iam_user.name_key as nameKey',
        'iam_user.path',
        'iam_user.created_at as createdAt',
        'login_profile.changed_at as passwordChangedAt',
        'login_profile.used_at as passwordUsedAt',
      ])
      .where('iam_user.account_id', '=', account)
      .where('iam_user.name_key', '>', after)
      .orderBy('iam_user.name_key')
      .limit(limit),
)

/** A key's uses since the last fold and before it: it may have both. */
interface KeyRow {
  owner: string
  status: string
  createdAt: number
  recentAt: number | null
  recentService: string | null
  recentRegion: string | null
  foldedAt: number | null
  foldedService: string | null
  foldedRegion: string | null
}

const keyColumns = [
  'access_key.owner',
  'access_key.status',
  'access_key.created_at as createdAt',
  'key_used_recent.at as recentAt',
  'key_used_recent.service as recentService',
  'key_used_recent.region as recentRegion',
  'key_used.at as foldedAt',
  'key_used.service as foldedService',
  'key_used.region as foldedRegion',
] as const

const selectKeysOfRoot = statement<{ account: AccountId }, KeyRow>((db, { account }) =>
  db
    .selectFrom('access_key')
    .leftJoin('key_used_recent', 'key_used_recent.key_seq', 'access_key.seq')
    .leftJoin('key_used', 'key_used.key_seq', 'access_key.seq')
    .select(keyColumns)
    .where('access_key.owner', '=', account)
    .orderBy('access_key.id'),
)

const selectKeysOfUsers = statement<{ account: AccountId; after: string; upTo: string }, KeyRow>(
  (db, { account, after, upTo }) =>
    db
      .selectFrom('iam_user')
      .innerJoin('access_key', 'access_key.owner', 'iam_user.id')
      .leftJoin('key_used_recent', 'key_used_recent.key_seq', 'access_key.seq')
      .leftJoin('key_used', 'key_used.key_seq', 'access_key.seq')
      .select(keyColumns)
      .where('iam_user.account_id', '=', account)
      .where('iam_user.name_key', '>', after)
      .where('iam_user.name_key', '<=', upTo)
      .orderBy('access_key.id'),
)

function byOwner(rows: readonly KeyRow[]): ReportedKeys {
  const keys = new Map<string, ReportedKey[]>()
  for (const row of rows) {
    const key = {
      status: row.status,
      createdAt: row.createdAt,
      use: laterUse(
        useOf(row.recentAt, row.recentService, row.recentRegion),
        useOf(row.foldedAt, row.foldedService, row.foldedRegion),
      ),
    }
    const others = keys.get(row.owner)
    if (others === undefined) keys.set(row.owner, [key])
    else others.push(key)
  }
  return keys
}

function useOf(at: number | null, service: string | null, region: string | null): LastUse | undefined {
  return at === null || service === null || region === null ? undefined : { at, service, region }
}

export interface ReportedUsers {
  readonly users: readonly ReportedUser[]
  readonly keys: ReportedKeys
}

export const credentialReportRowsIn = (tx: Transaction, account: AccountId) => ({
  async root(): Promise<{ root: ReportedRoot; keys: ReportedKeys }> {
    const root = first(await tx.all(selectRoot, { account }))
    if (root === undefined) throw new Error(`there is no account ${account}`)
    return { root, keys: byOwner(await tx.all(selectKeysOfRoot, { account })) }
  },
  /** The users that follow a name in lower case, in order of their names without regard to case, at most `limit`. */
  async usersAfter(after: string, limit: number): Promise<ReportedUsers> {
    const users = await tx.all(selectUsers, { account, after, limit })
    const upTo = users.at(-1)?.nameKey
    if (upTo === undefined) return { users, keys: new Map() }
    return { users, keys: byOwner(await tx.all(selectKeysOfUsers, { account, after, upTo })) }
  },
})
