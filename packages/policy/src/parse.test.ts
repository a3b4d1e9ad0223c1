import { describe, expect, it } from 'vitest'
import { parsePolicy, PolicyError, type PolicyKind } from './index.ts'

const base = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::bucket' }

/** A managed policy of one statement, the base with some members changed; undefined removes one. */
function changed(members: object): object {
  return { Version: '2012-10-17', Statement: { ...base, ...members } }
}

function refusal(document: object | string, kind: PolicyKind = 'identity-managed'): PolicyError | undefined {
  try {
    parsePolicy(typeof document === 'string' ? document : JSON.stringify(document), kind)
    return undefined
  } catch (error) {
    if (error instanceof PolicyError) return error
    throw error
  }
}

const syntax = 'Syntax errors in policy.'
const version = 'Policy document must be version 2012-10-17 or greater.'
const legacy = 'The policy failed legacy parsing'
const sids = 'Statement IDs (SID) in a single policy must be unique.'
const actions = 'Policy statement must contain actions.'
const resources = 'Policy statement must contain resources.'
const vendorMissing = 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'
const colons = 'Actions/Condition can contain only one colon.'
const resourceVendor = 'Resource vendor must be fully qualified and cannot contain regexes.'
const iamPath =
  'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.'
const principal = 'Policy document should not specify a principal.'

describe('parsePolicy refuses mistakes of form', () => {
  it.each([
    ['text that is not JSON', 'This is not a json document'],
    ['nothing', ''],
    ['blanks', ' \n'],
    ['a top level that is an array', []],
    ['a top level that is a string', '"x"'],
    ['a top level that is null', 'null'],
    ['an empty object', {}],
    ['an unknown top key', { Version: '2012-10-17', Extra: 1, Statement: base }],
    ['a top key in the wrong case', { version: '2012-10-17', Statement: base }],
    ['a version that never was', { Version: '2013-10-17', Statement: base }],
    ['a version that is no string', { Version: 20121017, Statement: base }],
    ['an Id that is a list', { Version: '2012-10-17', Id: ['x'], Statement: base }],
    ['an Id that is an object', { Version: '2012-10-17', Id: {}, Statement: base }],
    ['no statement', { Version: '2012-10-17' }],
    ['an empty list of statements', { Version: '2012-10-17', Statement: [] }],
    ['a statement that is null', { Version: '2012-10-17', Statement: null }],
    ['a statement that is a string', { Version: '2012-10-17', Statement: 'hello' }],
    ['a list with a string', { Version: '2012-10-17', Statement: [base, 'afd'] }],
    ['a list in a list', { Version: '2012-10-17', Statement: [[base]] }],
    ['an unknown statement key', changed({ Extra: 'value' })],
    ['a statement key in the wrong case', changed({ action: 'iam:GetUser' })],
    ['a Sid that is an object', changed({ Sid: {} })],
    ['a Sid that is a list', changed({ Sid: [] })],
    ['a Sid that is a number', changed({ Sid: 1 })],
    ['no effect', changed({ Effect: undefined })],
    ['another effect', changed({ Effect: 'invalid' })],
    ['an effect with a blank', changed({ Effect: 'Allow ' })],
    ['an effect that is a list', changed({ Effect: ['Allow'] })],
    ['Action with NotAction', changed({ NotAction: 'iam:x' })],
    ['Action with an empty NotAction', changed({ NotAction: [] })],
    ['Resource with NotResource', changed({ NotResource: '*' })],
    ['Resource with an empty NotResource', changed({ NotResource: [] })],
    ['Principal with NotPrincipal', changed({ Principal: '*', NotPrincipal: '*' })],
    ['a Principal that is a list', changed({ Principal: ['*'] })],
    ['a Principal of numbers', changed({ Principal: { AWS: [1] } })],
    ['an action that is an object', changed({ Action: {} })],
    ['an action that is a number', changed({ Action: 123 })],
    ['an action that is null', changed({ Action: null })],
    ['a list of lists as action', changed({ Action: [[]] })],
    ['a resource that is an object', changed({ Resource: { a: 'arn:aws:s3:::bucket' } })],
    ['a list with an object as resource', changed({ Resource: ['adfdf', {}] })],
    ['a condition that is a list', changed({ Condition: [] })],
    ['a condition that is a string', changed({ Condition: 'a' })],
    ['an operator over a string', changed({ Condition: { StringEquals: 'b' } })],
    ['an operator over a list', changed({ Condition: { DateGreaterThan: [] } })],
    ['an unknown operator over a string', changed({ Condition: { a: 'b' } })],
    ['a key with an object', changed({ Condition: { DateGreaterThan: { a: {} } } })],
    ['a key with null', changed({ Condition: { StringEquals: { a: null } } })],
    ['a key with a list of lists', changed({ Condition: { StringEquals: { a: [['x']] } } })],
    ['an unknown operator', changed({ Condition: { x: { a: '1' } } })],
    ['an operator in the wrong case', changed({ Condition: { stringEquals: { a: '1' } } })],
    ['a qualifier with two colons', changed({ Condition: { 'ForAnyValue::StringEquals': { a: '1' } } })],
    ['an unknown qualifier', changed({ Condition: { 'ForSomeValues:StringEquals': { a: '1' } } })],
    ['two qualifiers', changed({ Condition: { 'ForAnyValue:ForAllValues:StringEquals': { a: '1' } } })],
    ['a qualifier alone', changed({ Condition: { 'ForAnyValue:': { a: '1' } } })],
    ['IfExists twice', changed({ Condition: { StringEqualsIfExistsIfExists: { a: '1' } } })],
    ['IfExists alone', changed({ Condition: { IfExists: { a: '1' } } })],
    ['Null with IfExists', changed({ Condition: { NullIfExists: { a: 'true' } } })],
    ['the name of a method of objects', changed({ Condition: { toString: { a: '1' } } })],
    [
      '__proto__ as an operator',
      `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"__proto__":{"a":"1"}}}}`,
    ],
    [
      'a __proto__ at the top',
      `{"Version":"2012-10-17","__proto__":{},"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`,
    ],
    [
      'a repeated key',
      `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}`,
    ],
    [
      'a key repeated through an escape',
      `{"Version":"2012-10-17","Statement":{"Effect":"Allow","\\u0045ffect":"Deny","Action":"*","Resource":"*"}}`,
    ],
    [
      'a repeated operator',
      `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a":"true"},"Bool":{"b":"true"}}}}`,
    ],
  ])('%s', (_name, document) => {
    expect(refusal(document)?.message).toBe(syntax)
    expect(refusal(document, 'identity-inline')?.message).toBe(syntax)
  })
})

describe('parsePolicy refuses what a policy may not say', () => {
  it.each([
    ['Effect in the wrong case', changed({ Effect: 'denY' }), legacy],
    ['a word as a date', changed({ Condition: { DateGreaterThan: { a: 'sdfdsf' } } }), legacy],
    ['a month that never was', changed({ Condition: { DateLessThanEquals: { a: '234-13' } } }), legacy],
    [
      'an offset of one digit',
      changed({ Condition: { DateLessThanEquals: { a: '2016-12-13t2:00:00.593194+1' } } }),
      legacy,
    ],
    [
      'ten digits of fraction',
      changed({ Condition: { DateLessThanEquals: { a: '2016-12-13t2:00:00.1999999999+10:59' } } }),
      legacy,
    ],
    ['an epoch beyond 63 bits', changed({ Condition: { DateLessThan: { a: '9223372036854775808' } } }), legacy],
    ['an epoch of many digits', changed({ Condition: { DateLessThan: { a: '1'.repeat(400) } } }), legacy],
    ['a year beyond milliseconds', changed({ Condition: { DateLessThan: { a: '-292275055' } } }), legacy],
    ['a day that never was', changed({ Condition: { DateLessThan: { a: '2025-02-29' } } }), legacy],
    ['one bad date of two', changed({ Condition: { DateLessThan: { a: ['2025-02-28', 'x'] } } }), legacy],
    ['a bad date under a qualifier', changed({ Condition: { 'ForAnyValue:DateEqualsIfExists': { a: 'x' } } }), legacy],
    ['a variable as a date', changed({ Condition: { DateEquals: { a: '${aws:CurrentTime}' } } }), legacy],
    ['a word as a number', changed({ Condition: { NumericEquals: { a: 'ten' } } }), legacy],
    ['NaN', changed({ Condition: { NumericEquals: { a: 'NaN' } } }), legacy],
    ['true as a number', changed({ Condition: { NumericEquals: { a: true } } }), legacy],
    ['a variable as a number', changed({ Condition: { NumericEquals: { a: '${aws:EpochTime}' } } }), legacy],
    ['a word as an address', changed({ Condition: { IpAddress: { a: 'localhost' } } }), legacy],
    ['a prefix too long', changed({ Condition: { IpAddress: { a: '10.0.0.0/33' } } }), legacy],
    ['an empty prefix', changed({ Condition: { IpAddress: { a: '10.0.0.0/' } } }), legacy],
    ['two prefixes', changed({ Condition: { IpAddress: { a: '10.0.0.0/8/8' } } }), legacy],
    ['an IPv6 network with host bits', changed({ Condition: { IpAddress: { a: '2001:db8::1/32' } } }), legacy],
    ['an IPv6 address with a dotted tail', changed({ Condition: { IpAddress: { a: '::ffff:10.0.0.1' } } }), legacy],
    ['an ARN of five parts', changed({ Condition: { ArnLike: { a: 'arn:aws:iam::123456789012' } } }), legacy],
    ['something else than an ARN', changed({ Condition: { ArnEquals: { a: 'foo:aws:iam::123456789012:x' } } }), legacy],
    ['a star as an ARN', changed({ Condition: { ArnLike: { a: '*' } } }), legacy],
    ['text that is no base64', changed({ Condition: { BinaryEquals: { a: 'Q' } } }), legacy],
    ['a resource of five parts', changed({ Resource: 'arn:aws:s3::x' }), legacy],
    ['a NotResource of five parts', changed({ Resource: undefined, NotResource: 'arn:aws:s3::x' }), legacy],
    ['a resource of three parts with an empty vendor', changed({ Resource: 'arn:aws::x' }), legacy],
    ['a resource of three parts', changed({ Resource: 'arn:aws:x' }), legacy],
    ['a resource with a bad partition and too few parts', changed({ Resource: 'arn:awss3::bucket/*' }), legacy],
    ['an empty vendor in a resource', changed({ Resource: 'arn:aws::::x' }), legacy],
    ['a variable in the account', changed({ Resource: 'arn:aws:iam::${aws:PrincipalAccount}:user/x' }), legacy],
    ['a variable in the region', changed({ Resource: 'arn:aws:sns:${aws:RequestedRegion}:123456789012:x' }), legacy],
    [
      'one Sid twice',
      {
        Version: '2012-10-17',
        Statement: [
          { Sid: 'a', ...base },
          { Sid: 'a', ...base },
        ],
      },
      sids,
    ],
    [
      'a Sid with a dash',
      changed({ Sid: 'a-b' }),
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    ],
    ['no action', changed({ Action: undefined }), actions],
    ['an empty list of actions', changed({ Action: [] }), actions],
    ['an empty list under NotAction', changed({ Action: undefined, NotAction: [] }), actions],
    ['no action in the second statement', { Version: '2012-10-17', Statement: [base, { Effect: 'Deny' }] }, actions],
    ['an empty resource', changed({ Resource: '' }), 'Resource  must be in ARN format or "*".'],
    [
      'a resource without a colon',
      changed({ Resource: 'invalid resource' }),
      'Resource invalid resource must be in ARN format or "*".',
    ],
    ['two stars as resource', changed({ Resource: '**' }), 'Resource ** must be in ARN format or "*".'],
    [
      'a NotResource without a colon',
      changed({ Resource: undefined, NotResource: 'x' }),
      'Resource x must be in ARN format or "*".',
    ],
    [
      'another scheme with a good partition',
      changed({ Resource: 'urn:aws:s3:::x' }),
      'Resource urn:aws:s3:::x must be in ARN format or "*".',
    ],
    ['two parts', changed({ Resource: 'a:bsdf' }), 'Partition "bsdf" is not valid for resource "arn:bsdf:*:*:*:*".'],
    ['three parts', changed({ Resource: 'a:b:cadf' }), 'Partition "b" is not valid for resource "arn:b:cadf:*:*:*".'],
    [
      'eight parts',
      changed({ Resource: 'a:b:c:d:e:f:g:h' }),
      'Partition "b" is not valid for resource "arn:b:c:d:e:f:g:h".',
    ],
    [
      'arn: forgotten',
      changed({ Resource: 'aws:s3:::bucket' }),
      'Partition "s3" is not valid for resource "arn:s3:::bucket:*".',
    ],
    [
      'arn:aws: forgotten',
      changed({ Resource: 's3::bucket/*' }),
      'Partition "" is not valid for resource "arn::bucket/*:*:*:*".',
    ],
    [
      'a partition that never was',
      changed({ Resource: 'arn:aws2:s3:::b/*' }),
      'Partition "aws2" is not valid for resource "arn:aws2:s3:::b/*".',
    ],
    [
      'a wildcard inside a partition',
      changed({ Resource: 'arn:aws*:s3:::b' }),
      'Partition "aws*" is not valid for resource "arn:aws*:s3:::b".',
    ],
    [
      'two bad resources',
      changed({ Resource: ['arn:error:s3:::bucket', 'arn:error:s3::bucket'] }),
      'Partition "error" is not valid for resource "arn:error:s3:::bucket".',
    ],
    [
      'two bad resources, in the other order',
      changed({ Resource: ['arn:error:s3::bucket', 'arn:error:s3:::bucket'] }),
      'Partition "error" is not valid for resource "arn:error:s3:::bucket".',
    ],
    ['a resource that ends behind the partition', changed({ Resource: 'arn:aws' }), resourceVendor],
    ['a wildcard as vendor', changed({ Resource: 'arn:aws:*:::x' }), resourceVendor],
    ['a wildcard inside a vendor', changed({ Resource: 'arn:aws:s?:::x' }), resourceVendor],
    [
      'an IAM resource with a region',
      changed({ Resource: 'arn:aws:iam:us-east-1::x' }),
      'IAM resource arn:aws:iam:us-east-1::x cannot contain region information.',
    ],
    [
      'an IAM resource with a wildcard region',
      changed({ Resource: 'arn:aws:iam:*:*:user/x' }),
      'IAM resource arn:aws:iam:*:*:user/x cannot contain region information.',
    ],
    [
      'an S3 resource with a region',
      changed({ Resource: 'arn:aws:s3:us-east-1::b' }),
      'Resource arn:aws:s3:us-east-1::b can not contain region information.',
    ],
    ['an IAM resource of no kind', changed({ Resource: 'arn:aws:iam:::bucket' }), iamPath],
    ['the root user as resource', changed({ Resource: 'arn:aws:iam::123456789012:root' }), iamPath],
    ['a kind without its slash', changed({ Resource: 'arn:aws:iam::123456789012:user' }), iamPath],
    ['a kind with a wildcard instead of its slash', changed({ Resource: 'arn:aws:iam::123456789012:user*' }), iamPath],
    ['an action without a vendor', changed({ Action: 'invalid' }), vendorMissing],
    ['an empty action', changed({ Action: '' }), vendorMissing],
    ['an empty NotAction', changed({ Action: undefined, NotAction: '' }), vendorMissing],
    ['two stars as action', changed({ Action: '**' }), vendorMissing],
    ['an action with two colons', changed({ Action: 's3:List:Bucket' }), colons],
    ['an action with three colons', changed({ Action: 's3:L:i:s' }), colons],
    ['a blank in the vendor', changed({ Action: 'a a:ListBucket' }), 'Vendor a a is not valid'],
    ['a blank behind the vendor', changed({ Action: 'iam :Get' }), 'Vendor iam  is not valid'],
    ['an empty vendor', changed({ Action: ':GetObject' }), 'Vendor  is not valid'],
    ['a wildcard in the vendor', changed({ Action: 's*:GetObject' }), 'Vendor s* is not valid'],
    ['a wildcard as vendor of an action', changed({ Action: '*:*' }), 'Vendor * is not valid'],
    ['a bad action behind a good one', changed({ Action: ['s3:GetObject', 'x'] }), vendorMissing],
    ['no resource', changed({ Resource: undefined }), resources],
    ['an empty list of resources', changed({ Resource: [] }), resources],
    ['a principal', changed({ Principal: '*' }), principal],
    ['a principal of accounts', changed({ Principal: { AWS: ['123456789012'] } }), principal],
    ['a NotPrincipal', changed({ NotPrincipal: { AWS: '123456789012' } }), principal],
  ])('%s', (_name, document, message) => {
    expect(refusal(document)?.message).toBe(message)
    expect(refusal(document, 'identity-inline')?.message).toBe(message)
  })
})

describe('parsePolicy and versions', () => {
  it.each([
    ['missing', { Statement: base }],
    ['2008-10-17', { Version: '2008-10-17', Statement: base }],
  ])('a managed policy may not be of version %s, an inline policy may', (_name, document) => {
    expect(refusal(document, 'identity-managed')?.message).toBe(version)
    expect(parsePolicy(JSON.stringify(document), 'identity-inline').version).toBe('2008-10-17')
  })
})

describe('parsePolicy says the first thing that AWS would say', () => {
  // Each row is a statement with one more fault than the next: the sentences must come in this order.
  const faults: [message: string, fault: object][] = [
    [syntax, { Extra: 1 }],
    [legacy, { Effect: 'allow' }],
    [sids, { Sid: 'one' }],
    [actions, { Action: [] }],
    ['Resource x must be in ARN format or "*".', { Resource: 'x' }],
    [vendorMissing, { Action: 'x' }],
    [resources, { Resource: [] }],
    [principal, { Principal: '*' }],
  ]
  const document = (from: number, extra: object = { Version: '2012-10-17' }) => ({
    ...extra,
    Statement: [
      { Sid: 'one', ...base },
      // Faults of one member cannot share a statement: each gets its own, the last fault first.
      ...faults
        .slice(from)
        .toReversed()
        .map(([, fault]) => ({ ...base, ...fault })),
    ],
  })

  it.each(faults.map(([message], index): [string, number] => [message, index]))('%s', (message, index) => {
    expect(refusal(document(index))?.message).toBe(message)
  })

  it('the version of a managed policy comes behind form and before all else', () => {
    expect(refusal(document(0, {}))?.message).toBe(syntax)
    for (let index = 1; index < faults.length; index += 1) {
      expect(refusal(document(index, {}))?.message).toBe(version)
      expect(refusal(document(index, {}), 'identity-inline')?.message).toBe(faults[index]![0])
    }
  })

  it.each([
    [
      'a bad date before a bad partition',
      { Resource: 'arn:error:s3:::b', Condition: { DateEquals: { a: 'x' } } },
      legacy,
    ],
    ['a short resource before a missing action', { Action: undefined, Resource: 'arn:aws:s3::b' }, legacy],
    ['a bad date before a missing action', { Action: undefined, Condition: { DateEquals: { a: 'x' } } }, legacy],
    ['a bad effect before a region', { Effect: 'allow', Resource: 'arn:aws:s3:us-east-1::b' }, legacy],
    [
      'a form within a condition before a missing action',
      { Action: undefined, Condition: { DateEquals: { a: {} } } },
      syntax,
    ],
    [
      'a bad resource before a bad action',
      { Action: 's:3:List', Resource: 'x' },
      'Resource x must be in ARN format or "*".',
    ],
    ['a bad action before a missing resource', { Action: 'x', Resource: undefined }, vendorMissing],
    ['a missing action before a missing resource', { Action: undefined, Resource: undefined }, actions],
  ])('%s', (_name, members, message) => {
    expect(refusal(changed(members))?.message).toBe(message)
  })

  it('actions of all statements come before NotActions', () => {
    const first = { Effect: 'Allow', NotAction: 'x', Resource: '*' }
    const second = { Effect: 'Allow', Action: 'a:b:c', Resource: '*' }
    expect(refusal({ Version: '2012-10-17', Statement: [first, second] })?.message).toBe(colons)
  })

  it('the older parser does not look behind a resource that is at fault', () => {
    const statement = [
      { ...base, Resource: 'x' },
      { ...base, Resource: 'arn:aws:s3::x' },
    ]
    expect(refusal({ Version: '2012-10-17', Statement: statement })?.message).toBe(
      'Resource x must be in ARN format or "*".',
    )
    expect(refusal({ Version: '2012-10-17', Statement: statement.toReversed() })?.message).toBe(legacy)
  })
})

describe('parsePolicy accepts', () => {
  it.each([
    ['a list of one resource', changed({ Resource: ['arn:aws:s3:::bucket'] })],
    ['blanks in an action', changed({ Action: 'iam: asdf safdsf af ' })],
    ['star as action and resource', changed({ Action: '*', Resource: '*' })],
    ['an unknown service', changed({ Action: 'service-prefix:action-name', Resource: 'arn:aws:invalid-service:::x' })],
    ['a vendor with a dot', changed({ Action: 's3.s:ListBucket' })],
    ['an action without a name', changed({ Action: 's3:' })],
    ['a service that needs a region', changed({ Resource: 'arn:aws:ec2:us-east-1::instance/x' })],
    ['placeholders in an ARN', changed({ Resource: 'arn:aws:ec2:region:account-id:instance/*' })],
    ['an access point in a region', changed({ Resource: 'arn:aws:s3:us-east-1:123456789012:accesspoint/x' })],
    ['all of IAM', changed({ Resource: 'arn:aws:iam::123456789012:*' })],
    ['a user without an account', changed({ Resource: 'arn:aws:iam:::user/x' })],
    ['any partition', changed({ Resource: 'arn:*:iam::123456789012:user/x' })],
    ...['aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-eusc'].map((partition): [string, object] => [
      `the partition ${partition}`,
      changed({ Resource: `arn:${partition}:s3:::x` }),
    ]),
    ['variables', changed({ Resource: 'arn:aws:s3:::home/${aws:userid}/*' })],
    ['an empty condition', changed({ Condition: {} })],
    ['an operator without keys', changed({ Condition: { DateGreaterThan: {} } })],
    ['a key without values', changed({ Condition: { DateGreaterThan: { a: [] } } })],
    ['unknown operators without keys', changed({ Condition: { x: {}, y: {} } })],
    ['an operator with IfExists', changed({ Condition: { StringEqualsIfExists: { a: 'asf' } } })],
    ['an operator with all its parts', changed({ Condition: { 'ForAnyValue:StringEqualsIfExists': { a: 'asf' } } })],
    ['a date with microseconds', changed({ Condition: { DateLessThan: { a: '2016-12-13T21:20:37.593194+00:00' } } })],
    ['a date in small letters', changed({ Condition: { DateLessThan: { a: '2016-12-13t2:00:00.593194+23' } } })],
    ['a year far in the past', changed({ Condition: { DateLessThan: { a: '-292275054' } } })],
    ['the first year', changed({ Condition: { DateGreaterThan: { a: '01T' } } })],
    ['the last epoch', changed({ Condition: { DateLessThan: { a: '9223372036854775807' } } })],
    ['a variable as a whole ARN', changed({ Condition: { ArnEquals: { a: '${aws:PrincipalArn}' } } })],
    ['any text as a Bool', changed({ Condition: { Bool: { a: 'maybe' } } })],
    ['host bits in an IPv4 network', changed({ Condition: { IpAddress: { a: '10.1.2.3/8' } } })],
    [
      'an empty Sid twice',
      {
        Version: '2012-10-17',
        Statement: [
          { Sid: '', ...base },
          { Sid: '', ...base },
        ],
      },
    ],
    [
      'Sids that differ by case',
      {
        Version: '2012-10-17',
        Statement: [
          { Sid: 'a', ...base },
          { Sid: 'A', ...base },
        ],
      },
    ],
    [
      'NotAction and NotResource',
      { Version: '2012-10-17', Statement: { Effect: 'Allow', NotAction: 'a:b', NotResource: '*' } },
    ],
    ['an Id', { Version: '2012-10-17', Id: 'any text at all', Statement: base }],
  ])('%s', (_name, document) => {
    expect(refusal(document)).toBeUndefined()
  })

  it('an ARN without parts only where variables exist', () => {
    const statement = { ...base, Condition: { ArnEquals: { a: '${aws:PrincipalArn}' } } }
    expect(refusal({ Version: '2008-10-17', Statement: statement }, 'identity-inline')?.message).toBe(legacy)
  })
})

describe('parsePolicy answers', () => {
  it('what was written, defaults filled in and every value a text', () => {
    const text = JSON.stringify({
      Id: 'x',
      Statement: {
        Sid: 's',
        Effect: 'Deny',
        NotAction: 'iam:*',
        Resource: ['*'],
        Condition: { 'ForAnyValue:NumericEqualsIfExists': { 'aws:Key': [1.5, '2'] }, Bool: { k: true } },
      },
    })
    expect(parsePolicy(text, 'identity-inline')).toEqual({
      version: '2008-10-17',
      id: 'x',
      statements: [
        {
          sid: 's',
          effect: 'Deny',
          action: { negated: true, values: ['iam:*'] },
          resource: { negated: false, values: ['*'] },
          conditions: [
            {
              operator: { comparison: 'NumericEquals', quantifier: 'ForAnyValue', ifExists: true },
              key: 'aws:Key',
              values: ['1.5', '2'],
            },
            { operator: { comparison: 'Bool', ifExists: false }, key: 'k', values: ['true'] },
          ],
          span: { line: 1, column: 23, offset: 22, length: text.length - 23 },
        },
      ],
    })
  })

  it('the place of a fault', () => {
    const text =
      '{\n  "Version": "2012-10-17",\n  "Statement": {\n    "Effect": "Allow",\n    "Action": ["a:b", "wrong"],\n    "Resource": "*"\n  }\n}'
    const error = refusal(text)
    expect(error?.code).toBe('MalformedPolicyDocument')
    expect(error?.span).toEqual({ line: 5, column: 23, offset: text.indexOf('"wrong"'), length: 7 })
  })
})
