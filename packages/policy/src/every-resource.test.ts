import { describe, expect, it } from 'vitest'
import { compilePolicy, evaluateOnEvery, parsePolicy } from './index.ts'

const resourcesUnder = 'arn:aws:iam::123456789012:user/'
const context = new Map([
  ['aws:username', 'alice'],
  ['aws:principalaccount', '123456789012'],
  ['aws:resourcetag/team', 'red'],
])

function decide(...statements: object[]) {
  const document = { Version: '2012-10-17', Statement: statements }
  const identity = [compilePolicy(parsePolicy(JSON.stringify(document), 'identity-managed'))]
  const isOfResource = (key: string) => key.startsWith('aws:resourcetag/')
  return evaluateOnEvery({ identity }, { action: 'iam:ListAccessKeys', resourcesUnder, context, isOfResource })
}

const allow = { Effect: 'Allow', Action: 'iam:ListAccessKeys', Resource: '*' }
const allowed = { effect: 'Allow', set: 'identity', statements: [{ set: 'identity', policy: 0, statement: 0 }] }
const refused = { effect: 'ImplicitDeny', set: 'identity', statements: [] }

describe('what is allowed on every resource', () => {
  it.each([
    '*',
    'arn:aws:iam::*:user/*',
    'arn:aws:iam::123456789012:user/*',
    "arn:aws:iam::123456789012:user/*${aws:missing, ''}",
    'arn:aws:iam::*:user/?*',
    'arn:aws:iam::*:user/**?',
  ])('is so by %s', (Resource) => expect(decide({ ...allow, Resource })).toEqual(allowed))

  it.each([
    'arn:aws:iam::123456789012:user/alice',
    'arn:aws:iam::123456789012:user/',
    'arn:aws:iam::123456789012:user/?',
    'arn:aws:iam::123456789012:user/??*',
    'arn:aws:iam::123456789012:user/a*',
    'arn:aws:iam::123456789012:user/*a',
    'arn:aws:iam::123456789012:user/*/*',
    'arn:aws:iam::123456789012:user/${*}',
    'arn:aws:iam::123456789012:user/${aws:username}',
    'arn:aws:iam::123456789012:user/${aws:missing}*',
    'arn:aws:iam::123456789012:user/*${aws:ResourceTag/team}',
    'arn:aws:iam::210987654321:user/*',
    'arn:aws:iam::123456789012:role/*',
  ])('is not so by %s, though it may match the text of a star', (Resource) => {
    expect(decide({ ...allow, Resource })).toEqual(refused)
  })

  it('is not so by NotResource, whatever that leaves out', () => {
    expect(decide({ ...allow, Resource: undefined, NotResource: 'arn:aws:iam::*:role/*' })).toEqual(refused)
  })

  it('may depend on conditions of the call and not on tags of the resource', () => {
    const under = (Condition: object) => decide({ ...allow, Condition })
    expect(under({ StringEquals: { 'aws:username': 'alice' } })).toEqual(allowed)
    expect(under({ StringEquals: { 'aws:username': 'bob' } })).toEqual(refused)
    expect(under({ StringEquals: { 'aws:ResourceTag/team': 'red' } })).toEqual(refused)
    expect(under({ StringNotEquals: { 'aws:resourcetag/team': 'blue' } })).toEqual(refused)
    expect(under({ Null: { 'aws:ResourceTag/team': 'true' } })).toEqual(refused)
    expect(under({ StringNotEquals: { 'aws:username': '${aws:ResourceTag/team}' } })).toEqual(refused)
  })

  it('names the statements that allow it, in their order', () => {
    expect(decide({ ...allow, Action: '*' }, { ...allow, Action: 'iam:List*' }, allow).statements).toEqual(
      [0, 1, 2].map((statement) => ({ set: 'identity', policy: 0, statement })),
    )
    expect(decide({ ...allow, Action: undefined, NotAction: 'iam:Create*' })).toEqual(allowed)
    expect(decide({ ...allow, Action: undefined, NotAction: 'iam:List*' })).toEqual(refused)
    expect(decide({ ...allow, Action: 'iam:GetUser' })).toEqual(refused)
  })
})

describe('a Deny on the action', () => {
  it.each([
    { Resource: '*' },
    { Resource: 'arn:aws:iam::123456789012:user/board/*' },
    { Resource: '*', Condition: { StringEquals: { 'aws:username': 'bob' } } },
    { Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'board' } } },
    { NotResource: 'arn:aws:iam::*:user/*' },
  ])('refuses all, whatever else it says: %j', (rest) => {
    expect(decide(allow, { Effect: 'Deny', Action: 'iam:List*', ...rest })).toEqual({
      effect: 'ExplicitDeny',
      set: 'identity',
      statements: [{ set: 'identity', policy: 0, statement: 1 }],
    })
  })

  it('of other actions refuses nothing', () => {
    expect(decide(allow, { Effect: 'Deny', Action: ['iam:Delete*', 's3:*'], Resource: '*' })).toEqual(allowed)
    expect(decide(allow, { Effect: 'Deny', NotAction: 'iam:List*', Resource: '*' })).toEqual(allowed)
  })
})
