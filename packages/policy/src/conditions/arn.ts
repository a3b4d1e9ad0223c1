import { compilePattern, globUnits, literalUnits, matchesPattern, matchesUnits, type Pattern } from '../pattern.ts'
import { resolveUnits } from '../template-pattern.ts'
import {
  type ContextValues,
  hasVariables,
  parseTemplate,
  resolvable,
  resolvePart,
  type Template,
} from '../variables.ts'
import { type ValueTest } from './value-test.ts'

/** Six patterns, one for each part of an ARN: no wildcard of the first five crosses a colon. */
export type ArnPattern = readonly Pattern[]

const colon = ':'.charCodeAt(0)

/** Reads an ARN with wildcards, or undefined when it has fewer than six parts or its first cannot be `arn`. */
export function parseArnPattern(text: string): ArnPattern | undefined {
  const parts = splitArn(text)
  if (!parts) return undefined
  const patterns = parts.map(compilePattern)
  return patterns[0] && matchesPattern(patterns[0], 'arn') ? patterns : undefined
}

/** The six parts of an ARN, the last with all its colons, or undefined. */
function splitArn(text: string): readonly string[] | undefined {
  const parts: string[] = []
  let from = 0
  while (parts.length < 5) {
    const end = text.indexOf(':', from)
    if (end === -1) return undefined
    parts.push(text.slice(from, end))
    from = end + 1
  }
  parts.push(text.slice(from))
  return parts
}

function splitUnits(units: readonly number[]): readonly (readonly number[])[] | undefined {
  const parts: (readonly number[])[] = []
  let from = 0
  while (parts.length < 5) {
    const end = units.indexOf(colon, from)
    if (end === -1) return undefined
    parts.push(units.slice(from, end))
    from = end + 1
  }
  parts.push(units.slice(from))
  return parts
}

type Outcome = 'match' | 'mismatch' | 'malformed'
type ArnMatcher = (arn: readonly string[], context: ContextValues) => Outcome

/**
 * A request value that is no ARN satisfies neither the positive nor the negated operators. A policy value that is
 * none, reached in a Deny, makes the condition hold, so that a broken Deny refuses too much and not too little.
 */
export function arnTest(
  negated: boolean,
  values: readonly string[],
  { variables, deny }: { variables: boolean; deny: boolean },
): ValueTest {
  const matchers = values.map((value): ArnMatcher => {
    if (variables && hasVariables(value)) return templateMatcher(parseTemplate(value))
    const pattern = parseArnPattern(value)
    return pattern
      ? (arn) => outcome(pattern.every((part, at) => matchesPattern(part, arn[at] ?? '')))
      : () => 'malformed'
  })
  return (text, context) => {
    const arn = splitArn(text)
    if (arn?.[0] !== 'arn') return false
    for (const match of matchers) {
      const found = match(arn, context)
      if (found === 'match') return !negated
      if (found === 'malformed' && deny) return true
    }
    return negated
  }
}

function templateMatcher(template: Template): ArnMatcher {
  return (arn, context) => {
    const units = resolveUnits(
      template,
      context,
      arn.reduce((sum, part) => sum + part.length + 1, -1),
    )
    if (!units) return resolvable(template, context) && !isArn(template, context) ? 'malformed' : 'mismatch'
    const parts = splitUnits(units)
    if (!parts?.[0] || !matchesUnits(parts[0], 'arn')) return 'malformed'
    return outcome(parts.every((part, at) => matchesUnits(part, arn[at] ?? '')))
  }
}

/** Answers whether a template that is too long to match anything would be an ARN: `arn`, and five colons. It is not put together for that. */
function isArn(template: Template, context: ContextValues): boolean {
  const head: number[] = []
  let colons = 0
  for (const part of template) {
    const value = resolvePart(part, context) ?? ''
    const end = value.indexOf(':')
    if (colons === 0) {
      const first = end === -1 ? value : value.slice(0, end)
      if (part.kind === 'text') globUnits(first, head)
      // What is substituted is literal: the fourth character is one too many.
      else literalUnits(first.slice(0, 4), head)
    }
    for (let at = end; at !== -1 && colons < 5; at = value.indexOf(':', at + 1)) colons += 1
  }
  return colons === 5 && matchesUnits(head, 'arn')
}

function outcome(matches: boolean): Outcome {
  return matches ? 'match' : 'mismatch'
}
