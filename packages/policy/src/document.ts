import { type ConditionOperator } from './conditions/operators.ts'
import { type Span } from './errors.ts'

/** Policy variables exist from 2012-10-17 on; a document without a version counts as 2008-10-17. */
export type PolicyVersion = '2008-10-17' | '2012-10-17'

/** A policy that passed every check of its kind. */
export interface PolicyDocument {
  readonly version: PolicyVersion
  readonly id?: string
  readonly statements: readonly Statement[]
}

export interface Statement {
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
  /** Absent from policies of an identity, a boundary or a session: they speak of whoever has them. */
  readonly principal?: PrincipalMatcher
  readonly action: Matcher
  /** Absent from trust policies: they speak of the role that has them. */
  readonly resource?: Matcher
  readonly conditions: readonly Condition[]
  readonly span: Span
}

/** Action or Resource; negated, NotAction or NotResource. */
export interface Matcher {
  readonly negated: boolean
  readonly values: readonly string[]
}

/** Principal; negated, NotPrincipal. */
export interface PrincipalMatcher {
  readonly negated: boolean
  readonly values: readonly PrincipalName[]
}

/** One principal as written. The type `*` is everyone: `"Principal": "*"`, which no other type can say. */
export interface PrincipalName {
  readonly type: PrincipalType
  readonly value: string
}

export type PrincipalType = 'AWS' | 'CanonicalUser' | 'Federated' | 'Service' | '*'

/** One operator on one key. All conditions of a statement must hold. */
export interface Condition {
  readonly operator: ConditionOperator
  readonly key: string
  readonly values: readonly string[]
}
