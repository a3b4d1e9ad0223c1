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
import {
  boundaryFor,
  inlinePoliciesFor,
  managedPoliciesFor,
  type AppliedInlinePolicy,
} from '../store/identity-policies.ts'
import { groupPolicies, userPolicies } from '../store/inline-policies.ts'
import { defaultTextOf } from '../store/managed-policies.ts'
import { passwordPolicyOf } from '../store/password-policies.ts'
import { nameKey } from '../store/users.ts'
import { managedPolicy, policyHash } from './managed-policies.ts'

/** Whose a policy is: the caller's own, or of a group the caller is in. */
export interface PolicyOwner {
  readonly type: 'User' | 'Group'
  /** Unique id. */
  readonly id: string
  /** Undefined for the user itself, whose name moves without its policies. */
  readonly name: string | undefined
}

/** Where a policy that applies came from. */
export interface PolicySource {
  readonly kind: 'inline' | 'managed'
  readonly name: string
  /** Of a managed policy. */
  readonly arn: string | undefined
  /** SHA-256 of the document's text, in hex. */
  readonly hash: string
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
  const identity = [...inlinePolicies(userId, view), ...managedPolicies(userId, view)]
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

const policiesIn = (applied: readonly Applied[]) => applied.map(({ policy }) => policy)
const sourcesIn = (applied: readonly Applied[]) => applied.map(({ source }) => source)

function inlinePolicies(userId: UserId, view: View): readonly Applied[] {
  return view.get(inlinePoliciesFor, { userId }).map((applied) => {
    const { name, hash } = applied
    const policy = compile('identity-inline', hash, () => {
      const text = inlineText(applied, userId, view)
      // A policy that is referred to and absent is a fault, never "no policy": it might have held a Deny.
      if (text === undefined) throw new Error(`the text of the policy ${name} that speaks for ${userId} is missing`)
      return text
    })
    return { source: { kind: 'inline', name, arn: undefined, hash, owner: ownerOf(applied, userId) }, policy }
  })
}

function managedPolicies(userId: UserId, view: View): readonly Applied[] {
  return view.get(managedPoliciesFor, { userId }).map((applied) => {
    const found = managed(applied.policyArn, applied.hash, ownerOf(applied, userId), view)
    if (found === undefined) throw new Error(`the policy ${applied.policyArn} that speaks for ${userId} is missing`)
    return found
  })
}

function ownerOf(applied: { readonly groupId: string; readonly groupName: string }, userId: UserId): PolicyOwner {
  return applied.groupId === ''
    ? { type: 'User', id: userId, name: undefined }
    : { type: 'Group', id: applied.groupId, name: applied.groupName }
}

function inlineText({ groupId, name }: AppliedInlinePolicy, userId: UserId, view: View): string | undefined {
  const named = { nameKey: nameKey(name) }
  return groupId === ''
    ? view.get(userPolicies.one, { owner: userId, ...named })?.text
    : // What the store gives as a group's id is one.
      view.get(groupPolicies.one, { owner: groupId as GroupId, ...named })?.text
}

/** A managed policy by its ARN: one of AWS's, or the account's own, whose default version has this hash. */
function managed(arn: string, ownHash: string | null, owner: PolicyOwner, view: View): Applied | undefined {
  const of = (hash: string, readText: () => string): Applied => ({
    source: { kind: 'managed', name: arn.slice(arn.lastIndexOf('/') + 1), arn, hash, owner },
    policy: compile('identity-managed', hash, readText),
  })
  const aws = managedPolicy(arn)
  if (aws !== undefined) return of(aws.hash, () => aws.text)
  if (ownHash === null) return undefined
  return of(ownHash, () => {
    const text = view.get(defaultTextOf, { arn })
    if (text === undefined) throw new Error(`the text of the policy ${arn} is missing`)
    return text
  })
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
