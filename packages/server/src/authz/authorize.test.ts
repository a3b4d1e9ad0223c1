import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectOk, type Credentials, type Parameters, TestHouse } from '../../test/harness.ts'
import { addAccount, keyIn, tagParameters, withDatabase } from '../../test/houses.ts'

const ownUser = 'arn:aws:iam::*:user/${aws:username}'
const createOwnAccessKeys = {
  Sid: 'CreateOwnAccessKeys',
  Effect: 'Allow',
  Action: ['iam:CreateAccessKey', 'iam:GetUser', 'iam:ListAccessKeys', 'iam:TagUser'],
  Resource: ownUser,
}
const manageOwnAccessKeys = {
  Sid: 'ManageOwnAccessKeys',
  Effect: 'Allow',
  Action: [
    'iam:CreateAccessKey',
    'iam:DeleteAccessKey',
    'iam:GetAccessKeyLastUsed',
    'iam:GetUser',
    'iam:ListAccessKeys',
    'iam:UpdateAccessKey',
    'iam:TagUser',
  ],
  Resource: ownUser,
}
const withoutTagging = {
  ...manageOwnAccessKeys,
  Action: manageOwnAccessKeys.Action.filter((action) => action !== 'iam:TagUser'),
}
const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' }

let house: TestHouse
let alice: Credentials
let bob: Credentials
const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
const codeOf = async (action: string, parameters: Parameters = {}, as = alice) =>
  (await house.iam(as, action, parameters)).code

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice')
  bob = await house.user('bob')
})
afterAll(() => house.close())

describe("the seed's policies", () => {
  const description = (id: string) => tagParameters({ [id]: 'my laptop' })
  // What she may with her own user, in an order that leaves her as she was.
  const own: readonly [string, (second: string) => Parameters][] = [
    ['GetUser', () => ({})],
    ['ListAccessKeys', () => ({})],
    ['CreateAccessKey', () => ({})],
    ['TagUser', (id) => ({ UserName: 'alice', ...description(id) })],
    ['GetAccessKeyLastUsed', (AccessKeyId) => ({ AccessKeyId })],
    ['UpdateAccessKey', (AccessKeyId) => ({ AccessKeyId, Status: 'Inactive' })],
    ['UpdateAccessKey', (AccessKeyId) => ({ AccessKeyId, Status: 'Active' })],
    ['DeleteAccessKey', (AccessKeyId) => ({ AccessKeyId })],
  ]

  beforeEach(async () => {
    for (const id of (await asAdmin('ListAccessKeys', { UserName: 'alice' })).all('AccessKeyId')) {
      if (id !== alice.accessKeyId) await expectOk(asAdmin('DeleteAccessKey', { UserName: 'alice', AccessKeyId: id }))
    }
  })

  it.each([
    ['CreateOwnAccessKeys', createOwnAccessKeys],
    ['ManageOwnAccessKeys', manageOwnAccessKeys],
    ['ManageOwnAccessKeys without iam:TagUser', withoutTagging],
  ])('%s lets alice do what it names, by name or without, and nothing else', async (_, policy) => {
    await house.allow('alice', policy)
    let second = ''
    for (const [action, parameters] of own) {
      const answer = await house.iam(alice, action, parameters(second))
      const may = policy.Action.includes(`iam:${action}`)
      expect([action, answer.code]).toEqual([action, may ? undefined : 'AccessDenied'])
      if (action === 'CreateAccessKey') second = keyIn(answer).accessKeyId
    }
    expect(await codeOf('GetUser', { UserName: 'ALICE' })).toBeUndefined()
    // Not for bob, not for a user that is not there, and nothing that the policy does not name.
    const AccessKeyId = bob.accessKeyId
    const refused: [string, Parameters][] = [
      ['GetUser', { UserName: 'bob' }],
      ['ListAccessKeys', { UserName: 'bob' }],
      ['CreateAccessKey', { UserName: 'bob' }],
      ['UpdateAccessKey', { UserName: 'bob', AccessKeyId, Status: 'Inactive' }],
      ['DeleteAccessKey', { UserName: 'bob', AccessKeyId }],
      ['GetAccessKeyLastUsed', { AccessKeyId }],
      ['TagUser', { UserName: 'bob', ...description(AccessKeyId) }],
      ['ListAccessKeys', { UserName: 'nobody' }],
      ['ListUserTags', { UserName: 'alice' }],
      ['UntagUser', { UserName: 'alice', 'TagKeys.member.1': 'x' }],
      ['ListUsers', {}],
      ['CreateUser', { UserName: 'eve' }],
      ['DeleteUser', { UserName: 'alice' }],
      ['UpdateUser', { UserName: 'alice', NewUserName: 'eve' }],
      ['ListUserPolicies', { UserName: 'alice' }],
      ['DeleteUserPolicy', { UserName: 'alice', PolicyName: 'test' }],
      ['AttachUserPolicy', { UserName: 'alice', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
      ['PutUserPolicy', { UserName: 'alice', PolicyName: 'x', PolicyDocument: '{}' }],
      ['GetAccountSummary', {}],
    ]
    for (const [action, parameters] of refused) {
      expect([action, await codeOf(action, parameters)]).toEqual([action, 'AccessDenied'])
    }
  })

  it('keep the key that was made where its description is denied', async () => {
    await house.allow('alice', withoutTagging)
    const key = keyIn(await expectOk(house.iam(alice, 'CreateAccessKey')))
    const tag = { UserName: 'alice', ...description(key.accessKeyId) }
    expect(await house.iam(alice, 'TagUser', tag)).toMatchObject({
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:TagUser on resource: user alice because no identity-based policy allows the iam:TagUser action',
    })
    await expectOk(house.iam(key, 'ListAccessKeys'))
  })

  it('do not match a user with a path: her ARN is another', async () => {
    await house.allow('alice', manageOwnAccessKeys)
    await expectOk(house.iam(alice, 'ListAccessKeys'))
    await expectOk(asAdmin('UpdateUser', { UserName: 'alice', NewPath: '/team/' }))
    expect(await house.iam(alice, 'ListAccessKeys')).toMatchObject({
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/team/alice is not authorized to perform: iam:ListAccessKeys on resource: user alice because no identity-based policy allows the iam:ListAccessKeys action',
    })
    await house.allow('alice', { ...manageOwnAccessKeys, Resource: 'arn:aws:iam::*:user/*/${aws:username}' })
    await expectOk(house.iam(alice, 'ListAccessKeys'))
    await expectOk(asAdmin('UpdateUser', { UserName: 'alice', NewPath: '/' }))
  })

  it('follow a rename: the variable is the name she has now', async () => {
    await house.allow('alice', manageOwnAccessKeys)
    await expectOk(asAdmin('UpdateUser', { UserName: 'alice', NewUserName: 'Alicia' }))
    await expectOk(house.iam(alice, 'ListAccessKeys'))
    expect(await codeOf('ListAccessKeys', { UserName: 'alice' })).toBe('AccessDenied')
    await expectOk(asAdmin('UpdateUser', { UserName: 'alicia', NewUserName: 'alice' }))
  })
})

describe('the resource', () => {
  it('is the stored ARN: neither case of the name nor a path in the request moves the decision', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'Target', Path: '/a/' }))
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/a/Target' })
    await expectOk(house.iam(alice, 'GetUser', { UserName: 'tARGET' }))
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/a/target' })
    expect(await codeOf('GetUser', { UserName: 'target' })).toBe('AccessDenied')
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/Target' })
    expect(await codeOf('GetUser', { UserName: 'Target', Path: '/' })).toBe('AccessDenied')
  })

  it('of a user that is not there is the ARN it would have: who may learn that it is missing does', async () => {
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/ghost' })
    expect(await codeOf('GetUser', { UserName: 'ghost' })).toBe('NoSuchEntity')
    expect(await codeOf('GetUser', { UserName: 'Ghost' })).toBe('AccessDenied')
  })

  it('of CreateUser has the path that is asked for', async () => {
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:CreateUser', Resource: 'arn:aws:iam::*:user/team/*' })
    expect(await house.iam(alice, 'CreateUser', { UserName: 'outside' })).toMatchObject({
      message:
        'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::123456789012:user/outside because no identity-based policy allows the iam:CreateUser action',
    })
    await expectOk(house.iam(alice, 'CreateUser', { UserName: 'inside', Path: '/team/' }))
    expect(await codeOf('CreateUser', { UserName: 'inside' })).toBe('AccessDenied')
    expect(await codeOf('CreateUser', { UserName: 'inside', Path: '/team/' })).toBe('EntityAlreadyExists')
  })

  it('of ListUsers is the collection under its PathPrefix', async () => {
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:ListUsers', Resource: 'arn:aws:iam::*:user/team/*' })
    await expectOk(house.iam(alice, 'ListUsers', { PathPrefix: '/team/' }))
    await expectOk(house.iam(alice, 'ListUsers', { PathPrefix: '/team/sub' }))
    expect(await codeOf('ListUsers', { PathPrefix: '/team' })).toBe('AccessDenied')
    expect(await house.iam(alice, 'ListUsers')).toMatchObject({
      message:
        'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no identity-based policy allows the iam:ListUsers action',
    })
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:ListUsers', Resource: 'arn:aws:iam::*:user/*' })
    await expectOk(house.iam(alice, 'ListUsers'))
  })

  it('of UpdateUser is both where the user is and where it goes', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'mover', Path: '/from/' }))
    const may = (...Resource: string[]) => house.allow('alice', { Effect: 'Allow', Action: 'iam:UpdateUser', Resource })
    const move = { UserName: 'mover', NewPath: '/to/' }
    const denied =
      'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:UpdateUser on resource: user mover because no identity-based policy allows the iam:UpdateUser action'
    await may('arn:aws:iam::*:user/from/*')
    expect(await house.iam(alice, 'UpdateUser', move)).toMatchObject({ code: 'AccessDenied', message: denied })
    await expectOk(house.iam(alice, 'UpdateUser', { UserName: 'mover', NewUserName: 'MOVER' }))
    await may('arn:aws:iam::*:user/to/*')
    expect(await house.iam(alice, 'UpdateUser', move)).toMatchObject({ code: 'AccessDenied', message: denied })
    await may('arn:aws:iam::*:user/from/*', 'arn:aws:iam::*:user/to/MOVER')
    await expectOk(house.iam(alice, 'UpdateUser', move))
    await may('arn:aws:iam::*:user/to/MOVER')
    expect(await codeOf('UpdateUser', { UserName: 'mover', NewUserName: 'other' })).toBe('AccessDenied')
  })
})

describe('a tagged user', () => {
  it('is made only by those who may tag it, as on AWS', async () => {
    const tagged = { UserName: 'tagged', ...tagParameters({ team: 'red' }) }
    const create = { Effect: 'Allow', Action: 'iam:CreateUser', Resource: '*' }
    await house.allow('alice', create)
    expect(await house.iam(alice, 'CreateUser', tagged)).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:TagUser on resource: arn:aws:iam::123456789012:user/tagged because no identity-based policy allows the iam:TagUser action',
    })
    await house.allow('alice', create, { ...create, Action: 'iam:TagUser', Resource: 'arn:aws:iam::*:user/other' })
    expect(await codeOf('CreateUser', tagged)).toBe('AccessDenied')
    await house.allow('alice', create, { ...create, Action: 'iam:TagUser' })
    await expectOk(house.iam(alice, 'CreateUser', tagged))
    await house.allow('alice', create, { ...allowAll, Effect: 'Deny', Action: 'iam:TagUser' }, allowAll)
    expect(await house.iam(alice, 'CreateUser', { ...tagged, UserName: 'tagged2' })).toMatchObject({
      message: expect.stringContaining('iam:TagUser') as string,
    })
    await expectOk(house.iam(alice, 'CreateUser', { UserName: 'untagged' }))
  })
})

describe('a deny', () => {
  it('wins over every allow, from the answer that put it on', async () => {
    await house.allow('alice', allowAll)
    await expectOk(house.iam(alice, 'ListUsers'))
    await house.allow('alice', allowAll, { Effect: 'Deny', Action: 'iam:List*', Resource: '*' })
    expect(await house.iam(alice, 'ListUsers')).toMatchObject({
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ with an explicit deny in an identity-based policy',
    })
    await expectOk(house.iam(alice, 'GetUser', { UserName: 'bob' }))
  })

  it('in an inline policy wins over an attached AdministratorAccess', async () => {
    const parameters = { UserName: 'alice', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }
    await expectOk(asAdmin('AttachUserPolicy', parameters))
    await house.allow('alice', { Effect: 'Deny', Action: 'iam:GetUser', Resource: '*' })
    expect(await codeOf('GetUser')).toBe('AccessDenied')
    await expectOk(house.iam(alice, 'ListUsers'))
    await expectOk(asAdmin('DetachUserPolicy', parameters))
  })

  it('on herself can be put and is then not hers to take off', async () => {
    await house.allow('alice', allowAll)
    const deny = JSON.stringify({ Version: '2012-10-17', Statement: { ...allowAll, Effect: 'Deny' } })
    const own = { UserName: 'alice', PolicyName: 'deny' }
    await expectOk(house.iam(alice, 'PutUserPolicy', { ...own, PolicyDocument: deny }))
    expect(await codeOf('DeleteUserPolicy', own)).toBe('AccessDenied')
    await expectOk(asAdmin('DeleteUserPolicy', own))
  })
})

describe('root', () => {
  it('may everything in its account, and no policy speaks of it', async () => {
    await expectOk(house.iam(house.root, 'CreateUser', { UserName: 'of-root', ...tagParameters({ a: 'b' }) }))
    await expectOk(house.iam(house.root, 'UpdateUser', { UserName: 'of-root', NewPath: '/x/' }))
    await expectOk(house.sts(house.root, 'GetAccessKeyInfo', { AccessKeyId: bob.accessKeyId }))
    await expectOk(house.iam(house.root, 'DeleteUser', { UserName: 'of-root' }))
    expect(await codeOf('GetUser', { UserName: 'of-root' }, house.root)).toBe('NoSuchEntity')
  })
})

describe('two accounts of one database', () => {
  it('never see each other, also where a name is in both', async () => {
    const other = await addAccount(house, '210987654321')
    const shared = 'shared'
    await expectOk(asAdmin('CreateUser', { UserName: shared, ...tagParameters({ of: 'first' }) }))
    expect((await house.iam(other.administrator, 'ListUsers')).all('UserName')).toEqual(['administrator'])
    expect(await codeOf('GetUser', { UserName: shared }, other.administrator)).toBe('NoSuchEntity')
    expect(await codeOf('DeleteUser', { UserName: shared }, other.root)).toBe('NoSuchEntity')
    await expectOk(
      house.iam(other.administrator, 'CreateUser', { UserName: shared, ...tagParameters({ of: 'second' }) }),
    )

    for (const [as, account, value] of [
      [house.administrator, '123456789012', 'first'],
      [other.administrator, '210987654321', 'second'],
      [other.root, '210987654321', 'second'],
    ] as const) {
      const found = await expectOk(house.iam(as, 'GetUser', { UserName: shared }))
      expect(found.get('Arn')).toBe(`arn:aws:iam::${account}:user/shared`)
      expect(found.get('Value')).toBe(value)
    }

    const key = keyIn(await expectOk(asAdmin('CreateAccessKey', { UserName: shared })))
    const named = { UserName: shared, AccessKeyId: key.accessKeyId }
    for (const as of [other.administrator, other.root]) {
      expect(await codeOf('UpdateAccessKey', { ...named, Status: 'Inactive' }, as)).toBe('NoSuchEntity')
      expect(await codeOf('DeleteAccessKey', named, as)).toBe('NoSuchEntity')
      expect((await house.iam(as, 'ListAccessKeys', { UserName: shared })).all('AccessKeyId')).toEqual([])
    }
    await expectOk(house.iam(other.administrator, 'DeleteUser', { UserName: shared }))
    await expectOk(house.sts(key, 'GetCallerIdentity'))
    expect((await asAdmin('GetUser', { UserName: shared })).get('Value')).toBe('first')
    expect((await house.iam(other.administrator, 'GetAccountSummary')).all('value')[0]).toBe('1')
  })
})

describe('a stored policy that is not what was put', () => {
  it.each([
    ['whose text is gone', "update user_policy set text = ''"],
    ['whose text was changed', "update user_policy set text = replace(text, 'Deny', 'Allow') || ' '"],
    ['whose hash was changed', "update user_policy set hash = 'f00'"],
  ])('%s is a fault for its user, never taken as no policy or another', async (_, spoil) => {
    const spoilt = await TestHouse.open()
    try {
      const user = await spoilt.user('user', { Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' })
      await spoilt.allow('administrator', { Effect: 'Deny', Action: 's3:*', Resource: '*' })
      withDatabase(spoilt, (database) => {
        database.prepare(spoil).run()
        database.prepare("update head set n = n + 1, nonce = 'of the test'").run()
      })
      // Compiled policies are kept by hash for the whole process: this text was never compiled, as its user never called.
      for (const as of [user, spoilt.administrator]) {
        const answer = await spoilt.iam(as, 'GetUser')
        expect(answer).toMatchObject({ status: 500, code: 'InternalFailure' })
        expect(answer.message).toBe('The request could not be processed because of an internal failure.')
      }
      expect(spoilt.faults.map(String)).toEqual(
        Array.from({ length: 2 }, () => expect.stringContaining('a stored policy is not the text') as string),
      )
      await expectOk(spoilt.sts(user, 'GetCallerIdentity'))
    } finally {
      await spoilt.close()
    }
  })

  it('is a fault also where an attached policy is unknown', async () => {
    const spoilt = await TestHouse.open()
    try {
      withDatabase(spoilt, (database) => {
        database.prepare("update user_attachment set policy_arn = 'arn:aws:iam::aws:policy/Gone'").run()
        database.prepare("update head set n = n + 1, nonce = 'of the test'").run()
      })
      expect(await spoilt.iam(spoilt.administrator, 'GetUser')).toMatchObject({ status: 500, code: 'InternalFailure' })
    } finally {
      await spoilt.close()
    }
  })
})
