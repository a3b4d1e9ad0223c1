import type { PolicySetName, Unmet } from '@keyward/policy'

/** Whether something is allowed, and the places in the policies that make it so. */
export interface Reason {
  /** Who asks: a user's or a group's name, or an ARN. */
  readonly who: string
  readonly action: string
  readonly resource: string
  readonly effect: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny'
  /** The set that denied, the first that had to allow and did not, or the one that allowed. */
  readonly set: PolicySetName | undefined
  /** Those that decided. */
  readonly deciding: readonly PlacedStatement[]
  /** Those that would have allowed it but for a part of theirs, the nearest first. */
  readonly near: readonly NearStatement[]
}

/** A statement, and where it stands. */
export interface PlacedStatement {
  /** Undefined where the document is gone, or nothing tells whose it is. */
  readonly policy: PolicyOfStatement | undefined
  readonly sid: string | undefined
  /** Counted from 0. */
  readonly index: number
  /** In UTF-16 units of the document's text; absent where the document is gone. */
  readonly span: { readonly offset: number; readonly length: number; readonly line: number } | undefined
}

export interface NearStatement extends PlacedStatement {
  readonly unmet: readonly Unmet[]
}

/** A policy as it is named in a sentence, and found again. */
export interface PolicyOfStatement {
  /** `given`: a text of one's own, that is stored nowhere. */
  readonly kind: 'inline' | 'managed' | 'given'
  readonly name: string
  /** Of a managed policy. */
  readonly arn: string | undefined
  /** SHA-256 of the text that the places are counted in, in hex; absent where that text is at hand. */
  readonly hash: string | undefined
  /** Of an inline policy. */
  readonly owner: { readonly kind: 'user' | 'group'; readonly name: string } | undefined
}

/** The same policy, and no other. */
export const policyKey = ({ kind, name, arn, owner }: PolicyOfStatement): string =>
  arn ?? `${kind}:${owner?.kind ?? ''}:${owner?.name ?? ''}:${name}`
