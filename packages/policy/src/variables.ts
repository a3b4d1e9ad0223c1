/** What the engine asks of a request: one text for a single-valued key, a list for a multivalued one. */
export interface ContextValues {
  /** Looks a key up by its name in lower case. Asked only when a condition or variable needs it. */
  get(key: string): string | readonly string[] | undefined
}

/** A text with variables, in the order written. Text parts may hold wildcards; what is substituted never does. */
export type Template = readonly TemplatePart[]

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  /** The key in lower case, to be asked for, and as it was spelled. */
  | { readonly kind: 'variable'; readonly key: string; readonly spelled: string; readonly fallback?: string }

/** Answers whether a text of a 2012-10-17 document holds anything that is not plain text. */
export function hasVariables(text: string): boolean {
  const open = text.indexOf('${')
  return open !== -1 && text.includes('}', open)
}

/** Splits a text of a 2012-10-17 document at its variables. An unclosed `${` is plain text. */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = []
  let from = 0
  for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', from)) {
    const { part, end } = readVariable(text, open)
    if (end === -1) break
    if (open > from) parts.push({ kind: 'text', text: text.slice(from, open) })
    parts.push(part)
    from = end
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

const withDefault = /\$\{([^},]+), *'([^']*)'\}/y

function readVariable(text: string, open: number): { part: TemplatePart; end: number } {
  withDefault.lastIndex = open
  const found = withDefault.exec(text)
  if (found) {
    const [whole, key = '', fallback = ''] = found
    return { part: { ...variable(key.trimEnd()), fallback }, end: open + whole.length }
  }
  const close = text.indexOf('}', open)
  const name = text.slice(open + 2, close)
  const end = close === -1 ? -1 : close + 1
  if (name === '*' || name === '?' || name === '$') return { part: { kind: 'literal', text: name }, end }
  return { part: variable(name), end }
}

function variable(spelled: string) {
  return { kind: 'variable', key: spelled.toLowerCase(), spelled } as const
}

/** The text a part stands for, or undefined: the key is absent and has no default, or it is multivalued. */
export function resolvePart(part: TemplatePart, context: ContextValues): string | undefined {
  if (part.kind !== 'variable') return part.text
  const value = context.get(part.key)
  // A multivalued key never expands, not even to the default.
  return value === undefined ? part.fallback : typeof value === 'string' ? value : undefined
}

/** Answers whether every variable of the template has a value. */
export function resolvable(template: Template, context: ContextValues): boolean {
  return template.every((part) => resolvePart(part, context) !== undefined)
}

/**
 * The template's text with every variable replaced, or undefined when one has no value or the text grows longer than asked for: a long
 * value in many places is compared with nothing. Wildcards stay as written.
 */
export function resolveText(template: Template, context: ContextValues, lengthMax: number): string | undefined {
  let text = ''
  for (const part of template) {
    const value = resolvePart(part, context)
    if (value === undefined) return undefined
    text += value
    if (text.length > lengthMax) return undefined
  }
  return text
}
