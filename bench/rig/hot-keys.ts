import type { Population } from './database.ts'
import type { Credentials } from './requests.ts'
import { settings } from './settings.ts'

/** One request of each hot key: keys of users that lie evenly spread over all `users`. */
export function requestsOfHotKeys(
  { credentials }: Population,
  users: number,
  request: (credentials: Credentials) => Buffer,
  count: number = settings.hotKeys,
): readonly Buffer[] {
  return Array.from({ length: count }, (_, index) => request(credentials(Math.floor((index * users) / count))))
}
