import { compileCondition, type CompiledCondition } from './conditions/condition.ts'
import { type PolicyDocument, type Statement } from './document.ts'
import { compilePattern, type Pattern } from './pattern.ts'
import { compileTemplate, type TemplatePattern } from './template-pattern.ts'
import { hasVariables } from './variables.ts'

/** A policy ready to be evaluated any number of times. Its inside is the engine's own. */
export interface CompiledPolicy {
  readonly deny: StatementIndex
  readonly allow: StatementIndex
}

/** Statements of one effect by the service their actions belong to, in lower case. */
export interface StatementIndex {
  readonly byService: ReadonlyMap<string, readonly CompiledStatement[]>
  /** Statements that may cover any service: `*` and NotAction. */
  readonly anyService: readonly CompiledStatement[]
}

export interface CompiledStatement {
  /** Its place in the document. */
  readonly index: number
  readonly action: ActionMatcher
  readonly resource: ResourceMatcher
  readonly conditions: readonly CompiledCondition[]
}

/** Whole names are found in a set, names with wildcards one by one; both in lower case. */
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
  const compiled = document.statements.map((statement, index) => ({
    statement,
    compiled: compileStatement(statement, index, document.version === '2012-10-17'),
  }))
  return {
    deny: indexStatements(compiled.filter(({ statement }) => statement.effect === 'Deny')),
    allow: indexStatements(compiled.filter(({ statement }) => statement.effect === 'Allow')),
  }
}

function compileStatement(statement: Statement, index: number, variables: boolean): CompiledStatement {
  const { effect, action, resource, conditions } = statement
  const actions = action.values.map((value) => value.toLowerCase())
  const dynamic = (value: string) => variables && hasVariables(value)
  return {
    index,
    action: {
      negated: action.negated,
      names: new Set(actions.filter((name) => !/[*?]/.test(name))),
      patterns: actions.filter((name) => /[*?]/.test(name)).map(compilePattern),
    },
    resource: {
      negated: resource.negated,
      patterns: resource.values.filter((value) => !dynamic(value)).map(compilePattern),
      templates: resource.values.filter(dynamic).map(compileTemplate),
    },
    conditions: conditions.map((condition) => compileCondition(condition, { variables, deny: effect === 'Deny' })),
  }
}

function indexStatements(statements: readonly { statement: Statement; compiled: CompiledStatement }[]): StatementIndex {
  const services = new Set<string>()
  for (const { statement } of statements) {
    for (const service of servicesOf(statement) ?? []) services.add(service)
  }
  const anyService = statements.filter(({ statement }) => servicesOf(statement) === undefined)
  const byService = [...services].map((service) => {
    const fitting = statements.filter(({ statement }) => servicesOf(statement)?.has(service) ?? true)
    return [service, fitting.map(({ compiled }) => compiled)] as const
  })
  return { byService: new Map(byService), anyService: anyService.map(({ compiled }) => compiled) }
}

/** The services a statement can cover, or undefined for all. The parser lets no wildcard stand before the colon. */
function servicesOf({ action }: Statement): ReadonlySet<string> | undefined {
  if (action.negated || action.values.includes('*')) return undefined
  return new Set(action.values.map((value) => value.slice(0, value.indexOf(':')).toLowerCase()))
}
