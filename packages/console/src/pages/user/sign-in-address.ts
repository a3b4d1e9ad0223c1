import { csv } from '../../i18n/csv.ts'
import type { Session } from '../../api/types.ts'
import { accountAddress } from '../../session/account-address.ts'

/** Where the users of an account sign in: by its alias, where it has one. */
export function signInAddress({ AccountId, AccountAlias }: Pick<Session, 'AccountId' | 'AccountAlias'>): string {
  return `${location.origin}${accountAddress(AccountAlias ?? AccountId)}`
}

/** What is handed to a new user, with AWS's columns. Exact: a password is not to be changed for a spreadsheet's sake. */
export function passwordFile(userName: string, password: string, address: string): string {
  const rows = [
    ['User name', 'Password', 'Console sign-in URL'],
    [userName, password, address],
  ]
  return csv(rows, { exact: true })
}
