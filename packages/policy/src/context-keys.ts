import { comparisons } from './conditions/operators.ts'
import { type Condition, type PolicyDocument, type PolicyVersion, type Statement } from './document.ts'
import { parseTemplate } from './variables.ts'

/** A key that a document asks for: as it is spelled, in lower case, and whether the policy brings its own value where it is absent. */
export interface AskedKey {
  readonly spelled: string
  readonly key: string
  readonly hasDefault: boolean
}

/** The context keys of a document's conditions and variables, each once, in the order and spelling of its first use. */
export function contextKeysOf({ version, statements }: PolicyDocument): readonly string[] {
  const asked = statements.flatMap((statement) => [
    ...keysOfResource(statement, version),
    ...statement.conditions.flatMap((condition) => keysOfCondition(condition, version)),
  ])
  return firstSpellings(asked)
}

/** Keys are told apart without regard to case. */
export function firstSpellings(asked: readonly AskedKey[]): readonly string[] {
  const spellings = new Map<string, string>()
  for (const { key, spelled } of asked) if (!spellings.has(key)) spellings.set(key, spelled)
  return [...spellings.values()]
}

export function keysOfResource({ resource }: Statement, version: PolicyVersion): readonly AskedKey[] {
  return (resource?.values ?? []).flatMap((text) => variablesIn(text, version))
}

export function keysOfCondition({ operator, key, values }: Condition, version: PolicyVersion): readonly AskedKey[] {
  const { family } = comparisons[operator.comparison]
  const named = { spelled: key, key: key.toLowerCase(), hasDefault: false }
  // Only these two families know variables; elsewhere `${…}` is text.
  if (family !== 'string' && family !== 'arn') return [named]
  return [named, ...values.flatMap((text) => variablesIn(text, version))]
}

function variablesIn(text: string, version: PolicyVersion): readonly AskedKey[] {
  if (version !== '2012-10-17') return []
  return parseTemplate(text).flatMap((part) =>
    part.kind === 'variable' ? [{ spelled: part.spelled, key: part.key, hasDefault: part.fallback !== undefined }] : [],
  )
}
