import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Output } from '../../api/types.ts'
import type { Read } from '../../api/use-read.ts'
import { Denied } from '../../parts/denied.tsx'
import { AttachedPolicies } from '../../parts/permissions/attached-policies.tsx'
import type { Identity } from '../../parts/permissions/identity.ts'
import { InlinePolicies } from '../../parts/permissions/inline-policies.tsx'
import { Boundary } from './boundary.tsx'
import { PoliciesOfGroups } from './policies-of-groups.tsx'

export interface PermissionsProps {
  readonly identity: Identity
  readonly groups: Read<Output<'iam', 'ListGroupsForUser'>>
  readonly user: Output<'iam', 'GetUser'>['User'] | undefined
}

/** What a user may do, by herself and by her groups, and what she may not go beyond. */
export function Permissions({ identity, groups, user }: PermissionsProps) {
  return (
    <SpaceBetween size="l">
      <AttachedPolicies identity={identity} />
      <InlinePolicies identity={identity} />
      {groups.data && <PoliciesOfGroups groups={groups.data.Groups.map(({ GroupName }) => GroupName)} />}
      {groups.error?.isDenied && <Denied error={groups.error} action="iam:ListGroupsForUser" resource={identity.arn} />}
      <Boundary
        identity={identity}
        boundary={user?.PermissionsBoundary?.PermissionsBoundaryArn}
        known={user !== undefined}
      />
    </SpaceBetween>
  )
}
