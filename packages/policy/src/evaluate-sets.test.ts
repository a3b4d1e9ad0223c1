import { describe, expect, it } from 'vitest'
import {
  compilePolicy,
  evaluate,
  explain,
  parsePolicy,
  type CompiledPolicy,
  type PolicyKind,
  type PolicySets,
  type RequestPrincipal,
} from './index.ts'

const account = '123456789012'
const other = '210987654321'
const iam = (rest: string) => `arn:aws:iam::${account}:${rest}`
const sts = (rest: string) => `arn:aws:sts::${account}:${rest}`

const root: RequestPrincipal = { type: 'Root', account, arn: iam('root') }
const alice: RequestPrincipal = { type: 'User', account, arn: iam('user/alice'), userId: 'AIDAAAAAAAAAAAAAAAAAA' }
const session: RequestPrincipal = {
  type: 'AssumedRole',
  account,
  roleArn: iam('role/path/r'),
  roleId: 'AROAAAAAAAAAAAAAAAAAA',
  sessionArn: sts('assumed-role/r/s'),
}
const federated: RequestPrincipal = {
  type: 'FederatedUser',
  account,
  sessionArn: sts('federated-user/bob'),
  userArn: iam('user/alice'),
  userId: 'AIDAAAAAAAAAAAAAAAAAA',
}
const service: RequestPrincipal = { type: 'Service', service: 'ec2.amazonaws.com' }
const provider: RequestPrincipal = { type: 'Federated', provider: iam('saml-provider/p') }
const canonical: RequestPrincipal = { type: 'CanonicalUser', id: 'a'.repeat(64) }
const anonymous: RequestPrincipal = { type: 'Anonymous' }

function policy(kind: PolicyKind, members: object): CompiledPolicy {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...members }
  return compilePolicy(parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }), kind))
}

const allow = policy('identity-inline', {})
const deny = policy('identity-inline', { Effect: 'Deny' })
const elsewhere = policy('identity-inline', { Action: 's3:PutObject' })
const granting = (Principal: unknown) => policy('resource', { Principal })
const denying = (members: object) => policy('resource', { Effect: 'Deny', ...members })
const full = policy('resource-control', { Action: '*', Principal: '*' })
const allowed = 'Allow'

/** The outcome and the set that decided: `ImplicitDeny boundary`. */
function outcome(
  sets: Partial<PolicySets>,
  principal?: RequestPrincipal,
  more: { resourceAccount?: string; resourcePolicyDecides?: boolean } = {},
): string {
  const asked = {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    context: new Map<string, string>(),
    ...(principal && { principal }),
    ...more,
  }
  const { effect, set } = evaluate({ identity: [], ...sets }, asked)
  expect(explain({ identity: [], ...sets }, asked).decision).toEqual(evaluate({ identity: [], ...sets }, asked))
  return set === undefined ? effect : `${effect} ${set}`
}

describe('a Deny in any set wins over every Allow', () => {
  const everything: PolicySets = {
    identity: [allow],
    boundary: [allow],
    session: [allow],
    resource: [granting('*')],
    serviceControl: [[allow], [allow]],
    resourceControl: [[full], [full]],
  }

  it.each<[keyof PolicySets, Partial<PolicySets>]>([
    ['identity', { identity: [allow, deny] }],
    ['boundary', { boundary: [allow, deny] }],
    ['session', { session: [deny, allow] }],
    ['resource', { resource: [granting('*'), denying({ Principal: '*' })] }],
    ['serviceControl', { serviceControl: [[allow], [allow, deny]] }],
    [
      'resourceControl',
      { resourceControl: [[full, policy('resource-control', { Effect: 'Deny', Principal: '*' })], [full]] },
    ],
  ])('%s', (set, sets) => {
    for (const principal of [undefined, root, alice, session, federated, service, provider, canonical, anonymous]) {
      expect(outcome({ ...everything, ...sets }, principal)).toBe(`ExplicitDeny ${set}`)
    }
  })

  it('and AWS names the first of those that deny', () => {
    const all = { identity: [deny], boundary: [deny], session: [deny], serviceControl: [[deny]] }
    expect(
      outcome({ ...all, resource: [denying({ Principal: '*' })], resourceControl: [[denying({ Principal: '*' })]] }),
    ).toBe('ExplicitDeny resourceControl')
    expect(outcome({ ...all, resource: [denying({ Principal: '*' })] })).toBe('ExplicitDeny serviceControl')
    expect(outcome({ ...all, serviceControl: [], resource: [denying({ Principal: '*' })] })).toBe(
      'ExplicitDeny resource',
    )
    expect(outcome({ ...all, serviceControl: [] })).toBe('ExplicitDeny identity')
    expect(outcome({ boundary: [deny], session: [deny] })).toBe('ExplicitDeny boundary')
    expect(outcome({ session: [deny] })).toBe('ExplicitDeny session')
  })

  it('with the statements of that set, counted over its levels', () => {
    const request = { action: 's3:GetObject', resource: '*', context: new Map<string, string>() }
    expect(evaluate({ identity: [deny], serviceControl: [[allow, deny], [deny]] }, request)).toEqual({
      effect: 'ExplicitDeny',
      set: 'serviceControl',
      statements: [
        { set: 'serviceControl', policy: 1, statement: 0 },
        { set: 'serviceControl', policy: 2, statement: 0 },
      ],
    })
  })
})

describe('within an account', () => {
  it('identity, boundary and session policies must all allow, and the first that does not is named', () => {
    expect(outcome({ identity: [allow] }, alice)).toBe('Allow identity')
    expect(outcome({}, alice)).toBe('ImplicitDeny identity')
    expect(outcome({ identity: [allow], boundary: [elsewhere, allow] }, alice)).toBe('Allow identity')
    expect(outcome({ identity: [allow], boundary: [elsewhere] }, alice)).toBe('ImplicitDeny boundary')
    expect(outcome({ identity: [allow], boundary: [] }, alice)).toBe('ImplicitDeny boundary')
    expect(outcome({ boundary: [] }, alice)).toBe('ImplicitDeny identity')
    expect(outcome({ identity: [allow], session: [allow] }, session)).toBe('Allow identity')
    expect(outcome({ identity: [allow], session: [] }, session)).toBe('ImplicitDeny session')
    expect(outcome({ identity: [allow], boundary: [], session: [] }, session)).toBe('ImplicitDeny boundary')
  })

  it('every level of service and resource control must allow', () => {
    const sets = { identity: [allow] }
    expect(outcome({ ...sets, serviceControl: [[elsewhere, allow], [allow]] }, alice)).toBe('Allow identity')
    expect(outcome({ ...sets, serviceControl: [[allow], [elsewhere]] }, alice)).toBe('ImplicitDeny serviceControl')
    expect(outcome({ ...sets, serviceControl: [[], [allow]] }, root)).toBe('ImplicitDeny serviceControl')
    expect(outcome({ ...sets, resourceControl: [[full], []] }, alice)).toBe('ImplicitDeny resourceControl')
    expect(outcome({ ...sets, resourceControl: [[full], [full]] }, alice)).toBe('Allow identity')
    expect(outcome({ serviceControl: [[]], resourceControl: [[]] }, root)).toBe('ImplicitDeny resourceControl')
  })

  // Who is named by the resource's policy; what that spares.
  it.each<[string, RequestPrincipal, unknown, 'all' | 'all but the session' | 'identity' | 'nothing']>([
    ['a user by its ARN', alice, { AWS: alice.arn }, 'all but the session'],
    ['a user by its id', alice, { AWS: alice.userId }, 'all but the session'],
    ['everyone, to a user', alice, '*', 'all but the session'],
    ['everyone in AWS, to a user', alice, { AWS: '*' }, 'all but the session'],
    ['a session by its ARN', session, { AWS: session.sessionArn }, 'all'],
    ['everyone, to a session', session, '*', 'all'],
    ['a role by its ARN', session, { AWS: session.roleArn }, 'identity'],
    ['a role by its id', session, { AWS: session.roleId }, 'identity'],
    ['a federated user by its ARN', federated, { AWS: federated.sessionArn }, 'all'],
    ['everyone, to a federated user', federated, { AWS: '*' }, 'all'],
    ["a federated user's user", federated, { AWS: federated.userArn }, 'identity'],
    ["a federated user's user by its id", federated, { AWS: federated.userId }, 'identity'],
    ['the account', alice, { AWS: account }, 'nothing'],
    ['the root user', session, { AWS: iam('root') }, 'nothing'],
    ['the account of a federated user', federated, { AWS: [account, iam('root')] }, 'nothing'],
    ['the account and the user', alice, { AWS: [account, alice.arn] }, 'all but the session'],
    ['the session and its role', session, { AWS: [session.roleArn, session.sessionArn] }, 'all'],
  ])('a resource that names %s', (_name, principal, names, spared) => {
    const resource = [granting(names)]
    const alone = { 'all': 'Allow resource', 'all but the session': 'Allow resource', 'identity': 'Allow resource', 'nothing': 'ImplicitDeny identity' } // prettier-ignore
    const given = { identity: [], resource, session: [allow] }
    expect(outcome(given, principal)).toBe(alone[spared])
    expect(outcome({ ...given, boundary: [] }, principal)).toBe(
      spared === 'identity' ? 'ImplicitDeny boundary' : alone[spared],
    )
    expect(outcome({ ...given, session: [] }, principal)).toBe(
      spared === 'all' ? 'Allow resource' : spared === 'nothing' ? 'ImplicitDeny identity' : 'ImplicitDeny session',
    )
    if (spared === 'nothing') expect(outcome({ ...given, identity: [allow] }, principal)).toBe('Allow identity')
  })

  it.each<[string, unknown]>([
    ['a namesake', { AWS: 'AIDABBBBBBBBBBBBBBBBB' }],
    ['the role for its session only', { AWS: sts('assumed-role/r/other') }],
    ['another account', { AWS: other }],
    ['the same name in another account', { AWS: `arn:aws:iam::${other}:user/alice` }],
    ['the same name in another case', { AWS: iam('user/Alice') }],
    ['a service', { Service: 'ec2.amazonaws.com' }],
    ['every service and provider', { Service: '*', Federated: '*', CanonicalUser: '*' }],
  ])('a resource that names %s says nothing to a user or a session', (_name, names) => {
    expect(outcome({ resource: [granting(names)] }, alice)).toBe('ImplicitDeny identity')
    expect(outcome({ resource: [granting(names)] }, session)).toBe('ImplicitDeny identity')
    expect(outcome({ resource: [granting(names)], identity: [allow] }, alice)).toBe('Allow identity')
  })

  it('what a resource grants is limited by service and resource control', () => {
    const resource = [granting({ AWS: session.sessionArn })]
    expect(outcome({ resource, serviceControl: [[elsewhere]] }, session)).toBe('ImplicitDeny serviceControl')
    expect(outcome({ resource, resourceControl: [[]] }, session)).toBe('ImplicitDeny resourceControl')
  })

  it('a federated user without session policies may do nothing of itself', () => {
    expect(outcome({ identity: [allow] }, federated)).toBe('ImplicitDeny session')
    expect(outcome({ identity: [allow], session: [allow] }, federated)).toBe('Allow identity')
    expect(outcome({ resource: [granting({ AWS: federated.userArn })] }, federated)).toBe('ImplicitDeny session')
    expect(outcome({ resource: [granting({ AWS: federated.sessionArn })] }, federated)).toBe('Allow resource')
  })

  it('root may do all that is not denied, within its task policy', () => {
    expect(outcome({}, root)).toBe(allowed)
    expect(outcome({ boundary: [] }, root)).toBe(allowed)
    expect(outcome({ resource: [granting({ AWS: alice.arn })] }, root)).toBe(allowed)
    expect(outcome({ resource: [denying({ Principal: { AWS: account } })] }, root)).toBe('ExplicitDeny resource')
    expect(outcome({ session: [] }, root)).toBe('ImplicitDeny session')
    expect(outcome({ session: [], resource: [granting('*')] }, root)).toBe('ImplicitDeny session')
  })

  it('a federated user of root is limited by its session policies alone', () => {
    const ofRoot: RequestPrincipal = { ...federated, userArn: iam('root'), userId: account }
    expect(outcome({ session: [allow] }, ofRoot)).toBe(allowed)
    expect(outcome({ session: [elsewhere] }, ofRoot)).toBe('ImplicitDeny session')
    expect(outcome({}, ofRoot)).toBe('ImplicitDeny session')
    expect(outcome({ session: [allow] }, ofRoot, { resourceAccount: other })).toBe('ImplicitDeny resource')
    const resource = [granting({ AWS: account })]
    expect(outcome({ session: [allow], resource }, ofRoot, { resourceAccount: other })).toBe('Allow resource')
    expect(outcome({ session: [], resource }, ofRoot, { resourceAccount: other })).toBe('ImplicitDeny session')
    const spared = denying({ NotPrincipal: { AWS: [account, federated.sessionArn] } })
    expect(outcome({ session: [allow], resource: [spared] }, ofRoot)).toBe(allowed)
  })

  it('a statement names the grant that decided, and those as strong', () => {
    const resource = [granting({ AWS: account }), granting({ AWS: session.roleArn }), granting('*')]
    const request = { action: 's3:GetObject', resource: '*', context: new Map<string, string>(), principal: session }
    const name = (place: number) => ({ set: 'resource', policy: place, statement: 0 })
    expect(evaluate({ identity: [], resource }, request).statements).toEqual([name(2)])
    expect(evaluate({ identity: [], resource: resource.slice(0, 2) }, request).statements).toEqual([name(1)])
    expect(evaluate({ identity: [allow], resource: resource.slice(0, 1) }, request)).toEqual({
      effect: 'Allow',
      set: 'identity',
      statements: [{ set: 'identity', policy: 0, statement: 0 }],
    })
  })
})

describe('where the policy of the resource decides', () => {
  const decides = { resourcePolicyDecides: true }

  it('it must allow, also root', () => {
    for (const principal of [undefined, root, alice, session, service]) {
      expect(outcome({ identity: [allow] }, principal, decides)).toBe('ImplicitDeny resource')
      expect(outcome({ identity: [allow], resource: [] }, principal, decides)).toBe('ImplicitDeny resource')
    }
    expect(outcome({ resource: [granting({ AWS: account })] }, root, decides)).toBe('Allow resource')
    expect(outcome({ resource: [granting({ AWS: account })], session: [] }, root, decides)).toBe('ImplicitDeny session')
  })

  it('naming the account leaves it to the identity policies', () => {
    const resource = [granting({ AWS: account })]
    expect(outcome({ resource }, alice, decides)).toBe('ImplicitDeny identity')
    expect(outcome({ resource, identity: [allow] }, alice, decides)).toBe('Allow identity')
  })

  it('naming who asks is enough, within the boundary of a user or a role', () => {
    const user = [granting({ AWS: alice.arn })]
    expect(outcome({ resource: user }, alice, decides)).toBe('Allow resource')
    expect(outcome({ resource: user, boundary: [] }, alice, decides)).toBe('ImplicitDeny boundary')
    const role = [granting({ AWS: session.roleArn })]
    expect(outcome({ resource: role }, session, decides)).toBe('Allow resource')
    expect(outcome({ resource: role, boundary: [] }, session, decides)).toBe('ImplicitDeny boundary')
  })

  it('a trust policy speaks of the role that has it', () => {
    const text = { Statement: { Effect: 'Allow', Principal: { AWS: alice.userId }, Action: 'sts:AssumeRole' } }
    const trust = compilePolicy(parsePolicy(JSON.stringify(text), 'trust'))
    const ask = (principal: RequestPrincipal) =>
      evaluate(
        { identity: [], resource: [trust] },
        {
          action: 'sts:AssumeRole',
          resource: iam('role/r'),
          context: new Map<string, string>(),
          principal,
          ...decides,
        },
      ).effect
    expect(ask(alice)).toBe('Allow')
    expect(ask({ ...alice, userId: 'AIDABBBBBBBBBBBBBBBBB' })).toBe('ImplicitDeny')
  })
})

describe('across accounts', () => {
  const across = { resourceAccount: other }

  it.each<[string, RequestPrincipal, unknown]>([
    ['the account', alice, { AWS: account }],
    ['the user', alice, { AWS: alice.arn }],
    ['everyone', alice, '*'],
    ['the role', session, { AWS: session.roleArn }],
    ['the session', session, { AWS: session.sessionArn }],
    ['the federated user', federated, { AWS: federated.sessionArn }],
  ])('both sides must allow: the resource names %s', (_name, principal, names) => {
    const resource = [granting(names)]
    const own = { identity: [allow], boundary: [allow], session: [allow], serviceControl: [[allow]] }
    expect(outcome({ ...own, resource }, principal, across)).toBe('Allow identity')
    expect(outcome(own, principal, across)).toBe('ImplicitDeny resource')
    expect(outcome({ ...own, resource: [] }, principal, across)).toBe('ImplicitDeny resource')
    expect(outcome({ ...own, resource, identity: [] }, principal, across)).toBe('ImplicitDeny identity')
    expect(outcome({ ...own, resource, boundary: [] }, principal, across)).toBe('ImplicitDeny boundary')
    expect(outcome({ ...own, resource, session: [] }, principal, across)).toBe('ImplicitDeny session')
    expect(outcome({ ...own, resource, serviceControl: [[]] }, principal, across)).toBe('ImplicitDeny serviceControl')
    expect(outcome({ ...own, resource, resourceControl: [[]] }, principal, across)).toBe('ImplicitDeny resourceControl')
  })

  it('root needs to be named, and no more', () => {
    expect(outcome({}, root, across)).toBe('ImplicitDeny resource')
    expect(outcome({ resource: [granting({ AWS: other })] }, root, across)).toBe('ImplicitDeny resource')
    expect(outcome({ resource: [granting({ AWS: account })] }, root, across)).toBe('Allow resource')
    expect(outcome({ resource: [granting({ AWS: account })], session: [] }, root, across)).toBe('ImplicitDeny session')
  })
})

describe('who has no policies of its own', () => {
  it.each<[string, RequestPrincipal, unknown[], unknown[]]>([
    [
      'a service',
      service,
      ['*', { Service: 'ec2.amazonaws.com' }, { Service: '*' }],
      [{ AWS: '*' }, { Service: 's3.amazonaws.com' }],
    ],
    [
      'who comes from a provider',
      provider,
      ['*', { Federated: iam('saml-provider/p') }, { Federated: '*' }],
      [{ AWS: '*' }, { AWS: account }, { Federated: iam('saml-provider/q') }],
    ],
    [
      'a canonical user',
      canonical,
      ['*', { AWS: '*' }, { CanonicalUser: 'a'.repeat(64) }],
      [{ CanonicalUser: 'b'.repeat(64) }, { Service: '*' }],
    ],
    [
      'nobody',
      anonymous,
      ['*', { AWS: '*' }],
      [{ AWS: account }, { Service: '*', Federated: '*', CanonicalUser: '*' }],
    ],
  ])('%s may what the resource says, and no more', (_name, principal, named, unnamed) => {
    // prettier-ignore
    for (const names of named) expect(outcome({ resource: [granting(names)] }, principal)).toBe('Allow resource')
    for (const names of unnamed) {
      expect(outcome({ resource: [granting(names)], identity: [allow] }, principal)).toBe('ImplicitDeny resource')
    }
    expect(outcome({ identity: [allow] }, principal)).toBe('ImplicitDeny resource')
    const limits = { boundary: [], session: [], serviceControl: [[]] }
    expect(outcome({ ...limits, resource: [granting('*')] }, principal)).toBe('Allow resource')
    expect(outcome({ resource: [granting('*')], resourceControl: [[]] }, principal)).toBe(
      'ImplicitDeny resourceControl',
    )
  })

  it('is denied by what denies everyone in AWS', () => {
    const resource = [granting('*'), denying({ Principal: { AWS: '*' } })]
    for (const principal of [service, provider, canonical, anonymous]) {
      expect(outcome({ resource }, principal)).toBe('ExplicitDeny resource')
    }
  })
})

describe('a principal that is not known', () => {
  it('is a user of the account, whom no resource names', () => {
    expect(outcome({ identity: [allow] })).toBe('Allow identity')
    expect(outcome({ resource: [granting('*'), granting({ AWS: account })] })).toBe('ImplicitDeny identity')
    expect(outcome({ resource: [granting('*')], identity: [allow] }, undefined, { resourceAccount: account })).toBe(
      'Allow identity',
    )
  })

  it('is denied by whatever may mean it', () => {
    const denied = (members: object) =>
      outcome({ identity: [allow], resource: [denying(members)] }, undefined, { resourceAccount: account })
    expect(denied({ Principal: '*' })).toBe('ExplicitDeny resource')
    expect(denied({ Principal: { AWS: '*' } })).toBe('ExplicitDeny resource')
    expect(denied({ Principal: { AWS: account } })).toBe('ExplicitDeny resource')
    expect(denied({ NotPrincipal: { AWS: [account, alice.arn] } })).toBe('ExplicitDeny resource')
    expect(denied({ Principal: { AWS: other } })).toBe('Allow identity')
    expect(denied({ Principal: { AWS: alice.arn } })).toBe('Allow identity')
    expect(denied({ NotPrincipal: '*' })).toBe('Allow identity')
  })
})

describe('NotPrincipal with Deny', () => {
  it.each<[string, RequestPrincipal, string[]]>([
    ['a user', alice, [account, alice.arn]],
    ['a user by its id', alice, [account, alice.userId]],
    ['a session', session, [account, session.roleArn, session.sessionArn]],
    ['a session with the id of its role', session, [iam('root'), session.roleId, session.sessionArn]],
    ['a federated user', federated, [account, federated.userArn, federated.sessionArn]],
    ['root', root, [account]],
  ])('spares %s in all its forms, and nobody in some of them', (_name, principal, forms) => {
    const decide = (AWS: string[], more: Partial<PolicySets> = {}) =>
      outcome(
        { identity: [allow], session: [allow], ...more, resource: [denying({ NotPrincipal: { AWS } })] },
        principal,
      )
    expect(decide(forms)).toMatch(/^Allow/)
    for (const form of forms)
      expect(decide([other, ...forms.filter((one) => one !== form)])).toBe('ExplicitDeny resource')
    // AWS: whoever has a boundary is denied, whatever is named.
    expect(decide(forms, { boundary: [allow] })).toBe('ExplicitDeny resource')
    expect(decide(['*'])).toMatch(/^Allow/)
  })

  it('spares those without an account by name', () => {
    const decide = (principal: RequestPrincipal, NotPrincipal: unknown) =>
      outcome({ resource: [granting('*'), denying({ NotPrincipal })] }, principal)
    expect(decide(service, { Service: 'ec2.amazonaws.com' })).toBe('Allow resource')
    expect(decide(service, { AWS: '*' })).toBe('ExplicitDeny resource')
    expect(decide(provider, { Federated: iam('saml-provider/p') })).toBe('Allow resource')
    expect(decide(canonical, { CanonicalUser: 'a'.repeat(64) })).toBe('Allow resource')
    expect(decide(anonymous, { AWS: account })).toBe('ExplicitDeny resource')
    expect(decide(anonymous, '*')).toBe('Allow resource')
  })

  it('with Allow grants nothing', () => {
    const { document } = denying({ NotPrincipal: { AWS: other } })
    const turned = compilePolicy({
      ...document,
      statements: document.statements.map((one) => ({ ...one, effect: 'Allow' as const })),
    })
    expect(outcome({ resource: [turned] }, alice)).toBe('ImplicitDeny identity')
  })
})

it('a policy without principals in the place of a resource grants nothing and denies everyone', () => {
  expect(outcome({ resource: [allow] }, alice)).toBe('ImplicitDeny identity')
  expect(outcome({ resource: [deny], identity: [allow] }, alice)).toBe('ExplicitDeny resource')
})

describe('a value that only a session policy may hold', () => {
  const context = new Map([
    ['n', '10'],
    ['d', '2026-11-24'],
    ['ip', '10.0.0.1'],
    ['arn', 'arn:aws:iam::123456789012:user/alice'],
    ['b', 'QQ=='],
  ])
  const decide = (Effect: string, Condition: object) =>
    evaluate(
      { identity: [allow], session: [allow, policy('session', { Effect, Condition })] },
      { action: 's3:GetObject', resource: '*', context },
    ).effect

  it.each([
    { NumericEquals: { n: 'ten' } },
    { NumericLessThan: { n: 'ten' } },
    { DateEquals: { d: 'x' } },
    { DateGreaterThan: { d: 'x' } },
    { IpAddress: { ip: '10.0.0.0/33' } },
    { BinaryEquals: { b: 'Q' } },
  ])('matches nothing: %j', (Condition) => {
    expect(decide('Deny', Condition)).toBe('Allow')
    const session = [policy('session', { Condition })]
    const request = { action: 's3:GetObject', resource: '*', context }
    expect(evaluate({ identity: [allow], session }, request)).toMatchObject({ effect: 'ImplicitDeny', set: 'session' })
  })

  it.each(['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'])(
    'makes a Deny hold where %s reaches it',
    (operator) => {
      expect(decide('Deny', { [operator]: { arn: 'alice' } })).toBe('ExplicitDeny')
      expect(decide('Deny', { [`${operator}IfExists`]: { arn: ['alice', 'bob'] } })).toBe('ExplicitDeny')
    },
  )
})
