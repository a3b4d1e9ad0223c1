import type { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { hidingDenials } from '../../parts/deletion/deletion.ts'
import type { Draft } from './draft.ts'

/** What a user may do, as far as the caller may see it. */
export interface Permissions extends Pick<Draft, 'groups' | 'managed' | 'boundary' | 'copied'> {
  readonly refused: readonly ApiError[]
}

/** Reads what there is to copy. A denial of one list hides that list only. */
export async function readPermissions(UserName: string): Promise<Permissions> {
  const { refused, orElse } = hidingDenials()
  const [boundary, groups, managed, names] = await Promise.all([
    call('iam', 'GetUser', { UserName }).then(
      ({ User }) => User.PermissionsBoundary?.PermissionsBoundaryArn,
      orElse(undefined),
    ),
    call('iam', 'ListGroupsForUser', { UserName }).then(
      ({ Groups }) => Groups.map(({ GroupName }) => GroupName),
      orElse([]),
    ),
    call('iam', 'ListAttachedUserPolicies', { UserName }).then(
      ({ AttachedPolicies = [] }) => AttachedPolicies.map(({ PolicyArn = '' }) => PolicyArn),
      orElse([]),
    ),
    call('iam', 'ListUserPolicies', { UserName }).then(({ PolicyNames }) => PolicyNames, orElse([])),
  ])
  const documents = await Promise.all(
    names.map((PolicyName) =>
      call('iam', 'GetUserPolicy', { UserName, PolicyName }).then(
        ({ PolicyName: name, PolicyDocument: document }) => [{ name, document }],
        orElse([]),
      ),
    ),
  )
  return { boundary, groups, managed, copied: documents.flat(), refused }
}

/** A draft with the permissions of somebody beside its own. Her boundary is taken over too: it may not be wider than hers. */
export function withPermissions(
  draft: Draft,
  { groups, managed, boundary, copied }: Permissions,
): Pick<Draft, 'groups' | 'managed' | 'boundary' | 'copied'> {
  return {
    groups: [...new Set([...draft.groups, ...groups])],
    managed: [...new Set([...draft.managed, ...managed])],
    boundary: boundary ?? draft.boundary,
    copied: [...copied, ...draft.copied.filter(({ name }) => copied.every((one) => one.name !== name))],
  }
}
