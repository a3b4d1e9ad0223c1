import type { View } from '../directory/view.ts'
import type { GroupId, UserId } from '../domain/ids.ts'
import { groupPolicies, userPolicies } from '../store/inline-policies.ts'
import { defaultTextOf } from '../store/managed-policies.ts'
import { nameKey } from '../store/users.ts'
import { managedPolicy } from './managed-policies.ts'
import type { PolicySource } from './policies.ts'

/** The document of a policy that applies to someone, as it is stored. */
export function policyText({ name, arn, owner }: PolicySource, view: View): string {
  const text = arn === undefined ? inlineText(owner, name, view) : managedText(arn, view)
  if (text === undefined) throw new Error(`the text of the policy ${arn ?? name} is missing`)
  return text
}

function inlineText({ type, id }: PolicySource['owner'], name: string, view: View): string | undefined {
  const named = { nameKey: nameKey(name) }
  // What the store gives as an owner's id is one.
  return type === 'User'
    ? view.get(userPolicies.one, { owner: id as UserId, ...named })?.text
    : view.get(groupPolicies.one, { owner: id as GroupId, ...named })?.text
}

const managedText = (arn: string, view: View): string | undefined =>
  managedPolicy(arn)?.text ?? view.get(defaultTextOf, { arn })
