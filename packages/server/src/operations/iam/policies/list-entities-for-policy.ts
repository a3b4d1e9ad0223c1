import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { havingGroups, havingUsers, type PolicyEntity } from '../../../store/policy-entities.ts'
import type { PolicyUsage } from '../../../store/policy-pages.ts'
import { nameKey } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page, type Position } from '../../paging.ts'
import { onPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html */
export const ListEntitiesForPolicy = operation('iam', 'ListEntitiesForPolicy', {
  access: 'List',
  missing: 'users and groups: there are no roles yet',
  requires: ({ input, caller, view }) => onPolicy('iam:ListEntitiesForPolicy', input.PolicyArn, caller, view),

  answer({ input, target, caller, view, means }) {
    const { account } = caller.principal
    const { EntityFilter: filter, PathPrefix: prefix = '/' } = input
    const usage: PolicyUsage = input.PolicyUsageFilter ?? 'used'
    const of = { account, policyArn: target.arn, usage, prefix, view }
    const kinds = entityKinds.filter((kind) => filter === undefined || kind === filter)
    const { rows, rest } = page(
      {
        operation: 'ListEntitiesForPolicy',
        account,
        filters: [target.id, filter ?? '', prefix, usage],
        input,
        view,
        means,
      },
      {
        read: (after, limit) => kinds.flatMap((kind) => entitiesAfter(kind, after, limit, of)).slice(0, limit),
        positionOf: ({ kind, name }) => [kind, nameKey(name)],
      },
    )
    return {
      PolicyGroups: rows
        .filter(({ kind }) => kind === 'Group')
        .map(({ id, name }) => ({ GroupName: name, GroupId: id })),
      PolicyUsers: rows.filter(({ kind }) => kind === 'User').map(({ id, name }) => ({ UserName: name, UserId: id })),
      PolicyRoles: [],
      ...rest,
    }
  },
})

/** In the order in which they are listed, which is also that of their words. */
const entityKinds = ['Group', 'User'] as const
type EntityKind = (typeof entityKinds)[number]

interface Listed {
  readonly account: AccountId
  readonly policyArn: string
  readonly usage: PolicyUsage
  readonly prefix: string
  readonly view: View
}

function entitiesAfter(
  kind: EntityKind,
  [afterKind, afterName = '']: Position = [''],
  limit: number,
  { prefix, view, ...of }: Listed,
): readonly (PolicyEntity & { readonly kind: EntityKind })[] {
  if (kind < afterKind) return []
  const after = kind === afterKind ? afterName : ''
  // Paths are printable ASCII: everything that begins with the prefix sorts before it with this behind.
  const page = { ...of, from: prefix, to: `${prefix}\u007f`, after, limit }
  return view.get(kind === 'Group' ? havingGroups : havingUsers, page).map((entity) => ({ ...entity, kind }))
}
