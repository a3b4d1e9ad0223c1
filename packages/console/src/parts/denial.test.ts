import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import { denialOf, statementFor } from './denial.ts'

const principal = 'arn:aws:iam::123456789012:user/alice'
const resource = 'arn:aws:iam::123456789012:user/bob'
const denied = (message: string) => new ApiError('AccessDenied', message, 'r', 403)

describe('denialOf', () => {
  it('reads principal, action and resource from the sentence of the server', () => {
    const message = `User: ${principal} is not authorized to perform: iam:ListAccessKeys on resource: ${resource} because no identity-based policy allows the iam:ListAccessKeys action`
    expect(denialOf(denied(message))).toEqual({ principal, action: 'iam:ListAccessKeys', resource })
  })

  it('takes what the screen knows better', () => {
    expect(denialOf(denied('Access Denied'), 'iam:GetUser', resource)).toEqual({
      principal: undefined,
      action: 'iam:GetUser',
      resource,
    })
  })
})

describe('statementFor', () => {
  it('allows that action on that resource and nothing else', () => {
    const statement = statementFor({ principal, action: 'iam:GetUser', resource })
    expect(JSON.parse(statement ?? '')).toEqual({ Effect: 'Allow', Action: 'iam:GetUser', Resource: resource })
  })

  it('allows a call on a whole collection as AWS does', () => {
    const statement = statementFor({ principal, action: 'iam:ListUsers', resource: 'arn:aws:iam::123456789012:user/' })
    expect(JSON.parse(statement ?? '')).toEqual({ Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*' })
  })

  it('suggests nothing where no action is known', () => {
    expect(statementFor({ principal, action: undefined, resource })).toBeUndefined()
  })
})
