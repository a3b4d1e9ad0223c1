import { operation } from '../../operation.ts'
import { onReport } from './credential-report.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html */
export const GetCredentialReport = operation('iam', 'GetCredentialReport', {
  access: 'Read',
  requires: ({ caller, view }) => onReport('iam:GetCredentialReport', caller.principal.account, view),

  // AWS's protocol has no sentence with these three; the console's has.
  answer({ target: { current, existed, running }, means, fault }) {
    if (current === undefined && running) throw fault('ReportInProgress', 'The credential report is being generated.')
    if (current === undefined && existed)
      throw fault('ReportExpired', 'The credential report has expired. Generate a new one.')
    if (current === undefined) throw fault('ReportNotPresent', 'There is no credential report. Generate one.')
    // The bytes are read as they are sent: those of one id never change.
    return {
      Content: means.reports.content(current),
      ReportFormat: 'text/csv' as const,
      GeneratedTime: current.takenAt,
    }
  },
})
