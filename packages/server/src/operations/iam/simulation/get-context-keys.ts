import { policiesOfGroup, policiesOfUser } from '../../../authz/policies.ts'
import { contextKeysOf, type CompiledPolicy } from '@keyward/policy'
import { operation } from '../../operation.ts'
import { givenIn, readGiven } from './given-policies.ts'
import { onPolicySource } from './policy-source.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html */
export const GetContextKeysForCustomPolicy = operation('iam', 'GetContextKeysForCustomPolicy', {
  access: 'Read',
  requires: () => ({
    action: 'iam:GetContextKeysForCustomPolicy',
    resource: '*',
    spokenAs: '*',
    target: () => undefined,
  }),
  compute:
    ({ input }) =>
    () =>
      keysOf([], input.PolicyInputList),
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html */
export const GetContextKeysForPrincipalPolicy = operation('iam', 'GetContextKeysForPrincipalPolicy', {
  access: 'Read',
  missing: 'roles come with roles',
  requires: ({ input, caller, view }) =>
    onPolicySource('iam:GetContextKeysForPrincipalPolicy', input.PolicySourceArn, caller, view),
  compute({ input, target, view }) {
    const { sets } =
      target.type === 'User'
        ? view.derive(policiesOfUser, target.user.id)
        : view.derive(policiesOfGroup, target.group.id)
    return () => keysOf([...sets.identity, ...(sets.boundary ?? [])], input.PolicyInputList)
  },
})

/** Each key once, in the spelling of its first use. */
async function keysOf(stored: readonly CompiledPolicy[], texts: readonly string[] | undefined) {
  const given = await readGiven(givenIn('PolicyInputList', texts, 'identity-inline'))
  const spelled = new Map<string, string>()
  for (const { document } of [...stored, ...given.map(({ compiled }) => compiled)]) {
    for (const key of contextKeysOf(document)) if (!spelled.has(key.toLowerCase())) spelled.set(key.toLowerCase(), key)
  }
  return { ContextKeyNames: [...spelled.values()] }
}
