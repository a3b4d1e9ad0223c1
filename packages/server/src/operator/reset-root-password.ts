import { operatorEvent } from '../audit/operator-event.ts'
import type { Clock } from '../domain/clock.ts'
import type { AccountId } from '../domain/ids.ts'
import type { Secret } from '../domain/secret.ts'
import type { Account } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { makePassword } from './make-password.ts'
import { operatorChange } from './operator-change.ts'
import { OperatorError } from './operator-error.ts'
import type { Place } from './place.ts'

export interface RootPassword {
  readonly accountId: AccountId
  readonly rootEmail: string
  readonly password: Secret
}

/**
 * Gives the root user of an account a new password, the first or in place of a lost one, and ends its console sessions. Throws OperatorError
 * where the account is not there, or where there are several and none is named.
 */
export async function resetRootPassword(
  place: Place,
  accountId: AccountId | undefined,
  clock?: Clock,
): Promise<RootPassword> {
  const { secret, hash } = await makePassword()
  return operatorChange(
    place,
    async (store, head) => {
      const { id: account, rootEmail } = await theAccount(store, accountId)
      const root = { account, userId: undefined }
      const profile = await store.loginProfiles.of(root)
      const password = { hash, resetRequired: false }
      if (profile === undefined) await store.loginProfiles.insert(root, password, head.at)
      else await store.loginProfiles.replacePassword(profile, password, head.at)
      await store.consoleSessions.endOf(root)
      await store.events.insert(operatorEvent('ResetRootPassword', account, head, { accountId: account }))
      return { accountId: account, rootEmail, password: secret }
    },
    clock,
  )
}

async function theAccount(store: Store, id: AccountId | undefined): Promise<Account> {
  if (id !== undefined) {
    const named = await store.accounts.byId(id)
    if (named === undefined) throw new OperatorError(`There is no account ${id} here.`)
    return named
  }
  const [only, other] = await store.accounts.some({ atMost: 2 })
  if (only === undefined)
    throw new OperatorError('There is no account here yet: make one with "keyward account create".')
  if (other !== undefined) throw new OperatorError('There are several accounts here: name one with --account-id.')
  return only
}
