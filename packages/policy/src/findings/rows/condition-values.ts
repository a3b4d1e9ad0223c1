import { parseDecimal } from '../../conditions/numeric.ts'
import { type Check, documented, ofStatements } from '../check.ts'
import { quoted } from '../quoted.ts'
import { ofConditions } from './condition-keys.ts'

/** Values that are well formed and still not what was meant. */
export const conditionValueChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
      type: 'WARNING',
      source: documented('general-warning-wildcard-without-like-operator'),
      about: 'StringEquals takes * and ? for themselves. StringLike takes them for wildcards.',
    },
    ({ conditions }, report) => {
      for (const { operator, values } of conditions) {
        if (operator === undefined || !/^String(?:Not)?Equals/.test(operator.comparison)) continue
        for (const { text, place } of values) {
          if (!/[*?]/.test(text.replaceAll(/\$\{[*?$]\}/g, ''))) continue
          const like = operator.comparison.includes('Not') ? 'StringNotLike' : 'StringLike'
          report(
            `In ${operator.comparison} the * and ? of ${quoted(text)} stand for themselves. ${like} takes them for wildcards.`,
            place,
          )
        }
      }
    },
  ),
  ofStatements(
    {
      code: 'INVALID_DATE_VALUE',
      type: 'WARNING',
      source: documented('general-warning-invalid-date-value'),
      about: 'A date is written as seconds since 1970, which nobody can read.',
    },
    ({ conditions }, report) => {
      for (const { operator, values } of conditions) {
        if (operator === undefined || !operator.comparison.startsWith('Date')) continue
        for (const { text, place } of values) {
          if (/^[0-9]{1,19}$/.test(text))
            report(`${quoted(text)} counts seconds since 1970. Write a date: 2026-05-01T00:00:00Z.`, place)
        }
      }
    },
  ),
  ofFormats(
    'INVALID_VPC_FORMAT',
    'aws:sourcevpc',
    /^vpc-(?:[0-9a-z]{8}|[0-9a-z]{17})$/,
    'A VPC is written vpc- and 8 or 17 letters and digits',
  ),
  ofFormats(
    'INVALID_VPCE_FORMAT',
    'aws:sourcevpce',
    /^vpce-(?:[0-9a-z]{8}|[0-9a-z]{17})$/,
    'A VPC endpoint is written vpce- and 8 or 17 letters and digits',
  ),
  ofFormats(
    'INVALID_REGION',
    'aws:requestedregion',
    /^[a-z]{2,4}(?:-[a-z]+)+-[0-9]$/,
    'A Region is written like us-east-1',
  ),
  ofConditions(
    {
      code: 'EQUIVALENT_TO_NULL_FALSE',
      type: 'SUGGESTION',
      source: documented('suggestion-equivalent-to-null-false'),
      about: 'A condition that any value meets only asks whether the key is there. Null says so.',
    },
    ({ key, operator, values }, report) => {
      if (operator === undefined || operator.ifExists || operator.quantifier === 'ForAllValues') return
      if (!isAnything(operator.comparison, values)) return
      report(`Any value of ${key.text} meets this. To ask whether it is there, write "Null": {"${key.text}": "false"}.`)
    },
  ),
  ofConditions(
    {
      code: 'EQUIVALENT_TO_NULL_TRUE',
      type: 'SUGGESTION',
      source: documented('suggestion-equivalent-to-null-true'),
      about: 'A condition that no value meets asks whether the key is absent. Null says so.',
    },
    ({ key, operator, values }, report) => {
      if (operator === undefined || operator.quantifier !== undefined) return
      const positive = operator.comparison.replace('Not', '')
      if (positive === operator.comparison || !isAnything(positive, values)) return
      report(`No value of ${key.text} meets this. To ask whether it is absent, write "Null": {"${key.text}": "true"}.`)
    },
  ),
  ofConditions(
    {
      code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
      type: 'SUGGESTION',
      source: documented('suggestion-redundant-key-due-to-wildcard-in-condition'),
      about: 'A condition is met by every request.',
    },
    ({ key, operator, values }, report) => {
      if (operator === undefined || !(operator.ifExists || operator.quantifier === 'ForAllValues')) return
      if (isAnything(operator.comparison, values))
        report(`Every request meets this condition on ${key.text}. Remove it.`)
    },
  ),
  ofConditions(
    {
      code: 'REDUNDANT_CONDITION_VALUE_NUM',
      type: 'SUGGESTION',
      source: documented('suggestion-redundant-condition-value-num'),
      about: 'Of several numbers to be below or above, one decides.',
    },
    ({ operator, values }, report) => {
      const order = /^Numeric(Less|Greater)Than/.exec(operator?.comparison ?? '')?.[1]
      const numbers = values.filter(({ text }) => parseDecimal(text) !== undefined)
      if (order === undefined || operator?.quantifier !== undefined || numbers.length < 2) return
      report(`Any of these values is enough: only the ${order === 'Less' ? 'greatest' : 'least'} of them counts.`)
    },
  ),
]

function isAnything(comparison: string, values: readonly { readonly text: string }[]): boolean {
  const like = comparison === 'StringLike' || comparison === 'ArnLike' || comparison === 'ArnEquals'
  const all = comparison === 'StringLike' ? /^\*+$/ : /^arn:\*:\*:\*:\*:\*$/
  return like && values.some(({ text }) => all.test(text))
}

/** A check that the values of a key are of the form that all its values have. */
function ofFormats(code: string, name: string, form: RegExp, sentence: string): Check {
  const row = {
    code,
    type: 'ERROR',
    source: documented(`error-${code.toLowerCase().replaceAll('_', '-')}`),
    about: `${sentence}.`,
  } as const
  return ofStatements(row, ({ conditions }, report) => {
    for (const { operator, key, values } of conditions) {
      if (key.text.toLowerCase() !== name || !operator?.comparison.startsWith('String')) continue
      for (const { text, place } of values) {
        if (/[*?]|\$\{/.test(text) || form.test(text)) continue
        report(`${sentence}; ${quoted(text)} is not.`, place)
      }
    }
  })
}
