import { compilePolicy, parsePolicy, policySize, type CompiledPolicy, type PolicyKind } from '@keyward/policy'
import type { View } from '../directory/view.ts'
import { BoundedCache } from '../domain/cache.ts'
import type { AccountId, UserId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { passwordPolicyOf } from '../store/password-policies.ts'
import { attachmentsOfUser, policiesOfUser, policyOfUser } from '../store/user-policies.ts'
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

/** A user's own policies: inline ones and attached ones. Pass it to `view.derive`. */
function identityPolicies(id: string, view: View): readonly CompiledPolicy[] {
  // The key of `derive` is a user's id.
  const userId = id as UserId
  const inline = view.get(policiesOfUser, { userId }).map(({ name, hash }) =>
    compile('identity-inline', hash, () => {
      const stored = view.get(policyOfUser, { userId, nameKey: nameKey(name) })
      // A policy that is referred to and absent is a fault, never "no policy": it might have held a Deny.
      if (stored === undefined) throw new Error(`the text of the policy ${name} of ${userId} is missing`)
      return stored.text
    }),
  )
  const attached = view.get(attachmentsOfUser, { userId }).map(({ policyArn }) => {
    const policy = managedPolicy(policyArn)
    if (policy === undefined) throw new Error(`the attached policy ${policyArn} of ${userId} is missing`)
    return compile('identity-managed', policy.hash, () => policy.text)
  })
  return [...inline, ...attached]
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
