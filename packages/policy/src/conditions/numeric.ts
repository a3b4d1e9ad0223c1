import { type ValueTest } from './value-test.ts'

/** A decimal kept exact: sign × 0.digits × 10^exponent, digits without leading or trailing zeros, zero without digits. */
export interface Decimal {
  readonly sign: -1 | 0 | 1
  readonly digits: string
  readonly exponent: number
}

// The exponent is bounded so that sums of exponents stay exact. No alternative can match what another did: linear.
const decimal = /^([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]{1,9}))?$/

/** Reads `1`, `+1`, `01`, `1.0`, `.5`, `1e3`; undefined for everything else, NaN and Infinity among it. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = decimal.exec(text)
  if (!found) return undefined
  const [, sign, whole = '', fraction = '', bare = '', exponent = '0'] = found
  const all = whole + fraction + bare
  let from = 0
  while (all[from] === '0') from += 1
  let to = all.length
  while (to > from && all[to - 1] === '0') to -= 1
  if (from === to) return { sign: 0, digits: '', exponent: 0 }
  return { sign: sign === '-' ? -1 : 1, digits: all.slice(from, to), exponent: whole.length - from + Number(exponent) }
}

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign) return a.sign - b.sign
  if (a.exponent !== b.exponent) return (a.exponent - b.exponent) * a.sign
  // Digits begin at the same place and carry no trailing zeros, so text order is number order.
  return (a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0) * a.sign
}

/** The orders that the Numeric and the Date operators have in common. */
export const orders = {
  Equals: (order: number) => order === 0,
  NotEquals: (order: number) => order === 0,
  LessThan: (order: number) => order < 0,
  LessThanEquals: (order: number) => order <= 0,
  GreaterThan: (order: number) => order > 0,
  GreaterThanEquals: (order: number) => order >= 0,
} as const satisfies Record<string, (order: number) => boolean>

/** A request value that is no number satisfies NumericNotEquals and nothing else. */
export function numericTest(order: keyof typeof orders, negated: boolean, values: readonly string[]): ValueTest {
  const numbers = values.map(parseDecimal).filter((value) => value !== undefined)
  const holds = orders[order]
  return (text) => {
    const value = parseDecimal(text)
    if (!value) return negated
    return numbers.some((number) => holds(compareDecimals(value, number))) !== negated
  }
}
