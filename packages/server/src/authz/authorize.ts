import { evaluate, evaluateOnEvery, type ContextValues, type Decision, type PolicySets } from '@keyward/policy'
import type { View } from '../directory/view.ts'
import { uniqueId, type CallFacts, type Caller } from '../domain/caller.ts'
import { ServiceError } from '../errors.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { sealReason } from './authorization-message.ts'
import type { Subject } from './context-keys.ts'
import { contextOf, isOfResource } from './context.ts'
import { policiesOn, type AppliedPolicies } from './policies.ts'
import { refusalReason } from './refusal-text.ts'
import type { Permission, Requirement } from './requirement.ts'

/** Returns where the caller may; throws AccessDenied, in AWS's words, where not, with the reason sealed. */
export function authorize(
  caller: Caller,
  facts: CallFacts,
  requirement: Requirement<unknown>,
  view: View,
  keyRing: KeyRing,
): void {
  const permissions = [requirement, ...(requirement.further ?? [])]
  const subject = { caller, facts, requirement, view }
  const absent = permissions.find((permission) => permission.resource === undefined)
  if (absent !== undefined) throw denied(subject, absent, unheardOf, keyRing)
  if (caller.principal.type !== 'Root') {
    const context = contextOf(subject)
    for (const permission of permissions) {
      const applied = policiesOn(permission.action, caller.principal, view)
      const decision = decide(permission, applied.sets, context)
      if (decision.effect !== 'Allow') throw denied(subject, permission, { decision, applied }, keyRing)
    }
  }
  // Root has no identity policies and no boundary: its account is its own. What is not its account's is its owner's to allow.
  if (requirement.isForeign === true) throw denied(subject, requirement, byOwner, keyRing)
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

/** A decision against the caller, and the policies it was made by. */
interface Refused {
  readonly decision: Decision
  readonly applied: AppliedPolicies | undefined
}

const unheardOf: Refused = { decision: { effect: 'ImplicitDeny', statements: [] }, applied: undefined }

const byOwner: Refused = { decision: { effect: 'ImplicitDeny', set: 'resource', statements: [] }, applied: undefined }

function denied(
  subject: Subject,
  { action, resource = '', spokenAs, onEvery }: Permission,
  { decision, applied }: Refused,
  keyRing: KeyRing,
): ServiceError {
  const { caller, requirement, view } = subject
  const { principal } = caller
  const spoken = spokenAs === undefined ? '' : ` on resource: ${spokenAs}`
  const sentence = `User: ${principal.arn} is not authorized to perform: ${action}${spoken}`
  // The caller hears which kind refused; why it allows nothing is for the log.
  const cause = applied?.fault === undefined ? undefined : new Error(applied.fault)
  if (requirement.withoutReason === true) return new ServiceError('AccessDenied', sentence, { cause })
  const refusal = {
    account: principal.account,
    principalId: uniqueId(principal),
    action,
    resource,
    onEvery: onEvery === true,
  }
  const context = contextOf(subject)
  return new ServiceError('AccessDenied', sentence + refusalReason(decision, action), {
    sealedReason: sealReason({ ...refusal, decision, applied, context, at: view.now }, keyRing, view),
    cause,
  })
}
