import type { AccountId } from '../domain/ids.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** A CloudTrail-shaped record of one change, redacted: `record` is its JSON. */
export interface StoredEvent {
  readonly n: number
  readonly eventId: string
  readonly account: AccountId
  readonly at: number
  readonly record: string
}

const insertEvent = statement<StoredEvent, never>((db, { n, eventId, account, at, record }) =>
  db.insertInto('event').values({ n, event_id: eventId, account_id: account, at, record }),
)

export const eventsIn = (tx: Transaction) => ({
  async insert(event: StoredEvent): Promise<void> {
    await tx.run(insertEvent, event)
  },
})
