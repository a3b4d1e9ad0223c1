// The characters that mean something in XML, a carriage return (which a reader would fold into a line feed),
// and those that XML cannot carry at all.

const special = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const specials = new RegExp(special.source, 'g')

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\r', '&#xD;'],
])

/** Escapes text for an element. What XML cannot carry becomes U+FFFD, so that an answer stays readable. */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => escapes.get(character) ?? '\ufffd') : text
}
