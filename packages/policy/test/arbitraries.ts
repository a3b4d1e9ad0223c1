import fc from 'fast-check'

// Small alphabets, so that random policies and requests meet each other often.

const names = ['alice', 'bob', 'team', 'a', '*', '?', '', 'a*b', '${aws:username}', 'no arn']

/** Values that conditions and requests draw from: of every family, well formed and not. */
const texts = [
  ...names,
  'ALICE',
  'true',
  'false',
  'True',
  '0',
  '1',
  '+1.0',
  '1e1',
  '-2',
  '10',
  'NaN',
  '2026-05-01',
  '2026-05-01T02:00:00+02:00',
  '2026-05-01T00:00:00.001Z',
  '1777593600',
  '10.1.2.3',
  '8.8.8.8',
  '2001:db8::1',
  '::ffff:10.1.2.3',
  'QQ==',
  'QR==',
  'arn:aws:iam::123456789012:user/alice',
  'arn:aws:iam::123456789012:user/team/bob',
  'arn:aws:iam::123456789012:role/a:b',
  'arn:aws:sns:us-east-1:123456789012:alice',
]

const variables = [
  '${aws:username}',
  '${AWS:Username}',
  "${aws:username, 'guest'}",
  "${aws:missing, 'a*b'}",
  '${aws:missing}',
  '${aws:TagKeys}',
  "${aws:tagkeys, 'x'}",
  '${*}',
  '${?}',
  '${$}',
  '${',
  '${}',
]

const patternPiece = fc.oneof(
  fc.constantFrom('a', 'b', 'alice', 'bob', 'team', '/', ':', 'x'),
  fc.constantFrom('*', '?', '**'),
  fc.constantFrom(...variables),
)
const patternText = fc.array(patternPiece, { maxLength: 5 }).map((pieces) => pieces.join(''))

const actionText = fc.oneof(
  fc.constantFrom(
    'iam:CreateUser',
    'iam:GetUser',
    'iam:create*',
    'IAM:*',
    'iam:?etUser',
    '*',
    'sts:*',
    'sts:AssumeRole',
  ),
  fc.constantFrom('iam:*User', 'iam:*e*U*', 'iam:', 's3:GetObject'),
)

const resourceText = fc.oneof(
  fc.constant('*'),
  patternText.map((text) => `arn:aws:iam::123456789012:user/${text}`),
  patternText.map((text) => `arn:aws:iam::*:role/${text}`),
  patternText.map((text) => `arn:aws:sns:*:*:${text}`),
)

function oneOrMany<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> {
  return fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }))
}

const keys = ['aws:username', 'AWS:UserName', 'aws:TagKeys', 'k', 'K', 'aws:missing', 'other']

const numbers = fc.constantFrom('0', '1', '01', '10', '-2.5', '1e1', '0.1e2')
const dates = fc.constantFrom('2026-05-01', '2026-05-01T00:00:00Z', '1777593600', '2026-05-01T02:00:00+02', '0', '2027')
const networks = fc.constantFrom(
  '10.0.0.0/8',
  '10.1.2.3',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::/32',
  '::ffff:0:0/96',
  '10.9.9.9/8',
)
const arns = fc.oneof(
  fc.constantFrom(
    'arn:aws:iam::*:user/*',
    'arn:*:*:*:*:*',
    'arn:aws:iam::123456789012:role/*:b',
    'ar?:aws:sns:us*:*:?lice',
  ),
  fc.constantFrom(
    'arn:aws:iam::*:user/${aws:username}',
    '${k}',
    '${aws:missing}',
    "${aws:missing, 'arn:aws:iam::1:x'}",
  ),
)
const plain = fc.oneof(fc.constantFrom(...texts), patternText)

const families: Record<string, [comparisons: string[], values: fc.Arbitrary<string | number | boolean>]> = {
  string: [
    [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    fc.oneof(plain, fc.constantFrom(1, true)),
  ],
  numeric: [
    ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((o) => `Numeric${o}`),
    fc.oneof(numbers, fc.constantFrom(1, 10)),
  ],
  date: [
    ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((o) => `Date${o}`),
    dates,
  ],
  bool: [['Bool'], fc.oneof(fc.constantFrom('true', 'FALSE', 'maybe'), fc.boolean())],
  binary: [['BinaryEquals'], fc.constantFrom('QQ==', 'QR==', 'Qg==', '')],
  ip: [['IpAddress', 'NotIpAddress'], networks],
  arn: [['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'], arns],
  null: [['Null'], fc.oneof(fc.constantFrom('true', 'false'), fc.boolean())],
}

const operatorAndBody = fc.constantFrom(...Object.values(families)).chain(([comparisons, values]) =>
  fc
    .record({
      comparison: fc.constantFrom(...comparisons),
      quantifier: fc.constantFrom('', '', 'ForAllValues:', 'ForAnyValue:'),
      ifExists: fc.constantFrom('', '', 'IfExists'),
      body: fc.dictionary(fc.constantFrom(...keys), fc.oneof(values, fc.array(values, { maxLength: 3 })), {
        maxKeys: 2,
      }),
    })
    .map(({ comparison, quantifier, ifExists, body }): [string, object] => [
      `${quantifier}${comparison}${comparison === 'Null' ? '' : ifExists}`,
      { ...body },
    ]),
)

export const condition = fc.array(operatorAndBody, { maxLength: 2 }).map((operators) => Object.fromEntries(operators))

export interface RawStatement {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly [member: string]: unknown
}

export interface RawPolicy {
  readonly Version?: string
  readonly Id?: string
  readonly Statement: RawStatement | readonly RawStatement[]
}

export const statement: fc.Arbitrary<RawStatement> = fc
  .record({
    effect: fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Deny'),
    actionKey: fc.constantFrom('Action', 'Action', 'NotAction'),
    action: oneOrMany(actionText),
    resourceKey: fc.constantFrom('Resource', 'Resource', 'NotResource'),
    resource: oneOrMany(resourceText),
    condition: fc.option(condition, { nil: undefined }),
  })
  .map(({ effect, actionKey, action, resourceKey, resource, condition: when }) => ({
    Effect: effect,
    [actionKey]: action,
    [resourceKey]: resource,
    ...(when && { Condition: when }),
  }))

export const policy: fc.Arbitrary<RawPolicy> = fc
  .record({
    version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17', undefined),
    id: fc.option(fc.constantFrom('', 'an id'), { nil: undefined }),
    statements: oneOrMany(statement),
  })
  // An ARN made of variables alone is none where there are no variables, and the parser would refuse it.
  .filter(({ version, statements }) => version === '2012-10-17' || !/Arn.*"\$\{/.test(JSON.stringify(statements)))
  .map(({ version, id, statements }) => ({
    ...(version && { Version: version }),
    ...(id !== undefined && { Id: id }),
    Statement: statements,
  }))

export interface RawRequest {
  readonly action: string
  readonly resource: string
  readonly context: Readonly<Record<string, string | readonly string[]>>
}

const contextValue = fc.oneof(fc.constantFrom(...texts), fc.array(fc.constantFrom(...texts), { maxLength: 3 }))

export const request: fc.Arbitrary<RawRequest> = fc.record({
  action: fc.constantFrom('iam:CreateUser', 'iam:GetUser', 'IAM:getuser', 'sts:AssumeRole', 's3:GetObject', 'iam:'),
  resource: fc.oneof(
    fc.constant('*'),
    fc.constantFrom(...names).map((name) => `arn:aws:iam::123456789012:user/${name}`),
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
      .map((pair) => `arn:aws:iam::123456789012:role/${pair.join('/')}`),
    fc.constantFrom(...texts),
  ),
  context: fc
    .record(
      {
        'aws:username': fc.oneof(fc.constantFrom(...names), contextValue),
        'aws:tagkeys': contextValue,
        k: contextValue,
        other: contextValue,
      },
      { requiredKeys: [] },
    )
    .map((context) => ({ ...context })),
})

export function statementsOf({ Statement }: RawPolicy): readonly RawStatement[] {
  return [Statement].flat()
}
