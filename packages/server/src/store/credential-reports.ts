import { sql } from 'kysely'
import type { AccountId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import type { Schema } from './schema.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** Where an account's credential report stands. */
export interface CredentialReport {
  /** What is being built, if its builder still lives. */
  readonly job: { readonly id: string; readonly startedAt: number } | undefined
  /** When the last job found that the report would be too long. */
  readonly overLimitAt: number | undefined
  readonly published: PublishedReport | undefined
}

export interface PublishedReport {
  readonly id: string
  /** Of which moment's state it tells. */
  readonly takenAt: number
  readonly publishedAt: number
  /** In bytes. */
  readonly size: number
}

/** One job of one account. */
export interface ReportJob {
  readonly account: AccountId
  readonly job: string
}

const selectReport = statement<{ account: AccountId }, Schema['credential_report']>((db, { account }) =>
  db.selectFrom('credential_report').selectAll().where('account_id', '=', account),
)

const selectLastPiece = statement<{ job: string }, { at: number }>((db, { job }) =>
  db.selectFrom('credential_report_piece').select('at').where('job', '=', job).orderBy('i', 'desc').limit(1),
)

const selectPiece = statement<{ job: string; i: number }, { content: string }>((db, { job, i }) =>
  db.selectFrom('credential_report_piece').select('content').where('job', '=', job).where('i', '=', i),
)

const beginJob = statement<ReportJob & { now: number }, never>((db, { account, job, now }) =>
  db
    .insertInto('credential_report')
    .values({ account_id: account, job, job_started_at: now })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ job, job_started_at: now })),
)

const endJob = statement<ReportJob & { overLimitAt: number | null }, never>((db, { account, job, overLimitAt }) =>
  db
    .updateTable('credential_report')
    .set({ job: null, job_started_at: null, over_limit_at: overLimitAt })
    .where('account_id', '=', account)
    .where('job', '=', job),
)

const publish = statement<ReportJob & { takenAt: number; size: number; now: number }, never>(
  (db, { account, job, takenAt, size, now }) =>
    db
      .updateTable('credential_report')
      .set(({ ref }) => ({
        previous: ref('report'),
        report: job,
        taken_at: takenAt,
        published_at: now,
        size,
        job: null,
        job_started_at: null,
        over_limit_at: null,
      }))
      .where('account_id', '=', account)
      .where('job', '=', job),
)

const insertPiece = statement<ReportJob & { i: number; content: string; now: number }, never>(
  (db, { account, job, i, content, now }, engine) =>
    db.insertInto('credential_report_piece').values({
      account_id: account,
      job,
      i,
      content,
      // The clock that judges whether the job is alive.
      at:
        engine === 'postgres'
          ? sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`
          : sql<number>`${now}`,
    }),
)

// Room is made as it is taken: two pieces go for every one that comes, and no statement has to take away a whole report.
const deleteForgotten = statement<{ account: AccountId }, never>((db, { account }) =>
  db.deleteFrom('credential_report_piece').where(({ eb, refTuple, selectFrom }) =>
    eb(
      refTuple('job', 'i'),
      'in',
      selectFrom('credential_report_piece as piece')
        .innerJoin('credential_report as kept', 'kept.account_id', 'piece.account_id')
        .select(['piece.job', 'piece.i'])
        .where('piece.account_id', '=', account)
        .where(
          sql<boolean>`piece.job not in (coalesce(kept.job, ''), coalesce(kept.report, ''), coalesce(kept.previous, ''))`,
        )
        .limit(2)
        .$asTuple('job', 'i'),
    ),
  ),
)

/** Undefined where none was ever asked for. */
export const credentialReportOf = lookup(selectReport, (rows): CredentialReport | undefined => {
  const row = first(rows)
  return (
    row && {
      job: row.job === null || row.job_started_at === null ? undefined : { id: row.job, startedAt: row.job_started_at },
      overLimitAt: row.over_limit_at ?? undefined,
      published: publishedOf(row),
    }
  )
})

function publishedOf({ report, taken_at, published_at, size }: Schema['credential_report']) {
  if (report === null || taken_at === null || published_at === null || size === null) return undefined
  return { id: report, takenAt: taken_at, publishedAt: published_at, size }
}

/** When a job wrote its last piece. Written apart from the head row, as pieces are. */
export const lastPieceAt = lookup(selectLastPiece, (rows) => first(rows)?.at, { volatile: true })

/** A piece in base64. No state keeps it: it is long, and read once a download. */
export const reportPiece = lookup(selectPiece, (rows) => first(rows)?.content, { volatile: true })

export const credentialReportsIn = (tx: Transaction) => ({
  /** In place of a job that is dead, if there is one. */
  async begin(job: ReportJob, now: number): Promise<void> {
    await tx.run(beginJob, { ...job, now })
  },
  /** Nothing happens where the account has another job by now. */
  async end(job: ReportJob, { overLimitAt }: { overLimitAt: number | undefined }): Promise<void> {
    await tx.run(endJob, { ...job, overLimitAt: overLimitAt ?? null })
  },
  /** Nothing happens where the account has another job by now: two builders never publish one report. */
  async publish(job: ReportJob, report: { takenAt: number; size: number }, now: number): Promise<void> {
    await tx.run(publish, { ...job, ...report, now })
  },
  /** `now` is for SQLite: PostgreSQL has a clock of its own. */
  async keep(piece: ReportJob & { i: number; content: string }, now: number): Promise<void> {
    await tx.run(insertPiece, { ...piece, now })
    await tx.run(deleteForgotten, { account: piece.account })
  },
})
