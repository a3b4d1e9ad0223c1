/** Pages of signing in that an account alias could be taken for. */
const taken = new Set(['root', 'password-change'])

/** The sign-in page of an account, by id or alias. A dot, which no alias has, tells the account `root` from the root user. */
export function accountAddress(account: string, search = ''): string {
  return `/signin/${encodeURIComponent(account)}${taken.has(account.toLowerCase()) ? '.' : ''}${search}`
}

/** The account that an address names: the other way round. */
export function accountIn(segment: string): string {
  return segment.replace(/\.$/, '')
}
