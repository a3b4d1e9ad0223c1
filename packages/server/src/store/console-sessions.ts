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

/** What a session's row holds beside what is ever asked of it: for the trail of evidence. */
export interface NewSession extends ConsoleSession {
  /** The ARN of who signed in. */
  readonly originalPrincipal: string
  readonly provenBy: 'Password'
  readonly browser: string
}

const insertSession = statement<
  {
    id: string
    handle: string
    accessKeyId: string
    account: AccountId
    owner: string
    userId: UserId | null
    originalPrincipal: string
    provenBy: string
    provenAt: number
    endsAt: number
    browser: string
    mfaAt: number | null
  },
  never
>((db, session) =>
  db.insertInto('console_session').values({
    id: session.id,
    handle: session.handle,
    access_key_id: session.accessKeyId,
    account_id: session.account,
    owner: session.owner,
    user_id: session.userId,
    original_principal: session.originalPrincipal,
    proven_by: session.provenBy,
    proven_at: session.provenAt,
    ends_at: session.endsAt,
    browser: session.browser,
    mfa_at: session.mfaAt,
  }),
)

const deleteById = statement<{ id: string }, never>((db, { id }) =>
  db.deleteFrom('console_session').where('id', '=', id),
)

const deleteOfOwner = statement<{ owner: string; but: string }, never>((db, { owner, but }) =>
  db.deleteFrom('console_session').where('owner', '=', owner).where('id', '<>', but),
)

// Those beyond the newest `kept`: the index gives them in order.
const deleteOldest = statement<{ owner: string; kept: number }, never>((db, { owner, kept }) =>
  db
    .deleteFrom('console_session')
    .where('owner', '=', owner)
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('console_session as newest')
        .select('newest.id')
        .where('newest.owner', '=', owner)
        .orderBy('newest.proven_at', 'desc')
        .limit(kept),
    ),
)

const deleteExpired = statement<{ now: number; atMost: number }, never>((db, { now, atMost }) =>
  db
    .deleteFrom('console_session')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('console_session as expired')
        .select('expired.id')
        .where('expired.ends_at', '<=', now)
        .orderBy('expired.ends_at')
        .limit(atMost),
    ),
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
  /** Whoever would have more than `atMost` loses the oldest; a few expired ones, of whoever, go as well. */
  async insert(
    { userId, mfaAt, ...session }: NewSession,
    { atMost, expiredAtMost }: { atMost: number; expiredAtMost: number },
  ): Promise<void> {
    const { owner } = keysOf({ account: session.account, userId })
    await tx.run(deleteExpired, { now: session.provenAt, atMost: expiredAtMost })
    await tx.run(deleteOldest, { owner, kept: atMost - 1 })
    await tx.run(insertSession, { ...session, owner, userId: userId ?? null, mfaAt: mfaAt ?? null })
  },
  async delete(id: string): Promise<void> {
    await tx.run(deleteById, { id })
  },
  /** All sessions of a user, or of root; where `but` names one, all others. */
  async endOf(owner: KeyOwner, { but = '' }: { but?: string | undefined } = {}): Promise<void> {
    await tx.run(deleteOfOwner, { ...keysOf(owner), but })
  },
})
