import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import type { EntityType } from '../../../protocol/types/iam.ts'
import { groupsAfter, type Group } from '../../../store/groups.ts'
import type { StoredPolicy } from '../../../store/managed-policies.ts'
import { nameKey, usersAfter, type User } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page, type Position } from '../../paging.ts'
import { policiesAfter } from '../policies/list-policies.ts'
import { onAccount } from './account.ts'
import { bytesOf, describeGroups, describePolicies, describeUsers } from './authorization-details.ts'

/** What the pages go through, one kind after the other, each by name. */
const kinds: readonly EntityType[] = ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy']

type Entity =
  | { readonly kind: 'User'; readonly user: User }
  | { readonly kind: 'Group'; readonly group: Group }
  | { readonly kind: 'LocalManagedPolicy' | 'AWSManagedPolicy'; readonly policy: StoredPolicy }

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html */
export const GetAccountAuthorizationDetails = operation('iam', 'GetAccountAuthorizationDetails', {
  access: 'Read',
  missing: 'roles come with roles',
  requires: () => onAccount('iam:GetAccountAuthorizationDetails'),

  answer({ input, caller, view, means }) {
    const { account } = caller.principal
    const { Filter: filter = [] } = input
    const asked = kinds.filter((kind) => filter.length === 0 || filter.includes(kind))
    const { rows, rest } = page(
      {
        operation: 'GetAccountAuthorizationDetails',
        account,
        filters: asked,
        input,
        view,
        means,
        strangeMarker: 'Marker and Filter do not match',
      },
      {
        read: (after, limit) => entitiesAfter(after, limit, { asked, account, view }),
        positionOf: (entity) => [String(kinds.indexOf(entity.kind)), nameKey(nameOf(entity))],
        room: (entities) => roomFor(entities, view),
      },
    )
    return {
      UserDetailList: describeUsers(usersIn(rows), view),
      GroupDetailList: describeGroups(groupsIn(rows), view),
      RoleDetailList: [],
      Policies: describePolicies(policiesIn(rows), account, view),
      ...rest,
    }
  },
})

const usersIn = (entities: readonly Entity[]) => entities.flatMap((one) => (one.kind === 'User' ? [one.user] : []))
const groupsIn = (entities: readonly Entity[]) => entities.flatMap((one) => (one.kind === 'Group' ? [one.group] : []))
const policiesIn = (entities: readonly Entity[]) => entities.flatMap((one) => ('policy' in one ? [one.policy] : []))

function thingIn(entity: Entity): User | Group | StoredPolicy {
  return 'policy' in entity ? entity.policy : entity.kind === 'User' ? entity.user : entity.group
}

const nameOf = (entity: Entity): string => thingIn(entity).name

interface Asked {
  readonly asked: readonly EntityType[]
  readonly account: AccountId
  readonly view: View
}

function entitiesAfter(
  [number, name]: Position | [undefined] = [undefined],
  limit: number,
  { asked, account, view }: Asked,
): readonly Entity[] {
  const from = Number(number ?? 0)
  const found: Entity[] = []
  for (const kind of asked) {
    const left = limit - found.length
    if (left === 0 || kinds.indexOf(kind) < from) continue
    const after = kinds.indexOf(kind) === from ? (name ?? '') : ''
    found.push(...entitiesOf(kind, { account, after, limit: left }, view))
  }
  return found
}

function entitiesOf(
  kind: EntityType,
  { account, after, limit }: { readonly account: AccountId; readonly after: string; readonly limit: number },
  view: View,
): readonly Entity[] {
  switch (kind) {
    case 'User':
      return view.get(usersAfter, { account, after, limit }).map((user) => ({ kind, user }))
    case 'Group':
      return view.get(groupsAfter, { account, after, limit }).map((group) => ({ kind, group }))
    case 'Role':
      return []
    case 'LocalManagedPolicy':
    case 'AWSManagedPolicy': {
      const [scope, usage] = kind === 'LocalManagedPolicy' ? (['Local', 'all'] as const) : (['AWS', 'used'] as const)
      // No two of one owner have the same name: behind both places of it.
      const policies = policiesAfter([after, '2'], limit, { account, scope, prefix: '/', usage, view })
      return policies.map((policy) => ({ kind, policy }))
    }
    default:
      return kind satisfies never
  }
}

/** As many as have policies of so many bytes together. */
function roomFor(entities: readonly Entity[], view: View): number {
  const bytes = bytesOf({ users: usersIn(entities), groups: groupsIn(entities), policies: policiesIn(entities) }, view)
  let total = 0
  const beyond = entities.findIndex((entity) => {
    total += limits.authorizationDetailsEntityBytes + bytes(thingIn(entity).id)
    return total > limits.authorizationDetailsBytesMax
  })
  // One that is longer by itself is a page by itself.
  return beyond < 0 ? entities.length : Math.max(1, beyond)
}
