import { contextKeysOf, parsePolicy, PolicyError, type PolicyKind } from '@keyward/policy'
import type { ApiError } from '../../api/api-error.ts'
import { useRead } from '../../api/use-read.ts'
import type { SimulationQuery } from '../../parts/simulator/simulation-query.ts'

export interface AskedKeys {
  readonly keys: readonly string[]
  /** There are no others. */
  readonly known: boolean
  readonly error: ApiError | undefined
}

/** The condition keys that the policies of a question ask for. */
export function useAskedKeys({ of, principal, policy, resourcePolicy }: SimulationQuery): AskedKeys {
  const read = useRead(
    'iam',
    'GetContextKeysForPrincipalPolicy',
    { PolicySourceArn: principal },
    { enabled: of === 'principal' && principal !== '', expects: ['NoSuchEntity', 'InvalidInput'] },
  )
  const stored = of === 'principal' ? (read.data?.ContextKeyNames ?? []) : keysIn(policy, 'identity-managed')
  const spelled = new Map<string, string>()
  for (const key of [...stored, ...keysIn(resourcePolicy, 'resource')]) {
    if (!spelled.has(key.toLowerCase())) spelled.set(key.toLowerCase(), key)
  }
  return {
    keys: [...spelled.values()],
    known: of === 'principal' ? read.data !== undefined : policy.trim() !== '',
    error: of === 'principal' ? read.error : undefined,
  }
}

/** None, while a text is no policy yet. */
function keysIn(text: string, kind: PolicyKind): readonly string[] {
  if (text.trim() === '') return []
  try {
    return contextKeysOf(parsePolicy(text, kind))
  } catch (error) {
    if (error instanceof PolicyError) return []
    throw error
  }
}
