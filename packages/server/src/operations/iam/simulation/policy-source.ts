import type { Requirement } from '../../../authz/requirement.ts'
import type { View } from '../../../directory/view.ts'
import { groupArn, userArn } from '../../../domain/arn.ts'
import type { Caller } from '../../../domain/caller.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { ServiceError } from '../../../errors.ts'
import { groupByName, type Group } from '../../../store/groups.ts'
import { nameKey, userByName, type User } from '../../../store/users.ts'
import { tagMap } from '../users/user.ts'

/** Whose policies are looked at. */
export type PolicySourceEntity =
  { readonly type: 'User'; readonly user: User } | { readonly type: 'Group'; readonly group: Group }

const entityArn = /^arn:aws:iam::(\d{12}):(user|group|role)\/(?:.*\/)?([^/]+)$/

/** An action on the user or group that an ARN names. Throws InvalidInput for an ARN of anything else. */
export function onPolicySource(
  action: string,
  arn: string,
  caller: Caller,
  view: View,
): Requirement<PolicySourceEntity> {
  const [, account, kind = '', name = ''] = entityArn.exec(arn) ?? []
  if (account === undefined) {
    const message = `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`
    throw new ServiceError('InvalidInput', message)
  }
  const named = account === caller.principal.account ? find(caller.principal.account, kind, name, view) : undefined
  const found = named !== undefined && arnOf(named) === arn ? named : undefined
  return {
    action,
    resource: arn,
    spokenAs: arn,
    resourceTags: () => tagMap(found?.type === 'User' ? found.user : undefined, view),
    target: () => {
      if (found === undefined) throw new ServiceError('NoSuchEntity', `The ${kind} with name ${name} cannot be found.`)
      return found
    },
  }
}

function find(account: AccountId, kind: string, name: string, view: View): PolicySourceEntity | undefined {
  const named = { account, nameKey: nameKey(name) }
  if (kind === 'user') {
    const user = view.get(userByName, named)
    return user && { type: 'User', user }
  }
  // There are no roles yet.
  const group = kind === 'group' ? view.get(groupByName, named) : undefined
  return group && { type: 'Group', group }
}

function arnOf(entity: PolicySourceEntity): string {
  return entity.type === 'User'
    ? userArn(entity.user.account, entity.user.path, entity.user.name)
    : groupArn(entity.group.account, entity.group.path, entity.group.name)
}
