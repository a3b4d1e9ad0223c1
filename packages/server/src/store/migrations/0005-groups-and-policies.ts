import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { EngineName } from '../statement.ts'

/** Groups with members and policies, an account's own managed policies with versions and tags, and users' permissions boundaries. */
export function groupsAndPolicies(engine: EngineName) {
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`
  const integer: RawBuilder<unknown> = engine === 'postgres' ? sql`bigint` : sql`integer`

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { schema } = db
      // What users and groups both have stands in tables of the same columns: one statement, built for each.
      for (const table of ['user_tag', 'user_policy', 'user_attachment']) {
        await schema.alterTable(table).renameColumn('user_id', 'owner').execute()
      }
      for (const table of ['iam_group', 'managed_policy']) {
        await schema
          .createTable(table)
          .addColumn('id', text, (c) => c.primaryKey())
          // A policy may be of `aws`, which is no account here.
          .addColumn('account_id', text, (c) =>
            table === 'managed_policy' ? c.notNull() : c.notNull().references('account.id'),
          )
          .addColumn('name', text, (c) => c.notNull())
          .addColumn('name_key', text, (c) => c.notNull())
          .addColumn('path', text, (c) => c.notNull())
          .addColumn('created_at', integer, (c) => c.notNull())
          .addUniqueConstraint(`${table}_name`, ['account_id', 'name_key'])
          .execute()
        await schema.createIndex(`${table}_path`).on(table).columns(['account_id', 'path', 'name_key']).execute()
      }
      await schema
        .createTable('group_member')
        .addColumn('user_id', text, (c) => c.notNull().references('iam_user.id'))
        .addColumn('group_id', text, (c) => c.notNull().references('iam_group.id'))
        .addColumn('joined_at', integer, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('group_member_user', ['user_id', 'group_id'])
        .execute()
      await schema.createIndex('group_member_group').on('group_member').columns(['group_id', 'name_key']).execute()
      await schema
        .createTable('group_policy')
        .addColumn('owner', text, (c) => c.notNull().references('iam_group.id'))
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('text', text, (c) => c.notNull())
        .addColumn('hash', text, (c) => c.notNull())
        .addColumn('size', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('group_policy_name', ['owner', 'name_key'])
        .execute()
      await schema
        .createTable('group_attachment')
        .addColumn('owner', text, (c) => c.notNull().references('iam_group.id'))
        .addColumn('policy_arn', text, (c) => c.notNull())
        .addColumn('policy_name', text, (c) => c.notNull())
        .addColumn('attached_at', integer, (c) => c.notNull())
        .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
        .addPrimaryKeyConstraint('group_attachment_policy', ['owner', 'policy_arn'])
        .execute()
      await schema
        .createIndex('group_attachment_account')
        .on('group_attachment')
        .columns(['account_id', 'policy_arn'])
        .execute()
      // A policy is found by its ARN, which never changes: a name or path of a policy cannot.
      await schema.alterTable('managed_policy').addColumn('withdrawn_at', integer).execute()
      await schema
        .alterTable('managed_policy')
        .addColumn('arn', text, (c) => c.notNull().defaultTo(''))
        .execute()
      await schema.createIndex('managed_policy_arn').unique().on('managed_policy').column('arn').execute()
      await schema.alterTable('managed_policy').addColumn('description', text).execute()
      for (const column of ['updated_at', 'default_version', 'last_version']) {
        await schema
          .alterTable('managed_policy')
          .addColumn(column, integer, (c) => c.notNull().defaultTo(0))
          .execute()
      }
      await schema
        .createTable('managed_policy_version')
        .addColumn('policy_id', text, (c) => c.notNull().references('managed_policy.id').onDelete('cascade'))
        .addColumn('n', integer, (c) => c.notNull())
        .addColumn('text', text, (c) => c.notNull())
        .addColumn('hash', text, (c) => c.notNull())
        .addColumn('size', integer, (c) => c.notNull())
        .addColumn('created_at', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('managed_policy_version_n', ['policy_id', 'n'])
        .execute()
      await schema
        .createTable('policy_tag')
        .addColumn('owner', text, (c) => c.notNull().references('managed_policy.id').onDelete('cascade'))
        .addColumn('key_key', text, (c) => c.notNull())
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('value', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('policy_tag_key', ['owner', 'key_key'])
        .execute()
      // A refusal names documents by their hashes; whoever decodes it finds them again.
      for (const table of ['user_policy', 'group_policy', 'managed_policy_version']) {
        await schema.createIndex(`${table}_hash`).on(table).column('hash').execute()
      }
      await schema.alterTable('iam_user').addColumn('boundary', text).execute()
      await sql`create index iam_user_boundary on iam_user (account_id, boundary) where boundary is not null`.execute(
        db,
      )
    },
  }
}
