import { managedPolicies, type ManagedPolicy } from '../../../authz/managed-policies.ts'
import { nameKey } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page, type Position } from '../../paging.ts'
import { attachmentsOf, describePolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html */
export const ListPolicies = operation('iam', 'ListPolicies', {
  access: 'List',
  missing: "only AWS's own policies that can be attached here",
  // AWS judges it on no policy's ARN, and prints the path that was asked for.
  requires: ({ input }) => ({
    action: 'iam:ListPolicies',
    resource: '*',
    spokenAs: `policy path ${input.PathPrefix ?? '/'}`,
    target: () => undefined,
  }),

  answer({ input, caller, view, means }) {
    const { account } = caller.principal
    const { Scope: scope = 'All', OnlyAttached: onlyAttached = false, PathPrefix: prefix = '/' } = input
    // As on AWS, how a policy is used is asked only of those that are used.
    const usage = onlyAttached ? (input.PolicyUsageFilter ?? 'any') : 'none'
    // No policy is a boundary here yet: of those used as one there are none.
    const isUsed = (policy: ManagedPolicy) =>
      usage !== 'PermissionsBoundary' && attachmentsOf(policy, account, view) > 0
    // All are AWS's until accounts make their own.
    const listed = (scope === 'Local' ? [] : managedPolicies).filter(
      (policy) => policy.path.startsWith(prefix) && (!onlyAttached || isUsed(policy)),
    )
    const { rows, rest } = page(
      { operation: 'ListPolicies', account, filters: [scope, prefix, usage], input, view, means },
      {
        read: ([after]: Position = [''], limit) =>
          listed.filter((policy) => nameKey(policy.name) > after).slice(0, limit),
        positionOf: (policy) => [nameKey(policy.name)],
      },
    )
    return { Policies: rows.map((policy) => describePolicy(policy, account, view)), ...rest }
  },
})
