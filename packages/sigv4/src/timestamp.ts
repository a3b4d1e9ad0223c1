const basicFormat = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/
const extendedFormat = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/
const httpFormat = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Milliseconds since the epoch as `YYYYMMDDTHHMMSSZ`, the only spelling a string to sign may hold. Throws RangeError outside the years 0 to 9999. */
export function formatTimestamp(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString()
  if (text.length !== 24) throw new RangeError('a timestamp has a year of four digits')
  return `${text.slice(0, 4)}${text.slice(5, 7)}${text.slice(8, 13)}${text.slice(14, 16)}${text.slice(17, 19)}Z`
}

/** Reads `YYYYMMDDTHHMMSSZ` to milliseconds since the epoch; undefined for another shape or for a moment the calendar lacks. */
export function parseTimestamp(text: string): number | undefined {
  const parts = basicFormat.exec(text)
  return parts === null ? undefined : moment(parts[1], parts[2], parts[3], parts[4], parts[5], parts[6])
}

/** Reads what a date header may hold besides the basic format: ISO 8601 extended, or the date of HTTP (RFC 9110 section 5.6.7). */
export function parseHeaderDate(text: string): number | undefined {
  const basic = parseTimestamp(text)
  if (basic !== undefined) return basic
  const iso = extendedFormat.exec(text)
  if (iso !== null) return moment(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6])
  const http = httpFormat.exec(text)
  if (http === null) return undefined
  const month = months.indexOf(http[2] ?? '') + 1
  return moment(http[3], String(month).padStart(2, '0'), http[1], http[4], http[5], http[6])
}

type Digits = string | undefined

function moment(year: Digits, month: Digits, day: Digits, hour: Digits, minute: Digits, second: Digits) {
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const milliseconds = Date.parse(iso)
  // Date.parse rolls the 31st of June over into July; only a moment that prints as it was written exists.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== iso) return undefined
  return milliseconds
}
