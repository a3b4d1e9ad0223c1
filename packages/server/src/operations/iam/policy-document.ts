import { parsePolicy, PolicyError, policySize, type PolicyKind } from '@keyward/policy'
import { policyHash } from '../../authz/policy-hash.ts'
import { ServiceError } from '../../errors.ts'

/** A document as it is kept: byte for byte as it was sent. */
export interface CheckedDocument {
  readonly text: string
  /** SHA-256 of the text, in hex. */
  readonly hash: string
  /** Without white space. */
  readonly size: number
}

/** Throws MalformedPolicyDocument, with AWS's sentence, for what is no policy of this kind. */
export function checkDocument(text: string, kind: PolicyKind): CheckedDocument {
  try {
    parsePolicy(text, kind)
  } catch (error) {
    if (error instanceof PolicyError) throw new ServiceError('MalformedPolicyDocument', error.message)
    throw error
  }
  return { text, hash: policyHash(text), size: policySize(text) }
}
