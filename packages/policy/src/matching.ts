import {
  type ActionMatcher,
  type CompiledPolicy,
  type CompiledStatement,
  type ResourceMatcher,
  type StatementIndex,
} from './compile.ts'
import { conditionHolds } from './conditions/condition.ts'
import { type AuthorizationRequest, type PolicySetName, type StatementName } from './decision.ts'
import { matchesPattern, type Pattern } from './pattern.ts'
import { type CompiledPrincipals } from './principals/compile.ts'
import { matchesTemplate } from './template-pattern.ts'
import { type ContextValues, resolvable } from './variables.ts'

/** A request with its action in lower case, and the service before the colon. */
export interface Call {
  readonly action: string
  readonly service: string
  readonly request: AuthorizationRequest
}

export function callOf(request: AuthorizationRequest): Call {
  const action = request.action.toLowerCase()
  return { action, service: serviceOf(action), request }
}

/** `iam` of `iam:createuser` */
const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'))

/** Answers whether a statement of a resource's policy is about who asks. */
export type PrincipalTest = (names: CompiledPrincipals | undefined) => boolean

/**
 * The statements of one effect that match, in the order of policies and documents; undefined where none does. Without a test for
 * principals none is asked for: every other set speaks of who has it. `first` is the place of the first policy in its set.
 */
export function matching(
  set: PolicySetName,
  policies: readonly CompiledPolicy[],
  effect: 'allow' | 'deny',
  { action, service, request }: Call,
  isAbout?: PrincipalTest,
  first = 0,
): StatementName[] | undefined {
  let found: StatementName[] | undefined
  for (let place = 0; place < policies.length; place += 1) {
    const index: StatementIndex | undefined = policies[place]?.[effect]
    if (!index) continue
    const policy = first + place
    for (const statement of index.byAction.get(action) ?? none) {
      if (applies(statement, request, isAbout)) found = withName(found, { set, policy, statement: statement.index })
    }
    for (const statement of index.byService.get(service) ?? none) {
      // One that names the action in full as well has been judged above.
      if (statement.action.names.has(action) || !anyMatches(statement.action.patterns.get(service), action)) continue
      if (applies(statement, request, isAbout)) found = withName(found, { set, policy, statement: statement.index })
    }
    for (const statement of index.anyService) {
      if (statement.action.negated && isNamed(statement.action, action, service)) continue
      if (applies(statement, request, isAbout)) found = withName(found, { set, policy, statement: statement.index })
    }
  }
  return found
}

const none: readonly CompiledStatement[] = []

/** Adds a statement at its place in the order of policies and documents. */
function withName(found: StatementName[] | undefined, name: StatementName): StatementName[] {
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

/** Answers whether a statement is about an action in lower case. */
export function actionMatches(matcher: ActionMatcher, action: string): boolean {
  return isNamed(matcher, action, serviceOf(action)) !== matcher.negated
}

function isNamed({ everything, names, patterns }: ActionMatcher, action: string, service: string): boolean {
  return everything || names.has(action) || anyMatches(patterns.get(service), action)
}

function anyMatches(patterns: readonly Pattern[] | undefined, text: string): boolean {
  if (patterns) for (const pattern of patterns) if (matchesPattern(pattern, text)) return true
  return false
}

function applies(
  { principals, resource, conditions }: CompiledStatement,
  request: AuthorizationRequest,
  isAbout: PrincipalTest | undefined,
): boolean {
  if (isAbout && !isAbout(principals)) return false
  if (!resourceMatches(resource, request.resource, request.context)) return false
  for (const condition of conditions) if (!conditionHolds(condition, request.context)) return false
  return true
}

export function resourceMatches(
  { negated, patterns, templates }: ResourceMatcher,
  resource: string,
  context: ContextValues,
): boolean {
  if (anyMatches(patterns, resource)) return !negated
  for (const pattern of templates) {
    // A variable without a value makes a whole NotResource unusable: what it meant to spare is unknown.
    if (negated && !resolvable(pattern.template, context)) return false
    if (matchesTemplate(pattern, resource, context)) return !negated
  }
  return negated
}
