import { holds } from './condition.ts'
import { cells, glob, lookUp, substitute } from './pattern.ts'
import { listOf, type NaiveRequest, type NaiveStatement } from './raw.ts'

/** A key of a condition that the request does not satisfy. */
export interface UnmetCondition {
  readonly part: 'Condition'
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
  readonly found: string | readonly string[] | undefined
}

export type UnmetPart = { readonly part: 'Action' | 'Resource' } | UnmetCondition

/** Every part of a statement that the request does not fit, its principal apart. */
export function unmetParts(statement: NaiveStatement, request: NaiveRequest, variables: boolean): UnmetPart[] {
  const unmet: UnmetPart[] = []
  if (!actionPart(statement, request)) unmet.push({ part: 'Action' })
  if (!resourcePart(statement, request, variables)) unmet.push({ part: 'Resource' })
  for (const [operator, body] of Object.entries(statement.Condition ?? {})) {
    for (const [key, written] of Object.entries(body)) {
      const values = listOf(written).map(String)
      if (holds(operator, key, values, request.context, variables, statement.Effect)) continue
      unmet.push({ part: 'Condition', operator, key, values, found: lookUp(request.context, key) })
    }
  }
  return unmet
}

function actionPart(statement: NaiveStatement, { action }: NaiveRequest): boolean {
  const named = (patterns: readonly string[]) =>
    patterns.some((pattern) => glob(cells(pattern.toLowerCase()), action.toLowerCase()))
  if (statement.Action !== undefined) return named(listOf(statement.Action))
  return !named(listOf(statement.NotAction ?? []))
}

function resourcePart(statement: NaiveStatement, { resource, context }: NaiveRequest, variables: boolean): boolean {
  const expand = (text: string) => (variables ? substitute(text, context) : cells(text))
  if (statement.Resource !== undefined) {
    return listOf(statement.Resource).some((text) => {
      const pattern = expand(text)
      return pattern !== 'unresolved' && glob(pattern, resource)
    })
  }
  // A trust policy names no resource: it is about the role that it is attached to.
  const patterns = listOf(statement.NotResource ?? []).map(expand)
  return patterns.every((pattern) => pattern !== 'unresolved' && !glob(pattern, resource))
}
