import { expect, it } from 'vitest'
import { deletionSteps } from './group-deletion.ts'

it('takes the users out first, and the group last', () => {
  const steps = deletionSteps({
    users: ['alice', 'bob'],
    inlinePolicies: ['own'],
    attachedPolicies: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
  })
  expect(steps.map(({ operation }) => operation)).toEqual([
    'RemoveUserFromGroup',
    'RemoveUserFromGroup',
    'DeleteGroupPolicy',
    'DetachGroupPolicy',
    'DeleteGroup',
  ])
})

it('is one step for a group that has nothing', () => {
  expect(deletionSteps({ users: [], inlinePolicies: [], attachedPolicies: [] })).toEqual([{ operation: 'DeleteGroup' }])
})
