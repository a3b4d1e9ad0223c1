import { sql } from 'kysely'
import type { GroupId, UserId } from '../domain/ids.ts'
import { all, first, lookup } from './lookup.ts'
import { isListed, statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
import { nameKey } from './users.ts'

/** An inline policy without its text: `hash` (SHA-256, hex) stands for it. */
export interface InlinePolicy {
  readonly name: string
  readonly hash: string
}

interface OwnedText {
  readonly owner: string
  readonly name: string
  readonly text: string
}

/** Built for each table of inline policies: all have the same columns, so that one stands for all in the types. */
function inlinePolicies<Owner extends string>(table: 'user_policy' | 'group_policy') {
  const name = table as 'user_policy'

  const selectAll = statement<{ owner: Owner }, InlinePolicy>((db, { owner }) =>
    db.selectFrom(name).select(['name', 'hash']).where('owner', '=', owner).orderBy('name_key'),
  )
  const selectText = statement<{ owner: Owner; nameKey: string }, { name: string; text: string }>(
    (db, { owner, nameKey }) =>
      db.selectFrom(name).select(['name', 'text']).where('owner', '=', owner).where('name_key', '=', nameKey),
  )
  const selectSizes = statement<{ owner: Owner }, { name_key: string; size: number }>((db, { owner }) =>
    db.selectFrom(name).select(['name_key', 'size']).where('owner', '=', owner),
  )
  const selectAllOf = statement<{ owners: string }, OwnedText>((db, { owners }, engine) =>
    db
      .selectFrom(name)
      .select(['owner', 'name', 'text'])
      .where(isListed('owner', owners, engine))
      .orderBy('name_key'),
  )
  const selectBytesOf = statement<{ owners: string }, { owner: string; bytes: number }>((db, { owners }, engine) =>
    db
      .selectFrom(name)
      .select(['owner', sql<number>`cast(sum(octet_length(text)) as integer)`.as('bytes')])
      .where(isListed('owner', owners, engine))
      .groupBy('owner'),
  )
  // Put with another case overwrites the document and keeps the first spelling of the name.
  const upsert = statement<
    { owner: Owner; name: string; nameKey: string; text: string; hash: string; size: number },
    never
  >((db, { owner, name: spelling, nameKey, text, hash, size }) =>
    db
      .insertInto(name)
      .values({ owner, name: spelling, name_key: nameKey, text, hash, size })
      .onConflict((conflict) => conflict.columns(['owner', 'name_key']).doUpdateSet({ text, hash, size })),
  )
  const remove = statement<{ owner: Owner; nameKey: string }, never>((db, { owner, nameKey }) =>
    db.deleteFrom(name).where('owner', '=', owner).where('name_key', '=', nameKey),
  )

  return {
    /** An owner's inline policies, in order of their names without regard to case. */
    of: lookup(selectAll, all),
    /** Those of several owners (ids, as JSON) with their texts, in order of their names. */
    allOf: lookup(selectAllOf, all),
    /** How long the texts of each are, together. */
    bytesOf: lookup(selectBytesOf, all),
    /** One of them with its text. */
    one: lookup(selectText, first),
    in: (tx: Transaction) => ({
      /** The sizes of an owner's inline policies by the key of their names, white space not counted. */
      async sizes(owner: Owner): Promise<ReadonlyMap<string, number>> {
        const rows = await tx.all(selectSizes, { owner })
        return new Map(rows.map((row) => [row.name_key, row.size]))
      },
      async put(owner: Owner, policy: InlinePolicy & { text: string; size: number }): Promise<void> {
        await tx.run(upsert, { owner, ...policy, nameKey: nameKey(policy.name) })
      },
      /** False where there was none of that name. */
      async delete(owner: Owner, policyName: string): Promise<boolean> {
        return (await tx.run(remove, { owner, nameKey: nameKey(policyName) })) === 1
      },
    }),
  }
}

/** Inline policies of one kind of owner. */
export type InlinePolicies<Owner extends string> = ReturnType<typeof inlinePolicies<Owner>>

export const userPolicies = inlinePolicies<UserId>('user_policy')
export const groupPolicies = inlinePolicies<GroupId>('group_policy')
