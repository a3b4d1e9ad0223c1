import { call } from '../../api/call.ts'
import { hidingDenials, type Deletion } from '../../parts/deletion/deletion.ts'

/** What a user has, and what goes with her. */
export interface Belongings {
  readonly loginProfile: boolean
  readonly accessKeys: readonly string[]
  readonly groups: readonly string[]
  readonly inlinePolicies: readonly string[]
  readonly attachedPolicies: readonly { readonly name: string; readonly arn: string }[]
}

/** One call of a deletion. */
export type UserStep =
  | { readonly operation: 'DeleteLoginProfile' }
  | { readonly operation: 'DeleteAccessKey'; readonly id: string }
  | { readonly operation: 'RemoveUserFromGroup'; readonly group: string }
  | { readonly operation: 'DeleteUserPolicy'; readonly name: string }
  | { readonly operation: 'DetachUserPolicy'; readonly name: string; readonly arn: string }
  | { readonly operation: 'DeleteUser' }

/**
 * The calls that delete a user, in order: first what lets somebody in, then what it was allowed to do, then the user. Her
 * permissions boundary goes with her, and not before: until the end it bounds what is left of her.
 */
export function deletionSteps(belongings: Belongings): readonly UserStep[] {
  return [
    ...belongings.accessKeys.map((id) => ({ operation: 'DeleteAccessKey', id }) as const),
    ...(belongings.loginProfile ? [{ operation: 'DeleteLoginProfile' } as const] : []),
    ...belongings.groups.map((group) => ({ operation: 'RemoveUserFromGroup', group }) as const),
    ...belongings.inlinePolicies.map((name) => ({ operation: 'DeleteUserPolicy', name }) as const),
    ...belongings.attachedPolicies.map(({ name, arn }) => ({ operation: 'DetachUserPolicy', name, arn }) as const),
    { operation: 'DeleteUser' },
  ]
}

/** What goes with the user besides, in words. */
export interface BesidesWords {
  readonly tags: (count: number) => string
  readonly boundary: (arn: string) => string
}

/** The deletion of a user, by the calls that anybody would make. */
export function deletionOf(UserName: string, words: BesidesWords): Deletion<UserStep> {
  const user = async () => (await call('iam', 'GetUser', { UserName })).User
  return {
    read: async () => {
      const { refused, orElse } = hidingDenials()
      const { UserId, Tags = [], PermissionsBoundary } = await user()
      // One page holds all of each: the quotas of a user are far below a hundred.
      const [loginProfile, keys, groups, inlinePolicies, attached] = await Promise.all([
        call('iam', 'GetLoginProfile', { UserName }).then(() => true, orElse(false)),
        call('iam', 'ListAccessKeys', { UserName }).then(({ AccessKeyMetadata }) => AccessKeyMetadata, orElse([])),
        call('iam', 'ListGroupsForUser', { UserName }).then(({ Groups }) => Groups, orElse([])),
        call('iam', 'ListUserPolicies', { UserName }).then(({ PolicyNames }) => PolicyNames, orElse([])),
        call('iam', 'ListAttachedUserPolicies', { UserName }).then((output) => output.AttachedPolicies, orElse([])),
      ])
      const steps = deletionSteps({
        loginProfile,
        accessKeys: keys.map(({ AccessKeyId = '' }) => AccessKeyId),
        groups: groups.map(({ GroupName }) => GroupName),
        inlinePolicies,
        attachedPolicies: (attached ?? []).map(({ PolicyName: name = '', PolicyArn: arn = '' }) => ({ name, arn })),
      })
      const boundary = PermissionsBoundary?.PermissionsBoundaryArn
      const besides = [
        ...(boundary === undefined ? [] : [words.boundary(boundary)]),
        ...(Tags.length > 0 ? [words.tags(Tags.length)] : []),
      ]
      return { id: UserId, steps, besides, refused }
    },
    idNow: async () => (await user()).UserId,
    send: (step) => send(UserName, step),
  }
}

function send(UserName: string, step: UserStep): Promise<unknown> {
  switch (step.operation) {
    case 'DeleteLoginProfile':
    case 'DeleteUser':
      return call('iam', step.operation, { UserName })
    case 'DeleteAccessKey':
      return call('iam', step.operation, { UserName, AccessKeyId: step.id })
    case 'RemoveUserFromGroup':
      return call('iam', step.operation, { UserName, GroupName: step.group })
    case 'DeleteUserPolicy':
      return call('iam', step.operation, { UserName, PolicyName: step.name })
    case 'DetachUserPolicy':
      return call('iam', step.operation, { UserName, PolicyArn: step.arn })
    default:
      return step satisfies never
  }
}
