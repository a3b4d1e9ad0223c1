import type { Clock } from '../domain/clock.ts'
import { credentialReportsIn, type ReportJob } from '../store/credential-reports.ts'
import { headIn, type Head } from '../store/head.ts'
import type { Transaction } from '../store/transaction.ts'

/** What the service itself writes of a credential report, as plain data. Nobody is called by it: the event is that of the call which began the job. */
export type ReportWrite = ReportJob &
  (
    | { readonly kind: 'piece'; readonly i: number; readonly content: string }
    | { readonly kind: 'publish'; readonly takenAt: number; readonly size: number }
    /** There will be no report: it would be too long, or something failed. */
    | { readonly kind: 'end'; readonly overLimit: boolean }
  )

interface Writer {
  change(body: (tx: Transaction, head: Head) => Promise<void>): Promise<void>
  writeApart(body: (tx: Transaction) => Promise<void>): Promise<void>
}

/** Pieces stay apart from the head row: no answer depends on them before the change that publishes them, and that one takes it. */
export async function writeReport(writer: Writer, write: ReportWrite, clock: Clock): Promise<void> {
  const job = { account: write.account, job: write.job }
  if (write.kind === 'piece') {
    const { i, content } = write
    return writer.writeApart((tx) => credentialReportsIn(tx).keep({ ...job, i, content }, clock()))
  }
  return writer.change(async (tx, head) => {
    const reports = credentialReportsIn(tx)
    if (write.kind === 'publish') await reports.publish(job, { takenAt: write.takenAt, size: write.size }, head.at)
    else await reports.end(job, { overLimitAt: write.overLimit ? head.at : undefined })
    await headIn(tx).remember(head)
  })
}
