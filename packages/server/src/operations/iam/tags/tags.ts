import { ServiceError } from '../../../errors.ts'
import { limits } from '../../../domain/limits.ts'
import type { Tag as TagShape } from '../../../protocol/types/iam.ts'
import { tagKeyKey, type Tag } from '../../../store/tags.ts'
import { page, shortDigest, type List } from '../../paging.ts'

export const readTags = (tags: readonly TagShape[] | undefined): readonly Tag[] =>
  (tags ?? []).map(({ Key, Value }) => ({ key: Key, value: Value }))

/** Refuses what no tag list may hold. The reserved prefix is looked for first, as on AWS. Throws InvalidInput. */
export function checkTags(tags: readonly Tag[]): void {
  if (tags.some((tag) => tag.key.toLowerCase().startsWith('aws:'))) {
    throw new ServiceError('InvalidInput', 'Tag keys beginning with aws: are reserved for system use.')
  }
  if (new Set(tags.map((tag) => tagKeyKey(tag.key))).size < tags.length) {
    throw new ServiceError('InvalidInput', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.')
  }
}

const quotas = { User: limits.tagsPerUser, Policy: limits.tagsPerPolicy } as const

/** What can have tags. */
export type Tagged = keyof typeof quotas

/** Throws LimitExceeded where what has `before` would have too many with these. */
export function checkTagQuota(noun: Tagged, before: readonly Tag[], tags: readonly Tag[]): void {
  const keys = new Set([...before, ...tags].map((tag) => tagKeyKey(tag.key)))
  if (keys.size > quotas[noun])
    throw new ServiceError('LimitExceeded', `Cannot exceed quota for TagsPer${noun}: ${quotas[noun]}`)
}

const describeTag = ({ key, value }: Tag): TagShape => ({ Key: key, Value: value })

/** A member for tags only where there are some. */
export const describeTags = (tags: readonly Tag[]): { readonly Tags?: readonly TagShape[] } =>
  tags.length === 0 ? {} : { Tags: tags.map(describeTag) }

/** One page of an owner's tags, in order of their keys without regard to case. */
export function pageOfTags(list: List, unordered: readonly Tag[]) {
  const tags = unordered.toSorted(byKey)
  const { rows, rest } = page(list, {
    read: ([after] = [''], limit) => tags.filter((tag) => tagKeyKey(tag.key) > after).slice(0, limit),
    positionOf: (tag) => [tagKeyKey(tag.key)],
    // A key may have 128 characters of any script.
    shortId: { of: (tag) => idOf(tag), find: (id) => tags.find((tag) => idOf(tag) === id) },
  })
  return { Tags: rows.map(describeTag), ...rest }
}

/** By code units, as the pages compare them: the database orders characters beyond U+FFFF otherwise. */
function byKey(a: Tag, b: Tag): number {
  const [left, right] = [tagKeyKey(a.key), tagKeyKey(b.key)]
  return left < right ? -1 : left > right ? 1 : 0
}

const idOf = (tag: Tag): string => shortDigest(tagKeyKey(tag.key))
