/** [AWS] IAM quotas: tags of a user, a role or a policy. */
export const tagsMax = 50

/** A tag as a form has it. */
export interface TypedTag {
  readonly Key: string
  readonly Value: string
}

/** What is wrong with the key of a new tag beside those there are, as far as no pattern says it. Case is not told apart. */
export function tagKeyFault(
  key: string,
  tags: readonly { readonly Key: string }[],
): 'tagExists' | 'tagReserved' | undefined {
  const folded = key.toLowerCase()
  if (folded.startsWith('aws:')) return 'tagReserved'
  return tags.some((tag) => tag.Key.toLowerCase() === folded) ? 'tagExists' : undefined
}

/** The key of the tag at this place, beside the others. */
export function tagFaultAt(tags: readonly TypedTag[], at: number): ReturnType<typeof tagKeyFault> {
  return tagKeyFault(
    tags[at]?.Key ?? '',
    tags.filter((_, other) => other !== at),
  )
}
