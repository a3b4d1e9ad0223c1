import { type Condition } from '../document.ts'
import { type ContextValues } from '../variables.ts'
import { arnTest } from './arn.ts'
import { binaryTest } from './binary.ts'
import { boolTest, parseBool } from './bool.ts'
import { dateTest } from './date.ts'
import { ipTest } from './ip.ts'
import { numericTest } from './numeric.ts'
import { comparisons, type ConditionOperator } from './operators.ts'
import { stringTest } from './string.ts'
import { type ValueTest } from './value-test.ts'

/** A condition with its literals read: what it answers for an absent key, for one value and for a list. */
export interface CompiledCondition {
  readonly key: string
  readonly whenAbsent: boolean
  readonly test: ValueTest
  /** How a multivalued key is judged. A plain operator never holds for one, but for Null. */
  readonly list: 'never' | 'every' | 'some' | 'present'
}

/** Where a condition stands: whether its document has variables, and whether its statement denies. */
export interface Surroundings {
  readonly variables: boolean
  readonly deny: boolean
}

export function compileCondition({ operator, key, values }: Condition, around: Surroundings): CompiledCondition {
  return {
    key: key.toLowerCase(),
    whenAbsent: whenAbsent(operator, values),
    test: valueTest(operator, values, around),
    list: listRule(operator),
  }
}

/** Asks the request for the key and judges what it says. */
export function conditionHolds({ key, whenAbsent, test, list }: CompiledCondition, context: ContextValues): boolean {
  const value = context.get(key)
  if (value === undefined) return whenAbsent
  // Under a set operator a single value is a set of one.
  if (typeof value === 'string') return test(value, context)
  switch (list) {
    case 'never':
      return false
    case 'every':
      return value.every((item) => test(item, context))
    case 'some':
      return value.some((item) => test(item, context))
    case 'present':
      return test('', context)
    default:
      return list satisfies never
  }
}

function whenAbsent({ comparison, quantifier, ifExists }: ConditionOperator, values: readonly string[]): boolean {
  if (ifExists || quantifier === 'ForAllValues') return true
  if (quantifier === 'ForAnyValue') return false
  return comparison === 'Null' ? values.some(parseBool) : comparisons[comparison].negated
}

function listRule({ comparison, quantifier }: ConditionOperator): CompiledCondition['list'] {
  if (quantifier) return quantifier === 'ForAllValues' ? 'every' : 'some'
  return comparison === 'Null' ? 'present' : 'never'
}

function valueTest({ comparison }: ConditionOperator, values: readonly string[], around: Surroundings): ValueTest {
  const { negated } = comparisons[comparison]
  switch (comparison) {
    case 'StringEquals':
    case 'StringNotEquals':
    case 'StringEqualsIgnoreCase':
    case 'StringNotEqualsIgnoreCase':
    case 'StringLike':
    case 'StringNotLike':
      return stringTest(comparison, negated, values, around.variables)
    case 'NumericEquals':
      return numericTest('Equals', negated, values)
    case 'NumericNotEquals':
      return numericTest('NotEquals', negated, values)
    case 'NumericLessThan':
      return numericTest('LessThan', negated, values)
    case 'NumericLessThanEquals':
      return numericTest('LessThanEquals', negated, values)
    case 'NumericGreaterThan':
      return numericTest('GreaterThan', negated, values)
    case 'NumericGreaterThanEquals':
      return numericTest('GreaterThanEquals', negated, values)
    case 'DateEquals':
      return dateTest('Equals', negated, values)
    case 'DateNotEquals':
      return dateTest('NotEquals', negated, values)
    case 'DateLessThan':
      return dateTest('LessThan', negated, values)
    case 'DateLessThanEquals':
      return dateTest('LessThanEquals', negated, values)
    case 'DateGreaterThan':
      return dateTest('GreaterThan', negated, values)
    case 'DateGreaterThanEquals':
      return dateTest('GreaterThanEquals', negated, values)
    case 'Bool':
      return boolTest(values)
    case 'BinaryEquals':
      return binaryTest(values)
    case 'IpAddress':
    case 'NotIpAddress':
      return ipTest(negated, values)
    case 'ArnEquals':
    case 'ArnLike':
    case 'ArnNotEquals':
    case 'ArnNotLike':
      return arnTest(negated, values, around)
    case 'Null': {
      // A value that is there satisfies Null only where the policy says false.
      const holds = values.some((value) => !parseBool(value))
      return () => holds
    }
    default:
      return comparison satisfies never
  }
}
