import { operation } from '../../operation.ts'
import { page } from '../../paging.ts'
import { describeVersion, versions } from './policy-version.ts'
import { onPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html */
export const ListPolicyVersions = operation('iam', 'ListPolicyVersions', {
  access: 'List',
  requires: ({ input, caller, view }) => onPolicy('iam:ListPolicyVersions', input.PolicyArn, caller, view),

  answer({ input, target, caller, view, means }) {
    const newestFirst = versions(target, view)
    const { rows, rest } = page(
      {
        operation: 'ListPolicyVersions',
        account: caller.principal.account,
        filters: [target.id],
        input,
        view,
        means,
      },
      {
        read: (after, limit) =>
          newestFirst.filter(({ n }) => after === undefined || n < Number(after[0])).slice(0, limit),
        positionOf: ({ n }) => [String(n)],
      },
    )
    return { Versions: rows.map((version) => describeVersion(version, target.defaultVersion)), ...rest }
  },
})
