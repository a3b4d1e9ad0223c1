import { expect, it } from 'vitest'
import { deletionSteps } from './user-deletion.ts'

const said = (...asked: Parameters<typeof deletionSteps>) => deletionSteps(...asked).map(({ operation }) => operation)

it('takes the way in first and the user last', () => {
  expect(
    said({
      loginProfile: true,
      accessKeys: ['AKIA1', 'AKIA2'],
      groups: ['Developers'],
      inlinePolicies: ['p'],
      attachedPolicies: [{ name: 'Admin', arn: 'arn:aws:iam::aws:policy/Admin' }],
    }),
  ).toEqual([
    'DeleteAccessKey',
    'DeleteAccessKey',
    'DeleteLoginProfile',
    'RemoveUserFromGroup',
    'DeleteUserPolicy',
    'DetachUserPolicy',
    'DeleteUser',
  ])
})

it('is one step for a user who has nothing', () => {
  const nothing = { loginProfile: false, accessKeys: [], groups: [], inlinePolicies: [], attachedPolicies: [] }
  expect(said(nothing)).toEqual(['DeleteUser'])
})
