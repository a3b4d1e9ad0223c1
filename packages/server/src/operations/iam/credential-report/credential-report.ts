import type { Requirement } from '../../../authz/requirement.ts'
import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import { credentialReportOf, lastPieceAt, type PublishedReport } from '../../../store/credential-reports.ts'
import { onAccount } from '../account/account.ts'

/** Where an account's report stands, to whoever may know. */
export interface ReportState {
  /** Younger than four hours: GetCredentialReport answers it. */
  readonly current: PublishedReport | undefined
  /** There was one, however old. */
  readonly existed: boolean
  /** One is being built, by a process that was heard of a moment ago. */
  readonly running: boolean
  /** When the last job found that the report would be too long. */
  readonly overLimitAt: number | undefined
}

/** An action on the account, whose target is the state of its report: the same judgement for a read and inside a change. */
export const onReport = (action: string, account: AccountId, view: View): Requirement<ReportState> => ({
  ...onAccount(action),
  target: () => stateOfReport(account, view),
})

function stateOfReport(account: AccountId, view: View): ReportState {
  const report = view.get(credentialReportOf, { account })
  const published = report?.published
  const job = report?.job
  const lastSign = job === undefined ? undefined : Math.max(job.startedAt, view.get(lastPieceAt, { job: job.id }) ?? 0)
  return {
    current:
      published !== undefined && isYounger(published.publishedAt, limits.credentialReportKept, view.now)
        ? published
        : undefined,
    existed: published !== undefined,
    running: isYounger(lastSign, limits.credentialReportSilenceMax, view.now),
    overLimitAt: report?.overLimitAt,
  }
}

/** Did it happen less than so many milliseconds ago? */
export const isYounger = (at: number | undefined, milliseconds: number, now: number): boolean =>
  at !== undefined && now - at < milliseconds
