import { describe, expect, it } from 'vitest'
import { parsePolicy, PolicyError } from '../index.ts'

const issuer = 'token.actions.githubusercontent.com'
const Federated = `arn:aws:iam::123456789012:oidc-provider/${issuer}`
const sentence = `Trust policy with trusted principal ${Federated} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${issuer}:sub or ${issuer}:job_workflow_ref which is not scoped to all.`

function refusal(members: object): string | undefined {
  const statement = { Effect: 'Allow', Principal: { Federated }, Action: 'sts:AssumeRoleWithWebIdentity', ...members }
  try {
    parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }), 'trust')
    return undefined
  } catch (error) {
    if (error instanceof PolicyError) return error.message
    throw error
  }
}

describe('a trust in GitHub is refused', () => {
  it.each<[string, object | undefined]>([
    ['without a condition', undefined],
    ['on the audience alone', { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' } }],
    ['on the repository alone', { StringEquals: { [`${issuer}:repository`]: 'a/b' } }],
    ['on any subject', { StringLike: { [`${issuer}:sub`]: '*' } }],
    ['on a subject of any length', { StringLike: { [`${issuer}:sub`]: ['**', '??'] } }],
    ['on a subject that begins with anything', { StringLike: { [`${issuer}:sub`]: '*:ref:refs/heads/main' } }],
    ['on an empty subject', { StringEquals: { [`${issuer}:sub`]: '' } }],
    ['on no subject', { StringEquals: { [`${issuer}:sub`]: [] } }],
    ['on what the subject is not', { StringNotLike: { [`${issuer}:sub`]: 'repo:a/b:*' } }],
    ['on a subject, if there is one', { StringLikeIfExists: { [`${issuer}:sub`]: 'repo:a/b:*' } }],
    ['on all subjects, of which there may be none', { 'ForAllValues:StringLike': { [`${issuer}:sub`]: 'repo:a/b:*' } }],
    ['on a subject of another provider', { StringLike: { 'gitlab.com:sub': 'repo:a/b:*' } }],
  ])('%s', (_name, Condition) => expect(refusal({ Condition })).toBe(sentence))

  it('also where a pattern or a NotAction lets web identities in', () => {
    expect(refusal({ Action: 'sts:*' })).toBe(sentence)
    expect(refusal({ Action: undefined, NotAction: 'sts:TagSession' })).toBe(sentence)
    expect(refusal({ Principal: { Federated: ['www.amazon.com', Federated] } })).toBe(sentence)
  })
})

describe('a trust in GitHub is taken', () => {
  it.each<object>([
    { StringEquals: { [`${issuer}:sub`]: 'repo:a/b:ref:refs/heads/main' } },
    { StringLike: { [`${issuer}:SUB`]: 'repo:*' } },
    { StringEqualsIgnoreCase: { [`${issuer}:job_workflow_ref`]: 'a/b/.github/workflows/c.yml@refs/heads/main' } },
    // Recorded from AWS; a finding says what is wrong with it.
    { StringLike: { [`${issuer}:sub`]: ['repo:a/b:*', '*'] } },
  ])('on %j', (Condition) => expect(refusal({ Condition })).toBeUndefined())

  it('in a Deny, and for what is no web identity', () => {
    expect(refusal({ Effect: 'Deny' })).toBeUndefined()
    expect(refusal({ Action: 'sts:TagSession' })).toBeUndefined()
    expect(refusal({ Action: undefined, NotAction: 'sts:AssumeRoleWith*' })).toBeUndefined()
  })
})

it.each([
  ['gitlab.com', 'gitlab.com:sub'],
  ['oidc.vercel.com', 'oidc.vercel.com:aud'],
  ['api.pulumi.com/oidc', 'api.pulumi.com/oidc:aud'],
])('a trust in %s must ask for %s', (provider, key) => {
  const Principal = { Federated: `arn:aws:iam::123456789012:oidc-provider/${provider}` }
  expect(refusal({ Principal })).toContain(`${key} which is not scoped to all.`)
  expect(refusal({ Principal, Condition: { StringLike: { [key]: '*?*' } } })).toContain(key)
  expect(refusal({ Principal, Condition: { StringLike: { [key]: '*:mine' } } })).toBeUndefined()
})

it('a trust in Cognito must ask for the identity pool', () => {
  const Principal = { Federated: 'cognito-identity.amazonaws.com' }
  expect(refusal({ Principal })).toBe('A condition block must be present for the Cognito provider')
  const amr = { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } }
  expect(refusal({ Principal, Condition: amr })).toContain('cognito-identity.amazonaws.com:aud which is not scoped')
})

it('a provider of one’s own needs no condition', () => {
  const Principal = { Federated: 'arn:aws:iam::123456789012:oidc-provider/idp.example.com' }
  expect(refusal({ Principal })).toBeUndefined()
})
