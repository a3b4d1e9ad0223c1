import { type CompiledPolicy, type CompiledStatement, type ResourceMatcher, type StatementIndex } from './compile.ts'
import { conditionHolds } from './conditions/condition.ts'
import {
  type Decision,
  levelsOf,
  type PolicySetName,
  type PolicySets,
  setOrder,
  type StatementName,
} from './decision.ts'
import { actionMatches } from './matching.ts'
import { matchesAllBehind, unitsMatchAllBehind } from './pattern.ts'
import { isRoot, ownsPolicies } from './principals/account.ts'
import { type RequestPrincipal } from './principals/request-principal.ts'
import { resolveUnits } from './template-pattern.ts'
import { type ContextValues } from './variables.ts'

/** What is to be done to every resource of a kind, now and later, within the principal's account. */
export interface SweepingRequest {
  readonly action: string
  /** `arn:aws:iam::123456789012:user/`: the resources are all that begin so and go on. */
  readonly resourcesUnder: string
  readonly context: ContextValues
  /** Absent: a user. */
  readonly principal?: RequestPrincipal
  /** Answers whether a key, by its name in lower case, may differ from resource to resource: its tags. */
  isOfResource(key: string): boolean
}

/**
 * Decides for all resources at once, on the side of caution: where this allows, `evaluate` allows on each of them. Any Deny on the action,
 * in any set, denies, whatever its principals, resources and conditions. An Allow counts where its Resource matches every one of them and
 * nothing it asked for is the resource's own; NotResource never counts, and what a resource's own policy allows never does.
 */
export function evaluateOnEvery(sets: PolicySets, request: SweepingRequest): Decision {
  for (const set of setOrder) {
    const statements = named(set, levelsOf(set, sets)?.flat() ?? [], 'deny', request.action, () => true)
    if (statements.length > 0) return { effect: 'ExplicitDeny', set, statements }
  }
  return withoutDeny(sets, request)
}

function withoutDeny(sets: PolicySets, request: SweepingRequest): Decision {
  const { principal, action } = request
  const allows = (set: PolicySetName, policies: readonly CompiledPolicy[]) =>
    named(set, policies, 'allow', action, (statement) => appliesToAll(statement, request))
  if (!ownsPolicies(principal)) return { effect: 'ImplicitDeny', set: 'resource', statements: [] }
  const root = isRoot(principal)
  for (const set of ['resourceControl', 'serviceControl', 'identity', 'boundary', 'session'] as const) {
    if (root && (set === 'identity' || set === 'boundary')) continue
    const levels = levelsOf(set, sets) ?? (set === 'session' && principal?.type === 'FederatedUser' ? [[]] : [])
    if (levels.some((policies) => allows(set, policies).length === 0))
      return { effect: 'ImplicitDeny', set, statements: [] }
  }
  if (root) return { effect: 'Allow', statements: [] }
  return { effect: 'Allow', set: 'identity', statements: allows('identity', sets.identity) }
}

function named(
  set: PolicySetName,
  policies: readonly CompiledPolicy[],
  effect: 'allow' | 'deny',
  action: string,
  counts: (statement: CompiledStatement) => boolean,
): readonly StatementName[] {
  return policies.flatMap((compiled, policy) =>
    onAction(compiled[effect], action.toLowerCase())
      .filter(counts)
      .map(({ index }) => ({ set, policy, statement: index }))
      .sort((a, b) => a.statement - b.statement),
  )
}

function onAction({ byAction, byService, anyService }: StatementIndex, action: string): readonly CompiledStatement[] {
  const candidates = new Set([
    ...(byAction.get(action) ?? []),
    ...(byService.get(action.slice(0, action.indexOf(':'))) ?? []),
    ...anyService,
  ])
  return [...candidates].filter((statement) => actionMatches(statement.action, action))
}

function appliesToAll({ resource, conditions }: CompiledStatement, request: SweepingRequest): boolean {
  let differs = false
  const context: ContextValues = {
    get(key) {
      if (!request.isOfResource(key)) return request.context.get(key)
      differs = true
      return undefined
    },
  }
  const applies =
    coversAll(resource, request.resourcesUnder, context) &&
    conditions.every((condition) => conditionHolds(condition, context))
  return applies && !differs
}

function coversAll({ negated, patterns, templates }: ResourceMatcher, start: string, context: ContextValues): boolean {
  if (negated) return false
  if (patterns.some((pattern) => matchesAllBehind(pattern, start))) return true
  return templates.some(({ template }) => {
    const units = resolveUnits(template, context, start.length + 1)
    return units !== undefined && unitsMatchAllBehind(units, start)
  })
}
