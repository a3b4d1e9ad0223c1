import type { RawResponse } from '../domain/http.ts'
import type { LastUse } from '../store/last-used.ts'
import type { Refusals } from '../store/refusals.ts'
import type { Change } from './change.ts'
import type { ReportWrite } from './report-writes.ts'

/** Does changes, one at a time, and what is written apart from the head row. */
export interface Changes {
  /** The rendered answer of a change that is on disk. Throws the ServiceError that refuses it; 503 where nothing of it was kept. */
  perform(change: Change): Promise<RawResponse>
  recordUses(uses: ReadonlyMap<number, LastUse>): Promise<void>
  foldUses(): Promise<void>
  recordRefusals(refusals: Refusals): Promise<void>
  /** What the service itself writes of a credential report. */
  writeReport(write: ReportWrite): Promise<void>
  /** Changes that wait, and those that were committed since the start. */
  readonly waiting: number
  readonly committed: number
  close(): Promise<void>
}
