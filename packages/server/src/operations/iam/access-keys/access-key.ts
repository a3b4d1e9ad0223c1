import type { Requirement } from '../../../authz/requirement.ts'
import type { View } from '../../../directory/view.ts'
import type { Caller } from '../../../domain/caller.ts'
import { ServiceError } from '../../../errors.ts'
import type { AccessKey, KeyOwner } from '../../../store/access-keys.ts'
import type { Store } from '../../../store/store.ts'
import { onUser } from '../users/user.ts'

/** Whose keys an operation works on. `name` is the user's as stored, empty for root. */
export type OwnerOfKeys = KeyOwner & { readonly name: string }

/** An action on the keys of the user of this name; without a name, on the caller's own, and so on root's where root calls. */
export function onOwner(
  action: string,
  name: string | undefined,
  caller: Caller,
  view: View,
): Requirement<OwnerOfKeys> {
  const { principal } = caller
  if (name === undefined && principal.type === 'Root') {
    const root = { account: principal.account, userId: undefined, name: '' }
    return { action, resource: principal.arn, spokenAs: principal.arn, target: () => root }
  }
  const requirement = onUser(action, name, caller, view)
  return {
    ...requirement,
    target: () => {
      const user = requirement.target()
      return { account: user.account, userId: user.id, name: user.name }
    },
  }
}

/** A key without its secret. */
export const describeAccessKey = (key: AccessKey, owner: OwnerOfKeys) => ({
  UserName: owner.name,
  AccessKeyId: key.id,
  Status: key.status,
  CreateDate: key.createdAt,
})

/** The owner's key of this id. Throws NoSuchEntity, also where it is someone else's. */
export async function ownKey(store: Store, owner: KeyOwner, id: string): Promise<AccessKey> {
  const key = (await store.accessKeys.of(owner)).find((one) => one.id === id)
  if (key === undefined) throw new ServiceError('NoSuchEntity', `The Access Key with id ${id} cannot be found.`)
  return key
}
