import { evaluate, evaluateOnEvery, type ContextValues, type Decision, type PolicySets } from '@keyward/policy'
import type { View } from '../directory/view.ts'
import type { CallFacts, Caller } from '../domain/caller.ts'
import { ServiceError } from '../errors.ts'
import { contextOf, isOfResource } from './context.ts'
import { policiesOn } from './policies.ts'
import { refusalReason } from './refusal-text.ts'
import type { Permission, Requirement } from './requirement.ts'

/** Returns where the caller may; throws AccessDenied, in AWS's words, where not. */
export function authorize(caller: Caller, facts: CallFacts, requirement: Requirement<unknown>, view: View): void {
  const permissions = [requirement, ...(requirement.further ?? [])]
  const absent = permissions.find((permission) => permission.resource === undefined)
  if (absent !== undefined) throw denied(caller, absent, requirement, { effect: 'ImplicitDeny', statements: [] })
  // Root has no identity policies and no boundary: its account is its own. What is not its account's never comes this far.
  if (caller.principal.type === 'Root') return
  const context = contextOf({ caller, facts, requirement, view })
  for (const permission of permissions) {
    const { sets, fault } = policiesOn(permission.action, caller.principal, view)
    const decision = decide(permission, sets, context)
    if (decision.effect !== 'Allow') throw denied(caller, permission, requirement, decision, fault)
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
  return decide(permission, policiesOn(permission.action, caller.principal, view).sets, context).effect === 'Allow'
}

function decide({ action, resource = '', onEvery }: Permission, sets: PolicySets, context: ContextValues): Decision {
  if (onEvery !== true) return evaluate(sets, { action, resource, context })
  return evaluateOnEvery(sets, { action, resourcesUnder: resource.slice(0, -1), context, isOfResource })
}

function denied(
  { principal }: Caller,
  { action, spokenAs }: Permission,
  { withoutReason }: Requirement<unknown>,
  decision: Decision,
  fault?: string,
): ServiceError {
  const resource = spokenAs === undefined ? '' : ` on resource: ${spokenAs}`
  const reason = withoutReason === true ? '' : refusalReason(decision, action)
  return new ServiceError(
    'AccessDenied',
    `User: ${principal.arn} is not authorized to perform: ${action}${resource}${reason}`,
    // The caller hears which kind refused; why it allows nothing is for the log.
    fault === undefined ? {} : { cause: new Error(fault) },
  )
}
