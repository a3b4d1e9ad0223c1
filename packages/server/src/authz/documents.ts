import { parsePolicy, type PolicyDocument, type PolicyKind } from '@keyward/policy'
import type { View } from '../directory/view.ts'
import type { AccountId } from '../domain/ids.ts'
import {
  inlineDocumentOfGroup,
  inlineDocumentOfUser,
  managedDocument,
  type InlineDocument,
} from '../store/policy-documents.ts'
import { managedPolicies } from './managed-policies.ts'
import type { AppliedPolicies, PolicyPlace } from './policies.ts'

/** A document that an account has now, and a place where it stands. */
export interface FoundDocument {
  readonly document: PolicyDocument
  readonly source: PolicyPlace
  /** Is it one of those that were given, which apply? */
  readonly applies: boolean
}

/**
 * A document by the SHA-256 of its text, in hex: among those that apply, else wherever in the account it stands, else among AWS's.
 * Undefined: it has gone. What stands in another account alone is not found.
 */
export function findDocument(
  hash: string,
  applied: AppliedPolicies | undefined,
  account: AccountId,
  view: View,
): FoundDocument | undefined {
  return (applied && amongApplied(hash, applied)) ?? amongManaged(hash) ?? storedSomewhere(hash, account, view)
}

function amongApplied(hash: string, { sets, sources }: AppliedPolicies): FoundDocument | undefined {
  for (const set of ['identity', 'boundary', 'session'] as const) {
    const place = sources[set]?.findIndex((source) => source.hash === hash) ?? -1
    const [source, policy] = [sources[set]?.[place], sets[set]?.[place]]
    if (source && policy) return { document: policy.document, source, applies: true }
  }
  return undefined
}

function amongManaged(hash: string): FoundDocument | undefined {
  const policy = managedPolicies.find((one) => one.hash === hash)
  if (policy === undefined) return undefined
  const { name, arn, text } = policy
  return found(text, 'identity-managed', { kind: 'managed', name, arn, hash, owner: undefined })
}

function storedSomewhere(hash: string, account: AccountId, view: View): FoundDocument | undefined {
  const asked = { account, hash }
  const managed = view.get(managedDocument, asked)
  if (managed !== undefined) {
    const { name, arn, text } = managed
    return found(text, 'identity-managed', { kind: 'managed', name, arn, hash, owner: undefined })
  }
  const ofUser = view.get(inlineDocumentOfUser, asked)
  if (ofUser !== undefined) return inline(ofUser, 'User', hash)
  const ofGroup = view.get(inlineDocumentOfGroup, asked)
  return ofGroup && inline(ofGroup, 'Group', hash)
}

function inline(
  { text, name, ownerId, ownerName }: InlineDocument,
  type: 'User' | 'Group',
  hash: string,
): FoundDocument {
  const owner = { type, id: ownerId, name: ownerName }
  return found(text, 'identity-inline', { kind: 'inline', name, arn: undefined, hash, owner })
}

const found = (text: string, kind: PolicyKind, source: PolicyPlace): FoundDocument => ({
  document: parsePolicy(text, kind),
  source,
  applies: false,
})
