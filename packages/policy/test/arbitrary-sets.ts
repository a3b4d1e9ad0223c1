import fc from 'fast-check'
import { condition, policy, request, statement, type RawPolicy, type RawStatement } from './arbitraries.ts'
import type { Scene } from './compile-sets.ts'
import type { Caller, NaiveSets } from './model/raw.ts'

// Every kind of policy together, and every kind of caller: again in small alphabets, so that they meet.

const here = '123456789012'
const there = '210987654321'
const alice = { arn: `arn:aws:iam::${here}:user/team/alice`, userId: 'AIDAZKAPJZG4ALICE0001' }
const bob = { arn: `arn:aws:iam::${there}:user/bob`, userId: 'AIDAZKAPJZG4BOB000001' }
const app = { roleArn: `arn:aws:iam::${here}:role/app`, roleId: 'AROAZKAPJZG4APP000001' }
const guest = { roleArn: `arn:aws:iam::${there}:role/guest`, roleId: 'AROAZKAPJZG4GUEST0001' }
const session = (account: string, name: string) => `arn:aws:sts::${account}:assumed-role/${name}`
const root = (account: string) => `arn:aws:iam::${account}:root`
const federated = `arn:aws:sts::${here}:federated-user/fed`
const saml = `arn:aws:iam::${here}:saml-provider/corp`

const callers: readonly Caller[] = [
  { type: 'Root', account: here, arn: root(here) },
  { type: 'Root', account: there, arn: root(there) },
  { type: 'User', account: here, ...alice },
  { type: 'User', account: there, ...bob },
  { type: 'AssumedRole', account: here, ...app, sessionArn: session(here, 'app/one') },
  { type: 'AssumedRole', account: here, ...app, sessionArn: session(here, 'app/two') },
  { type: 'AssumedRole', account: there, ...guest, sessionArn: session(there, 'guest/one') },
  { type: 'FederatedUser', account: here, sessionArn: federated, userArn: alice.arn, userId: alice.userId },
  { type: 'FederatedUser', account: here, sessionArn: federated, userArn: root(here), userId: here },
  { type: 'Service', service: 'ec2.amazonaws.com' },
  { type: 'Federated', provider: saml },
  { type: 'Federated', provider: 'accounts.google.com' },
  { type: 'CanonicalUser', id: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
  { type: 'Anonymous' },
]

// Names of one caller come together more often than chance would have it: NotPrincipal needs all of them.
const awsNames = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.subarray(
      [
        here,
        root(here),
        alice.arn,
        alice.userId,
        app.roleArn,
        app.roleId,
        session(here, 'app/one'),
        federated,
        there,
        root(there),
        bob.arn,
        bob.userId,
        guest.roleArn,
        session(there, 'guest/one'),
      ],
      { minLength: 1, maxLength: 3 },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      [root(here), alice.arn],
      [here, alice.userId],
      [root(here), app.roleArn, session(here, 'app/one')],
      [here, app.roleId, session(here, 'app/two')],
      [here, alice.arn, federated],
      [root(here), federated],
      [root(there), bob.arn],
      [there, guest.roleArn, session(there, 'guest/one')],
    ),
  },
  { weight: 2, arbitrary: fc.constant(['*']) },
)

const single = (list: readonly string[]) => (list.length === 1 && list[0] !== undefined ? list[0] : list)
const others = fc.constantFrom(
  { Service: 'ec2.amazonaws.com' },
  { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
  { Federated: saml },
  { Federated: ['accounts.google.com', saml] },
  { Service: '*' },
  { Federated: '*' },
)
const canonical = fc.constant({ CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' })

const nobodyElse = fc.oneof(
  { weight: 6, arbitrary: awsNames.map((AWS) => ({ AWS: single(AWS) })) },
  { weight: 2, arbitrary: others },
  { weight: 1, arbitrary: fc.tuple(awsNames, others).map(([AWS, more]) => ({ AWS: single(AWS), ...more })) },
)
const principal = fc.oneof(
  { weight: 8, arbitrary: nobodyElse },
  { weight: 1, arbitrary: canonical },
  { weight: 1, arbitrary: fc.constant('*') },
)

/** Allows more often than it denies, and often everything: else hardly a request would get past all sets. */
const effect = fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Deny')
const wide = fc
  .record({
    Action: fc.constantFrom('*', '*', 'iam:*', ['sts:*', 'iam:*', 's3:*'], 'iam:GetUser'),
    when: fc.option(condition, { nil: undefined, freq: 4 }),
  })
  .map(({ Action, when }): RawStatement => ({
    Effect: 'Allow',
    Action,
    Resource: '*',
    ...(when && { Condition: when }),
  }))
const mixed = fc.oneof(
  { weight: 3, arbitrary: wide },
  { weight: 2, arbitrary: fc.tuple(statement, effect).map(([one, Effect]): RawStatement => ({ ...one, Effect })) },
)

/** A condition whose literals may be of no family: an inline session policy may hold them. */
const broken = fc
  .record({
    operator: fc.constantFrom(
      ...['NumericEquals', 'NumericNotEquals', 'DateLessThan', 'DateNotEquals', 'IpAddress', 'NotIpAddress'],
      ...['ArnLike', 'ArnNotEquals', 'ForAnyValue:ArnEquals', 'ForAllValues:ArnNotLike', 'BinaryEquals'],
    ),
    ifExists: fc.constantFrom('', 'IfExists'),
    key: fc.constantFrom('k', 'other', 'aws:username'),
    values: fc.array(
      fc.constantFrom(
        ...['ten', '', 'NaN', '2025-02-29', '10.0.0.0/33', '10.0.0.0/', '2001:db8::1/32', '::ffff:10.0.0.1', 'Q', '1'],
        ...[
          '2026-05-01',
          '10.0.0.0/8',
          'arn:aws:iam::*:user/*',
          'arn:aws:iam',
          '*',
          '${k}',
          'foo:aws:iam::1:x',
          'QQ==',
        ],
      ),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ operator, ifExists, key, values }) => ({ [operator + ifExists]: { [key]: values } }))

function documentOf(
  statements: fc.Arbitrary<RawStatement>,
  versions: readonly (string | undefined)[],
): fc.Arbitrary<RawPolicy> {
  return fc
    .record({
      version: fc.constantFrom(...versions),
      statements: fc.oneof(statements, fc.array(statements, { minLength: 1, maxLength: 3 })),
      hasSids: fc.boolean(),
    })
    .filter(({ version, statements }) => version === '2012-10-17' || !/Arn.*"\$\{/.test(JSON.stringify(statements)))
    .map(({ version, statements, hasSids }) => {
      const withSids = () => [statements].flat().map((one, at): RawStatement => ({ Sid: `s${String(at)}`, ...one }))
      return { ...(version && { Version: version }), Statement: hasSids ? withSids() : statements }
    })
}

const anyVersion = ['2012-10-17', '2012-10-17', '2008-10-17', undefined]
const modern = ['2012-10-17']

export const identityDocument = fc.oneof(policy, documentOf(mixed, anyVersion))
export const boundaryDocument = documentOf(mixed, modern)
export const sessionDocument = fc.oneof(
  { weight: 3, arbitrary: documentOf(mixed, anyVersion) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(wide, effect, broken)
      .map(([one, Effect, Condition]) => ({ Version: '2012-10-17', Statement: [{ ...one, Effect, Condition }] })),
  },
)

function withPrincipal(one: RawStatement, who: unknown, except: unknown): RawStatement {
  return { ...one, ...(one.Effect === 'Deny' && except !== undefined ? { NotPrincipal: except } : { Principal: who }) }
}
const exception = fc.option(principal, { nil: undefined, freq: 2 })

export const resourceDocument = documentOf(
  fc.tuple(mixed, principal, exception).map((parts) => withPrincipal(...parts)),
  anyVersion,
)

// A trust policy may trust no service whatever, nor any provider.
const trusted = nobodyElse.filter(
  (names) => !Object.entries(names).some(([type, name]) => type !== 'AWS' && name === '*'),
)

/** Of a trust policy: no resource, actions of STS, and a principal that is an object. */
export const trustDocument = documentOf(
  fc
    .record({
      Effect: effect,
      Action: fc.constantFrom(
        'sts:AssumeRole',
        'sts:AssumeRole',
        ['sts:AssumeRole', 'sts:TagSession'],
        'sts:TagSession',
      ),
      Principal: trusted,
      when: fc.option(condition, { nil: undefined, freq: 3 }),
    })
    .map(({ when, ...one }): RawStatement => ({ ...one, ...(when && { Condition: when }) })),
  ['2012-10-17', '2012-10-17', '2008-10-17'],
)

export const serviceControlDocument = documentOf(mixed, modern)
const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } as const
const everyone = { Version: '2012-10-17', Statement: { ...everything.Statement, Principal: '*' } } as const

const levelOf = (one: fc.Arbitrary<RawPolicy>, full: RawPolicy): fc.Arbitrary<readonly RawPolicy[]> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant([full]) },
    { weight: 3, arbitrary: one.map((document) => [full, document]) },
    { weight: 2, arbitrary: fc.array(one, { maxLength: 2 }) },
  )

export const resourceControlDocument = documentOf(
  fc
    .record({
      Action: fc.constantFrom('iam:*', 'sts:*', 's3:GetObject', ['iam:GetUser', 'iam:CreateUser']),
      one: statement,
    })
    .map(({ Action, one: { Resource, NotResource, Condition } }): RawStatement => ({
      Effect: 'Deny',
      Principal: '*',
      Action,
      ...(Resource === undefined ? { NotResource } : { Resource }),
      ...(Condition === undefined ? {} : { Condition }),
    })),
  modern,
)

const few = <T>(one: fc.Arbitrary<T>, maxLength = 2) => fc.array(one, { maxLength })
const maybe = <T>(one: fc.Arbitrary<T>, freq: number) => fc.option(one, { nil: undefined, freq })

const ofHere = callers.filter((one) => 'account' in one && one.account === here)
const caller = maybe(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ofHere) }, { weight: 2, arbitrary: fc.constantFrom(...callers) }),
  12,
)

const boundaryAndSession = {
  identity: few(identityDocument),
  boundary: maybe(few(boundaryDocument), 2),
  session: maybe(few(sessionDocument), 2),
  serviceControl: maybe(few(levelOf(serviceControlDocument, everything)), 2),
  resourceControl: maybe(few(levelOf(resourceControlDocument, everyone)), 2),
}

function present<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T
}

/** The sets, and a request: of a call on a resource, or of one whose resource policy decides. */
export const scene: fc.Arbitrary<Scene> = fc
  .record({
    sets: fc.record({ ...boundaryAndSession, resource: maybe(few(resourceDocument), 4) }),
    trust: few(trustDocument),
    isTrust: fc.constantFrom(false, false, false, false, true),
    request,
    principal: caller,
    resourceAccount: fc.constantFrom(undefined, undefined, undefined, here, here, there),
    resourcePolicyDecides: fc.constantFrom(undefined, undefined, undefined, undefined, false, true),
  })
  .map(({ sets, trust, isTrust, request: { action, ...asked }, principal: who, ...rest }) => ({
    sets: present(isTrust ? { ...sets, resource: trust } : sets) as NaiveSets,
    request: {
      ...asked,
      action: isTrust ? 'sts:AssumeRole' : action,
      ...present({ principal: who, ...rest, ...(isTrust && { resourcePolicyDecides: true }) }),
    },
    resourceKind: isTrust ? 'trust' : 'resource',
  }))
