import type { ContextValues } from '@keyward/policy'
import { contextKeys, type Subject } from './context-keys.ts'

const byName = new Map(contextKeys.map((key) => [key.name.toLowerCase(), key]))

/** A key's name as AWS spells it, by its name in lower case; one that is not of ours stays as it is. */
export function spellingOf(key: string): string {
  const slash = key.indexOf('/')
  const spelled = byName.get(slash < 0 ? key : key.slice(0, slash + 1))?.name ?? key
  return slash < 0 || spelled === key ? spelled : spelled + key.slice(slash + 1)
}

/** May this key, by its name in lower case, have another value on another resource? Those of tags alone: all here are of one account. */
export const isOfResource = (key: string): boolean => /^(aws|iam):resourcetag\//.test(key)

/** The context of one authorisation. Nothing is computed until a condition or a variable asks for it. */
export function contextOf(subject: Subject): ContextValues {
  return {
    get(key) {
      const slash = key.indexOf('/')
      const row = byName.get(slash < 0 ? key : key.slice(0, slash + 1))
      if (row !== undefined) return row.value(subject, slash < 0 ? '' : key.slice(slash + 1))
      return subject.requirement.context?.get(key)
    },
  }
}
