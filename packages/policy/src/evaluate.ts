import {
  type ActionMatcher,
  type CompiledPolicy,
  type CompiledStatement,
  type ResourceMatcher,
  type StatementIndex,
} from './compile.ts'
import { conditionHolds } from './conditions/condition.ts'
import { matchesPattern, type Pattern } from './pattern.ts'
import { matchesTemplate } from './template-pattern.ts'
import { type ContextValues, resolvable } from './variables.ts'

/** What is to be done to what: `iam:CreateUser`, and an ARN or `*`. */
export interface AuthorizationRequest {
  readonly action: string
  readonly resource: string
  readonly context: ContextValues
}

/** The policies that apply to a request, by the part they play. */
export interface PolicySets {
  readonly identity: readonly CompiledPolicy[]
}

/** A statement by its policy's place in the set and its own place in the document. */
export interface StatementName {
  readonly policy: number
  readonly statement: number
}

/** The outcome, the set that decided it and every statement of that set that did. */
export type Decision = {
  readonly effect: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny'
  readonly set?: keyof PolicySets
  readonly statements: readonly StatementName[]
}

const implicitDeny: Decision = { effect: 'ImplicitDeny', statements: [] }

/** Decides a request: a matching Deny wins over every Allow, and without an Allow the answer is no. */
export function evaluate({ identity }: PolicySets, request: AuthorizationRequest): Decision {
  const action = request.action.toLowerCase()
  const service = action.slice(0, action.indexOf(':'))
  const denies = matching(identity, 'deny', action, service, request)
  if (denies) return { effect: 'ExplicitDeny', set: 'identity', statements: denies }
  const allows = matching(identity, 'allow', action, service, request)
  if (allows) return { effect: 'Allow', set: 'identity', statements: allows }
  return implicitDeny
}

function matching(
  policies: readonly CompiledPolicy[],
  effect: 'allow' | 'deny',
  action: string,
  service: string,
  request: AuthorizationRequest,
): readonly StatementName[] | undefined {
  let found: StatementName[] | undefined
  for (let policy = 0; policy < policies.length; policy += 1) {
    const index: StatementIndex | undefined = policies[policy]?.[effect]
    if (!index) continue
    for (const statement of index.byAction.get(action) ?? none) {
      if (applies(statement, request)) found = withName(found, policy, statement.index)
    }
    for (const statement of index.byService.get(service) ?? none) {
      // One that names the action in full as well has been judged above.
      if (statement.action.names.has(action) || !anyMatches(statement.action.patterns, action)) continue
      if (applies(statement, request)) found = withName(found, policy, statement.index)
    }
    for (const statement of index.anyService) {
      if (statement.action.negated && isNamed(statement.action, action)) continue
      if (applies(statement, request)) found = withName(found, policy, statement.index)
    }
  }
  return found
}

const none: readonly CompiledStatement[] = []

/** Adds a statement at its place in the order of policies and documents. */
function withName(found: StatementName[] | undefined, policy: number, statement: number): StatementName[] {
  const name = { policy, statement }
  if (!found) return [name]
  let at = found.length
  for (let before = found[at - 1]; before && follows(before, name); before = found[at - 1]) at -= 1
  if (at === found.length) found.push(name)
  else found.splice(at, 0, name)
  return found
}

function follows(a: StatementName, b: StatementName): boolean {
  return a.policy === b.policy && a.statement > b.statement
}

function isNamed({ names, patterns }: ActionMatcher, action: string): boolean {
  return names.has(action) || anyMatches(patterns, action)
}

function anyMatches(patterns: readonly Pattern[], text: string): boolean {
  for (const pattern of patterns) if (matchesPattern(pattern, text)) return true
  return false
}

function applies({ resource, conditions }: CompiledStatement, request: AuthorizationRequest): boolean {
  if (!resourceMatches(resource, request)) return false
  for (const condition of conditions) if (!conditionHolds(condition, request.context)) return false
  return true
}

function resourceMatches({ negated, patterns, templates }: ResourceMatcher, request: AuthorizationRequest): boolean {
  const { resource, context } = request
  if (anyMatches(patterns, resource)) return !negated
  for (const pattern of templates) {
    // A variable without a value makes a whole NotResource unusable: what it meant to spare is unknown.
    if (negated && !resolvable(pattern.template, context)) return false
    if (matchesTemplate(pattern, resource, context)) return !negated
  }
  return negated
}
