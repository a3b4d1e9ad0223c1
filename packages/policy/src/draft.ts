import { parseOperator, type ConditionOperator } from './conditions/operators.ts'
import { refuseSyntax, type Span } from './errors.ts'
import { type JsonObject, type JsonString, type JsonValue } from './json.ts'

/** A document of the right form, every part with its place; what it says is not checked yet. */
export interface Draft {
  readonly version?: JsonString
  readonly id?: JsonString
  readonly statements: readonly DraftStatement[]
  readonly span: Span
}

export interface DraftStatement {
  readonly sid?: JsonString
  readonly effect: JsonString
  readonly action?: DraftList
  readonly resource?: DraftList
  readonly principal?: DraftPrincipal
  readonly conditions: readonly DraftCondition[]
  readonly span: Span
}

/** The values of Action, NotAction, Resource or NotResource. */
export interface DraftList {
  readonly negated: boolean
  readonly values: readonly JsonString[]
  readonly span: Span
}

/** Principal or NotPrincipal: a text, or an object of texts. Which texts may stand there depends on the kind of policy. */
export interface DraftPrincipal {
  readonly negated: boolean
  readonly value: JsonString | JsonObject
  readonly span: Span
}

export interface DraftCondition {
  readonly operator: ConditionOperator
  readonly key: JsonString
  readonly values: readonly DraftScalar[]
}

export interface DraftScalar {
  readonly text: string
  readonly span: Span
}

/** The elements of a document. */
export const documentKeys: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement'])
/** The elements of a statement. */
export const statementKeys: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
])

/** Checks the form of a whole document: known keys, right types, no pair given twice, known operators. */
export function readDraft(root: JsonValue): Draft {
  const document = object(root)
  refuseUnknownKeys(document, documentKeys)
  const version = optionalString(document, 'Version')
  if (version && version.value !== '2008-10-17' && version.value !== '2012-10-17') refuseSyntax(version.span)
  const id = optionalString(document, 'Id')
  const statement = member(document, 'Statement') ?? refuseSyntax(document.span)
  const statements = statement.type === 'array' ? statement.items : [statement]
  if (statements.length === 0) refuseSyntax(statement.span)
  return { ...(version && { version }), ...(id && { id }), statements: statements.map(readStatement), span: root.span }
}

function readStatement(value: JsonValue): DraftStatement {
  const statement = object(value)
  refuseUnknownKeys(statement, statementKeys)
  const sid = optionalString(statement, 'Sid')
  const effect = optionalString(statement, 'Effect') ?? refuseSyntax(statement.span)
  // Only the word counts here; its case is a later refusal with another sentence.
  if (!/^(?:allow|deny)$/i.test(effect.value)) refuseSyntax(effect.span)
  const action = oneOf(statement, 'Action', 'NotAction')
  const resource = oneOf(statement, 'Resource', 'NotResource')
  const principal = readPrincipal(statement)
  const condition = member(statement, 'Condition')
  return {
    ...(sid && { sid }),
    effect,
    ...(action && { action }),
    ...(resource && { resource }),
    ...(principal && { principal }),
    conditions: condition ? readConditions(object(condition)) : [],
    span: statement.span,
  }
}

function oneOf(statement: JsonObject, name: string, negatedName: string): DraftList | undefined {
  const plain = member(statement, name)
  const negated = member(statement, negatedName)
  if (plain && negated) refuseSyntax(negated.span)
  const value = plain ?? negated
  return value && { negated: value === negated, values: strings(value), span: value.span }
}

function readPrincipal(statement: JsonObject): DraftPrincipal | undefined {
  const plain = member(statement, 'Principal')
  const negated = member(statement, 'NotPrincipal')
  if (plain && negated) refuseSyntax(negated.span)
  const value = plain ?? negated
  if (!value) return undefined
  if (value.type === 'object') for (const { value: list } of value.members.values()) strings(list)
  else if (value.type !== 'string') refuseSyntax(value.span)
  return { negated: value === negated, value, span: value.span }
}

function readConditions(condition: JsonObject): readonly DraftCondition[] {
  const conditions: DraftCondition[] = []
  for (const { key: name, value } of condition.members.values()) {
    const body = object(value)
    const operator = parseOperator(name.value)
    // AWS lets any word stand over an empty body, which asks nothing.
    if (!operator && body.members.size > 0) refuseSyntax(name.span)
    for (const { key, value: values } of body.members.values()) {
      const items = values.type === 'array' ? values.items : [values]
      if (operator) conditions.push({ operator, key, values: items.map(scalar) })
    }
  }
  return conditions
}

function scalar(value: JsonValue): DraftScalar {
  switch (value.type) {
    case 'string':
    case 'number':
      return { text: value.value, span: value.span }
    case 'boolean':
      return { text: String(value.value), span: value.span }
    default:
      return refuseSyntax(value.span)
  }
}

/** One text or a list of them. */
export function strings(value: JsonValue): readonly JsonString[] {
  const items = value.type === 'array' ? value.items : [value]
  return items.map((item) => (item.type === 'string' ? item : refuseSyntax(item.span)))
}

function object(value: JsonValue): JsonObject {
  return value.type === 'object' ? value : refuseSyntax(value.span)
}

function member(value: JsonObject, key: string): JsonValue | undefined {
  return value.members.get(key)?.value
}

function optionalString(value: JsonObject, key: string): JsonString | undefined {
  const found = member(value, key)
  if (found && found.type !== 'string') refuseSyntax(found.span)
  return found
}

function refuseUnknownKeys(value: JsonObject, known: ReadonlySet<string>): void {
  for (const { key } of value.members.values()) if (!known.has(key.value)) refuseSyntax(key.span)
}
