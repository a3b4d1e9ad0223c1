import { orders } from './numeric.ts'
import { type ValueTest } from './value-test.ts'

const iso =
  /^([+-]?[0-9]{1,9})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:[Tt](?:([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?)?)?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$/

// AWS keeps a date's year in the range that milliseconds in 64 bits can hold.
const yearMin = -292_275_054
const yearMax = 292_278_993
const epochSecondsMax = 9_223_372_036_854_775_807n

/**
 * Reads a date as milliseconds since 1970: digits alone are epoch seconds, all else is ISO 8601, in which
 * everything behind the year may be missing, an offset needs the T, and fractions are cut to milliseconds.
 */
export function parseDate(text: string): number | undefined {
  if (/^[0-9]{1,19}$/.test(text)) return BigInt(text) > epochSecondsMax ? undefined : Number(text) * 1000
  const found = iso.exec(text)
  if (!found) return undefined
  const [, yearText, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = found
  const year = Number(yearText)
  if (year < yearMin || year > yearMax) return undefined
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > daysIn(year, Number(month))) {
    return undefined
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offset = offsetMinutes(zone)
  if (offset === undefined) return undefined
  const minutes = (daysSince1970(year, Number(month), Number(day)) * 24 + Number(hour)) * 60 + Number(minute) - offset
  return (minutes * 60 + Number(second)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2)) * (zone.length > 3 ? 1 : 0)
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysIn(year: number, month: number): number {
  return (monthDays[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)
}

// Date.UTC ends at the year 275760 and takes years below 100 for 19xx, so the days are counted here.
function daysSince1970(year: number, month: number, day: number): number {
  const before = year - 1
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162
  for (let passed = 1; passed < month; passed += 1) days += daysIn(year, passed)
  return days + day - 1
}

/** A request value that is no date satisfies DateNotEquals and nothing else. */
export function dateTest(order: keyof typeof orders, negated: boolean, values: readonly string[]): ValueTest {
  const dates = values.map(parseDate).filter((value) => value !== undefined)
  const holds = orders[order]
  return (text) => {
    const value = parseDate(text)
    if (value === undefined) return negated
    return dates.some((date) => holds(value - date)) !== negated
  }
}
