import { describe, expect, it } from 'vitest'
import { parsePolicy, PolicyError } from '../index.ts'

const account = '123456789012'
const base = { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }

function refusal(document: object | string): string | undefined {
  try {
    parsePolicy(typeof document === 'string' ? document : JSON.stringify(document), 'trust')
    return undefined
  } catch (error) {
    if (error instanceof PolicyError && error.span) return error.message
    throw error
  }
}

const changed = (members: object) => ({ Version: '2012-10-17', Statement: [{ ...base, ...members }] })

const notJson = 'This policy contains invalid Json'
const version = 'The policy must contain a valid version string'
const empty = 'Could not parse the policy: Statement is empty!'
const sids = 'The Statement Ids in the policy are not unique'
const noEffect = 'Missing required field Effect'
const syntax = 'Syntax error in policy.'
const noPrincipal = 'Missing required field Principal'
const emptyPrincipal = 'Missing required field Principal cannot be empty!'
const notObject = 'Principal must be a JSON object.'
const noAction = 'Missing required field Action'
const onlySts = 'AssumeRole policy may only specify STS AssumeRole actions.'
const resource = 'Has prohibited field Resource'
const noResources = 'AssumeRole policy must not contain resources.'
const invalid = (name: string) => `Invalid principal in policy: ${name}`

describe('a trust policy is refused for', () => {
  it.each<[string, object | string, string]>([
    ['text that is no JSON', '{', notJson],
    ['nothing', '', notJson],
    ['a list', [], notJson],
    ['a text', '"x"', notJson],
    ['a repeated key', '{"Statement":[],"Statement":[]}', notJson],
    ['half a surrogate pair', '{"Id":"\\ud800","Statement":[]}', notJson],
    ['a version that never was', { Version: '2013-10-17', Statement: base }, version],
    ['a version that is no text', { Version: 2012, Statement: base }, version],
    ['no statement', { Version: '2012-10-17' }, empty],
    ['an empty list of statements', { Statement: [] }, empty],
    ['one Sid twice', { Statement: [{ Sid: 'a', ...base }, { Sid: 'a', ...base }] }, sids], // prettier-ignore
    ['no effect', changed({ Effect: undefined }), noEffect],
    ['an effect in the wrong case', changed({ Effect: 'allow' }), 'Invalid effect: allow'],
    ['another effect', changed({ Effect: 'Maybe' }), 'Invalid effect: Maybe'],
    ['an effect that is no text', changed({ Effect: 1 }), syntax],
    ['a statement that is a text', { Statement: 'x' }, syntax],
    ['an unknown member', changed({ Extra: 1 }), syntax],
    ['Action with NotAction', changed({ NotAction: 'sts:TagSession' }), syntax],
    ['an unknown operator', changed({ Condition: { Equals: { k: 'x' } } }), syntax],
    ['a value that no date can be', changed({ Condition: { DateEquals: { k: 'x' } } }), syntax],
    ['a Principal that is a list', changed({ Principal: ['*'] }), notObject],
    ['no principal', changed({ Principal: undefined }), noPrincipal],
    ['an empty principal', changed({ Principal: {} }), emptyPrincipal],
    ['a principal with an empty list', changed({ Principal: { AWS: [] } }), emptyPrincipal],
    ['a star in place of the object', changed({ Principal: '*' }), notObject],
    ['an account in place of the object', changed({ Principal: account }), notObject],
    [
      'an Allow with NotPrincipal',
      changed({ Principal: undefined, NotPrincipal: base.Principal }),
      'Allow with NotPrincipal is not allowed.',
    ],
    [
      'a Deny with NotPrincipal',
      changed({ Effect: 'Deny', Principal: undefined, NotPrincipal: base.Principal }),
      'AssumeRole policy must not contain NotPrincipal field.',
    ],
    ['no action', changed({ Action: undefined }), noAction],
    ['an empty list of actions', changed({ Action: [] }), noAction],
    ['every action', changed({ Action: '*' }), onlySts],
    ['an action of another service', changed({ Action: ['sts:AssumeRole', 's3:GetObject'] }), onlySts],
    ['an action of STS that assumes nothing', changed({ Action: 'sts:GetCallerIdentity' }), onlySts],
    ['an action without its service', changed({ Action: 'AssumeRole' }), onlySts],
    ['a wildcard for the service', changed({ Action: '*:AssumeRole' }), onlySts],
    ['a NotAction of another service', changed({ Action: undefined, NotAction: 's3:*' }), onlySts],
    ['a resource', changed({ Resource: '*' }), resource],
    ['a NotResource', changed({ NotResource: '*' }), noResources],
    [
      'a group',
      changed({ Principal: { AWS: `arn:aws:iam::${account}:group/g` } }),
      invalid(`"AWS":"arn:aws:iam::${account}:group/g"`),
    ],
    [
      'a wildcard in a principal',
      changed({ Principal: { AWS: [account, `arn:aws:iam::${account}:user/*`] } }),
      invalid(`"AWS":"arn:aws:iam::${account}:user/*"`),
    ],
    [
      'an assumed role without its session',
      changed({ Principal: { AWS: `arn:aws:sts::${account}:assumed-role/r` } }),
      invalid(`"AWS":"arn:aws:sts::${account}:assumed-role/r"`),
    ],
    ['a service that is no name', changed({ Principal: { Service: 'ec2' } }), invalid('"SERVICE":"ec2"')],
    ['every service', changed({ Principal: { Service: '*' } }), invalid('"SERVICE":"*"')],
    ['every provider', changed({ Principal: { Federated: '*' } }), invalid('"FEDERATED":"*"')],
    [
      'a role as a provider',
      changed({ Principal: { Federated: `arn:aws:iam::${account}:role/r` } }),
      invalid(`"FEDERATED":"arn:aws:iam::${account}:role/r"`),
    ],
    ['a canonical user', changed({ Principal: { CanonicalUser: 'a'.repeat(64) } }), invalid('"CanonicalUser"')],
    ['a type of principal that is not', changed({ Principal: { Group: 'g' } }), invalid('"Group"')],
    [
      'Cognito without a condition',
      changed({
        Principal: { Federated: ['cognito-identity.amazonaws.com'] },
        Action: 'sts:AssumeRoleWithWebIdentity',
      }),
      'A condition block must be present for the Cognito provider',
    ],
  ])('%s', (_name, document, message) => expect(refusal(document)).toBe(message))

  it('the first thing that AWS would say', () => {
    // Each statement has one fault: the sentences come in this order, whatever the order of the statements.
    const faults: [string, object][] = [
      [sids, { Sid: 'one' }],
      [noEffect, { Effect: undefined }],
      [syntax, { Extra: 1 }],
      [noPrincipal, { Principal: undefined }],
      [noAction, { Action: undefined }],
      [resource, { Resource: '*' }],
      [syntax, { Condition: { DateEquals: { k: 'x' } } }],
      [invalid('"AWS":"x"'), { Principal: { AWS: 'x' } }],
    ]
    faults.forEach(([message], at) => {
      const rest = faults.slice(at).map(([, fault]) => ({ ...base, ...fault }))
      const document = { Statement: [{ Sid: 'one', ...base }, ...rest.toReversed()] }
      expect(refusal(document)).toBe(message)
      expect(refusal({ ...document, Version: 'x' })).toBe(version)
    })
  })
})

describe('a trust policy may', () => {
  it.each([
    ['lack a version', { Statement: base }],
    ['be of 2008-10-17', { Version: '2008-10-17', Statement: [base] }],
    ['trust everyone in AWS', changed({ Principal: { AWS: '*' } })],
    ['trust a user, a role, a session and an id', changed({
      Principal: {
        AWS: [
          `arn:aws:iam::${account}:user/path/alice`,
          `arn:aws:iam::${account}:role/r`,
          `arn:aws:sts::${account}:assumed-role/r/s`,
          `arn:aws:sts::${account}:federated-user/f`,
          'AROAAAAAAAAAAAAAAAAAA',
        ],
      },
    })], // prettier-ignore
    ['trust services', changed({ Principal: { Service: ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] } })],
    [
      'trust a SAML provider',
      changed({
        Principal: { Federated: `arn:aws:iam::${account}:saml-provider/p` },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
      }),
    ],
    [
      'trust Cognito on a condition',
      changed({
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' } },
      }),
    ],
    [
      'deny Cognito without one',
      changed({ Effect: 'Deny', Principal: { Federated: 'cognito-identity.amazonaws.com' } }),
    ],
    ['name actions in any case and by patterns', changed({ Action: ['STS:assumerole', 'sts:AssumeRole*', 'sts:*'] })],
    ['have Sids of any characters', changed({ Sid: 'a b-c' })],
    ['have an empty Sid twice', { Statement: [{ Sid: '', ...base }, { Sid: '', ...base }] }], // prettier-ignore
  ])('%s', (_name, document) => expect(refusal(document)).toBeUndefined())

  it('be read as what it says', () => {
    const text = JSON.stringify(changed({ Principal: { Service: ['a.amazonaws.com'], AWS: [account, '*'] } }))
    const [statement] = parsePolicy(text, 'trust').statements
    expect(statement).toMatchObject({
      effect: 'Allow',
      principal: {
        negated: false,
        values: [
          { type: 'Service', value: 'a.amazonaws.com' },
          { type: 'AWS', value: account },
          { type: 'AWS', value: '*' },
        ],
      },
      action: { negated: false, values: ['sts:AssumeRole'] },
    })
    expect(statement).not.toHaveProperty('resource')
  })
})
