import type { PolicyId, UserId } from '../domain/ids.ts'
import { all, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

export interface Tag {
  readonly key: string
  readonly value: string
}

/** The form under which a tag key is unique on its owner: AWS compares them without regard to case. */
export const tagKeyKey = (key: string): string => key.toLowerCase()

/** Built for each table of tags: all have the same columns, so that one stands for all in the types. */
function tags<Owner extends string>(table: 'user_tag' | 'policy_tag') {
  const name = table as 'user_tag'

  const selectAll = statement<{ owner: Owner }, Tag>((db, { owner }) =>
    db.selectFrom(name).select(['key', 'value']).where('owner', '=', owner).orderBy('key_key'),
  )
  const upsert = statement<Tag & { owner: Owner; keyKey: string }, never>((db, { owner, keyKey, key, value }) =>
    db
      .insertInto(name)
      .values({ owner, key_key: keyKey, key, value })
      .onConflict((conflict) => conflict.columns(['owner', 'key_key']).doUpdateSet({ key, value })),
  )
  const remove = statement<{ owner: Owner; keyKey: string }, never>((db, { owner, keyKey }) =>
    db.deleteFrom(name).where('owner', '=', owner).where('key_key', '=', keyKey),
  )

  return {
    /** An owner's tags, in order of their keys without regard to case. */
    of: lookup(selectAll, all),
    in: (tx: Transaction) => ({
      async of(owner: Owner): Promise<readonly Tag[]> {
        return tx.all(selectAll, { owner })
      },
      async put(owner: Owner, tags: readonly Tag[]): Promise<void> {
        for (const tag of tags) await tx.run(upsert, { ...tag, owner, keyKey: tagKeyKey(tag.key) })
      },
      async delete(owner: Owner, keys: readonly string[]): Promise<void> {
        for (const key of keys) await tx.run(remove, { owner, keyKey: tagKeyKey(key) })
      },
    }),
  }
}

/** Tags of one kind of owner. */
export type Tags<Owner extends string> = ReturnType<typeof tags<Owner>>

export const userTags = tags<UserId>('user_tag')
export const policyTags = tags<PolicyId>('policy_tag')
