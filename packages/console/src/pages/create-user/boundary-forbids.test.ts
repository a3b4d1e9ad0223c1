import { expect, it } from 'vitest'
import { boundaryForbids } from './boundary-forbids.ts'

const arn = 'arn:aws:iam::123456789012:user/team/alice'
const allowing = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Resource: '*', ...statement } })
const forbids = (document: string) => boundaryForbids(document, 'iam:ChangePassword', arn)

it('sees a boundary that does not allow what must be done', () => {
  expect(forbids(allowing({ Action: 's3:*' }))).toBe(true)
  expect(forbids(allowing({ Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/bob' }))).toBe(true)
  const withMfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
  expect(forbids(allowing({ Action: 'iam:*', Condition: withMfa }))).toBe(true)
})

it('leaves one alone that allows it, also by her own name, and one it cannot read', () => {
  expect(forbids(allowing({ Action: '*' }))).toBe(false)
  expect(forbids(allowing({ Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/*/${aws:username}' }))).toBe(
    false,
  )
  expect(forbids('{')).toBe(false)
})
