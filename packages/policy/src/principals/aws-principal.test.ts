import { describe, expect, it } from 'vitest'
import { readAwsPrincipal } from '../index.ts'

const account = '123456789012'

describe('an AWS principal is', () => {
  it.each([
    ['*', { type: 'Everyone' }],
    [account, { type: 'Account', account }],
    [`arn:aws:iam::${account}:root`, { type: 'Account', account }],
    [`arn:aws-us-gov:iam::${account}:root`, { type: 'Account', account }],
    ['AIDAAAAAAAAAAAAAAAAAA', { type: 'UniqueId', id: 'AIDAAAAAAAAAAAAAAAAAA' }],
    ['AROAAAAAAAAAAAAAAAAAA', { type: 'UniqueId', id: 'AROAAAAAAAAAAAAAAAAAA' }],
  ])('%s', (text, named) => expect(readAwsPrincipal(text)).toEqual(named))

  it.each([
    [`arn:aws:iam::${account}:user/alice`, 'User'],
    [`arn:aws:iam::${account}:user/team/a b/alice`, 'User'],
    [`arn:aws:iam::${account}:role/service-role/r`, 'Role'],
    [`arn:aws:sts::${account}:assumed-role/r/session`, 'AssumedRole'],
    [`arn:aws:sts::${account}:federated-user/bob`, 'FederatedUser'],
  ])('%s, of an account', (arn, type) => expect(readAwsPrincipal(arn)).toEqual({ type, account, arn }))
})

describe('an AWS principal is not', () => {
  it.each([
    ['nothing', ''],
    ['a group', `arn:aws:iam::${account}:group/admins`],
    ["a group's id", 'AGPAAAAAAAAAAAAAAAAAA'],
    ['an access key', 'AKIAAAAAAAAAAAAAAAAA'],
    ['an assumed role without its session', `arn:aws:sts::${account}:assumed-role/r`],
    ['an assumed role with an empty session', `arn:aws:sts::${account}:assumed-role/r/`],
    ['an assumed role with a path', `arn:aws:sts::${account}:assumed-role/path/r/session`],
    ['a role of STS', `arn:aws:sts::${account}:role/r`],
    ['a user without a name', `arn:aws:iam::${account}:user/`],
    ['anything below root', `arn:aws:iam::${account}:root/x`],
    ['a root of STS', `arn:aws:sts::${account}:root`],
    ['an account of eleven digits', '12345678901'],
    ['an account of thirteen digits', '1234567890123'],
    ['an ARN without an account', 'arn:aws:iam:::user/alice'],
    ['an ARN with a region', `arn:aws:iam:us-east-1:${account}:user/alice`],
    ['a wildcard as a name', `arn:aws:iam::${account}:user/*`],
    ['a wildcard in a name', `arn:aws:iam::${account}:user/al?ce`],
    ['a wildcard as the account', 'arn:aws:iam::*:root'],
    ['two stars', '**'],
    ['a bucket', 'arn:aws:s3:::bucket'],
    ['an identity provider', `arn:aws:iam::${account}:saml-provider/p`],
  ])('%s', (_name, text) => expect(readAwsPrincipal(text)).toBeUndefined())
})
