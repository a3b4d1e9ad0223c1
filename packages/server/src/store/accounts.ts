import { sql } from 'kysely'
import type { AccountId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import type { Schema } from './schema.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

export interface Account {
  readonly id: AccountId
  readonly rootEmail: string
  readonly createdAt: number
  /** How many users it has. */
  readonly users: number
}

type AccountRow = Schema['account']

const selectAccount = statement<{ id: AccountId }, AccountRow>((db, { id }) =>
  db.selectFrom('account').selectAll().where('id', '=', id),
)

const selectSome = statement<{ limit: number }, AccountRow>((db, { limit }) =>
  db.selectFrom('account').selectAll().orderBy('id').limit(limit),
)

const selectByEmail = statement<{ email: string }, { id: string }>((db, { email }) =>
  // As the index has it: addresses are one person's in any case.
  db
    .selectFrom('account')
    .select('id')
    .where(sql`lower(root_email)`, '=', sql`lower(${email})`),
)

const selectByAlias = statement<{ alias: string }, { id: string }>((db, { alias }) =>
  db.selectFrom('account').select('id').where('alias', '=', alias),
)

const insertAccount = statement<{ id: AccountId; rootEmail: string; createdAt: number }, never>(
  (db, { id, rootEmail, createdAt }) =>
    db
      .insertInto('account')
      .values({ id, root_email: rootEmail, created_at: createdAt, users: 0 })
      .onConflict((conflict) => conflict.doNothing()),
)

const addUsers = statement<{ id: AccountId; count: number; atMost: number }, never>((db, { id, count, atMost }) =>
  db
    .updateTable('account')
    .set((eb) => ({ users: eb('users', '+', count) }))
    .where('id', '=', id)
    .where((eb) => eb(eb('users', '+', count), '<=', atMost)),
)

const decode = (row: AccountRow): Account => ({
  // The id was checked when the row was written.
  id: row.id as AccountId,
  rootEmail: row.root_email,
  createdAt: row.created_at,
  users: row.users,
})
const decodeOne = (rows: readonly AccountRow[]): Account | undefined => {
  const row = first(rows)
  return row && decode(row)
}

export const accountById = lookup(selectAccount, decodeOne)

const decodeId = (rows: readonly { id: string }[]): AccountId | undefined =>
  // The id was checked when the row was written.
  first(rows)?.id as AccountId | undefined

/** The account whose root has this e-mail address, in any case. */
export const accountOfRootEmail = lookup(selectByEmail, decodeId)
export const accountOfAlias = lookup(selectByAlias, decodeId)

export const accountsIn = (tx: Transaction) => ({
  async byId(id: AccountId): Promise<Account | undefined> {
    return decodeOne(await tx.all(selectAccount, { id }))
  },
  /** The first of all accounts, in order of their ids. */
  async some({ atMost }: { atMost: number }): Promise<readonly Account[]> {
    return (await tx.all(selectSome, { limit: atMost })).map(decode)
  },
  /** False where the id or the root's e-mail is taken. */
  async insert(account: { id: AccountId; rootEmail: string; createdAt: number }): Promise<boolean> {
    return (await tx.run(insertAccount, account)) === 1
  },
  /** Counts one user more; false where that would exceed `atMost`. */
  async countUserIn(id: AccountId, { atMost }: { atMost: number }): Promise<boolean> {
    return (await tx.run(addUsers, { id, count: 1, atMost })) === 1
  },
  /** How many users it has. */
  async usersOf(id: AccountId): Promise<number> {
    return first(await tx.all(selectAccount, { id }))?.users ?? 0
  },
  async countUserOut(id: AccountId): Promise<void> {
    await tx.run(addUsers, { id, count: -1, atMost: Number.MAX_SAFE_INTEGER })
  },
})
