import { call } from '../../api/call.ts'
import { everyPage } from '../../api/lists.ts'
import { hidingDenials, type Deletion } from '../../parts/deletion/deletion.ts'

/** One call of a deletion. */
export type GroupStep =
  | { readonly operation: 'RemoveUserFromGroup'; readonly user: string }
  | { readonly operation: 'DeleteGroupPolicy'; readonly name: string }
  | { readonly operation: 'DetachGroupPolicy'; readonly name: string; readonly arn: string }
  | { readonly operation: 'DeleteGroup' }

/** What goes with a group. */
export interface Belongings {
  readonly users: readonly string[]
  readonly inlinePolicies: readonly string[]
  readonly attachedPolicies: readonly { readonly name: string; readonly arn: string }[]
}

/** The calls that delete a group, in order: nobody is left in it whom half of its policies could allow more than all. */
export function deletionSteps({ users, inlinePolicies, attachedPolicies }: Belongings): readonly GroupStep[] {
  return [
    ...users.map((user) => ({ operation: 'RemoveUserFromGroup', user }) as const),
    ...inlinePolicies.map((name) => ({ operation: 'DeleteGroupPolicy', name }) as const),
    ...attachedPolicies.map(({ name, arn }) => ({ operation: 'DetachGroupPolicy', name, arn }) as const),
    { operation: 'DeleteGroup' },
  ]
}

/** The deletion of a group, by the calls that anybody would make. */
export function deletionOf(GroupName: string): Deletion<GroupStep> {
  const idNow = async () => (await call('iam', 'GetGroup', { GroupName, MaxItems: 1 })).Group.GroupId
  return {
    idNow,
    read: async () => {
      const { refused, orElse } = hidingDenials()
      const id = await idNow()
      const [users, inlinePolicies, attached] = await Promise.all([
        everyPage(
          (place) => call('iam', 'GetGroup', { GroupName, ...place }),
          ({ Users }) => Users.map(({ UserName }) => UserName),
        ),
        call('iam', 'ListGroupPolicies', { GroupName }).then(({ PolicyNames }) => PolicyNames, orElse([])),
        call('iam', 'ListAttachedGroupPolicies', { GroupName }).then((output) => output.AttachedPolicies, orElse([])),
      ])
      const attachedPolicies = (attached ?? []).map(({ PolicyName: name = '', PolicyArn: arn = '' }) => ({ name, arn }))
      return { id, steps: deletionSteps({ users, inlinePolicies, attachedPolicies }), besides: [], refused }
    },
    send(step) {
      switch (step.operation) {
        case 'DeleteGroup':
          return call('iam', 'DeleteGroup', { GroupName })
        case 'RemoveUserFromGroup':
          return call('iam', 'RemoveUserFromGroup', { GroupName, UserName: step.user })
        case 'DeleteGroupPolicy':
          return call('iam', 'DeleteGroupPolicy', { GroupName, PolicyName: step.name })
        case 'DetachGroupPolicy':
          return call('iam', 'DetachGroupPolicy', { GroupName, PolicyArn: step.arn })
        default:
          return step satisfies never
      }
    },
  }
}
