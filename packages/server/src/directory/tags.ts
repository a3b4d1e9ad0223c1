import type { UserId } from '../domain/ids.ts'
import { tagKeyKey, userTags } from '../store/tags.ts'
import type { View } from './view.ts'

/** A user's tags by their keys in lower case: they are unique without regard to it. Pass it to `view.derive` with the user's id. */
export function tagsByKey(userId: string, view: View): ReadonlyMap<string, string> {
  // The key of `derive` is a user's id.
  const tags = view.get(userTags.of, { owner: userId as UserId })
  return new Map(tags.map((tag) => [tagKeyKey(tag.key), tag.value]))
}
