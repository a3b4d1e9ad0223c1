import { describe, expect, it } from 'vitest'
import { parsePolicy, PolicyError, type PolicyKind } from '../index.ts'

const base = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' }

function refusal(kind: PolicyKind, document: object | string): string | undefined {
  try {
    parsePolicy(typeof document === 'string' ? document : JSON.stringify(document), kind)
    return undefined
  } catch (error) {
    if (error instanceof PolicyError && error.span) return error.message
    throw error
  }
}

const changed = (members: object) => ({ Version: '2012-10-17', Statement: [{ ...base, ...members }] })

const kinds = [
  'identity-inline',
  'identity-managed',
  'session',
  'resource',
  'service-control',
  'resource-control',
] as const
const noPrincipal = 'Policy document should not specify a principal.'
const version = 'Policy document must be version 2012-10-17 or greater.'

describe.each(kinds)('a policy of the kind %s', (kind) => {
  const Principal = kind === 'resource' || kind === 'resource-control' ? '*' : undefined
  const of = (members: object) => changed({ Effect: 'Deny', Principal, ...members })

  it('is taken with what it needs', () => {
    expect(refusal(kind, of({}))).toBeUndefined()
  })

  it('is refused for what no policy may have', () => {
    expect(refusal(kind, of({ Extra: 1 }))).toBe('Syntax errors in policy.')
    expect(refusal(kind, of({ Effect: 'deny' }))).toBe('The policy failed legacy parsing')
    expect(refusal(kind, of({ Action: [] }))).toBe('Policy statement must contain actions.')
    expect(refusal(kind, of({ Resource: [] }))).toBe('Policy statement must contain resources.')
    expect(refusal(kind, of({ Resource: 'x' }))).toBe('Resource x must be in ARN format or "*".')
  })

  it('says what text that is no JSON is', () => {
    const sentence = kind === 'session' ? 'The policy is not in the valid JSON format.' : 'Syntax errors in policy.'
    expect(refusal(kind, '{"Version":')).toBe(sentence)
  })
})

describe.each(['service-control', 'resource-control', 'identity-managed'] as const)('a %s policy', (kind) => {
  it('states the present version', () => {
    const Principal = kind === 'resource-control' ? '*' : undefined
    expect(refusal(kind, { Statement: { ...base, Effect: 'Deny', Principal } })).toBe(version)
  })
})

describe('a session policy', () => {
  it('names no principal', () => {
    expect(refusal('session', changed({ Principal: '*' }))).toBe(noPrincipal)
  })

  it.each([
    { NumericEquals: { k: 'ten' } },
    { DateLessThan: { k: 'tomorrow' } },
    { IpAddress: { k: '2001:db8::1/32' } },
    { ArnLike: { k: 'x' } },
    { BinaryEquals: { k: 'Q' } },
  ])('may hold values that IAM refuses: %j', (Condition) => {
    expect(refusal('session', changed({ Condition }))).toBeUndefined()
    expect(refusal('identity-inline', changed({ Condition }))).toBe('The policy failed legacy parsing')
  })
})

describe("a resource's policy", () => {
  it.each<[string, object, string]>([
    ['no principal', {}, 'Missing required field Principal'],
    ['an empty principal', { Principal: {} }, 'Missing required field Principal cannot be empty!'],
    ['a text that is not everyone', { Principal: '123456789012' }, 'Invalid principal in policy: "123456789012"'],
    ['a group', { Principal: { AWS: 'arn:aws:iam::123456789012:group/g' } }, 'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:group/g"'],
    ['part of a wildcard', { Principal: { Service: '*.amazonaws.com' } }, 'Invalid principal in policy: "SERVICE":"*.amazonaws.com"'],
    ['a canonical id that is none', { Principal: { CanonicalUser: 'x' } }, 'Invalid principal in policy: "CANONICALUSER":"x"'],
    ['another type', { Principal: { aws: '*' } }, 'Invalid principal in policy: "aws"'],
    ['an Allow with NotPrincipal', { NotPrincipal: { AWS: '*' } }, 'Allow with NotPrincipal is not allowed.'],
  ])('is refused for %s', (_name, members, message) => expect(refusal('resource', changed(members))).toBe(message)) // prettier-ignore

  it.each<object>([
    { Principal: '*' },
    { Principal: { AWS: ['*', '123456789012'], Service: '*', Federated: '*', CanonicalUser: 'A0'.repeat(32) } },
    { Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::123456789012:root' } },
    { Principal: '*', Sid: 'with blanks' },
  ])('may have %j', (members) => expect(refusal('resource', changed(members))).toBeUndefined())
})

describe('a service control policy', () => {
  it('names no principal', () => {
    expect(refusal('service-control', changed({ Principal: '*' }))).toBe(noPrincipal)
  })

  it('may use the whole language', () => {
    const members = { Action: undefined, NotAction: 'iam:*', Condition: { Bool: { k: 'true' } } }
    expect(refusal('service-control', changed(members))).toBeUndefined()
  })
})

describe('a resource control policy', () => {
  const sentence = 'The provided policy document does not meet the requirements of the specified policy type.'
  const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }

  it.each<[string, object]>([
    ['an Allow', { Principal: '*' }],
    ['an Allow of everything on a condition', { ...all, Condition: { Bool: { k: 'true' } } }],
    ['an Allow of all but something', { ...all, Resource: undefined, NotResource: 'arn:aws:s3:::b' }],
    ['no principal', { Effect: 'Deny' }],
    ['one principal', { Effect: 'Deny', Principal: { AWS: '123456789012' } }],
    ['everyone in an object', { Effect: 'Deny', Principal: { AWS: '*' } }],
    ['NotPrincipal', { Effect: 'Deny', NotPrincipal: '*' }],
    ['NotAction', { Effect: 'Deny', Principal: '*', Action: undefined, NotAction: 's3:*' }],
  ])('is refused for %s', (_name, members) => expect(refusal('resource-control', changed(members))).toBe(sentence))

  it('may allow everything to everyone, and deny anything', () => {
    expect(refusal('resource-control', changed(all))).toBeUndefined()
    const deny = { Effect: 'Deny', Principal: '*', Resource: undefined, NotResource: 'arn:aws:s3:::b' }
    expect(refusal('resource-control', changed(deny))).toBeUndefined()
  })
})
