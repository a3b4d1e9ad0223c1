import type { AccountId, UserId } from '../domain/ids.ts'
import { keysOf, type KeyOwner } from './access-keys.ts'
import { first, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** A person's session. It ends when its row goes, and at `endsAt`. */
export interface ConsoleSession {
  /** SHA-256 of the cookie, in hex. */
  readonly id: string
  /** Its public name: the page it was opened for says it with each call. */
  readonly handle: string
  /** `ASIA…`: stands in the trail and signs nothing. */
  readonly accessKeyId: string
  readonly account: AccountId
  /** Undefined for root. */
  readonly userId: UserId | undefined
  readonly provenAt: number
  readonly endsAt: number
  readonly mfaAt: number | undefined
}

interface SessionRow {
  id: string
  handle: string
  access_key_id: string
  account_id: string
  user_id: string | null
  proven_at: number
  ends_at: number
  mfa_at: number | null
}

const columns = ['id', 'handle', 'access_key_id', 'account_id', 'user_id', 'proven_at', 'ends_at', 'mfa_at'] as const

const selectById = statement<{ id: string }, SessionRow>((db, { id }) =>
  db.selectFrom('console_session').select(columns).where('id', '=', id),
)

const deleteOfOwner = statement<{ owner: string; but: string }, never>((db, { owner, but }) =>
  db.deleteFrom('console_session').where('owner', '=', owner).where('id', '<>', but),
)

const decode = (row: SessionRow): ConsoleSession => ({
  id: row.id,
  handle: row.handle,
  accessKeyId: row.access_key_id,
  // Ids were checked when the row was written.
  account: row.account_id as AccountId,
  userId: (row.user_id ?? undefined) as UserId | undefined,
  provenAt: row.proven_at,
  endsAt: row.ends_at,
  mfaAt: row.mfa_at ?? undefined,
})

export const consoleSessionById = lookup(selectById, (rows) => {
  const row = first(rows)
  return row && decode(row)
})

export const consoleSessionsIn = (tx: Transaction) => ({
  /** All sessions of a user, or of root; where `but` names one, all others. */
  async endOf(owner: KeyOwner, { but = '' }: { but?: string | undefined } = {}): Promise<void> {
    await tx.run(deleteOfOwner, { ...keysOf(owner), but })
  },
})
