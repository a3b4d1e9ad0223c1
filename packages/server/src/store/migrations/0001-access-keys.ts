import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { EngineName } from '../statement.ts'

/** Accounts, users with tags and policies, access keys, last used, events, and the head row. */
export function accessKeys(engine: EngineName) {
  // Names sort by code unit on both engines: a page must go on where the last one ended, whatever the server's locale.
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`
  const integer: RawBuilder<unknown> = engine === 'postgres' ? sql`bigint` : sql`integer`
  const sequence =
    engine === 'postgres'
      ? sql`bigint generated always as identity primary key`
      : sql`integer primary key autoincrement`

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { schema } = db
      await schema
        .createTable('head')
        .addColumn('id', integer, (c) => c.primaryKey())
        .addColumn('n', integer, (c) => c.notNull())
        .addColumn('nonce', text, (c) => c.notNull())
        .addColumn('at', integer, (c) => c.notNull())
        .execute()
      await schema
        .createTable('history')
        .addColumn('n', integer, (c) => c.primaryKey())
        .addColumn('nonce', text, (c) => c.notNull())
        .addColumn('at', integer, (c) => c.notNull())
        .execute()
      await schema.createIndex('history_at').on('history').column('at').execute()
      await schema
        .createTable('data_key')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('wrapped', text, (c) => c.notNull())
        .addColumn('created_at', integer, (c) => c.notNull())
        .addColumn('retired_at', integer)
        .execute()
      await schema
        .createTable('account')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('root_email', text, (c) => c.notNull().unique())
        .addColumn('created_at', integer, (c) => c.notNull())
        .addColumn('users', integer, (c) => c.notNull())
        .addColumn('alias', text, (c) => c.unique())
        .execute()
      await schema
        .createTable('iam_user')
        .addColumn('id', text, (c) => c.primaryKey())
        .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('path', text, (c) => c.notNull())
        .addColumn('created_at', integer, (c) => c.notNull())
        .addUniqueConstraint('iam_user_name', ['account_id', 'name_key'])
        .execute()
      await schema.createIndex('iam_user_path').on('iam_user').columns(['account_id', 'path', 'name_key']).execute()
      await schema
        .createTable('user_tag')
        .addColumn('user_id', text, (c) => c.notNull().references('iam_user.id').onDelete('cascade'))
        .addColumn('key_key', text, (c) => c.notNull())
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('value', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('user_tag_key', ['user_id', 'key_key'])
        .execute()
      await schema
        .createTable('user_policy')
        .addColumn('user_id', text, (c) => c.notNull().references('iam_user.id'))
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('text', text, (c) => c.notNull())
        .addColumn('hash', text, (c) => c.notNull())
        .addColumn('size', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('user_policy_name', ['user_id', 'name_key'])
        .execute()
      await schema
        .createTable('user_attachment')
        .addColumn('user_id', text, (c) => c.notNull().references('iam_user.id'))
        .addColumn('policy_arn', text, (c) => c.notNull())
        .addColumn('policy_name', text, (c) => c.notNull())
        .addColumn('attached_at', integer, (c) => c.notNull())
        .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
        .addPrimaryKeyConstraint('user_attachment_policy', ['user_id', 'policy_arn'])
        .execute()
      await schema
        .createIndex('user_attachment_account')
        .on('user_attachment')
        .columns(['account_id', 'policy_arn'])
        .execute()
      await schema
        .createTable('access_key')
        .addColumn('seq', sequence)
        .addColumn('id', text, (c) => c.notNull().unique())
        .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
        .addColumn('owner', text, (c) => c.notNull())
        .addColumn('user_id', text, (c) => c.references('iam_user.id'))
        .addColumn('slot', integer, (c) => c.notNull())
        .addColumn('status', text, (c) => c.notNull())
        .addColumn('secret', text, (c) => c.notNull())
        .addColumn('created_at', integer, (c) => c.notNull())
        .addUniqueConstraint('access_key_slot', ['owner', 'slot'])
        .execute()
      // Foreign keys are checked on DeleteUser: without an index that would be a scan of all keys.
      await schema.createIndex('access_key_user').on('access_key').column('user_id').execute()
      for (const table of ['key_used_recent', 'key_used']) {
        await schema
          .createTable(table)
          .addColumn('key_seq', integer, (c) => c.primaryKey())
          .addColumn('at', integer, (c) => c.notNull())
          .addColumn('service', text, (c) => c.notNull())
          .addColumn('region', text, (c) => c.notNull())
          .execute()
      }
      await schema
        .createTable('event')
        .addColumn('n', integer, (c) => c.primaryKey())
        .addColumn('event_id', text, (c) => c.notNull())
        .addColumn('account_id', text, (c) => c.notNull())
        .addColumn('at', integer, (c) => c.notNull())
        .addColumn('record', text, (c) => c.notNull())
        .execute()
    },
  }
}
