import {
  compilePolicy,
  parsePolicy,
  policySize,
  type CompiledPolicy,
  type PolicyKind,
  type PolicySetName,
  type PolicySets,
} from '@keyward/policy'
import type { View } from '../directory/view.ts'
import { BoundedCache } from '../domain/cache.ts'
import type { AccountId, GroupId, UserId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { groupAttachments } from '../store/attachments.ts'
import { boundaryFor, inlinePoliciesFor, managedPoliciesFor } from '../store/identity-policies.ts'
import { groupPolicies, type InlinePolicy } from '../store/inline-policies.ts'
import { defaultTextOf } from '../store/managed-policies.ts'
import { passwordPolicyOf } from '../store/password-policies.ts'
import { managedPolicy } from './managed-policies.ts'
import { policyHash } from './policy-hash.ts'
import { policyText } from './policy-text.ts'

/** Whose a policy is: the caller's own, or of a group the caller is in. */
export interface PolicyOwner {
  readonly type: 'User' | 'Group'
  /** Unique id. */
  readonly id: string
  /** Undefined for who is asked about, whose name moves without its policies. */
  readonly name: string | undefined
}

/** A policy, and where it stands. */
export interface PolicyPlace {
  readonly kind: 'inline' | 'managed'
  readonly name: string
  /** Of a managed policy. */
  readonly arn: string | undefined
  /** SHA-256 of the document's text, in hex. */
  readonly hash: string
  /** Undefined for a managed policy that was found by itself: nobody asked whom it is attached to. */
  readonly owner: PolicyOwner | undefined
}

/** Where a policy that applies came from. */
export interface PolicySource extends PolicyPlace {
  readonly owner: PolicyOwner
}

/** All sets that apply to a caller, for the engine, and where each policy in them came from: the same place in the same set. */
export interface AppliedPolicies {
  readonly sets: PolicySets
  readonly sources: Readonly<Partial<Record<PolicySetName, readonly PolicySource[]>>>
  /** What is wrong with the stored policies, in words for the operator: they allow the less for it. */
  readonly fault: string | undefined
}

/** Compiled documents by kind and hash: they decide nothing by themselves, a view has to refer to them. */
const compiled = new BoundedCache<string, CompiledPolicy>(limits.compiledPolicyCharactersMax)

function compile(kind: PolicyKind, hash: string, readText: () => string): CompiledPolicy {
  const key = `${kind}:${hash}`
  let policy = compiled.get(key)
  if (policy === undefined) {
    const text = readText()
    if (policyHash(text) !== hash) throw new Error('a stored policy is not the text its hash was taken from')
    policy = compilePolicy(parsePolicy(text, kind))
    compiled.set(key, policy, policySize(text))
  }
  return policy
}

interface Applied {
  readonly source: PolicySource
  readonly policy: CompiledPolicy
}

/** What applies to a user: its own policies and its groups', inline and managed, and its boundary. Pass it to `view.derive`. */
export function policiesOfUser(id: string, view: View): AppliedPolicies {
  // The key of `derive` is a user's id.
  const userId = id as UserId
  const identity = [
    ...view.get(inlinePoliciesFor, { userId }).map((applied) => inline(applied, ownerOf(applied, userId), view)),
    ...view
      .get(managedPoliciesFor, { userId })
      .map(({ policyArn, hash, ...of }) => speaking(policyArn, hash, ownerOf(of, userId), view)),
  ]
  const bound = view.get(boundaryFor, { userId })
  const own = { sets: { identity: policiesIn(identity) }, sources: { identity: sourcesIn(identity) }, fault: undefined }
  if (bound === undefined) return own
  const found = managed(bound.policyArn, bound.hash, { type: 'User', id, name: undefined }, view)
  const boundary = found === undefined ? [] : [found]
  return {
    sets: { ...own.sets, boundary: policiesIn(boundary) },
    sources: { ...own.sources, boundary: sourcesIn(boundary) },
    // A boundary that is gone bounds to nothing: whoever was to be held back is not let go.
    fault: found === undefined ? `the policy ${bound.policyArn} that bounds ${userId} is missing` : undefined,
  }
}

/** What a group gives its members. Pass it to `view.derive`. */
export function policiesOfGroup(id: string, view: View): AppliedPolicies {
  // The key of `derive` is a group's id.
  const owner = id as GroupId
  const group = { type: 'Group', id, name: undefined } as const
  const identity = [
    ...view.get(groupPolicies.of, { owner }).map((policy) => inline(policy, group, view)),
    ...view.get(groupAttachments.of, { owner }).map(({ policyArn }) => {
      const text = view.get(defaultTextOf, { arn: policyArn })
      return speaking(policyArn, text === undefined ? null : policyHash(text), group, view)
    }),
  ]
  return { sets: { identity: policiesIn(identity) }, sources: { identity: sourcesIn(identity) }, fault: undefined }
}

const policiesIn = (applied: readonly Applied[]) => applied.map(({ policy }) => policy)
const sourcesIn = (applied: readonly Applied[]) => applied.map(({ source }) => source)

function ownerOf(applied: { readonly groupId: string; readonly groupName: string }, userId: UserId): PolicyOwner {
  return applied.groupId === ''
    ? { type: 'User', id: userId, name: undefined }
    : { type: 'Group', id: applied.groupId, name: applied.groupName }
}

function inline({ name, hash }: InlinePolicy, owner: PolicyOwner, view: View): Applied {
  const source: PolicySource = { kind: 'inline', name, arn: undefined, hash, owner }
  return { source, policy: compile('identity-inline', hash, () => policyText(source, view)) }
}

/** A managed policy that speaks for someone. One that is referred to and absent is a fault, never "no policy": it might have held a Deny. */
function speaking(arn: string, ownHash: string | null, owner: PolicyOwner, view: View): Applied {
  const found = managed(arn, ownHash, owner, view)
  if (found === undefined) throw new Error(`the policy ${arn} that speaks for ${owner.id} is missing`)
  return found
}

/** A managed policy by its ARN: one of AWS's, or the account's own, whose default version has this hash. */
function managed(arn: string, ownHash: string | null, owner: PolicyOwner, view: View): Applied | undefined {
  const hash = managedPolicy(arn)?.hash ?? ownHash
  if (hash === null) return undefined
  const source: PolicySource = { kind: 'managed', name: arn.slice(arn.lastIndexOf('/') + 1), arn, hash, owner }
  return { source, policy: compile('identity-managed', hash, () => policyText(source, view)) }
}

const ownPasswordActions: readonly string[] = ['iam:ChangePassword', 'iam:GetAccountPasswordPolicy']

// The resource of ChangePassword is always the caller.
const ownPasswordText = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: ownPasswordActions, Resource: '*' },
})
const ownPassword = compilePolicy(parsePolicy(ownPasswordText, 'identity-managed'))

/** The policies that apply to a user's action: its own, and what its account gives all (AllowUsersToChangePassword). */
export function policiesOn(
  action: string,
  { account, userId }: { readonly account: AccountId; readonly userId: UserId },
  view: View,
): AppliedPolicies {
  const own = view.derive(policiesOfUser, userId)
  // Read for those actions alone that it speaks of: every other call is spared a row.
  if (!ownPasswordActions.includes(action)) return own
  if (view.get(passwordPolicyOf, { account })?.usersMayChange !== true) return own
  // Last in its set, so that the sources of the others keep their places. It only allows, so that no refusal ever names it.
  return { ...own, sets: { ...own.sets, identity: [...own.sets.identity, ownPassword] } }
}
