const extendedFormat = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/
const httpFormat = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Milliseconds since the epoch as `YYYYMMDDTHHMMSSZ`, the only spelling a string to sign may hold. Throws RangeError outside the years 0 to 9999. */
export function formatTimestamp(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString()
  if (text.length !== 24) throw new RangeError('a timestamp has a year of four digits')
  return `${text.replace(/[-:]|\..*/g, '')}Z`
}

/**
 * Reads `YYYYMMDDTHHMMSSZ` to milliseconds since the epoch; undefined for another shape and for a moment the calendar
 * lacks. By hand: a regular expression and Date.parse would take longer than the hashes of a whole request.
 */
export function parseTimestamp(text: string): number | undefined {
  if (text.length !== 16 || text.charCodeAt(8) !== 0x54 || text.charCodeAt(15) !== 0x5a) return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 4)
  const day = twoDigits(text, 6)
  const hour = twoDigits(text, 9)
  const minute = twoDigits(text, 11)
  const second = twoDigits(text, 13)
  // Said so that a NaN is refused. Date.UTC takes a year below 100 for one of the twentieth century.
  const exists =
    year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 59
  if (!exists || (day > 28 && day > daysIn(year, month))) return undefined
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** What a date header may hold besides the basic format, in the basic format: ISO 8601 extended, or the date of HTTP (RFC 9110 section 5.6.7). */
export function basicFormatOf(text: string): string | undefined {
  const iso = extendedFormat.exec(text)
  if (iso !== null) return `${iso.slice(1, 4).join('')}T${iso.slice(4).join('')}Z`
  const [, day, month, year, time] = httpFormat.exec(text) ?? []
  if (month === undefined || time === undefined || !months.includes(month)) return undefined
  return `${year}${String(months.indexOf(month) + 1).padStart(2, '0')}${day}T${time.replaceAll(':', '')}Z`
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30
  const ones = text.charCodeAt(at + 1) - 0x30
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
