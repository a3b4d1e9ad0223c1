import { managedPolicies } from '../../../authz/managed-policies.ts'
import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import type { StoredPolicy } from '../../../store/managed-policies.ts'
import { policiesFrom, type PolicyUsage } from '../../../store/policy-pages.ts'
import { nameKey } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page, type Position } from '../../paging.ts'
import { isUsed, usesIn } from './policy-uses.ts'
import { describePolicy, isBuiltIn } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html */
export const ListPolicies = operation('iam', 'ListPolicies', {
  access: 'List',
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
    const usage: PolicyUsage = onlyAttached ? (input.PolicyUsageFilter ?? 'used') : 'all'
    const { rows, rest } = page(
      { operation: 'ListPolicies', account, filters: [scope, prefix, usage], input, view, means },
      { read: (after, limit) => policiesAfter(after, limit, { account, scope, prefix, usage, view }), positionOf },
    )
    const uses = usesIn(account, rows, view)
    return { Policies: rows.map((policy) => describePolicy(policy, uses(policy.arn))), ...rest }
  },
})

interface Listed {
  readonly account: AccountId
  readonly scope: 'All' | 'AWS' | 'Local'
  readonly prefix: string
  readonly usage: PolicyUsage
  readonly view: View
}

/** By name without regard to case; where AWS and the account have a policy of one name, AWS's first. */
const positionOf = ({ name, account }: StoredPolicy): Position => [nameKey(name), account === 'aws' ? '0' : '1']

const isAfter = ([name, owner = '']: Position, [otherName, otherOwner = '']: Position): boolean =>
  name > otherName || (name === otherName && owner > otherOwner)

/** Of those in the program and those in the database, in one order. */
export function policiesAfter(
  after: Position = [''],
  limit: number,
  { account, scope, prefix, usage, view }: Listed,
): readonly StoredPolicy[] {
  const stored = (['aws', account] as const)
    .filter((owner) => scope === 'All' || (scope === 'AWS') === (owner === 'aws'))
    .flatMap((owner) =>
      view.get(policiesFrom, {
        account: owner,
        usedIn: account,
        usage,
        from: prefix,
        // Paths are printable ASCII: everything that begins with the prefix sorts before it with this behind.
        to: `${prefix}\u007f`,
        start: after[0],
        // One more: the first may be the one that the list is to go on after.
        limit: limit + 1,
      }),
    )
  // One that an operator added before it came with the program is shown once.
  const added = stored.filter((policy) => !isBuiltIn(policy))
  return [...(scope === 'Local' ? [] : builtIn({ account, prefix, usage, view })), ...added]
    .filter((policy) => isAfter(positionOf(policy), after))
    .toSorted((a, b) => (isAfter(positionOf(a), positionOf(b)) ? 1 : -1))
    .slice(0, limit)
}

function builtIn({ account, prefix, usage, view }: Omit<Listed, 'scope'>): readonly StoredPolicy[] {
  const under = managedPolicies.filter((policy) => policy.path.startsWith(prefix))
  if (usage === 'all') return under
  const uses = usesIn(account, under, view)
  return under.filter(({ arn }) => isUsed(uses(arn), usage))
}
