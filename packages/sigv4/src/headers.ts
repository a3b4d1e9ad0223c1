/** The value of a header, repeated ones joined by a comma; undefined when it did not come. `name` is in lower case. */
export function headerValue(rawHeaders: readonly string[], name: string): string | undefined {
  let value: string | undefined
  let repeated: string[] | undefined
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (!sameName(rawHeaders[index], name)) continue
    const next = rawHeaders[index + 1] ?? ''
    if (value === undefined) value = next
    else (repeated ??= [value]).push(next)
  }
  return repeated === undefined ? value : repeated.map(collapseBlanks).join(',')
}

/** The same as it is signed, its blanks collapsed. */
export function collapsedValue(rawHeaders: readonly string[], name: string): string | undefined {
  const value = headerValue(rawHeaders, name)
  return value === undefined ? undefined : collapseBlanks(value)
}

/** The first of repeated headers, trimmed. */
export function firstValue(rawHeaders: readonly string[], name: string): string | undefined {
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (sameName(rawHeaders[index], name)) return (rawHeaders[index + 1] ?? '').trim()
  }
  return undefined
}

/** Blanks as a signature has them: none around a value, one where there were several. */
export function collapseBlanks(value: string): string {
  return isPlain(value) ? value : value.replace(/[\t-\r ]+/g, ' ').replace(/^ | $/g, '')
}

/** Whether a value is printable ASCII without blanks to collapse, as almost all are. */
export function isPlain(value: string): boolean {
  return !unusual.test(value)
}

const unusual = /[^ -~]|^ | $| {2}/

function sameName(received: string | undefined, name: string): boolean {
  // The length first: it tells almost all headers apart, and lowering the case makes a new string.
  return received?.length === name.length && (received === name || received.toLowerCase() === name)
}
