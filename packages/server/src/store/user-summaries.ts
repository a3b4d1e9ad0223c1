import { sql } from 'kysely'
import type { UserId } from '../domain/ids.ts'
import type { UserSummary } from './schema.ts'
import { isListed, statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** The later of a key's two rows of its last use: `u` of key_used, `r` of key_used_recent. */
export const latestUse = sql<number | null>`coalesce(case when r.at >= u.at then r.at end, u.at, r.at)`

/** Where each column comes from: `s` are the rows of one user, taken together. */
const sources = {
  oldest_key_at: sql<number | null>`s.oldest`,
  idle_key_at: sql<number | null>`s.idle`,
  unused_keys: sql<number | null>`s.unused`,
  key_used_at: sql<number | null>`s.used`,
  password_changed_at: sql<number | null>`s.password_changed`,
  password_used_at: sql<number | null>`s.password_used`,
  active_at: sql<number | null>`coalesce(case when s.used >= s.password_used then s.used end, s.password_used, s.used)`,
} satisfies Record<keyof UserSummary, unknown>

/** What a use of a key changes. Columns that are not written leave their indexes alone: a flush may bring ten thousand users. */
const { idle_key_at, unused_keys, key_used_at, active_at } = sources

// Everything anew from the rows it is made of, whatever the change was: nothing adds up errors.
const summarise = (set: Partial<typeof sources>) =>
  statement<{ users: string }, never>((db, { users }, engine) =>
    db
      .updateTable('iam_user')
      .from(
        db
          .selectFrom('iam_user as v')
          .leftJoin('access_key as k', 'k.owner', 'v.id')
          .leftJoin('key_used as u', 'u.key_seq', 'k.seq')
          .leftJoin('key_used_recent as r', 'r.key_seq', 'k.seq')
          .leftJoin('login_profile as p', 'p.owner', 'v.id')
          .select([
            'v.id as user_id',
            sql`min(case when k.status = 'Active' then k.created_at end)`.as('oldest'),
            sql`min(case when k.status = 'Active' then coalesce(${latestUse}, k.created_at) end)`.as('idle'),
            sql`sum(case when k.status = 'Active' and ${latestUse} is null then 1 end)`.as('unused'),
            sql`max(${latestUse})`.as('used'),
            sql`max(p.changed_at)`.as('password_changed'),
            sql`max(p.used_at)`.as('password_used'),
          ])
          .where(isListed('v.id', users, engine))
          .groupBy('v.id')
          .as('s'),
      )
      .set(set)
      .whereRef('iam_user.id', '=', 's.user_id'),
  )
const summariseAll = summarise(sources)
const summariseUses = summarise({ idle_key_at, unused_keys, key_used_at, active_at })

/**
 * On PostgreSQL a flush of last uses and a change may summarise the same user. Whoever comes second waits here, and the statement after
 * this one reads what the first has written. In the order of ids: two that summarise many do not wait for each other in a circle.
 */
const holdUsers = statement<{ users: string }, { id: string }>((db, { users }, engine) => {
  const held = db.selectFrom('iam_user').select('id')
  // The embedded database has one writer at a time.
  if (engine === 'sqlite') return held.limit(0)
  return held
    .where(isListed('id', users, engine))
    .orderBy('id')
    .forNoKeyUpdate()
})

export function userSummariesIn(tx: Transaction) {
  /** To be called last, after every write to what it is made of: it holds the users' rows. */
  async function refresh(summary: typeof summariseAll, users: readonly UserId[]): Promise<void> {
    if (users.length === 0) return
    const list = { users: JSON.stringify(users) }
    await tx.all(holdUsers, list)
    await tx.run(summary, list)
  }
  return {
    /** After a change of keys or password. Of root there is no summary. */
    async refresh({ userId }: { readonly userId: UserId | undefined }): Promise<void> {
      if (userId !== undefined) await refresh(summariseAll, [userId])
    },
    /** After uses of their keys were written. */
    async refreshUses(users: readonly UserId[]): Promise<void> {
      await refresh(summariseUses, users)
    },
  }
}
