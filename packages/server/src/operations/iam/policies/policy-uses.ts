import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import type { StoredPolicy } from '../../../store/managed-policies.ts'
import type { PolicyUsage } from '../../../store/policy-pages.ts'
import { policyUses, type PolicyUses } from '../../../store/policy-uses.ts'

/** How an account uses these policies, by their ARNs. */
export const usesIn = (
  account: AccountId,
  policies: readonly StoredPolicy[],
  view: View,
): ((arn: string) => PolicyUses) =>
  view.get(policyUses, { account, arns: JSON.stringify(policies.map((policy) => policy.arn)) })

export const isUsed = ({ attachments, boundaries }: PolicyUses, usage: PolicyUsage): boolean =>
  (usage !== 'PermissionsBoundary' && attachments > 0) || (usage !== 'PermissionsPolicy' && boundaries > 0)
