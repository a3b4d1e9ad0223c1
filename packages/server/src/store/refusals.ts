import { sql } from 'kysely'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** Records of refusals, many in one row. `records` is a JSON array. */
export interface EventPack {
  readonly id: string
  readonly at: number
  readonly count: number
  readonly records: string
}

/** Refusals of strangers within a minute, from one network, for one reason. */
export interface StrangerCount {
  /** Minutes since the epoch. */
  readonly minute: number
  readonly address: string
  readonly reason: string
  readonly count: number
  /** The record of one of them. */
  readonly sample: string
}

/** What one flush writes. Plain data: it crosses to the writer's thread. */
export interface Refusals {
  readonly pack: EventPack | undefined
  readonly strangers: readonly StrangerCount[]
  /** Counts of earlier minutes go. */
  readonly strangersSince: number
}

// A flush whose COMMIT was not answered is sent again: what is there, is there.
const insertPack = statement<EventPack, never>((db, { id, at, count, records }) =>
  db
    .insertInto('event_pack')
    .values({ id, at, count, records })
    .onConflict((conflict) => conflict.doNothing()),
)

const addStrangers = statement<StrangerCount, never>((db, { minute, address, reason, count, sample }) =>
  db
    .insertInto('stranger_count')
    .values({ minute, address, reason, count, sample })
    .onConflict((conflict) =>
      conflict
        .columns(['minute', 'address', 'reason'])
        .doUpdateSet((eb) => ({ count: eb('stranger_count.count', '+', sql<number>`excluded.count`) })),
    ),
)

const forgetStrangers = statement<{ since: number }, never>((db, { since }) =>
  db.deleteFrom('stranger_count').where('minute', '<', since),
)

export const refusalsIn = (tx: Transaction) => ({
  async put({ pack, strangers, strangersSince }: Refusals): Promise<void> {
    if (pack !== undefined) await tx.run(insertPack, pack)
    for (const count of strangers) await tx.run(addStrangers, count)
    if (strangers.length > 0) await tx.run(forgetStrangers, { since: strangersSince })
  },
})
