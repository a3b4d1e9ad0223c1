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

/** Actions in full are found in a set, actions with wildcards one by one; both are in lower case. */
export interface ActionMatcher {
  readonly negated: boolean
  readonly names: ReadonlySet<string>
  readonly patterns: readonly Pattern[]
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
    builder.add(statement.action, compiled)
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
      names: new Set(actions.filter((name) => !hasWildcard(name))),
      patterns: actions.filter(hasWildcard).map(compilePattern),
    },
    resource: {
      negated: resource.negated,
      patterns: resource.values.filter((value) => !dynamic(value)).map(compilePattern),
      templates: resource.values.filter(dynamic).map(compileTemplate),
    },
    conditions: conditions.map((condition) => compileCondition(condition, { variables, deny: effect === 'Deny' })),
  }
}

class IndexBuilder implements StatementIndex {
  readonly byAction = new Map<string, CompiledStatement[]>()
  readonly byService = new Map<string, CompiledStatement[]>()
  readonly anyService: CompiledStatement[] = []

  add({ negated, values }: Matcher, statement: CompiledStatement): void {
    if (negated || values.includes('*')) {
      this.anyService.push(statement)
      return
    }
    for (const name of statement.action.names) put(this.byAction, name, statement)
    // The parser lets no wildcard stand before the colon, so a pattern belongs to one service.
    const patterns = values.filter(hasWildcard).map((value) => value.slice(0, value.indexOf(':')).toLowerCase())
    for (const service of new Set(patterns)) put(this.byService, service, statement)
  }
}

function put(lists: Map<string, CompiledStatement[]>, key: string, statement: CompiledStatement): void {
  const list = lists.get(key)
  if (list) list.push(statement)
  else lists.set(key, [statement])
}

function hasWildcard(action: string): boolean {
  return /[*?]/.test(action)
}
