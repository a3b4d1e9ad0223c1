import { ServiceError } from '../../../errors.ts'
import type { ContextEntry } from '../../../protocol/types/iam.ts'

/** The values of a call's context entries by their keys in lower case. Throws InvalidInput where an entry says two things at once. */
export function readContextEntries(
  entries: readonly ContextEntry[] | undefined,
): ReadonlyMap<string, string | readonly string[]> {
  const context = new Map<string, string | readonly string[]>()
  for (const { ContextKeyName: name, ContextKeyValues: values = [], ContextKeyType: type } of entries ?? []) {
    if (name === undefined) throw new ServiceError('InvalidInput', 'A context entry has no ContextKeyName.')
    const key = name.toLowerCase()
    if (context.has(key)) throw new ServiceError('InvalidInput', `The context key ${name} is given more than once.`)
    context.set(key, type?.endsWith('List') ? values : single(name, values, type))
  }
  return context
}

/** Without a type, several values are a list. */
function single(name: string, values: readonly string[], type: string | undefined): string | readonly string[] {
  const [only] = values
  if (only !== undefined && values.length === 1) return only
  if (type === undefined && values.length > 1) return values
  throw new ServiceError('InvalidInput', `The context key ${name} of type ${type ?? 'string'} takes one value.`)
}
