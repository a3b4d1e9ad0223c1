import { evaluate, type Decision } from '@keyward/policy'
import type { View } from '../directory/view.ts'
import type { CallFacts, Caller } from '../domain/caller.ts'
import { ServiceError } from '../errors.ts'
import { contextOf } from './context.ts'
import { identityPolicies } from './policies.ts'
import type { Requirement } from './requirement.ts'

/** Returns where the caller may; throws AccessDenied, in AWS's words, where not. */
export function authorize(caller: Caller, facts: CallFacts, requirement: Requirement<unknown>, view: View): void {
  const { resource } = requirement
  if (resource === undefined) throw denied(caller, requirement, 'ImplicitDeny')
  // Root has no identity policies: its account is its own. What is not its account's never comes this far.
  if (caller.principal.type === 'Root') return
  const context = contextOf({ caller, facts, requirement, now: view.now })
  const identity = view.derive(identityPolicies, caller.principal.userId)
  for (const arn of [resource, ...(requirement.alsoOn ?? [])]) {
    const { effect } = evaluate({ identity }, { action: requirement.action, resource: arn, context })
    if (effect !== 'Allow') throw denied(caller, requirement, effect)
  }
}

function denied(
  { principal }: Caller,
  { action, spokenAs, withoutReason }: Requirement<unknown>,
  effect: Exclude<Decision['effect'], 'Allow'>,
): ServiceError {
  const resource = spokenAs === undefined ? '' : ` on resource: ${spokenAs}`
  const reason =
    effect === 'ExplicitDeny'
      ? ' with an explicit deny in an identity-based policy'
      : ` because no identity-based policy allows the ${action} action`
  return new ServiceError(
    'AccessDenied',
    `User: ${principal.arn} is not authorized to perform: ${action}${resource}${withoutReason === true ? '' : reason}`,
  )
}
