import { expect, it } from 'vitest'
import { refusalReason } from './refusal-text.ts'

it.each([
  ['identity', 'iam:GetUser', 'no identity-based policy', 'an identity-based policy'],
  ['boundary', 'iam:GetUser', 'no permissions boundary', 'a permissions boundary'],
  ['session', 'iam:GetUser', 'no session policy', 'a session policy'],
  ['resource', 's3:GetObject', 'no resource-based policy', 'a resource-based policy'],
  ['resource', 'sts:AssumeRole', 'no role trust policy', 'the role trust policy'],
  ['serviceControl', 'iam:GetUser', 'no service control policy', 'a service control policy'],
  ['resourceControl', 'iam:GetUser', 'no resource control policy', 'a resource control policy'],
] as const)('%s is named in a refusal of %s', (set, action, silent, denying) => {
  expect(refusalReason({ effect: 'ImplicitDeny', set }, action)).toBe(` because ${silent} allows the ${action} action`)
  expect(refusalReason({ effect: 'ExplicitDeny', set }, action)).toBe(` with an explicit deny in ${denying}`)
})
