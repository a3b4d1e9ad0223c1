import { type CompiledPolicy, type CompiledStatement, type ResourceMatcher, type StatementIndex } from './compile.ts'
import { conditionHolds } from './conditions/condition.ts'
import { type Decision, type PolicySets, type StatementName } from './evaluate.ts'
import { matchesAllBehind, matchesPattern, unitsMatchAllBehind } from './pattern.ts'
import { resolveUnits } from './template-pattern.ts'
import { type ContextValues } from './variables.ts'

/** What is to be done to every resource of a kind, now and later. */
export interface SweepingRequest {
  readonly action: string
  /** `arn:aws:iam::123456789012:user/`: the resources are all that begin so and go on. */
  readonly resourcesUnder: string
  readonly context: ContextValues
  /** Answers whether a key, by its name in lower case, may differ from resource to resource: its tags. */
  isOfResource(key: string): boolean
}

/**
 * Decides for all resources at once, on the side of caution: where this allows, `evaluate` allows on each of them. Any Deny on the action
 * denies, whatever its resources and conditions. An Allow counts where its Resource matches every one of them and nothing it asked
 * for is the resource's own; NotResource never counts.
 */
export function evaluateOnEvery({ identity }: PolicySets, request: SweepingRequest): Decision {
  const denies = named(identity, 'deny', request.action, () => true)
  if (denies.length > 0) return { effect: 'ExplicitDeny', set: 'identity', statements: denies }
  const allows = named(identity, 'allow', request.action, (statement) => appliesToAll(statement, request))
  if (allows.length > 0) return { effect: 'Allow', set: 'identity', statements: allows }
  return { effect: 'ImplicitDeny', statements: [] }
}

function named(
  policies: readonly CompiledPolicy[],
  effect: 'allow' | 'deny',
  action: string,
  counts: (statement: CompiledStatement) => boolean,
): readonly StatementName[] {
  return policies.flatMap((compiled, policy) =>
    onAction(compiled[effect], action.toLowerCase())
      .filter(counts)
      .map(({ index }) => ({ policy, statement: index }))
      .sort((a, b) => a.statement - b.statement),
  )
}

function onAction({ byAction, byService, anyService }: StatementIndex, action: string): readonly CompiledStatement[] {
  const candidates = new Set([
    ...(byAction.get(action) ?? []),
    ...(byService.get(action.slice(0, action.indexOf(':'))) ?? []),
    ...anyService,
  ])
  return [...candidates].filter(({ action: { negated, names, patterns } }) => {
    return (names.has(action) || patterns.some((pattern) => matchesPattern(pattern, action))) !== negated
  })
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
    const units = resolveUnits(template, context)
    return units !== undefined && unitsMatchAllBehind(units, start)
  })
}
