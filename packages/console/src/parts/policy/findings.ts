import type { PolicyKind } from '@keyward/policy'
import { findPolicyFault } from './find-fault.ts'

export type FindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION'

/** The worst first. */
export const findingTypes: readonly FindingType[] = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION']

/** Something to mend in a document, at one place of it. */
export interface PlacedFinding {
  readonly type: FindingType
  readonly code: string
  /** In English, as the package says it. */
  readonly message: string
  readonly from: number
  readonly to: number
  /** Counted from 1. */
  readonly line: number
  readonly column: number
}

/** What is wrong, risky or clumsy in a document, in the order of the text. */
export function findingsIn(text: string, kind: PolicyKind): readonly PlacedFinding[] {
  const fault = findPolicyFault(text, kind)
  return fault ? [{ type: 'ERROR', code: 'MalformedPolicyDocument', ...fault }] : []
}
