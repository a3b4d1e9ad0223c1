import { operation } from '../../operation.ts'
import { onReport } from './credential-report.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html */
export const GetCredentialReport = operation('iam', 'GetCredentialReport', {
  access: 'Read',
  requires: ({ caller, view }) => onReport('iam:GetCredentialReport', caller.principal.account, view),

  // AWS sends no message with these three.
  answer({ target: { current, existed, running }, means, fault }) {
    if (current === undefined && running) throw fault('ReportInProgress', '')
    if (current === undefined && existed) throw fault('ReportExpired', '')
    if (current === undefined) throw fault('ReportNotPresent', '')
    // The bytes are read as they are sent: those of one id never change.
    return {
      Content: means.reports.content(current),
      ReportFormat: 'text/csv' as const,
      GeneratedTime: current.takenAt,
    }
  },
})
