import { parsePolicy, PolicyError, policySize } from '@keyward/policy'

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
export function findPolicyFault(text: string): PolicyFault | undefined {
  try {
    parsePolicy(text, 'identity-inline')
    return undefined
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const { offset = 0, length = 0, line = 1, column = 1 } = error.span ?? {}
    const from = Math.min(offset, text.length)
    return { message: error.message, from, to: Math.min(from + length, text.length), line, column }
  }
}

/** [AWS] IAM quotas: all inline policies of one together, white space not counted. */
export const policySizeMax = { user: 2048, group: 5120 } as const

export { policySize }
