import { describe, expect, it } from 'vitest'
import { compilePolicy, evaluateOnEvery, parsePolicy, type PolicySets, type RequestPrincipal } from './index.ts'

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

describe('every set', () => {
  const account = '123456789012'
  const arn = (rest: string) => `arn:aws:iam::${account}:${rest}`
  const root: RequestPrincipal = { type: 'Root', account, arn: arn('root') }
  const federated: RequestPrincipal = {
    type: 'FederatedUser',
    account,
    sessionArn: `arn:aws:sts::${account}:federated-user/f`,
    userArn: arn('user/alice'),
    userId: 'AIDAAAAAAAAAAAAAAAAAA',
  }
  const policy = (statement: object, kind: 'identity-inline' | 'resource' = 'identity-inline') =>
    compilePolicy(parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }), kind))
  const all = policy(allow)
  const some = policy({ ...allow, Resource: 'arn:aws:iam::*:user/a*' })
  const denied = policy({ ...allow, Effect: 'Deny', Resource: 'arn:aws:iam::*:user/board/*' })

  function outcome(sets: Partial<PolicySets>, principal?: RequestPrincipal): string {
    const request = { action: 'iam:ListAccessKeys', resourcesUnder, context, isOfResource: () => false }
    const { effect, set } = evaluateOnEvery(
      { identity: [all], ...sets },
      { ...request, ...(principal && { principal }) },
    )
    return `${effect} ${set ?? ''}`.trim()
  }

  it.each<[keyof PolicySets, Partial<PolicySets>, Partial<PolicySets>, Partial<PolicySets>]>([
    ['identity', { identity: [all] }, { identity: [some] }, { identity: [all, denied] }],
    ['boundary', { boundary: [some, all] }, { boundary: [some] }, { boundary: [all, denied] }],
    ['session', { session: [all] }, { session: [] }, { session: [all, denied] }],
    [
      'serviceControl',
      { serviceControl: [[all], [all]] },
      { serviceControl: [[all], [some]] },
      { serviceControl: [[all], [all, denied]] },
    ],
    [
      'resourceControl',
      { resourceControl: [[all], [all]] },
      { resourceControl: [[], [all]] },
      { resourceControl: [[all, denied], [all]] },
    ],
  ])('%s must allow all and may deny none', (set, enough, lacking, denying) => {
    // prettier-ignore
    expect(outcome(enough)).toBe('Allow identity')
    expect(outcome(lacking)).toBe(`ImplicitDeny ${set}`)
    expect(outcome(denying)).toBe(`ExplicitDeny ${set}`)
  })

  it("a resource's policy allows nothing, and whatever it denies is denied", () => {
    expect(outcome({ identity: [], resource: [policy({ ...allow, Principal: '*' }, 'resource')] })).toBe(
      'ImplicitDeny identity',
    )
    const other = policy({ ...allow, Effect: 'Deny', Principal: { AWS: '210987654321' } }, 'resource')
    expect(outcome({ resource: [other] })).toBe('ExplicitDeny resource')
  })

  it('root needs no identity policy, but nothing may stand in its way', () => {
    expect(outcome({ identity: [], boundary: [] }, root)).toBe('Allow')
    expect(outcome({ identity: [], session: [some] }, root)).toBe('ImplicitDeny session')
    expect(outcome({ identity: [], serviceControl: [[some]] }, root)).toBe('ImplicitDeny serviceControl')
  })

  it('a federated user needs session policies, and a service may nothing', () => {
    expect(outcome({}, federated)).toBe('ImplicitDeny session')
    expect(outcome({ session: [all] }, federated)).toBe('Allow identity')
    expect(outcome({}, { type: 'Service', service: 'ec2.amazonaws.com' })).toBe('ImplicitDeny resource')
  })
})
