import { describe, expect, it } from 'vitest'
import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import { firstDraft, forbidsPasswordChange, inlineOf } from './draft.ts'

const deny = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Resource: '*', ...statement }] })

describe('forbidsPasswordChange', () => {
  it.each(['iam:ChangePassword', 'IAM:changepassword', 'iam:*', '*', 'iam:Change?assword'])(
    'sees a Deny of %s',
    (Action) => {
      expect(forbidsPasswordChange(deny({ Action }))).toBe(true)
      expect(forbidsPasswordChange(deny({ Action: ['s3:*', Action] }))).toBe(true)
    },
  )

  it('sees that everything but a list is denied, as where MFA is asked for', () => {
    expect(forbidsPasswordChange(deny({ NotAction: ['iam:GetUser'] }))).toBe(true)
    expect(forbidsPasswordChange(deny({ NotAction: ['iam:GetUser', 'iam:ChangePassword'] }))).toBe(false)
  })

  it('leaves other policies alone', () => {
    expect(forbidsPasswordChange(deny({ Action: 'iam:CreateUser' }))).toBe(false)
    expect(forbidsPasswordChange(deny({ Effect: 'Allow', Action: '*' }))).toBe(false)
    expect(forbidsPasswordChange('{')).toBe(false)
  })
})

describe('inlineOf', () => {
  it('is nothing, a template under its own name, or what was written', () => {
    expect(inlineOf(firstDraft)).toBeUndefined()
    expect(inlineOf({ ...firstDraft, inline: 'ManageOwnAccessKeys' })?.name).toBe('ManageOwnAccessKeys')
    const json = { ...firstDraft, inline: 'json', policyName: 'p', document: '{}' } as const
    expect(inlineOf(json)).toEqual({ name: 'p', document: '{}' })
  })

  it('matches users with a path where that was asked for', () => {
    const document = inlineOf({ ...firstDraft, inline: 'CreateOwnAccessKeys', withPaths: true })?.document ?? ''
    expect(document).toContain('user/*/${aws:username}')
    expect(findPolicyFault(document)).toBeUndefined()
  })
})
