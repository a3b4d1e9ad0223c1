import { limits } from '../../../domain/limits.ts'
import { accountById } from '../../../store/accounts.ts'
import { ServiceError } from '../../../errors.ts'
import { operation, takesChange, type Settings } from '../../operation.ts'
import { isYounger, onReport, type ReportState } from './credential-report.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html */
export const GenerateCredentialReport = operation('iam', 'GenerateCredentialReport', {
  access: 'Read',
  requires: ({ caller, view }) => onReport('iam:GenerateCredentialReport', caller.principal.account, view),

  /** A call that finds a fresh report, or one on its way, moves nothing. */
  answer: ({ target, caller, view, now, means }) => {
    const users = view.get(accountById, { id: caller.principal.account })?.users ?? 0
    return stateFor(target, now, means.settings, users) ?? takesChange
  },

  async run({ target, caller, facts, store, now, settings }) {
    const { account } = caller.principal
    const found = stateFor(target, now, settings, await store.accounts.usersOf(account))
    if (found !== undefined) return found
    // The call's own id tells its process from all others: that one builds the report.
    await store.credentialReports.begin({ account, job: facts.requestId }, now)
    const reason = target.existed ? 'The current report has expired' : 'No report exists'
    return { State: 'STARTED' as const, Description: `${reason}. Starting a new report generation task` }
  },

  after: ({ caller, facts, means }) => means.reports.begin({ account: caller.principal.account, job: facts.requestId }),
})

/** What there is to say without a new job; undefined where one must be begun. Throws LimitExceeded. */
function stateFor(
  { current, running, overLimitAt }: ReportState,
  now: number,
  settings: Settings,
  users: number,
): { State: 'COMPLETE' | 'INPROGRESS' } | undefined {
  if (isYounger(current?.publishedAt, settings.credentialReportCache, now)) return { State: 'COMPLETE' }
  if (running) return { State: 'INPROGRESS' }
  const bytes = limits.credentialReportBytesMax
  if (
    isYounger(overLimitAt, settings.credentialReportCache, now) ||
    users * limits.credentialReportRowBytesMin > bytes
  ) {
    throw new ServiceError(
      'LimitExceeded',
      `The credential report of this account would be longer than ${bytes} bytes.`,
    )
  }
  return undefined
}
