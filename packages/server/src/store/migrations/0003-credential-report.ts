import { sql, type Kysely } from 'kysely'
import type { EngineName } from '../statement.ts'

/** The credential report of an account: what is under way, what was published, and the bytes in pieces. */
export function credentialReport(engine: EngineName) {
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`
  const integer = engine === 'postgres' ? sql`bigint` : sql`integer`

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { schema } = db
      await schema
        .createTable('credential_report')
        .addColumn('account_id', text, (c) => c.primaryKey().references('account.id'))
        .addColumn('job', text)
        .addColumn('job_started_at', integer)
        .addColumn('over_limit_at', integer)
        .addColumn('report', text)
        .addColumn('taken_at', integer)
        .addColumn('published_at', integer)
        .addColumn('size', integer)
        .addColumn('previous', text)
        .execute()
      await schema
        .createTable('credential_report_piece')
        .addColumn('job', text, (c) => c.notNull())
        .addColumn('i', integer, (c) => c.notNull())
        .addColumn('account_id', text, (c) => c.notNull().references('account.id'))
        .addColumn('at', integer, (c) => c.notNull())
        .addColumn('content', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('credential_report_piece_place', ['job', 'i'])
        .execute()
      await schema
        .createIndex('credential_report_piece_account')
        .on('credential_report_piece')
        .columns(['account_id', 'job', 'i'])
        .execute()
    },
  }
}
