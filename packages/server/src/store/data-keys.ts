import { lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** A key that seals secrets, itself wrapped by a master key. */
export interface WrappedDataKey {
  readonly id: string
  readonly wrapped: string
  readonly createdAt: number
  /** Retired keys open what they sealed and seal nothing more. */
  readonly retiredAt: number | null
}

const selectKeys = statement<object, WrappedDataKey>((db) =>
  db
    .selectFrom('data_key')
    .select(['id', 'wrapped', 'created_at as createdAt', 'retired_at as retiredAt'])
    .orderBy('created_at')
    .orderBy('id'),
)

const insertKey = statement<{ id: string; wrapped: string; createdAt: number }, never>(
  (db, { id, wrapped, createdAt }) =>
    db.insertInto('data_key').values({ id, wrapped, created_at: createdAt, retired_at: null }),
)

const rewrapKey = statement<{ id: string; wrapped: string }, never>((db, { id, wrapped }) =>
  db.updateTable('data_key').set({ wrapped }).where('id', '=', id),
)

const retireOthers = statement<{ id: string; at: number }, never>((db, { id, at }) =>
  db.updateTable('data_key').set({ retired_at: at }).where('id', '!=', id).where('retired_at', 'is', null),
)

/** All data keys, oldest first. */
export const dataKeys = lookup(selectKeys, (rows): readonly WrappedDataKey[] => rows)

export const dataKeysIn = (tx: Transaction) => ({
  async all(): Promise<readonly WrappedDataKey[]> {
    return tx.all(selectKeys, {})
  },
  /** Makes it the current one: all others are retired. */
  async insert(key: { id: string; wrapped: string; createdAt: number }): Promise<void> {
    await tx.run(insertKey, key)
    await tx.run(retireOthers, { id: key.id, at: key.createdAt })
  },
  async rewrap(id: string, wrapped: string): Promise<void> {
    await tx.run(rewrapKey, { id, wrapped })
  },
})
