import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import { accessKeysByOwner, keysOf } from '../../../store/access-keys.ts'
import { accountById } from '../../../store/accounts.ts'
import { groupCount } from '../../../store/groups.ts'
import { loginProfileOf } from '../../../store/login-profiles.ts'
import { operation } from '../../operation.ts'
import { policyCountOf } from '../../../store/managed-policies.ts'
import { policiesAfter } from '../policies/list-policies.ts'
import { onAccount } from './account.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html */
export const GetAccountSummary = operation('iam', 'GetAccountSummary', {
  access: 'List',
  missing: 'only the entries of what is kept here so far',
  requires: () => onAccount('iam:GetAccountSummary'),

  answer({ caller, view, means }) {
    const { account } = caller.principal
    const root = keysOf({ account, userId: undefined })
    const rootKeys = view.get(accessKeysByOwner, root)
    // Only what this version keeps: quotas of things that are not there yet would be made up.
    return {
      SummaryMap: {
        Users: view.get(accountById, { id: account })?.users ?? 0,
        UsersQuota: means.settings.usersPerAccount,
        Groups: view.get(groupCount, { account }),
        GroupsQuota: limits.groupsPerAccount,
        GroupsPerUserQuota: limits.groupsPerUser,
        GroupPolicySizeQuota: limits.groupPolicySizeMax,
        UserPolicySizeQuota: limits.userPolicySizeMax,
        // AWS counts an account's own policies alone.
        Policies: view.get(policyCountOf, { account }),
        PoliciesQuota: limits.policiesPerAccount,
        PolicySizeQuota: limits.managedPolicySizeMax,
        PolicyVersionsInUse: policiesInUse(account, view),
        PolicyVersionsInUseQuota: limits.policyVersionsInUse,
        VersionsPerPolicyQuota: limits.versionsPerPolicy,
        AttachedPoliciesPerUserQuota: limits.attachedPoliciesPerUser,
        AttachedPoliciesPerGroupQuota: limits.attachedPoliciesPerGroup,
        AccessKeysPerUserQuota: limits.accessKeysPerUser,
        AccountAccessKeysPresent: rootKeys.length,
        AccountPasswordPresent: view.get(loginProfileOf, root) === undefined ? 0 : 1,
      },
    }
  },
})

/** The policies that an account uses, AWS's among them: of each the default version alone is in use. */
const policiesInUse = (account: AccountId, view: View): number =>
  policiesAfter(undefined, limits.policyVersionsInUse, { account, scope: 'All', prefix: '/', usage: 'used', view })
    .length
