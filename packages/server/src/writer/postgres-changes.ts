import { systemClock } from '../domain/clock.ts'
import type { RawResponse } from '../domain/http.ts'
import type { Settings } from '../operations/operation.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { lastUsedIn, usesByPlace, type LastUse } from '../store/last-used.ts'
import type { PostgresWriter } from '../store/postgres-writer.ts'
import { refusalsIn, type Refusals } from '../store/refusals.ts'
import { Admission, admissionKey } from './admission.ts'
import { performChange, type Change } from './change.ts'
import type { Changes } from './changes.ts'
import { Queue } from './queue.ts'
import { writeReport, type ReportWrite } from './report-writes.ts'

/** Changes on PostgreSQL: one at a time a process, ordered among processes by the head row. */
export class PostgresChanges implements Changes {
  readonly #writer: PostgresWriter
  readonly #means: { keyRing: KeyRing; settings: Settings }
  readonly #queue = new Queue()
  readonly #admission = new Admission()
  committed = 0

  constructor(writer: PostgresWriter, means: { keyRing: KeyRing; settings: Settings }) {
    this.#writer = writer
    this.#means = means
  }

  get waiting(): number {
    return this.#admission.waiting
  }

  async perform(change: Change): Promise<RawResponse> {
    const response = await this.#admission.during(admissionKey(change), () =>
      this.#queue.run(() => this.#writer.change((tx, head) => performChange(tx, head, change, this.#means))),
    )
    this.committed++
    return response
  }

  async recordUses(uses: ReadonlyMap<number, LastUse>): Promise<void> {
    await this.#writer.writeApart((tx) => lastUsedIn(tx).put(usesByPlace(uses)))
  }

  async foldUses(): Promise<void> {
    await this.#writer.writeApart((tx) => lastUsedIn(tx).fold())
  }

  async recordRefusals(refusals: Refusals): Promise<void> {
    await this.#writer.writeApart((tx) => refusalsIn(tx).put(refusals))
  }

  async writeReport(write: ReportWrite): Promise<void> {
    await writeReport(this.#writer, write, systemClock)
  }

  async close(): Promise<void> {
    await this.#queue.drained()
    await this.#writer.close()
  }
}
