import { sql, type Kysely } from 'kysely'
import type { EngineName } from '../statement.ts'

const summaries = [
  'oldest_key_at',
  'idle_key_at',
  'unused_keys',
  'key_used_at',
  'password_changed_at',
  'password_used_at',
  'active_at',
] as const

/** What searches over all users sort by. */
const ordered = ['oldest_key_at', 'key_used_at', 'password_changed_at', 'password_used_at', 'active_at'] as const

/** Columns by which all users of an account are searched, each order by an index of its own. */
export function userSummaries(engine: EngineName) {
  const integer = engine === 'postgres' ? sql`bigint` : sql`integer`

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { schema } = db
      for (const column of summaries) {
        await schema.alterTable('iam_user').addColumn(column, integer).execute()
      }
      await sql`
        update iam_user set
          oldest_key_at = s.oldest, idle_key_at = s.idle, unused_keys = s.unused, key_used_at = s.used,
          password_changed_at = s.password_changed, password_used_at = s.password_used,
          active_at = coalesce(case when s.used >= s.password_used then s.used end, s.password_used, s.used)
        from (
          select k.user_id,
            min(case when k.status = 'Active' then k.created_at end) as oldest,
            min(case when k.status = 'Active' then coalesce(k.used, k.created_at) end) as idle,
            sum(case when k.status = 'Active' and k.used is null then 1 end) as unused,
            max(k.used) as used,
            max(p.changed_at) as password_changed,
            max(p.used_at) as password_used
          from (
            select v.id as user_id, a.status, a.created_at,
              coalesce(case when r.at >= u.at then r.at end, u.at, r.at) as used
            from iam_user v
            left join access_key a on a.user_id = v.id
            left join key_used u on u.key_seq = a.seq
            left join key_used_recent r on r.key_seq = a.seq
          ) k
          left join login_profile p on p.user_id = k.user_id
          group by k.user_id
        ) s
        where iam_user.id = s.user_id`.execute(db)
      await schema
        .createIndex('iam_user_created_at')
        .on('iam_user')
        .columns(['account_id', 'created_at', 'name_key'])
        .execute()
      for (const column of ordered) {
        // Users without a value stand in none of them: a user without keys and password costs no more than before.
        await sql`create index ${sql.ref(`iam_user_${column}`)} on iam_user (account_id, ${sql.ref(column)}, name_key)
          where ${sql.ref(column)} is not null`.execute(db)
      }
      // Few tags have this value: the descriptions of keys that an administrator began with.
      await sql`create index user_tag_bootstrap on user_tag (user_id, key_key) where value = 'bootstrap'`.execute(db)
    },
  }
}
