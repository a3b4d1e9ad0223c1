import { tagKeyKey, userTags, type Tag } from '../../../store/tags.ts'
import { operation } from '../../operation.ts'
import { page, shortDigest } from '../../paging.ts'
import { checkTagQuota, checkTags, readTags } from './tags.ts'
import { describeTag, onUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html */
export const TagUser = operation('iam', 'TagUser', {
  access: 'Tagging',
  requires: ({ input, caller, view }) => ({
    ...onUser('iam:TagUser', input.UserName, caller, view),
    requestTags: readTags(input.Tags),
  }),

  async run({ input, target, store }) {
    const tags = readTags(input.Tags)
    checkTags(tags)
    checkTagQuota(await store.userTags.of(target.id), tags)
    await store.userTags.put(target.id, tags)
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html */
export const UntagUser = operation('iam', 'UntagUser', {
  access: 'Tagging',
  requires: ({ input, caller, view }) => ({
    ...onUser('iam:UntagUser', input.UserName, caller, view),
    requestTagKeys: input.TagKeys,
  }),

  async run({ input, target, store }) {
    await store.userTags.delete(target.id, input.TagKeys)
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html */
export const ListUserTags = operation('iam', 'ListUserTags', {
  access: 'List',
  requires: ({ input, caller, view }) => onUser('iam:ListUserTags', input.UserName, caller, view),

  answer({ input, target, view, means }) {
    const tags = view.get(userTags.of, { owner: target.id }).toSorted(byKey)
    const { rows, rest } = page(
      { operation: 'ListUserTags', account: target.account, filters: [target.id], input, view, means },
      {
        read: ([after] = [''], limit) => tags.filter((tag) => tagKeyKey(tag.key) > after).slice(0, limit),
        positionOf: (tag) => [tagKeyKey(tag.key)],
        // A key may have 128 characters of any script.
        shortId: { of: (tag) => idOf(tag), find: (id) => tags.find((tag) => idOf(tag) === id) },
      },
    )
    return { Tags: rows.map(describeTag), ...rest }
  },
})

/** By code units, as the pages compare them: the database orders characters beyond U+FFFF otherwise. */
function byKey(a: Tag, b: Tag): number {
  const [left, right] = [tagKeyKey(a.key), tagKeyKey(b.key)]
  return left < right ? -1 : left > right ? 1 : 0
}

const idOf = (tag: Tag): string => shortDigest(tagKeyKey(tag.key))
