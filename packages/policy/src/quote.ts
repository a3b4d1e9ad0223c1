/** A text as a document writes it: one may hold the characters up to U+00FF, all others stand as escapes. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[^\u0020-\u00FF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
