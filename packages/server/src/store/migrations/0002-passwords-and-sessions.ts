import { sql, type Kysely } from 'kysely'
import type { EngineName } from '../statement.ts'

/** Console passwords and their policy, console sessions, and the records that are written apart from the head row. */
export function passwordsAndSessions(engine: EngineName) {
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`
  const integer = engine === 'postgres' ? sql`bigint` : sql`integer`

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { schema } = db
      // Until now two addresses could differ by case alone, and nobody signed in by one: the older account keeps it.
      await sql`
        update account set root_email = 'root@' || id || '.invalid'
        where exists (
          select 1 from account as older
          where lower(older.root_email) = lower(account.root_email)
            and (older.created_at, older.id) < (account.created_at, account.id))`.execute(db)
      await schema
        .createIndex('account_root_email')
        .unique()
        .on('account')
        .expression(sql`lower(root_email)`)
        .execute()
      await schema
        .createTable('login_profile')
        .addColumn('owner', text, (c) => c.primaryKey())
        .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
        .addColumn('user_id', text, (c) => c.references('iam_user.id'))
        .addColumn('hash', text, (c) => c.notNull())
        .addColumn('stamp', text, (c) => c.notNull())
        .addColumn('reset_required', integer, (c) => c.notNull())
        .addColumn('created_at', integer, (c) => c.notNull())
        .addColumn('changed_at', integer, (c) => c.notNull())
        .addColumn('ends_at', integer)
        .addColumn('used_at', integer)
        .execute()
      await schema.createIndex('login_profile_user').on('login_profile').column('user_id').execute()
      await schema
        .createTable('old_password')
        .addColumn('owner', text, (c) => c.notNull().references('login_profile.owner').onDelete('cascade'))
        .addColumn('n', integer, (c) => c.notNull())
        .addColumn('hash', text, (c) => c.notNull())
        .addColumn('replaced_at', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('old_password_place', ['owner', 'n'])
        .execute()
      await schema
        .createTable('password_policy')
        .addColumn('account_id', text, (c) => c.primaryKey().references('account.id'))
        .addColumn('minimum_length', integer, (c) => c.notNull())
        .addColumn('require_symbols', integer, (c) => c.notNull())
        .addColumn('require_numbers', integer, (c) => c.notNull())
        .addColumn('require_uppercase', integer, (c) => c.notNull())
        .addColumn('require_lowercase', integer, (c) => c.notNull())
        .addColumn('users_may_change', integer, (c) => c.notNull())
        .addColumn('days_max', integer)
        .addColumn('reuse_prevention', integer)
        .addColumn('hard_expiry', integer, (c) => c.notNull())
        .execute()
      await schema
        .createTable('console_session')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('handle', text, (c) => c.notNull())
        .addColumn('access_key_id', text, (c) => c.notNull())
        .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
        .addColumn('owner', text, (c) => c.notNull())
        .addColumn('user_id', text, (c) => c.references('iam_user.id').onDelete('cascade'))
        .addColumn('original_principal', text, (c) => c.notNull())
        .addColumn('proven_by', text, (c) => c.notNull())
        .addColumn('proven_at', integer, (c) => c.notNull())
        .addColumn('ends_at', integer, (c) => c.notNull())
        .addColumn('browser', text, (c) => c.notNull())
        .addColumn('mfa_device', text)
        .addColumn('mfa_at', integer)
        .addColumn('source_identity', text)
        .addColumn('session_tags', text)
        .addColumn('session_policies', text)
        .execute()
      // A user's sessions end together, oldest first where there are too many; foreign keys are checked on DeleteUser.
      await schema.createIndex('console_session_owner').on('console_session').columns(['owner', 'proven_at']).execute()
      await schema.createIndex('console_session_user').on('console_session').column('user_id').execute()
      await schema.createIndex('console_session_ends').on('console_session').column('ends_at').execute()
      await schema
        .createTable('event_pack')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('at', integer, (c) => c.notNull())
        .addColumn('count', integer, (c) => c.notNull())
        .addColumn('records', text, (c) => c.notNull())
        .execute()
      await schema.createIndex('event_pack_at').on('event_pack').column('at').execute()
      await schema
        .createTable('stranger_count')
        .addColumn('minute', integer, (c) => c.notNull())
        .addColumn('address', text, (c) => c.notNull())
        .addColumn('reason', text, (c) => c.notNull())
        .addColumn('count', integer, (c) => c.notNull())
        .addColumn('sample', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('stranger_count_place', ['minute', 'address', 'reason'])
        .execute()
      // A forced change of a password is two records of one change: its number alone no longer names a record.
      await schema
        .createTable('event_of_change')
        .addColumn('n', integer, (c) => c.notNull())
        .addColumn('i', integer, (c) => c.notNull())
        .addColumn('event_id', text, (c) => c.notNull())
        .addColumn('account_id', text, (c) => c.notNull())
        .addColumn('at', integer, (c) => c.notNull())
        .addColumn('record', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('event_of_change_place', ['n', 'i'])
        .execute()
      await sql`insert into event_of_change (n, i, event_id, account_id, at, record) select n, 0, event_id, account_id, at, record from event`.execute(
        db,
      )
      await schema.dropTable('event').execute()
      await schema.alterTable('event_of_change').renameTo('event').execute()
    },
  }
}
