import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import type {
  AttachedPolicy,
  GroupDetail,
  ManagedPolicyDetail,
  PolicyDetail,
  UserDetail,
} from '../../../protocol/types/iam.ts'
import { groupAttachments, userAttachments } from '../../../store/attachments.ts'
import { groupsOfUsers, type Group } from '../../../store/groups.ts'
import { groupPolicies, userPolicies } from '../../../store/inline-policies.ts'
import { allVersionsOf, versionBytesOf, type StoredPolicy } from '../../../store/managed-policies.ts'
import { tagsOfUsers } from '../../../store/user-search.ts'
import type { User } from '../../../store/users.ts'
import { describeGroup } from '../groups/group.ts'
import { usesIn } from '../policies/policy-uses.ts'
import { describeVersion } from '../policies/policy-version.ts'
import { describePolicy, isBuiltIn } from '../policies/policy.ts'
import { describeTags } from '../tags/tags.ts'
import { describeBoundary, describeUser } from '../users/user.ts'

type Identified = readonly { readonly id: string }[]

const idsOf = (things: Identified): string => JSON.stringify(things.map(({ id }) => id))

/** Rows by whose they are. One question for all of a page. */
function byOwner<Row extends { readonly owner: string }>(rows: readonly Row[]): (owner: string) => readonly Row[] {
  const groups = Map.groupBy(rows, (row) => row.owner)
  return (owner) => groups.get(owner) ?? []
}

interface Things {
  readonly users: readonly User[]
  readonly groups: readonly Group[]
  readonly policies: readonly StoredPolicy[]
}

/** How long the policies are that stand with each of these: of a user or group its inline ones, of a policy its versions. */
export function bytesOf({ users, groups, policies }: Things, view: View): (id: string) => number {
  const rows = [
    ...view.get(userPolicies.bytesOf, { owners: idsOf(users) }),
    ...view.get(groupPolicies.bytesOf, { owners: idsOf(groups) }),
    ...view.get(versionBytesOf, { policies: idsOf(policies) }),
    ...policies.filter(isBuiltIn).map(({ id, text }) => ({ owner: id, bytes: text.length })),
  ]
  const bytes = new Map<string, number>(rows.map(({ owner, bytes }) => [owner, bytes]))
  return (id) => bytes.get(id) ?? 0
}

const describeInline = ({ name, text }: { readonly name: string; readonly text: string }): PolicyDetail => ({
  PolicyName: name,
  PolicyDocument: text,
})

interface Attached {
  readonly policyName: string
  readonly policyArn: string
}

const describeAttached = ({ policyName, policyArn }: Attached): AttachedPolicy => ({
  PolicyName: policyName,
  PolicyArn: policyArn,
})

export function describeUsers(users: readonly User[], view: View): readonly UserDetail[] {
  if (users.length === 0) return []
  const ids = idsOf(users)
  const inline = byOwner(view.get(userPolicies.allOf, { owners: ids }))
  const attached = byOwner(view.get(userAttachments.allOf, { owners: ids }))
  const groups = Map.groupBy(view.get(groupsOfUsers, { users: ids }), ({ user }) => user)
  const tags = Map.groupBy(view.get(tagsOfUsers, { users: ids }), ({ user }) => user)
  return users.map((user) => ({
    ...describeUser(user),
    UserPolicyList: inline(user.id).map(describeInline),
    GroupList: (groups.get(user.id) ?? []).map(({ name }) => name),
    AttachedManagedPolicies: attached(user.id).map(describeAttached),
    ...(user.boundary === undefined ? {} : { PermissionsBoundary: describeBoundary(user.boundary) }),
    Tags: [],
    ...describeTags(tags.get(user.id) ?? []),
  }))
}

export function describeGroups(groups: readonly Group[], view: View): readonly GroupDetail[] {
  if (groups.length === 0) return []
  const ids = idsOf(groups)
  const inline = byOwner(view.get(groupPolicies.allOf, { owners: ids }))
  const attached = byOwner(view.get(groupAttachments.allOf, { owners: ids }))
  return groups.map((group) => ({
    ...describeGroup(group),
    GroupPolicyList: inline(group.id).map(describeInline),
    AttachedManagedPolicies: attached(group.id).map(describeAttached),
  }))
}

/** Managed policies with all their versions, newest first. */
export function describePolicies(
  policies: readonly StoredPolicy[],
  account: AccountId,
  view: View,
): readonly ManagedPolicyDetail[] {
  if (policies.length === 0) return []
  const stored = Map.groupBy(view.get(allVersionsOf, { policies: idsOf(policies) }), ({ policyId }) => policyId)
  const uses = usesIn(account, policies, view)
  return policies.map((policy) => {
    const versions = isBuiltIn(policy)
      ? [{ n: policy.defaultVersion, text: policy.text, createdAt: policy.updatedAt }]
      : (stored.get(policy.id) ?? [])
    return {
      ...describePolicy(policy, uses(policy.arn)),
      ...(policy.description === undefined ? {} : { Description: policy.description }),
      PolicyVersionList: versions.map((version) => ({
        Document: version.text,
        ...describeVersion(version, policy.defaultVersion),
      })),
    }
  })
}
