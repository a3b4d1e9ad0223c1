import type { Language } from './language.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Beyond this many, months and years say it better. */
export const daysUpTo = 61

/** Up to which distance each unit is used. Months and years are those of a calendar on average. */
const units = [
  { unit: 'minute', size: minute, upTo: hour },
  { unit: 'hour', size: hour, upTo: day },
  { unit: 'day', size: day, upTo: daysUpTo * day },
  { unit: 'month', size: 30.44 * day, upTo: 730 * day },
  { unit: 'year', size: 365.25 * day, upTo: Infinity },
] as const

/** How long ago, or in how long: "4 days ago", 「4 日前」. All times are milliseconds. */
export function when(at: number, now: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  const distance = at - now
  const size = Math.abs(distance)
  if (size < minute) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second')
  const { unit, size: one } = units.find(({ upTo }) => size < upTo) ?? units[4]
  return format.format(Math.trunc(distance / one), unit)
}

/** The whole date and time, in the viewer's zone, which it names. */
export function absoluteTime(at: number, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at)
}

/** Whole days since, as ages of keys and passwords are counted. A clock that runs ahead makes no negative age. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / day))
}
