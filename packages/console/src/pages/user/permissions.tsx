import SpaceBetween from '@cloudscape-design/components/space-between'
import { AttachedPolicies } from '../../parts/permissions/attached-policies.tsx'
import type { Identity } from '../../parts/permissions/identity.ts'
import { InlinePolicies } from '../../parts/permissions/inline-policies.tsx'

/** What a user may do: policies attached to her, and policies of her own. */
export function Permissions({ identity }: { readonly identity: Identity }) {
  return (
    <SpaceBetween size="l">
      <AttachedPolicies identity={identity} />
      <InlinePolicies identity={identity} />
    </SpaceBetween>
  )
}
