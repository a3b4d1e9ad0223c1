import type { UserId } from '../domain/ids.ts'
import { all, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

export interface Tag {
  readonly key: string
  readonly value: string
}

/** The form under which a tag key is unique on a user: AWS compares them without regard to case. */
export const tagKeyKey = (key: string): string => key.toLowerCase()

const selectTags = statement<{ userId: UserId }, Tag>((db, { userId }) =>
  db.selectFrom('user_tag').select(['key', 'value']).where('user_id', '=', userId).orderBy('key_key'),
)

const upsertTag = statement<Tag & { userId: UserId; keyKey: string }, never>((db, { userId, keyKey, key, value }) =>
  db
    .insertInto('user_tag')
    .values({ user_id: userId, key_key: keyKey, key, value })
    .onConflict((conflict) => conflict.columns(['user_id', 'key_key']).doUpdateSet({ key, value })),
)

const deleteTag = statement<{ userId: UserId; keyKey: string }, never>((db, { userId, keyKey }) =>
  db.deleteFrom('user_tag').where('user_id', '=', userId).where('key_key', '=', keyKey),
)

/** A user's tags, in order of their keys without regard to case. */
export const tagsOfUser = lookup(selectTags, all)

export const userTagsIn = (tx: Transaction) => ({
  async of(userId: UserId): Promise<readonly Tag[]> {
    return tx.all(selectTags, { userId })
  },
  async put(userId: UserId, tags: readonly Tag[]): Promise<void> {
    for (const tag of tags) await tx.run(upsertTag, { ...tag, userId, keyKey: tagKeyKey(tag.key) })
  },
  async delete(userId: UserId, keys: readonly string[]): Promise<void> {
    for (const key of keys) await tx.run(deleteTag, { userId, keyKey: tagKeyKey(key) })
  },
})
