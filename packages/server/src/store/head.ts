import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { lookup, first } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** One state of the database: the n-th change, told apart by its nonce from an n-th change of another history. */
export interface Head {
  readonly n: number
  readonly nonce: string
  /** When it was committed, by the database's clock: milliseconds since the epoch. */
  readonly at: number
}

/** Tells a state from any other that has the same n. */
export const mintNonce = (): string => randomBytes(9).toString('base64url')

export const readHead = statement<object, Head>((db) => db.selectFrom('head').select(['n', 'nonce', 'at']))

const moveHead = statement<{ nonce: string; now: number }, Head>((db, { nonce, now }, engine) =>
  db
    .updateTable('head')
    .set((eb) => ({
      n: eb('n', '+', 1),
      nonce,
      // Never backwards, and on PostgreSQL by its own clock once the row is ours: a time from before the wait would be stale.
      at:
        engine === 'postgres'
          ? sql<number>`greatest(at, floor(extract(epoch from clock_timestamp()) * 1000)::bigint)`
          : sql<number>`max(at, ${now})`,
    }))
    .returning(['n', 'nonce', 'at']),
)

const insertHead = statement<Head, never>((db, { n, nonce, at }) =>
  db.insertInto('head').values({ id: 1, n, nonce, at }),
)

const insertHistory = statement<Head, never>((db, { n, nonce, at }) =>
  db.insertInto('history').values({ n, nonce, at }),
)

const forgetHistory = statement<{ before: number }, never>((db, { before }) =>
  db.deleteFrom('history').where('at', '<', before),
)

const findHistory = statement<{ n: number; nonce: string }, { n: number }>((db, { n, nonce }) =>
  db.selectFrom('history').select('n').where('n', '=', n).where('nonce', '=', nonce),
)

/** Is this (n, nonce) part of the history this database tells? */
export const inHistory = lookup(findHistory, (rows) => first(rows) !== undefined, { volatile: true })

export const headIn = (tx: Transaction) => ({
  /** The first state of a new database. */
  async create(head: Head): Promise<void> {
    await tx.run(insertHead, { n: head.n, nonce: head.nonce, at: head.at })
  },
  /** Takes the row that orders all changes: waits for the change before it. A statement of its own: nothing is judged from its snapshot. */
  async move(nonce: string, now: number): Promise<Head> {
    const [head] = await tx.all(moveHead, { nonce, now })
    if (head === undefined) throw new Error('the head row is missing: this database was not made by keyward init')
    return head
  },
  async remember(head: Head): Promise<void> {
    await tx.run(insertHistory, { n: head.n, nonce: head.nonce, at: head.at })
  },
  async forget(before: number): Promise<void> {
    await tx.run(forgetHistory, { before })
  },
})
