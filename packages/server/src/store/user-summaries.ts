import { sql } from 'kysely'
import type { UserId } from '../domain/ids.ts'
import type { KeyOwner } from './access-keys.ts'
import { isListed, statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** The later of a key's two rows of its last use: `u` of key_used, `r` of key_used_recent. */
export const latestUse = sql<number | null>`coalesce(case when r.at >= u.at then r.at end, u.at, r.at)`

// Everything anew from the rows it is made of, whatever the change was: nothing adds up errors.
const summarise = statement<{ users: string }, never>((db, { users }, engine) =>
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
          sql<number | null>`min(case when k.status = 'Active' then k.created_at end)`.as('oldest'),
          sql<number | null>`min(case when k.status = 'Active' then coalesce(${latestUse}, k.created_at) end)`.as(
            'idle',
          ),
          sql<number | null>`sum(case when k.status = 'Active' and ${latestUse} is null then 1 end)`.as('unused'),
          sql<number | null>`max(${latestUse})`.as('used'),
          sql<number | null>`max(p.changed_at)`.as('password_changed'),
          sql<number | null>`max(p.used_at)`.as('password_used'),
        ])
        .where(isListed('v.id', users, engine))
        .groupBy('v.id')
        .as('s'),
    )
    .set((eb) => ({
      oldest_key_at: eb.ref('s.oldest'),
      idle_key_at: eb.ref('s.idle'),
      unused_keys: eb.ref('s.unused'),
      key_used_at: eb.ref('s.used'),
      password_changed_at: eb.ref('s.password_changed'),
      password_used_at: eb.ref('s.password_used'),
      active_at: sql<
        number | null
      >`coalesce(case when s.used >= s.password_used then s.used end, s.password_used, s.used)`,
    }))
    .whereRef('iam_user.id', '=', 's.user_id'),
)

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

export const userSummariesIn = (tx: Transaction) => ({
  /** To be called last, after every write to keys, their uses and passwords of these users: it holds their rows. */
  async refresh(users: readonly UserId[]): Promise<void> {
    if (users.length === 0) return
    const list = { users: JSON.stringify(users) }
    await tx.all(holdUsers, list)
    await tx.run(summarise, list)
  },
  /** Of root there is none. */
  async refreshOwner({ userId }: KeyOwner): Promise<void> {
    if (userId !== undefined) await this.refresh([userId])
  },
})
