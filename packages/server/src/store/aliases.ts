import type { AccountId } from '../domain/ids.ts'
import { first, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

const selectAlias = statement<{ account: AccountId }, { alias: string | null }>((db, { account }) =>
  db.selectFrom('account').select('alias').where('id', '=', account),
)

const updateAlias = statement<{ account: AccountId; alias: string }, never>((db, { account, alias }) =>
  db
    .updateTable('account')
    .set({ alias })
    .where('id', '=', account)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account as holder').select('holder.id').where('holder.alias', '=', alias))),
    ),
)

const clearAlias = statement<{ account: AccountId; alias: string }, never>((db, { account, alias }) =>
  db.updateTable('account').set({ alias: null }).where('id', '=', account).where('alias', '=', alias),
)

/** An account's one alias. */
export const aliasOfAccount = lookup(selectAlias, (rows) => first(rows)?.alias ?? undefined)

export const aliasesIn = (tx: Transaction) => ({
  /** In place of the one before. False where an account has it already, this one or another. */
  async put(account: AccountId, alias: string): Promise<boolean> {
    return (await tx.run(updateAlias, { account, alias })) === 1
  },
  /** False where the account has no such alias. */
  async delete(account: AccountId, alias: string): Promise<boolean> {
    return (await tx.run(clearAlias, { account, alias })) === 1
  },
})
