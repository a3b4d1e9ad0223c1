/** What is wrong with the key of a new tag beside those there are, as far as no pattern says it. Case is not told apart. */
export function tagKeyFault(
  key: string,
  tags: readonly { readonly Key: string }[],
): 'tagExists' | 'tagReserved' | undefined {
  const folded = key.toLowerCase()
  if (folded.startsWith('aws:')) return 'tagReserved'
  return tags.some((tag) => tag.Key.toLowerCase() === folded) ? 'tagExists' : undefined
}
