import { evaluate, evaluateOnEvery, type CompiledPolicy, type ContextValues, type Decision } from '@keyward/policy'
import type { View } from '../directory/view.ts'
import type { CallFacts, Caller } from '../domain/caller.ts'
import { ServiceError } from '../errors.ts'
import { contextOf, isOfResource } from './context.ts'
import { policiesOn } from './policies.ts'
import type { Permission, Requirement } from './requirement.ts'

/** Returns where the caller may; throws AccessDenied, in AWS's words, where not. */
export function authorize(caller: Caller, facts: CallFacts, requirement: Requirement<unknown>, view: View): void {
  const permissions = [requirement, ...(requirement.further ?? [])]
  const absent = permissions.find((permission) => permission.resource === undefined)
  if (absent !== undefined) throw denied(caller, absent, requirement, 'ImplicitDeny')
  // Root has no identity policies: its account is its own. What is not its account's never comes this far.
  if (caller.principal.type === 'Root') return
  const context = contextOf({ caller, facts, requirement, view })
  for (const permission of permissions) {
    const effect = decide(permission, policiesOn(permission.action, caller.principal, view), context)
    if (effect !== 'Allow') throw denied(caller, permission, requirement, effect)
  }
}

/** Would the caller be allowed? For parts of an answer that may be left out; it refuses nothing. */
export function isAllowed(
  caller: Caller,
  facts: CallFacts,
  permission: Permission & Pick<Requirement<unknown>, 'resourceTags'>,
  view: View,
): boolean {
  if (caller.principal.type === 'Root') return true
  const context = contextOf({ caller, facts, requirement: { ...permission, target: () => undefined }, view })
  return decide(permission, policiesOn(permission.action, caller.principal, view), context) === 'Allow'
}

function decide(
  { action, resource = '', onEvery }: Permission,
  identity: readonly CompiledPolicy[],
  context: ContextValues,
): Decision['effect'] {
  if (onEvery !== true) return evaluate({ identity }, { action, resource, context }).effect
  return evaluateOnEvery({ identity }, { action, resourcesUnder: resource.slice(0, -1), context, isOfResource }).effect
}

function denied(
  { principal }: Caller,
  { action, spokenAs }: Permission,
  { withoutReason }: Requirement<unknown>,
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
