import { randomBytes } from 'node:crypto'
import type { AccountId, UserId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { keysOf, type KeyOwner } from './access-keys.ts'
import { first, lookup } from './lookup.ts'
import type { Schema } from './schema.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
import { userSummariesIn } from './user-summaries.ts'

/** The password that a user, or root, signs in to the console with. */
export interface LoginProfile {
  readonly owner: KeyOwner
  /** A PHC string. */
  readonly hash: string
  /** Drawn anew with every password: what was begun with another is void. */
  readonly stamp: string
  readonly resetRequired: boolean
  /** Of the first password: a change leaves it. */
  readonly createdAt: number
  readonly changedAt: number
  /** A one-time password signs in no more from then on. */
  readonly endsAt: number | undefined
  /** The last sign-in. */
  readonly usedAt: number | undefined
}

/** A password as it is written: hashed, and what is asked of its owner. */
export interface NewPassword {
  readonly hash: string
  readonly resetRequired: boolean
  /** Undefined for all but one-time passwords. */
  readonly endsAt?: number | undefined
}

type ProfileRow = Omit<Schema['login_profile'], 'owner'>

const columns = [
  'account_id',
  'user_id',
  'hash',
  'stamp',
  'reset_required',
  'created_at',
  'changed_at',
  'ends_at',
  'used_at',
] as const

const selectByOwner = statement<{ owner: string }, ProfileRow>((db, { owner }) =>
  db.selectFrom('login_profile').select(columns).where('owner', '=', owner),
)

const selectOld = statement<{ owner: string }, { n: number; hash: string }>((db, { owner }) =>
  db.selectFrom('old_password').select(['n', 'hash']).where('owner', '=', owner).orderBy('n', 'desc'),
)

interface WrittenPassword {
  readonly owner: string
  readonly hash: string
  readonly stamp: string
  readonly resetRequired: number
  readonly endsAt: number | null
  readonly at: number
}

const insertProfile = statement<WrittenPassword & { account: AccountId; userId: UserId | null }, never>(
  (db, { owner, account, userId, hash, stamp, resetRequired, endsAt, at }) =>
    db.insertInto('login_profile').values({
      owner,
      account_id: account,
      user_id: userId,
      hash,
      stamp,
      reset_required: resetRequired,
      created_at: at,
      changed_at: at,
      ends_at: endsAt,
      used_at: null,
    }),
)

const updatePassword = statement<WrittenPassword, never>((db, { owner, hash, stamp, resetRequired, endsAt, at }) =>
  db
    .updateTable('login_profile')
    .set({ hash, stamp, reset_required: resetRequired, ends_at: endsAt, changed_at: at })
    .where('owner', '=', owner),
)

const insertOld = statement<{ owner: string; n: number; hash: string; at: number }, never>(
  (db, { owner, n, hash, at }) => db.insertInto('old_password').values({ owner, n, hash, replaced_at: at }),
)

const deleteOld = statement<{ owner: string; upTo: number }, never>((db, { owner, upTo }) =>
  db.deleteFrom('old_password').where('owner', '=', owner).where('n', '<=', upTo),
)

const updateReset = statement<{ owner: string; resetRequired: number }, never>((db, { owner, resetRequired }) =>
  db.updateTable('login_profile').set({ reset_required: resetRequired }).where('owner', '=', owner),
)

const updateUse = statement<{ owner: string; at: number }, never>((db, { owner, at }) =>
  db.updateTable('login_profile').set({ used_at: at }).where('owner', '=', owner),
)

const deleteProfile = statement<{ owner: string }, never>((db, { owner }) =>
  db.deleteFrom('login_profile').where('owner', '=', owner),
)

const decodeOne = (rows: readonly ProfileRow[]): LoginProfile | undefined => {
  const row = first(rows)
  return (
    row && {
      // Ids were checked when the row was written.
      owner: { account: row.account_id as AccountId, userId: (row.user_id ?? undefined) as UserId | undefined },
      hash: row.hash,
      stamp: row.stamp,
      resetRequired: row.reset_required === 1,
      createdAt: row.created_at,
      changedAt: row.changed_at,
      endsAt: row.ends_at ?? undefined,
      usedAt: row.used_at ?? undefined,
    }
  )
}

/** The arguments for both lookups are `keysOf(owner)`. */
export const loginProfileOf = lookup(selectByOwner, decodeOne)
/** The hashes of passwords that were replaced, the newest first. */
export const oldPasswordsOf = lookup(selectOld, (rows) => rows.map(({ hash }) => hash))

const mintStamp = (): string => randomBytes(12).toString('base64url')

const written = (owner: KeyOwner, { hash, resetRequired, endsAt }: NewPassword, at: number): WrittenPassword => ({
  ...keysOf(owner),
  hash,
  stamp: mintStamp(),
  resetRequired: Number(resetRequired),
  endsAt: endsAt ?? null,
  at,
})

export const loginProfilesIn = (tx: Transaction) => ({
  async of(owner: KeyOwner): Promise<LoginProfile | undefined> {
    return decodeOne(await tx.all(selectByOwner, keysOf(owner)))
  },
  /** Where there is none yet. */
  async insert(owner: KeyOwner, password: NewPassword, at: number): Promise<void> {
    const { account, userId = null } = owner
    await tx.run(insertProfile, { ...written(owner, password, at), account, userId })
    await userSummariesIn(tx).refresh(owner)
  },
  /** With a new stamp, and the old hash kept. The creation date and the last use stay. */
  async replacePassword(profile: LoginProfile, password: NewPassword, at: number): Promise<void> {
    const { owner } = keysOf(profile.owner)
    const [last] = await tx.all(selectOld, { owner })
    const n = (last?.n ?? 0) + 1
    await tx.run(insertOld, { owner, n, hash: profile.hash, at })
    await tx.run(deleteOld, { owner, upTo: n - limits.oldPasswordsKept })
    await tx.run(updatePassword, written(profile.owner, password, at))
    await userSummariesIn(tx).refresh(profile.owner)
  },
  async setResetRequired(owner: KeyOwner, resetRequired: boolean): Promise<void> {
    await tx.run(updateReset, { ...keysOf(owner), resetRequired: Number(resetRequired) })
  },
  async noteUse(owner: KeyOwner, at: number): Promise<void> {
    await tx.run(updateUse, { ...keysOf(owner), at })
    await userSummariesIn(tx).refresh(owner)
  },
  /** With the hashes of old passwords. False where there was none. */
  async delete(owner: KeyOwner): Promise<boolean> {
    const deleted = (await tx.run(deleteProfile, keysOf(owner))) === 1
    await userSummariesIn(tx).refresh(owner)
    return deleted
  },
})
