import type { SigningKey } from '@keyward/sigv4'
import { rootArn, userArn } from '../domain/arn.ts'
import type { Caller, Principal } from '../domain/caller.ts'
import type { AccountId, UserId } from '../domain/ids.ts'
import type { View } from '../directory/view.ts'
import { ServiceError } from '../errors.ts'
import { accessKeyById, type AccessKey, type KeyOwner } from '../store/access-keys.ts'
import { aliasOfAccount } from '../store/aliases.ts'
import { userById } from '../store/users.ts'

/** One text for unknown, inactive and deleted keys: nobody learns which. */
export const invalidToken = () =>
  new ServiceError('InvalidClientTokenId', 'The security token included in the request is invalid.')

/** A key that may sign now. Throws InvalidClientTokenId. */
export function activeKey(accessKeyId: string, view: View): AccessKey {
  // The model's own pattern: nothing else is ever looked up.
  const key = /^\w{16,128}$/.test(accessKeyId) ? view.get(accessKeyById, { id: accessKeyId }) : undefined
  if (key?.status !== 'Active') throw invalidToken()
  return key
}

/** Who an active key speaks for. The signature is the caller's to check: a change is judged again without one. */
export const findCaller = (key: AccessKey, view: View): Caller => ({
  principal: principalOf(key.owner, view),
  accessKeyId: key.id,
  session: undefined,
})

/** A user by the unique id, or root where there is none. */
export const principalOf = ({ account, userId }: KeyOwner, view: View): Principal =>
  userId === undefined ? rootPrincipal(account, view) : view.derive(userPrincipal, userId)

/** An active key, whom it speaks for, and the signing key it was last used with: all of one state, found in one step. */
export interface Signer {
  readonly key: AccessKey
  readonly caller: Caller
  signing: { readonly credential: string; readonly signingKey: SigningKey } | undefined
}

/** Throws InvalidClientTokenId. */
export const findSigner = (accessKeyId: string, view: View): Signer => view.derive(signerOf, accessKeyId)

function signerOf(accessKeyId: string, view: View): Signer {
  const key = activeKey(accessKeyId, view)
  return { key, caller: findCaller(key, view), signing: undefined }
}

const rootPrincipal = (account: AccountId, view: View): Principal => ({
  type: 'Root',
  account,
  arn: rootArn(account),
  alias: view.get(aliasOfAccount, { account }),
})

function userPrincipal(userId: string, view: View): Principal {
  // The key of `derive` is the id that the access key's row holds.
  const id = userId as UserId
  const user = view.get(userById, { id })
  // A key's row refers to its user's: the database would not have let the user go first.
  if (user === undefined) throw new Error(`access key without its user ${userId}`)
  return {
    type: 'User',
    account: user.account,
    arn: userArn(user.account, user.path, user.name),
    userId: id,
    userName: user.name,
  }
}
