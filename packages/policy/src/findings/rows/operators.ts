import { comparisons } from '../../conditions/operators.ts'
import { type Check, documented, ofStatements } from '../check.ts'
import { didYouMean, quoted } from '../quoted.ts'
import { nearest } from '../spelling.ts'

const suffix = 'IfExists'

export const operatorChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'INVALID_CONDITION_OPERATOR',
      type: 'ERROR',
      source: documented('error-invalid-condition-operator'),
      refused: true,
      about: 'There is no condition operator of this name. Their names are case-sensitive.',
    },
    ({ blocks }, report) => {
      for (const { name, operator, empty } of blocks) {
        // IAM takes any word over an empty block, which asks nothing.
        if (operator !== undefined || empty || isNullIfExists(name.text)) continue
        report(`There is no condition operator ${quoted(name.text)}.${didYouMean(meantBy(name.text))}`, name.place)
      }
    },
  ),
  ofStatements(
    {
      code: 'NULL_WITH_IF_EXISTS',
      type: 'ERROR',
      source: documented('error-null-with-if-exists'),
      refused: true,
      about: 'Null asks whether a key is there, and so has no IfExists.',
    },
    ({ blocks }, report) => {
      for (const { name, empty } of blocks) {
        if (isNullIfExists(name.text) && !empty) {
          report('Null itself asks whether the key is there: remove IfExists.', name.place)
        }
      }
    },
  ),
  ofStatements(
    {
      code: 'NULL_WITH_QUALIFIER',
      type: 'SUGGESTION',
      source: documented('suggestion-null-with-qualifier'),
      about: 'Null with ForAllValues or ForAnyValue does not ask what it seems to.',
    },
    ({ blocks }, report) => {
      for (const { name, operator } of blocks) {
        if (operator?.comparison !== 'Null' || operator.quantifier === undefined) continue
        report(`Null asks about the key, not about its values: remove ${operator.quantifier}.`, name.place)
      }
    },
  ),
  ofStatements(
    {
      code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
      type: 'ERROR',
      source: documented('error-duplicate-keys-with-different-case'),
      about: 'One condition key stands under one operator in two spellings. Case means nothing in them.',
    },
    ({ conditions }, report) => {
      const seen = new Map<string, (typeof conditions)[number]>()
      for (const condition of conditions) {
        const { block, key } = condition
        const folded = JSON.stringify([block.name.text, key.text.toLowerCase()])
        const first = seen.get(folded)
        if (first === undefined) seen.set(folded, condition)
        else
          report(
            `${quoted(first.key.text)} and ${quoted(key.text)} are one key. Merge them.`,
            key.place,
            first.key.place,
          )
      }
    },
  ),
]

function isNullIfExists(name: string): boolean {
  return /^(?:ForAllValues:|ForAnyValue:)?NullIfExists$/.test(name)
}

/** The likeliest spelling, qualifier and IfExists included. */
function meantBy(name: string): string | undefined {
  const [, qualifier = '', rest = ''] = /^(for\w*:)?(.*)$/is.exec(name) ?? []
  const exists = rest.toLowerCase().endsWith(suffix.toLowerCase())
  const comparison = nearest(exists ? rest.slice(0, -suffix.length) : rest, Object.keys(comparisons))
  const all = qualifier === '' ? '' : nearest(qualifier, ['ForAllValues:', 'ForAnyValue:'])
  if (comparison === undefined || all === undefined) return undefined
  return `${all}${comparison}${exists && comparison !== 'Null' ? suffix : ''}`
}
