/** What somebody put into the search box, and so how to look for it. */
export type Search =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'keyId'; readonly id: string }
  | { readonly kind: 'temporaryKeyId'; readonly id: string }
  | { readonly kind: 'partOfKeyId' }
  | { readonly kind: 'secret' }

const keyIdLength = 20

/**
 * A key id is looked for as a whole only: case and white space are forgiven, missing characters are not. What has the form
 * of a secret access key is told apart before anything else, so that it never leaves the page.
 */
export function readSearch(typed: string): Search {
  const squeezed = typed.replaceAll(/\s/g, '')
  if (squeezed === '') return { kind: 'none' }
  if (looksLikeSecret(squeezed)) return { kind: 'secret' }
  const id = squeezed.toUpperCase()
  if (/^A[KS]IA[A-Z0-9]*$/.test(id)) {
    if (id.length === keyIdLength) return { kind: id.startsWith('ASIA') ? 'temporaryKeyId' : 'keyId', id }
    // A user may well be called "akia-reader"; nobody is called by the beginning of a key id alone.
    if (id.length < keyIdLength) return { kind: 'partOfKeyId' }
  }
  return { kind: 'text', text: typed.trim() }
}

/**
 * 40 characters of base64. A name of 40 characters has the same form if it has no hyphen, dot or underscore, so only what
 * mixes upper case, lower case and digits or signs, as random bytes do, counts.
 */
function looksLikeSecret(text: string): boolean {
  return (
    /(?:^|[^A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?:$|[^A-Za-z0-9+/=])/.test(text) &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    /[0-9+/]/.test(text)
  )
}
