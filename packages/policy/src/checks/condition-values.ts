import { parseArnPattern } from '../conditions/arn.ts'
import { parseBase64 } from '../conditions/binary.ts'
import { parseDate } from '../conditions/date.ts'
import { parseNetwork } from '../conditions/ip.ts'
import { parseDecimal } from '../conditions/numeric.ts'
import { comparisons } from '../conditions/operators.ts'
import { type Draft } from '../draft.ts'
import { refuseLegacy } from '../errors.ts'
import { hasVariables } from '../variables.ts'

/** Refuses numbers, dates, addresses, ARNs and base64 that their comparison could never read. */
export function checkConditionValues({ version, statements }: Draft): void {
  const variables = version?.value === '2012-10-17'
  for (const { conditions } of statements) {
    for (const { operator, values } of conditions) {
      const { family } = comparisons[operator.comparison]
      for (const { text, span } of values) if (!isReadable(family, text, variables)) refuseLegacy(span)
    }
  }
}

export type Family = (typeof comparisons)[keyof typeof comparisons]['family']

/** Can a comparison of the family ever read this text? */
export function isReadable(family: Family, text: string, variables: boolean): boolean {
  switch (family) {
    case 'numeric':
      return parseDecimal(text) !== undefined
    case 'date':
      return parseDate(text) !== undefined
    case 'ip':
      return parseNetwork(text) !== undefined
    case 'binary':
      return parseBase64(text) !== undefined
    case 'arn':
      // What a variable will bring is unknown yet: such an ARN is read when the request is.
      return (variables && hasVariables(text)) || parseArnPattern(text) !== undefined
    case 'string':
    case 'bool':
    case 'null':
      return true
    default:
      return family satisfies never
  }
}
