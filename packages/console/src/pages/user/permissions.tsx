import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Owner } from '../access-keys/owner.ts'
import { AttachedPolicies } from './attached-policies.tsx'
import { InlinePolicies } from './inline-policies.tsx'

export interface PermissionsProps {
  readonly owner: Owner
  readonly name: string
}

/** What a user may do: policies of AWS attached to her, and policies of her own. */
export function Permissions({ owner, name }: PermissionsProps) {
  return (
    <SpaceBetween size="l">
      <AttachedPolicies name={name} arn={owner.arn} />
      <InlinePolicies name={name} arn={owner.arn} base={owner.base} />
    </SpaceBetween>
  )
}
