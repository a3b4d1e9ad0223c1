import type { AccountId } from '../domain/ids.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** A CloudTrail-shaped record of a change, redacted: `record` is its JSON. */
export interface StoredEvent {
  readonly n: number
  /** Of the records of one change: 0, 1, … */
  readonly i: number
  readonly eventId: string
  readonly account: AccountId
  readonly at: number
  readonly record: string
}

const insertEvent = statement<StoredEvent, never>((db, { n, i, eventId, account, at, record }) =>
  db.insertInto('event').values({ n, i, event_id: eventId, account_id: account, at, record }),
)

export const eventsIn = (tx: Transaction) => ({
  async insert(event: StoredEvent): Promise<void> {
    await tx.run(insertEvent, event)
  },
})
