import {
  explain,
  type AuthorizationRequest,
  type Decision,
  type PolicySetName,
  type Statement,
  type StatementExplanation,
  type Unmet,
} from '@keyward/policy'
import { limits } from '../domain/limits.ts'
import type { AppliedPolicies, PolicyPlace } from './policies.ts'
import { refusalReason } from './refusal-text.ts'

/** A decision in words and places: for decoded reasons, for the simulator, and for whoever asks why. */
export interface ExplainedDecision {
  readonly effect: Decision['effect']
  /** The set that denied, the first that had to allow and did not, or the one that allowed. */
  readonly set: PolicySetName | undefined
  /** `because no identity-based policy allows the iam:GetUser action`; undefined where it is allowed. */
  readonly reason: string | undefined
  /** What each set says by itself, in the order in which AWS asks them. */
  readonly sets: readonly { readonly set: PolicySetName; readonly effect: Decision['effect'] }[]
  /** Those that matched, those that nearly did, then others that speak of the action. */
  readonly statements: readonly ExplainedStatement[]
  /** How many more there are that do not speak of the action, or have no room here. */
  readonly otherStatements: number
  /** Keys that the call did not have and that statements ask for which otherwise match. */
  readonly missingContextKeys: readonly string[]
}

/** A statement, where it stands, and what of it did not match. */
export interface ExplainedStatement extends StatementPlace {
  readonly set: PolicySetName
  readonly effect: 'Allow' | 'Deny'
  readonly matched: boolean
  readonly unmet: readonly Unmet[]
}

/** Where a statement stands: in which policy, at which place of its document, on which lines. */
export interface StatementPlace {
  /** Undefined where nothing tells: the caller of the package knows it. */
  readonly policy: PolicyPlace | undefined
  readonly sid: string | undefined
  readonly index: number
  /** Counted from 1. */
  readonly line: number
  readonly column: number
  /** In UTF-16 units of the document's text. */
  readonly offset: number
  readonly length: number
}

export const placeOf = (policy: PolicyPlace | undefined, { sid, span }: Statement, index: number): StatementPlace => ({
  policy,
  sid,
  index,
  line: span.line,
  column: span.column,
  offset: span.offset,
  length: span.length,
})

/** Explains a decision by the policies that apply. Slow: it looks at every part of every statement. */
export function explainDecision(
  { sets, sources }: Pick<AppliedPolicies, 'sets' | 'sources'>,
  request: AuthorizationRequest,
): ExplainedDecision {
  const explanation = explain(sets, request)
  const { effect, set } = explanation.decision
  const near = explanation.statements
    .filter(({ unmet }) => unmet.every(({ part }) => part !== 'Action'))
    .toSorted((a, b) => a.unmet.length - b.unmet.length)
  const statements = near.slice(0, limits.explainedStatementsMax).flatMap((one) => explained(one))
  return {
    effect,
    set,
    reason: effect === 'Allow' ? undefined : refusalReason({ effect, set }, request.action).trim(),
    sets: explanation.sets.map(({ set, effect }) => ({ set, effect })),
    statements,
    otherStatements: explanation.statements.length - statements.length,
    missingContextKeys: explanation.missingContextKeys,
  }

  function explained({ name, effect, matched, unmet }: StatementExplanation): readonly ExplainedStatement[] {
    // Levels of service control policies stand one behind the other, as their names count them.
    const written = sets[name.set]?.flat()[name.policy]?.document.statements[name.statement]
    if (written === undefined) return []
    const place = placeOf(sources[name.set]?.[name.policy], written, name.statement)
    return [{ set: name.set, ...place, effect, matched, unmet }]
  }
}
