import { daysSince } from '../../i18n/when.ts'

/** An access key as the screens show it. Times are milliseconds. */
export interface Key {
  readonly id: string
  readonly status: 'Active' | 'Inactive' | 'Expired'
  readonly createdAt: number
  /** Undefined while it is not known: on its way, or denied. */
  readonly use: Use | undefined
}

/** What GetAccessKeyLastUsed says of a key. Without `at` it was never used. */
export interface Use {
  readonly at: number | undefined
  /** `N/A` where there is none, as the API says it. */
  readonly service: string
  readonly region: string
}

/** Every report calls a key old after these days: AWS's recommendation, and the dashboard's. */
const oldAfterDays = 90

/** The order of the cards: of creation. The API's own is that of the ids. */
export function inOrderOfCreation(keys: readonly Key[]): readonly Key[] {
  return [...keys].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
}

export function isOld(key: Key, now: number): boolean {
  return daysSince(key.createdAt, now) > oldAfterDays
}
