import { compilePolicy, parsePolicy, policySize, type CompiledPolicy, type PolicyKind } from '@keyward/policy'
import type { View } from '../directory/view.ts'
import { BoundedCache } from '../domain/cache.ts'
import type { AccountId, GroupId, UserId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { inlinePoliciesFor, managedPoliciesFor, type AppliedInlinePolicy } from '../store/identity-policies.ts'
import { groupPolicies, userPolicies } from '../store/inline-policies.ts'
import { defaultTextOf } from '../store/managed-policies.ts'
import { passwordPolicyOf } from '../store/password-policies.ts'
import { nameKey } from '../store/users.ts'
import { managedPolicy, policyHash } from './managed-policies.ts'

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

/** A user's identity policies, inline and managed, its own and those of its groups. Pass it to `view.derive`. */
function identityPolicies(id: string, view: View): readonly CompiledPolicy[] {
  // The key of `derive` is a user's id.
  const userId = id as UserId
  const inline = view.get(inlinePoliciesFor, { userId }).map((policy) =>
    compile('identity-inline', policy.hash, () => {
      const text = inlineText(policy, userId, view)
      // A policy that is referred to and absent is a fault, never "no policy": it might have held a Deny.
      if (text === undefined)
        throw new Error(`the text of the policy ${policy.name} that speaks for ${userId} is missing`)
      return text
    }),
  )
  const managed = view.get(managedPoliciesFor, { userId }).map(({ policyArn, hash }) => {
    const policy = awsPolicy(policyArn) ?? ownPolicy(policyArn, hash, view)
    if (policy === undefined) throw new Error(`the policy ${policyArn} that speaks for ${userId} is missing`)
    return compile('identity-managed', policy.hash, policy.readText)
  })
  return [...inline, ...managed]
}

function inlineText({ groupId, name }: AppliedInlinePolicy, userId: UserId, view: View): string | undefined {
  const named = { nameKey: nameKey(name) }
  return groupId === ''
    ? view.get(userPolicies.one, { owner: userId, ...named })?.text
    : // What the store gives as a group's id is one.
      view.get(groupPolicies.one, { owner: groupId as GroupId, ...named })?.text
}

function awsPolicy(arn: string) {
  const policy = managedPolicy(arn)
  return policy && { hash: policy.hash, readText: () => policy.text }
}

function ownPolicy(arn: string, hash: string | null, view: View) {
  if (hash === null) return undefined
  return {
    hash,
    readText: () => {
      const text = view.get(defaultTextOf, { arn })
      if (text === undefined) throw new Error(`the text of the policy ${arn} is missing`)
      return text
    },
  }
}

const ownPasswordActions: readonly string[] = ['iam:ChangePassword', 'iam:GetAccountPasswordPolicy']

// The resource of ChangePassword is always the caller.
const ownPassword = compilePolicy(
  parsePolicy(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: ownPasswordActions, Resource: '*' },
    }),
    'identity-managed',
  ),
)

/** The policies that speak for a user on an action: its own, and what its account gives all (AllowUsersToChangePassword). */
export function policiesOn(
  action: string,
  { account, userId }: { readonly account: AccountId; readonly userId: UserId },
  view: View,
): readonly CompiledPolicy[] {
  const own = view.derive(identityPolicies, userId)
  // Read for those actions alone that it speaks of: every other call is spared a row.
  if (!ownPasswordActions.includes(action)) return own
  return view.get(passwordPolicyOf, { account })?.usersMayChange === true ? [...own, ownPassword] : own
}
