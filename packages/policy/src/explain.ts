import { type CompiledPolicy, type CompiledStatement } from './compile.ts'
import { conditionHolds } from './conditions/condition.ts'
import { printOperator } from './conditions/operators.ts'
import { type AskedKey, firstSpellings, keysOfCondition, keysOfResource } from './context-keys.ts'
import {
  type AuthorizationRequest,
  type Decision,
  levelsOf,
  type PolicySetName,
  type PolicySets,
  type StatementName,
  setOrder,
} from './decision.ts'
import { type PolicyVersion, type Statement } from './document.ts'
import { evaluate } from './evaluate.ts'
import { actionMatches, callOf, type PrincipalTest, resourceMatches } from './matching.ts'
import { closeness, closenessOf, isDenied } from './principals/match.ts'

/** Why a decision is what it is. */
export interface Explanation {
  readonly decision: Decision
  /** What each set says by itself, in AWS's order. Service and resource control allow where every level does. */
  readonly sets: readonly SetExplanation[]
  /** Every statement of every policy of every set, in the same order. */
  readonly statements: readonly StatementExplanation[]
  /** Keys that the request does not have and that statements ask for which otherwise match, as the policies spell them. */
  readonly missingContextKeys: readonly string[]
}

export interface SetExplanation {
  readonly set: PolicySetName
  readonly effect: Decision['effect']
  readonly statements: readonly StatementName[]
}

export interface StatementExplanation {
  readonly name: StatementName
  readonly effect: 'Allow' | 'Deny'
  readonly matched: boolean
  /** The parts that did not match: one alone is a statement that nearly did. */
  readonly unmet: readonly Unmet[]
}

export type Unmet =
  | { readonly part: 'Principal' | 'Action' | 'Resource' }
  | {
      readonly part: 'Condition'
      readonly operator: string
      readonly key: string
      readonly values: readonly string[]
      /** What the request has for the key; undefined where it has nothing. */
      readonly found: string | readonly string[] | undefined
    }

/** Explains what `evaluate` decides. Slow: it looks at every statement, and at every part of it. */
export function explain(sets: PolicySets, request: AuthorizationRequest): Explanation {
  const placed = setOrder.flatMap((set) => placedIn(set, sets))
  const judged = placed.map((one) => judge(one, sets, request))
  return {
    decision: evaluate(sets, request),
    sets: setOrder.flatMap((set) => {
      const levels = levelsOf(set, sets)
      return levels ? [explainSet(set, judged, levels)] : []
    }),
    statements: judged.map(({ explanation }) => explanation),
    missingContextKeys: firstSpellings(judged.flatMap(({ missing }) => missing)),
  }
}

/** A statement with its place, its level within its set, and the document's own words. */
interface Placed {
  readonly name: StatementName
  readonly level: number
  readonly compiled: CompiledStatement
  readonly written: Statement
  readonly version: PolicyVersion
}

function placedIn(set: PolicySetName, sets: PolicySets): readonly Placed[] {
  const inLevels = (levelsOf(set, sets) ?? []).flatMap((policies, level) =>
    policies.map((policy) => ({ policy, level })),
  )
  return inLevels.flatMap(({ policy: { document, statements }, level }, policy) =>
    document.statements.flatMap((written, statement) => {
      const compiled = statements[statement]
      const name = { set, policy, statement }
      return compiled ? [{ name, level, compiled, written, version: document.version }] : []
    }),
  )
}

interface Judged {
  readonly level: number
  readonly explanation: StatementExplanation
  /** Empty where a value could not have made it match. */
  readonly missing: readonly AskedKey[]
}

function judge(placed: Placed, sets: PolicySets, request: AuthorizationRequest): Judged {
  const { name, level, compiled, written, version } = placed
  const { context } = request
  const lacking = (keys: readonly AskedKey[]) =>
    keys.filter(({ key, hasDefault }) => !hasDefault && context.get(key) === undefined)

  const unmet: Unmet[] = []
  const missing: AskedKey[] = []
  let hopeless = false
  if (!principalTest(placed, sets, request)(compiled.principals)) {
    unmet.push({ part: 'Principal' })
    hopeless = true
  }
  if (!actionMatches(compiled.action, callOf(request).action)) {
    unmet.push({ part: 'Action' })
    hopeless = true
  }
  const ofResource = lacking(keysOfResource(written, version))
  missing.push(...ofResource)
  if (!resourceMatches(compiled.resource, request.resource, context)) {
    unmet.push({ part: 'Resource' })
    hopeless ||= ofResource.length === 0
  }
  written.conditions.forEach((condition, at) => {
    const { operator, key, values } = condition
    const test = compiled.conditions[at]
    const ofCondition = lacking(keysOfCondition(condition, version))
    const holds = test !== undefined && conditionHolds(test, context)
    // Null asks whether a key is there: that it is not may be the answer it wants.
    if (operator.comparison !== 'Null' || !holds) missing.push(...ofCondition)
    if (holds) return
    unmet.push({
      part: 'Condition',
      operator: printOperator(operator),
      key,
      values,
      found: context.get(test?.key ?? ''),
    })
    hopeless ||= ofCondition.length === 0
  })
  const explanation = { name, effect: written.effect, matched: unmet.length === 0, unmet }
  return { level, explanation, missing: hopeless ? [] : missing }
}

function principalTest({ name, written }: Placed, sets: PolicySets, request: AuthorizationRequest): PrincipalTest {
  const { principal, resourceAccount: account } = request
  if (name.set !== 'resource') return () => true
  if (written.effect === 'Allow') return (names) => closenessOf(names, principal) !== closeness.none
  return (names) => isDenied(names, { principal, account, hasBoundary: sets.boundary !== undefined })
}

function explainSet(
  set: PolicySetName,
  judged: readonly Judged[],
  levels: readonly (readonly CompiledPolicy[])[],
): SetExplanation {
  const matched = judged.filter(({ explanation }) => explanation.name.set === set && explanation.matched)
  const namesOf = (effect: Statement['effect']) =>
    matched.filter(({ explanation }) => explanation.effect === effect).map(({ explanation }) => explanation.name)
  const denies = namesOf('Deny')
  if (denies.length > 0) return { set, effect: 'ExplicitDeny', statements: denies }
  const allowing = new Set(matched.map(({ level }) => level))
  if (levels.some((_, level) => !allowing.has(level))) return { set, effect: 'ImplicitDeny', statements: [] }
  return { set, effect: 'Allow', statements: namesOf('Allow') }
}
