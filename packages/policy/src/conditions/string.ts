import { compilePattern, matchesPattern } from '../pattern.ts'
import { compileTemplate, matchesTemplate } from '../template-pattern.ts'
import { hasVariables, parseTemplate, resolveText } from '../variables.ts'
import { anyOf, type ValueTest } from './value-test.ts'

type StringComparison =
  | 'StringEquals'
  | 'StringNotEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringNotEqualsIgnoreCase'
  | 'StringLike'
  | 'StringNotLike'

/** Compares UTF-16 units. A policy value with a variable that has no value matches nothing. */
export function stringTest(
  comparison: StringComparison,
  negated: boolean,
  values: readonly string[],
  variables: boolean,
): ValueTest {
  return anyOf(
    values.map((value) => matcher(comparison, value, variables && hasVariables(value))),
    negated,
  )
}

function matcher(comparison: StringComparison, value: string, variables: boolean): ValueTest {
  switch (comparison) {
    case 'StringEquals':
    case 'StringNotEquals': {
      if (!variables) return (text) => text === value
      const template = parseTemplate(value)
      return (text, context) => text === resolveText(template, context, text.length)
    }
    case 'StringEqualsIgnoreCase':
    case 'StringNotEqualsIgnoreCase': {
      // Lower-cased, not case-folded: AWS tells the long s from an s and knows the final sigma.
      const lower = value.toLowerCase()
      if (!variables) return (text) => text.toLowerCase() === lower
      const template = parseTemplate(value)
      return (text, context) => {
        const wanted = text.toLowerCase()
        // No text becomes shorter in lower case.
        return wanted === resolveText(template, context, wanted.length)?.toLowerCase()
      }
    }
    case 'StringLike':
    case 'StringNotLike': {
      if (variables) {
        const template = compileTemplate(value)
        return (text, context) => matchesTemplate(template, text, context)
      }
      const pattern = compilePattern(value)
      return (text) => matchesPattern(pattern, text)
    }
    default:
      return comparison satisfies never
  }
}
