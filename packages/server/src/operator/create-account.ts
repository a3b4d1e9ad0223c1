import { administratorAccess, managedPolicy } from '../authz/managed-policies.ts'
import { operatorEvent } from '../audit/operator-event.ts'
import { mintAccountId, mintUserId, type AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import type { Secret } from '../domain/secret.ts'
import { addAccessKey } from '../operations/iam/access-keys/create-access-key.ts'
import type { Head } from '../store/head.ts'
import type { Store } from '../store/store.ts'
import { makePassword, type MadePassword } from './make-password.ts'
import { operatorChange } from './operator-change.ts'
import { OperatorError } from './operator-error.ts'
import type { Place } from './place.ts'

export interface AccountOptions {
  /** Absent: a random one. */
  readonly accountId?: AccountId | undefined
  /** Absent: `root@ACCOUNT.invalid`. */
  readonly rootEmail?: string | undefined
  /** An IAM user with AdministratorAccess, an access key, and a password that must be changed within a day. */
  readonly administrator: boolean
  readonly rootAccessKey: boolean
}

export interface IssuedKey {
  readonly accessKeyId: string
  readonly secretAccessKey: Secret
}

export interface NewAdministrator extends IssuedKey {
  readonly userName: string
  readonly password: Secret
}

export interface NewAccount {
  readonly accountId: AccountId
  readonly rootEmail: string
  readonly administrator: NewAdministrator | undefined
  readonly rootKey: IssuedKey | undefined
}

const administratorName = 'administrator'

/** Another account in a database that is set up. Throws OperatorError where its id or e-mail address is taken. */
export async function createAccount(place: Place, options: AccountOptions): Promise<NewAccount> {
  const prepared = await prepareAccount(options)
  return operatorChange(place, (store, head) => addAccount(store, head, prepared))
}

/** What is asked of a new account, with what takes too long for a transaction. */
export interface PreparedAccount extends AccountOptions {
  /** The administrator's. */
  readonly password: MadePassword | undefined
}

export const prepareAccount = async (options: AccountOptions): Promise<PreparedAccount> => ({
  ...options,
  password: options.administrator ? await makePassword() : undefined,
})

/** An account with its root, and what the options ask for, in the transaction of this store. Throws OperatorError where it is taken. */
export async function addAccount(store: Store, head: Head, options: PreparedAccount): Promise<NewAccount> {
  const id = options.accountId ?? mintAccountId()
  const rootEmail = options.rootEmail ?? `root@${id}.invalid`
  if (!(await store.accounts.insert({ id, rootEmail, createdAt: head.at }))) {
    throw new OperatorError(`The account ${id} or the root e-mail address ${rootEmail} exists already: choose another.`)
  }
  const administrator = options.password && (await createAdministrator(store, id, options.password, head.at))
  const root = options.rootAccessKey
    ? await addAccessKey(store, { account: id, userId: undefined }, head.at)
    : undefined
  await store.events.insert(
    operatorEvent('CreateAccount', id, head, {
      accountId: id,
      rootEmail,
      administrator: administrator?.userName ?? null,
      rootAccessKeyId: root?.key.id ?? null,
    }),
  )
  return {
    accountId: id,
    rootEmail,
    administrator,
    rootKey: root && { accessKeyId: root.key.id, secretAccessKey: root.secret },
  }
}

async function createAdministrator(
  store: Store,
  account: AccountId,
  { secret: password, hash }: MadePassword,
  now: number,
): Promise<NewAdministrator> {
  const user = { id: mintUserId(account), account, name: administratorName, path: '/', createdAt: now }
  await store.users.insert(user)
  await store.accounts.countUserIn(account, { atMost: 1 })
  const policyName = managedPolicy(administratorAccess)?.name ?? ''
  await store.userAttachments.attach(user.id, { policyArn: administratorAccess, policyName }, now)
  const owner = { account, userId: user.id }
  const endsAt = now + limits.oneTimePasswordDuration
  await store.loginProfiles.insert(owner, { hash, resetRequired: true, endsAt }, now)
  const { key, secret } = await addAccessKey(store, owner, now)
  // The description of a key is a tag of its user whose key is the key's id.
  await store.userTags.put(user.id, [{ key: key.id, value: 'bootstrap' }])
  return { userName: user.name, password, accessKeyId: key.id, secretAccessKey: secret }
}
