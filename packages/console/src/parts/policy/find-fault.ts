import { parsePolicy, PolicyError, policySize, type PolicyKind } from '@keyward/policy'

/** What is wrong with a document, in the server's words, and where: offsets into the text. */
export interface PolicyFault {
  readonly message: string
  readonly from: number
  readonly to: number
  /** Counted from 1. */
  readonly line: number
  readonly column: number
}

/** Judges a policy as the server will, by the same code. Undefined where it would take it. */
export function findPolicyFault(text: string, kind: PolicyKind = 'identity-inline'): PolicyFault | undefined {
  try {
    parsePolicy(text, kind)
    return undefined
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const { offset = 0, length = 0, line = 1, column = 1 } = error.span ?? {}
    const from = Math.min(offset, text.length)
    return { message: error.message, from, to: Math.min(from + length, text.length), line, column }
  }
}

export { policySize }
