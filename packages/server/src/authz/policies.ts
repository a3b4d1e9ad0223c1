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

/** What applies to a user: its own policies and its groups', inline and managed, and its boundary. Pass it to `view.derive`. */
export function policiesOfUser(id: string, view: View): AppliedPolicies {
  // The key of `derive` is a user's id.
  const userId = id as UserId
  const inline = view.get(inlinePoliciesFor, { userId })
  const managed = view.get(managedPoliciesFor, { userId })
  const bound = view.get(boundaryFor, { userId })
  const self: PolicyOwner = { type: 'User', id, name: undefined }
  const ownerOf = (of: { readonly groupId: string; readonly groupName: string }): PolicyOwner =>
    of.groupId === '' ? self : { type: 'Group', id: of.groupId, name: of.groupName }
  const identity = [
    ...inline.map((policy) => compileInline(policy, () => ownerOf(policy), view)),
    ...managed.map((of) =>
      speaking(
        compileManaged(of, () => ownerOf(of), view),
        of.policyArn,
        id,
      ),
    ),
  ]
  const boundary = bound && compileManaged(bound, () => self, view)
  return {
    sets: bound === undefined ? { identity } : { identity, boundary: boundary === undefined ? [] : [boundary] },
    // Made where someone asks: thousands of callers are judged by them, and few are told of them.
    get sources() {
      const sources = [
        ...inline.map((policy) => inlineSource(policy, ownerOf(policy))),
        ...managed.flatMap((of) => managedSource(of, ownerOf(of)) ?? []),
      ]
      if (bound === undefined) return { identity: sources }
      const source = managedSource(bound, self)
      return { identity: sources, boundary: source === undefined ? [] : [source] }
    },
    // A boundary that is gone bounds to nothing: whoever was to be held back is not let go.
    fault:
      bound !== undefined && boundary === undefined
        ? `the policy ${bound.policyArn} that bounds ${userId} is missing`
        : undefined,
  }
}

/** What a group gives its members. Pass it to `view.derive`. */
export function policiesOfGroup(id: string, view: View): AppliedPolicies {
  // The key of `derive` is a group's id.
  const owner = id as GroupId
  const group: PolicyOwner = { type: 'Group', id, name: undefined }
  const inline = view.get(groupPolicies.of, { owner })
  const managed = view.get(groupAttachments.of, { owner }).map(({ policyArn }) => {
    const text = view.get(defaultTextOf, { arn: policyArn })
    return { policyArn, hash: text === undefined ? null : policyHash(text) }
  })
  return {
    sets: {
      identity: [
        ...inline.map((policy) => compileInline(policy, () => group, view)),
        ...managed.map((of) =>
          speaking(
            compileManaged(of, () => group, view),
            of.policyArn,
            id,
          ),
        ),
      ],
    },
    sources: {
      identity: [
        ...inline.map((policy) => inlineSource(policy, group)),
        ...managed.flatMap((of) => managedSource(of, group) ?? []),
      ],
    },
    fault: undefined,
  }
}

/** A policy that is referred to and absent is a fault, never "no policy": it might have held a Deny. */
function speaking(policy: CompiledPolicy | undefined, arn: string, id: string): CompiledPolicy {
  if (policy === undefined) throw new Error(`the policy ${arn} that speaks for ${id} is missing`)
  return policy
}

const inlineSource = ({ name, hash }: InlinePolicy, owner: PolicyOwner): PolicySource => ({
  kind: 'inline',
  name,
  arn: undefined,
  hash,
  owner,
})

const compileInline = (policy: InlinePolicy, owner: () => PolicyOwner, view: View): CompiledPolicy =>
  compile('identity-inline', policy.hash, () => policyText(inlineSource(policy, owner()), view))

interface Attached {
  readonly policyArn: string
  /** Of the default version of an account's own policy. */
  readonly hash: string | null
}

/** A managed policy: one of AWS's, or the account's own. Undefined where it is neither. */
function managedSource({ policyArn: arn, hash: ownHash }: Attached, owner: PolicyOwner): PolicySource | undefined {
  const hash = managedPolicy(arn)?.hash ?? ownHash
  if (hash === null) return undefined
  return { kind: 'managed', name: arn.slice(arn.lastIndexOf('/') + 1), arn, hash, owner }
}

function compileManaged(attached: Attached, owner: () => PolicyOwner, view: View): CompiledPolicy | undefined {
  const source = managedSource(attached, owner())
  return source && compile('identity-managed', source.hash, () => policyText(source, view))
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
  return { ...own, sources: own.sources, sets: { ...own.sets, identity: [...own.sets.identity, ownPassword] } }
}
