import { compileCondition, type CompiledCondition } from './conditions/condition.ts'
import { type Matcher, type PolicyDocument, type Statement } from './document.ts'
import { compilePattern, type Pattern } from './pattern.ts'
import { compilePrincipals, type CompiledPrincipals } from './principals/compile.ts'
import { compileTemplate, type TemplatePattern } from './template-pattern.ts'
import { hasVariables } from './variables.ts'

/** A policy ready to be evaluated any number of times. Its inside is the engine's own. */
export interface CompiledPolicy {
  readonly document: PolicyDocument
  /** In the order of the document. */
  readonly statements: readonly CompiledStatement[]
  readonly deny: StatementIndex
  readonly allow: StatementIndex
}

/**
 * Statements of one effect, by what their actions begin with, so that a request meets few of them. A statement that
 * names actions both in full and by pattern stands under both; the size of all is linear in the document's.
 */
export interface StatementIndex {
  /** Statements with an action in full, by that action in lower case. */
  readonly byAction: ReadonlyMap<string, readonly CompiledStatement[]>
  /** Statements with a pattern behind the colon, by the service before it in lower case. */
  readonly byService: ReadonlyMap<string, readonly CompiledStatement[]>
  /** Statements with `*` or NotAction, which may cover any service. */
  readonly anyService: readonly CompiledStatement[]
}

export interface CompiledStatement {
  /** Its place in the document. */
  readonly index: number
  readonly principals: CompiledPrincipals | undefined
  readonly action: ActionMatcher
  readonly resource: ResourceMatcher
  readonly conditions: readonly CompiledCondition[]
}

/** Actions in full are found in a set, those with wildcards one by one among their service's; all are in lower case. */
export interface ActionMatcher {
  readonly negated: boolean
  /** Holds `*` itself. */
  readonly everything: boolean
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>
}

export interface ResourceMatcher {
  readonly negated: boolean
  readonly patterns: readonly Pattern[]
  readonly templates: readonly TemplatePattern[]
}

/** Prepares a document for evaluation: once per document, not per request. */
export function compilePolicy(document: PolicyDocument): CompiledPolicy {
  const deny = new IndexBuilder()
  const allow = new IndexBuilder()
  const statements = document.statements.map((statement, index) => {
    const compiled = compileStatement(statement, index, document.version === '2012-10-17')
    const builder = statement.effect === 'Deny' ? deny : allow
    builder.add(compiled)
    return compiled
  })
  return { document, statements, deny, allow }
}

/** What a trust policy speaks of: the one role that has it. */
const everyResource: Matcher = { negated: false, values: ['*'] }

function compileStatement(statement: Statement, index: number, variables: boolean): CompiledStatement {
  const { effect, principal, action, resource = everyResource, conditions } = statement
  const actions = action.values.map((value) => value.toLowerCase())
  const dynamic = (value: string) => variables && hasVariables(value)
  return {
    index,
    principals: principal && compilePrincipals(principal),
    action: {
      negated: action.negated,
      everything: actions.includes('*'),
      names: new Set(actions.filter((name) => !hasWildcard(name))),
      patterns: compileActionPatterns(actions),
    },
    resource: {
      negated: resource.negated,
      patterns: resource.values.filter((value) => !dynamic(value)).map(compilePattern),
      templates: resource.values.filter(dynamic).map(compileTemplate),
    },
    conditions: conditions.map((condition) => compileCondition(condition, { variables, deny: effect === 'Deny' })),
  }
}

/** The parser lets no wildcard stand before the colon, so a pattern belongs to one service. */
function compileActionPatterns(actions: readonly string[]): ReadonlyMap<string, readonly Pattern[]> {
  const byService = new Map<string, Pattern[]>()
  for (const action of actions) {
    if (action !== '*' && hasWildcard(action))
      put(byService, action.slice(0, action.indexOf(':')), compilePattern(action))
  }
  return byService
}

class IndexBuilder implements StatementIndex {
  readonly byAction = new Map<string, CompiledStatement[]>()
  readonly byService = new Map<string, CompiledStatement[]>()
  readonly anyService: CompiledStatement[] = []

  add(statement: CompiledStatement): void {
    const { negated, everything, names, patterns } = statement.action
    if (negated || everything) {
      this.anyService.push(statement)
      return
    }
    for (const name of names) put(this.byAction, name, statement)
    for (const service of patterns.keys()) put(this.byService, service, statement)
  }
}

function put<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function hasWildcard(action: string): boolean {
  return /[*?]/.test(action)
}
