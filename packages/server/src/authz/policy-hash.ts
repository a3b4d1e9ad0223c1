import { createHash } from 'node:crypto'

/** SHA-256 of a policy's text, in hex: compiled policies are kept by it. */
export const policyHash = (text: string): string => createHash('sha256').update(text).digest('hex')
