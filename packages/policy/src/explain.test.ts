import { describe, expect, it } from 'vitest'
import { compilePolicy, explain, parsePolicy, type PolicyKind, type RequestPrincipal } from './index.ts'

const alice: RequestPrincipal = {
  type: 'User',
  account: '123456789012',
  arn: 'arn:aws:iam::123456789012:user/alice',
  userId: 'AIDAAAAAAAAAAAAAAAAAA',
}

function policy(kind: PolicyKind, ...statements: object[]) {
  return compilePolicy(parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }), kind))
}

const stop = { Effect: 'Allow', Action: 'ec2:StopInstances', Resource: '*' }
const request = (values: Record<string, string | string[]> = {}) => ({
  action: 'ec2:StopInstances',
  resource: 'arn:aws:ec2:us-east-1:123456789012:instance/i-1',
  context: new Map(Object.entries(values)),
  principal: alice,
})

function explained(statement: object, values: Record<string, string | string[]> = {}) {
  const explanation = explain({ identity: [policy('identity-inline', { ...stop, ...statement })] }, request(values))
  const { statements, missingContextKeys: missing } = explanation
  return { matched: statements[0]?.matched, unmet: statements[0]?.unmet, missing }
}

describe('explain says of a statement', () => {
  it('that it matched', () => {
    expect(explained({})).toEqual({ matched: true, unmet: [], missing: [] })
  })

  it('each part that did not', () => {
    const statement = {
      Action: 'ec2:Start*',
      Resource: 'arn:aws:ec2:*:*:volume/*',
      Condition: {
        'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a*', 'b'] },
        Bool: { 'aws:MultiFactorAuthPresent': true, 'aws:SecureTransport': 'true' },
      },
    }
    const values = { 'aws:tagkeys': ['x'], 'aws:securetransport': 'true' }
    expect(explained(statement, values)).toEqual({
      matched: false,
      unmet: [
        { part: 'Action' },
        { part: 'Resource' },
        {
          part: 'Condition',
          operator: 'ForAnyValue:StringLikeIfExists',
          key: 'aws:TagKeys',
          values: ['a*', 'b'],
          found: ['x'],
        },
        {
          part: 'Condition',
          operator: 'Bool',
          key: 'aws:MultiFactorAuthPresent',
          values: ['true'],
          found: undefined,
        },
      ],
      missing: [],
    })
  })

  it('what it has in its place, and in which effect', () => {
    const deny = { ...stop, Effect: 'Deny' }
    const { statements } = explain(
      {
        identity: [policy('identity-inline', stop, deny)],
        serviceControl: [[policy('service-control', stop)], [policy('service-control', { ...stop, Action: 's3:*' })]],
        resource: [policy('resource', { ...stop, Principal: { AWS: '210987654321' } })],
      },
      request(),
    )
    expect(statements).toEqual([
      { name: { set: 'serviceControl', policy: 0, statement: 0 }, effect: 'Allow', matched: true, unmet: [] },
      { name: { set: 'serviceControl', policy: 1, statement: 0 }, effect: 'Allow', matched: false, unmet: [{ part: 'Action' }] },
      { name: { set: 'resource', policy: 0, statement: 0 }, effect: 'Allow', matched: false, unmet: [{ part: 'Principal' }] },
      { name: { set: 'identity', policy: 0, statement: 0 }, effect: 'Allow', matched: true, unmet: [] },
      { name: { set: 'identity', policy: 0, statement: 1 }, effect: 'Deny', matched: true, unmet: [] },
    ]) // prettier-ignore
  })
})

describe('explain says of a set what it says by itself', () => {
  it('in AWS’s order, also of those that were not asked', () => {
    const { decision, sets } = explain(
      {
        identity: [policy('identity-inline', stop)],
        boundary: [],
        session: [policy('session', stop)],
        resource: [policy('resource', { ...stop, Effect: 'Deny', Principal: '*' })],
        serviceControl: [[policy('service-control', stop)], []],
        resourceControl: [],
      },
      request(),
    )
    expect(decision).toMatchObject({ effect: 'ExplicitDeny', set: 'resource' })
    expect(sets).toEqual([
      { set: 'resourceControl', effect: 'Allow', statements: [] },
      { set: 'serviceControl', effect: 'ImplicitDeny', statements: [] },
      { set: 'resource', effect: 'ExplicitDeny', statements: [{ set: 'resource', policy: 0, statement: 0 }] },
      { set: 'identity', effect: 'Allow', statements: [{ set: 'identity', policy: 0, statement: 0 }] },
      { set: 'boundary', effect: 'ImplicitDeny', statements: [] },
      { set: 'session', effect: 'Allow', statements: [{ set: 'session', policy: 0, statement: 0 }] },
    ])
  })

  it('and names no set that is not there', () => {
    expect(explain({ identity: [] }, request()).sets).toEqual([
      { set: 'identity', effect: 'ImplicitDeny', statements: [] },
    ])
  })
})

describe('explain names a missing key', () => {
  const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }

  it('as the policy spells it, where the statement would match but for it', () => {
    expect(explained({ Condition: mfa }).missing).toEqual(['aws:MultiFactorAuthPresent'])
    expect(explained({ Condition: mfa }, { 'aws:multifactorauthpresent': 'false' }).missing).toEqual([])
  })

  it('also where the statement matches without it', () => {
    const condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }
    expect(explained({ Condition: condition })).toMatchObject({
      matched: true,
      missing: ['aws:MultiFactorAuthPresent'],
    })
  })

  it('of variables too, where they bring no value of their own', () => {
    const Resource = "arn:aws:ec2:us-east-1:123456789012:instance/${aws:UserName}${k, ''}"
    expect(explained({ Resource }).missing).toEqual(['aws:UserName'])
    const condition = { StringEquals: { 'aws:PrincipalTag/Team': '${aws:PrincipalTag/Other}' } }
    expect(explained({ Condition: condition }).missing).toEqual(['aws:PrincipalTag/Team', 'aws:PrincipalTag/Other'])
  })

  it('where Null wants it to be there', () => {
    expect(explained({ Condition: { Null: { Here: 'false' } } }).missing).toEqual(['Here'])
    expect(explained({ Condition: { Null: { Here: 'true' } } }).missing).toEqual([])
  })

  it('once, however often it is asked for', () => {
    expect(
      explained({ Condition: { ...mfa, StringEquals: { 'AWS:multifactorauthpresent': 'true' } } }).missing,
    ).toEqual(['aws:MultiFactorAuthPresent'])
  })

  it.each<[string, object]>([
    ['another action', { Action: 'ec2:StartInstances', Condition: mfa }],
    ['another resource', { Resource: 'arn:aws:ec2:*:*:volume/*', Condition: mfa }],
    ['a condition that a value fails', { Condition: { ...mfa, StringEquals: { here: 'x' } } }],
    ['a condition on its absence', { Condition: { Null: { 'aws:MultiFactorAuthPresent': 'true' } } }],
  ])('not of a statement with %s', (_name, statement) => {
    expect(explained(statement, { here: 'y' }).missing).toEqual([])
  })
})
