import { globUnits, literalUnits, matchesUnits, standBetween } from './pattern.ts'
import { type ContextValues, parseTemplate, resolvePart, resolveText, type Template } from './variables.ts'

/** A wildcard pattern with variables. What is substituted is literal: its `*` and `?` are no wildcards. */
export interface TemplatePattern {
  readonly template: Template
  /** The templates before, between and behind the stars; absent when there is a `?`, which needs the slower way. */
  readonly pieces?: readonly Template[]
}

/** Compiles a text of a 2012-10-17 document. */
export function compileTemplate(text: string): TemplatePattern {
  const template = parseTemplate(text)
  if (template.some((part) => part.kind === 'text' && part.text.includes('?'))) return { template }
  const pieces: Template[number][][] = [[]]
  for (const part of template) {
    if (part.kind !== 'text') {
      pieces.at(-1)?.push(part)
      continue
    }
    part.text.split('*').forEach((piece, index) => {
      if (index > 0) pieces.push([])
      if (piece !== '') pieces.at(-1)?.push({ kind: 'text', text: piece })
    })
  }
  return { template, pieces }
}

/** Answers whether the whole text matches; a variable without a value matches nothing. */
export function matchesTemplate({ template, pieces }: TemplatePattern, text: string, context: ContextValues): boolean {
  const first = pieces?.[0]
  if (!pieces || !first) {
    const units = resolveUnits(template, context, text.length)
    return units !== undefined && matchesUnits(units, text)
  }
  // From the front, literal text first: most requests are turned away before any key is asked for.
  const start = matchForwards(first, text, context)
  if (start === -1) return false
  const last = pieces.length > 1 ? pieces.at(-1) : undefined
  if (!last) return start === text.length
  const end = matchBackwards(last, text, context)
  if (end < start) return false
  if (pieces.length === 2) return true
  const middle: string[] = []
  for (const piece of pieces.slice(1, -1)) {
    const value = resolveText(piece, context, end - start)
    if (value === undefined) return false
    middle.push(value)
  }
  return standBetween(middle, text, start, end)
}

/** Where the piece ends when it stands at the front of the text, or -1. */
function matchForwards(piece: Template, text: string, context: ContextValues): number {
  let at = 0
  for (const part of piece) {
    const value = resolvePart(part, context)
    if (value === undefined || !text.startsWith(value, at)) return -1
    at += value.length
  }
  return at
}

/** Where the piece begins when it stands at the end of the text, or a negative number. */
function matchBackwards(piece: Template, text: string, context: ContextValues): number {
  let at = text.length
  for (let index = piece.length - 1; index >= 0; index -= 1) {
    const part = piece[index]
    const value = part && resolvePart(part, context)
    if (value === undefined) return -1
    at -= value.length
    if (!text.startsWith(value, at)) return -1
  }
  return at
}

/**
 * The units of a template as a pattern, or undefined when a variable has no value, or when what is not a star is already longer than
 * any text that is asked for: a long value in many places is compared with nothing.
 */
export function resolveUnits(template: Template, context: ContextValues, lengthMax: number): number[] | undefined {
  const units: number[] = []
  let stars = 0
  for (const part of template) {
    const value = resolvePart(part, context)
    if (value === undefined) return undefined
    if (part.kind === 'text') {
      globUnits(value, units)
      stars += value.split('*').length - 1
    } else literalUnits(value, units)
    if (units.length - stars > lengthMax) return undefined
  }
  return units
}
