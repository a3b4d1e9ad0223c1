import { type CompiledPolicy } from './compile.ts'
import {
  type AuthorizationRequest,
  type Decision,
  type PolicySetName,
  type PolicySets,
  type StatementName,
} from './decision.ts'
import { type Call, callOf, matching } from './matching.ts'
import { closeness, closenessOf, isDenied, type Closeness } from './principals/match.ts'
import { isOfAnotherAccount, isRoot, ownsPolicies } from './principals/account.ts'

/**
 * Decides a request. A matching Deny wins over every Allow; without an Allow from each set that must give one the answer is no.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluate(sets: PolicySets, request: AuthorizationRequest): Decision {
  const call = callOf(request)
  return explicitDeny(sets, call) ?? withoutDeny(sets, call)
}

/** The first set, in AWS's order, in which a Deny matches. */
function explicitDeny(sets: PolicySets, call: Call): Decision | undefined {
  const { identity, boundary, session, resource, serviceControl, resourceControl } = sets
  return (
    (resourceControl && denyOfLevels('resourceControl', resourceControl, call)) ??
    (serviceControl && denyOfLevels('serviceControl', serviceControl, call)) ??
    (resource && denyOfResource(resource, call, boundary !== undefined)) ??
    denyOf('identity', identity, call) ??
    (boundary && denyOf('boundary', boundary, call)) ??
    (session && denyOf('session', session, call))
  )
}

function denyOf(set: PolicySetName, policies: readonly CompiledPolicy[], call: Call): Decision | undefined {
  const statements = matching(set, policies, 'deny', call)
  return statements && { effect: 'ExplicitDeny', set, statements }
}

function denyOfLevels(set: PolicySetName, levels: Levels, call: Call): Decision | undefined {
  return denyOf(set, levels.flat(), call)
}

function denyOfResource(policies: readonly CompiledPolicy[], call: Call, hasBoundary: boolean): Decision | undefined {
  const { principal, resourceAccount: account } = call.request
  const denied = { principal, account, hasBoundary }
  const statements = matching('resource', policies, 'deny', call, (names) => isDenied(names, denied))
  return statements && { effect: 'ExplicitDeny', set: 'resource', statements }
}

/** Decides where no Deny matches: who must allow, in AWS's order, and the first that does not. */
function withoutDeny(sets: PolicySets, call: Call): Decision {
  const { resource, serviceControl, resourceControl } = sets
  const { principal, resourcePolicyDecides } = call.request
  if (resourceControl && !everyLevelAllows('resourceControl', resourceControl, call)) return silent.resourceControl
  const owner = ownsPolicies(principal)
  // A service, an identity provider or nobody at all is under no organization's control.
  if (serviceControl && owner && !everyLevelAllows('serviceControl', serviceControl, call)) return silent.serviceControl
  const resourceMustAllow = resourcePolicyDecides === true || isOfAnotherAccount(call.request) || !owner
  const grant = resource && strongestGrant(resource, call)
  if (!grant) return resourceMustAllow ? silent.resource : bySelf(sets, call)
  return owner ? byGrant(grant, sets, call) : allowedBy(grant)
}

/** What a resource's policy grants spares some sets within its account, by whom it names, and none across accounts. */
function byGrant(grant: Grant, sets: PolicySets, call: Call): Decision {
  const { principal, resourcePolicyDecides } = call.request
  if (grant.closeness === closeness.account || isOfAnotherAccount(call.request)) {
    return isRoot(principal) ? (sessionOf(sets, call) ?? allowedBy(grant)) : bySelf(sets, call)
  }
  if (grant.closeness === closeness.entity) return boundaryOf(sets, call) ?? sessionOf(sets, call) ?? allowedBy(grant)
  if (principal?.type !== 'User') return allowedBy(grant)
  // AWS's guide to trust policies: a user who is named may still be stopped by its boundary. Of other resources it says the opposite.
  const stopped = resourcePolicyDecides === true ? boundaryOf(sets, call) : undefined
  // AWS knows no session of a user with a policy of its own; were there one, it would be there to limit.
  return stopped ?? sessionOf(sets, call) ?? allowedBy(grant)
}

function allowedBy({ statements }: Grant): Decision {
  return { effect: 'Allow', set: 'resource', statements }
}

/** What the policies of who asks say by themselves: identity, boundary and session must all allow. */
function bySelf(sets: PolicySets, call: Call): Decision {
  // Root has no identity policies and no boundary: its account is its own.
  if (isRoot(call.request.principal)) return sessionOf(sets, call) ?? allowedAsRoot
  const statements = matching('identity', sets.identity, 'allow', call)
  if (!statements) return silent.identity
  return boundaryOf(sets, call) ?? sessionOf(sets, call) ?? { effect: 'Allow', set: 'identity', statements }
}

/** The refusal of a boundary that does not allow. */
function boundaryOf({ boundary }: PolicySets, call: Call): Decision | undefined {
  return boundary && !matching('boundary', boundary, 'allow', call) ? silent.boundary : undefined
}

/** The refusal of session policies that do not allow. A federated user without any may do nothing. */
function sessionOf({ session }: PolicySets, call: Call): Decision | undefined {
  if (!session) return call.request.principal?.type === 'FederatedUser' ? silent.session : undefined
  return matching('session', session, 'allow', call) ? undefined : silent.session
}

type Levels = readonly (readonly CompiledPolicy[])[]

function everyLevelAllows(set: PolicySetName, levels: Levels, call: Call): boolean {
  return levels.every((policies) => matching(set, policies, 'allow', call) !== undefined)
}

/** How closely a resource's policies grant the call, and the statements that grant it so closely. */
interface Grant {
  readonly closeness: Closeness
  readonly statements: readonly StatementName[]
}

const closest = [closeness.caller, closeness.entity, closeness.account] as const

function strongestGrant(policies: readonly CompiledPolicy[], call: Call): Grant | undefined {
  const { principal } = call.request
  for (const least of closest) {
    const statements = matching('resource', policies, 'allow', call, (names) => closenessOf(names, principal) >= least)
    if (statements) return { closeness: least, statements }
  }
  return undefined
}

const allowedAsRoot: Decision = { effect: 'Allow', statements: [] }

const silent = {
  identity: { effect: 'ImplicitDeny', set: 'identity', statements: [] },
  boundary: { effect: 'ImplicitDeny', set: 'boundary', statements: [] },
  session: { effect: 'ImplicitDeny', set: 'session', statements: [] },
  resource: { effect: 'ImplicitDeny', set: 'resource', statements: [] },
  serviceControl: { effect: 'ImplicitDeny', set: 'serviceControl', statements: [] },
  resourceControl: { effect: 'ImplicitDeny', set: 'resourceControl', statements: [] },
} as const satisfies Record<PolicySetName, Decision>
