import { ServiceError } from '../../../errors.ts'
import { limits } from '../../../domain/limits.ts'
import type { Tag as TagShape } from '../../../protocol/types/iam.ts'
import { tagKeyKey, type Tag } from '../../../store/tags.ts'

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

/** Throws LimitExceeded where a user that has `before` would have too many with these. */
export function checkTagQuota(before: readonly Tag[], tags: readonly Tag[]): void {
  const keys = new Set([...before, ...tags].map((tag) => tagKeyKey(tag.key)))
  if (keys.size > limits.tagsPerUser) {
    throw new ServiceError('LimitExceeded', `Cannot exceed quota for TagsPerUser: ${limits.tagsPerUser}`)
  }
}
