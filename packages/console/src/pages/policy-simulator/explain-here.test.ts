import { describe, expect, it } from 'vitest'
import { blankQuery, type ContextValue } from '../../parts/simulator/simulation-query.ts'
import type { Applied, AppliedPolicy } from './applied-policies.ts'
import { compileApplied, explainHere, placeMatched } from './explain-here.ts'

const alice = 'arn:aws:iam::123456789012:user/alice'
const document = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const withMfa = document(
  { Effect: 'Allow', Action: ['ec2:RunInstances', 'ec2:DescribeInstances', 'ec2:StopInstances'], Resource: '*' },
  {
    Effect: 'Allow',
    Action: 'ec2:TerminateInstances',
    Resource: '*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
)

const own = (name: string, text: string): AppliedPolicy => ({
  set: 'identity',
  policy: { kind: 'inline', name, arn: undefined, hash: undefined, owner: { kind: 'user', name: 'alice' } },
  text,
})
const applied = (...policies: readonly AppliedPolicy[]): Applied => ({
  policies,
  isBounded: policies.some(({ set }) => set === 'boundary'),
  ofPrincipal: new Map([['aws:username', 'alice']]),
  userId: 'AIDAEXAMPLE',
  hidden: [],
})
const query = (...context: readonly ContextValue[]) => ({ ...blankQuery, principal: alice, context })
const mfa = (value: string): ContextValue => ({ key: 'aws:MultiFactorAuthPresent', type: 'boolean', values: [value] })

function explained(policies: Applied, context: readonly ContextValue[], action: string, resource = '*') {
  const compiled = compileApplied(policies, query(...context))
  if (!compiled) throw new Error('the policies are none')
  return explainHere(compiled, action, resource)
}

describe('what the page explains of a decision', () => {
  it('is the condition of the guide’s example: no key, false, true', () => {
    const policies = applied(own('WithMfa', withMfa))
    const absent = explained(policies, [], 'ec2:TerminateInstances')
    expect(absent).toMatchObject({
      effect: 'ImplicitDeny',
      set: 'identity',
      near: [{ index: 1, unmet: [{ key: 'aws:MultiFactorAuthPresent', values: ['true'] }] }],
      missingKeys: ['aws:MultiFactorAuthPresent'],
    })
    expect(explained(policies, [mfa('false')], 'ec2:TerminateInstances')).toMatchObject({
      effect: 'ImplicitDeny',
      near: [{ unmet: [{ found: 'false' }] }],
      missingKeys: [],
    })
    expect(explained(policies, [mfa('true')], 'ec2:TerminateInstances')).toMatchObject({ effect: 'Allow', near: [] })
    expect(explained(policies, [], 'ec2:RunInstances').effect).toBe('Allow')
  })

  it('names the boundary where that is what did not allow', () => {
    const boundary: AppliedPolicy = {
      set: 'boundary',
      policy: {
        kind: 'managed',
        name: 'Edge',
        arn: 'arn:aws:iam::123456789012:policy/Edge',
        hash: undefined,
        owner: undefined,
      },
      text: document({ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }),
    }
    const policies = applied(own('All', document({ Effect: 'Allow', Action: '*', Resource: '*' })), boundary)
    expect(explained(policies, [], 's3:GetObject', 'arn:aws:s3:::c/x')).toMatchObject({
      effect: 'ImplicitDeny',
      set: 'boundary',
      near: [{ policy: { name: 'Edge' }, unmet: [{ part: 'Resource' }] }],
    })
  })

  it('fills in who the user is', () => {
    const self = document({ Effect: 'Allow', Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/${aws:username}' })
    expect(explained(applied(own('Self', self)), [], 'iam:GetUser', alice).effect).toBe('Allow')
  })

  it('is nothing where a text is no policy', () => {
    expect(compileApplied(applied(own('Broken', '{')), query())).toBeUndefined()
  })
})

describe('a statement that the server named', () => {
  it('is found by its policy’s name and its place', () => {
    const compiled = compileApplied(applied(own('WithMfa', withMfa)), query())
    const { column = 0 } = compiled?.policies.identity?.[0]?.compiled.document.statements[1]?.span ?? {}
    expect(placeMatched(compiled, { id: 'WithMfa', line: 1, column })).toMatchObject({
      index: 1,
      policy: { kind: 'inline', owner: { name: 'alice' } },
      span: { line: 1 },
    })
  })

  it('keeps the name where the document is not at hand', () => {
    expect(placeMatched(undefined, { id: 'Other', line: 1, column: 1 })).toMatchObject({
      policy: { kind: 'given', name: 'Other' },
      span: undefined,
    })
  })
})
