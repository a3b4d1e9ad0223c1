import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Parameters, type TestHouse } from '../../../../test/harness.ts'
import { engines, openOn, tagParameters } from '../../../../test/houses.ts'

const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'
const changePassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword'
const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' }

describe.each(engines)('permissions boundaries on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const boundaryOf = async (UserName: string) =>
    (await expectOk(asAdmin('GetUser', { UserName }))).get('PermissionsBoundaryArn')
  const bound = (UserName: string, PermissionsBoundary: string) =>
    asAdmin('PutUserPermissionsBoundary', { UserName, PermissionsBoundary })

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  it('are given with CreateUser, which shows them as GetUser does; ListUsers does not', async () => {
    const PermissionsBoundary = administratorAccess
    const shown = new RegExp(
      '</CreateDate>\n' +
        '      <PermissionsBoundary>\n' +
        '        <PermissionsBoundaryType>Policy</PermissionsBoundaryType>\n' +
        `        <PermissionsBoundaryArn>${administratorAccess}</PermissionsBoundaryArn>\n` +
        '      </PermissionsBoundary>\n' +
        '      <Tags>',
    )
    const created = asAdmin('CreateUser', { UserName: 'bounded', PermissionsBoundary, ...tagParameters({ a: 'b' }) })
    expect((await expectOk(created)).body).toMatch(shown)
    expect((await expectOk(asAdmin('GetUser', { UserName: 'bounded' }))).body).toMatch(shown)
    expect((await expectOk(asAdmin('ListUsers'))).body).not.toContain('PermissionsBoundary')
    await expectOk(asAdmin('CreateGroup', { GroupName: 'g' }))
    await expectOk(asAdmin('AddUserToGroup', { GroupName: 'g', UserName: 'bounded' }))
    expect((await expectOk(asAdmin('GetGroup', { GroupName: 'g' }))).body).not.toContain('PermissionsBoundary')
  })

  it('are put, put in the place of others, and deleted, however often', async () => {
    const UserName = 'put'
    await expectOk(asAdmin('CreateUser', { UserName }))
    expect(await boundaryOf(UserName)).toBeUndefined()
    expect((await expectOk(bound(UserName, administratorAccess))).body).not.toContain('Result')
    expect(await boundaryOf('PUT')).toBe(administratorAccess)
    await expectOk(bound(UserName, changePassword))
    expect(await boundaryOf(UserName)).toBe(changePassword)
    for (let i = 0; i < 2; i++) {
      const deleted = await expectOk(asAdmin('DeleteUserPermissionsBoundary', { UserName }))
      expect(deleted.body).not.toContain('Result')
      expect(await boundaryOf(UserName)).toBeUndefined()
    }
  })

  it('hold from the answer that puts them to the answer that takes them away', async () => {
    const key = await house.user('held', allowAll)
    await expectOk(house.iam(key, 'ListUsers'))
    await expectOk(bound('held', changePassword))
    expect(await house.iam(key, 'ListUsers')).toMatchObject({
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/held is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no permissions boundary allows the iam:ListUsers action',
    })
    expect(await house.iam(key, 'DeleteUserPermissionsBoundary', { UserName: 'held' })).toMatchObject({
      code: 'AccessDenied',
    })
    await expectOk(asAdmin('DeleteUserPermissionsBoundary', { UserName: 'held' }))
    await expectOk(house.iam(key, 'ListUsers'))
  })

  it('hold a new user from its first call on', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'new', PermissionsBoundary: changePassword }))
    await house.allow('new', allowAll)
    const key = await expectOk(asAdmin('CreateAccessKey', { UserName: 'new' }))
    const credentials = {
      accessKeyId: key.get('AccessKeyId') ?? '',
      secretAccessKey: key.get('SecretAccessKey') ?? '',
    }
    expect(await house.iam(credentials, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    // Within the boundary it may: it is told that there is none.
    expect(await house.iam(credentials, 'GetAccountPasswordPolicy')).toMatchObject({ code: 'NoSuchEntity' })
  })

  it("are an account's own policies too, by the version that is their default, and keep them from being deleted", async () => {
    const document = (Action: string) =>
      JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })
    const key = await house.user('within', allowAll)
    const made = asAdmin('CreatePolicy', { PolicyName: 'bounds', PolicyDocument: document('iam:ListUsers') })
    const PolicyArn = (await expectOk(made)).get('Arn') ?? ''
    await expectOk(bound('within', PolicyArn))
    await expectOk(house.iam(key, 'ListUsers'))
    expect(await house.iam(key, 'ListGroups')).toMatchObject({ code: 'AccessDenied' })
    const PolicyDocument = document('iam:ListGroups')
    await expectOk(asAdmin('CreatePolicyVersion', { PolicyArn, PolicyDocument, SetAsDefault: 'true' }))
    await expectOk(house.iam(key, 'ListGroups'))
    expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    await expectOk(asAdmin('DeletePolicyVersion', { PolicyArn, VersionId: 'v1' }))
    expect(await asAdmin('DeletePolicy', { PolicyArn })).toMatchObject({ code: 'DeleteConflict' })
    await expectOk(asAdmin('DeleteUserPermissionsBoundary', { UserName: 'within' }))
    await expectOk(asAdmin('DeletePolicy', { PolicyArn }))
  })

  it('are put, or their policy is deleted: never both', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'raced' }))
    for (let i = 0; i < 8; i++) {
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: allowAll })
      const made = await expectOk(asAdmin('CreatePolicy', { PolicyName: `raced-${i}`, PolicyDocument }))
      const PolicyArn = made.get('Arn') ?? ''
      const [put, deleted] = await Promise.all([bound('raced', PolicyArn), asAdmin('DeletePolicy', { PolicyArn })])
      expect([put.code, deleted.code]).toEqual(
        put.code === undefined ? [undefined, 'DeleteConflict'] : ['NoSuchEntity', undefined],
      )
    }
    expect(house.faults).toEqual([])
  })

  it('go with the user: the name is another user’s then, without them', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'gone', PermissionsBoundary: changePassword }))
    await expectOk(asAdmin('DeleteUser', { UserName: 'gone' }))
    await expectOk(asAdmin('CreateUser', { UserName: 'gone' }))
    expect(await boundaryOf('gone')).toBeUndefined()
  })

  it.each([
    ['is not there', 'arn:aws:iam::123456789012:policy/none'],
    ["is another account's", 'arn:aws:iam::210987654321:policy/theirs'],
    ['AWS does not have', 'arn:aws:iam::aws:policy/none'],
  ])('are refused where the policy %s, and nobody is made', async (_, PermissionsBoundary) => {
    const refused = {
      status: 404,
      code: 'NoSuchEntity',
      message: `Scope ARN: ${PermissionsBoundary} does not exist or is not attachable.`,
    }
    await asAdmin('CreateUser', { UserName: 'present' })
    expect(await bound('present', PermissionsBoundary)).toMatchObject(refused)
    expect(await boundaryOf('present')).toBeUndefined()
    expect(await asAdmin('CreateUser', { UserName: 'absent', PermissionsBoundary })).toMatchObject(refused)
    expect(await asAdmin('GetUser', { UserName: 'absent' })).toMatchObject({ code: 'NoSuchEntity' })
  })

  it('are named by an ARN of a policy', async () => {
    const unreadable = { status: 400, code: 'ValidationError', message: 'Invalid ARN:  Could not be parsed!' }
    for (const PermissionsBoundary of ['arn:aws:s3:::a-bucket/with/a/path', 'arn:aws:iam::aws:role/SomethingLong']) {
      expect(await bound('put', PermissionsBoundary)).toMatchObject(unreadable)
      expect(await asAdmin('CreateUser', { UserName: 'absent', PermissionsBoundary })).toMatchObject(unreadable)
    }
  })

  describe('and a delegate who may give out one boundary', () => {
    const only = { StringEquals: { 'iam:PermissionsBoundary': changePassword } }
    const delegate = async (name: string, Action: string | readonly string[]) =>
      house.user(name, { Effect: 'Allow', Action, Resource: '*', Condition: only })
    const denied = { code: 'AccessDenied' }

    it('makes users with it, and none without it or with another', async () => {
      const key = await delegate('maker', 'iam:CreateUser')
      const make = (UserName: string, boundary: Parameters) => house.iam(key, 'CreateUser', { UserName, ...boundary })
      expect(await make('made', {})).toMatchObject(denied)
      expect(await make('made', { PermissionsBoundary: administratorAccess })).toMatchObject(denied)
      await expectOk(make('made', { PermissionsBoundary: changePassword }))
    })

    it('puts it on users, and no other', async () => {
      const key = await delegate('putter', 'iam:PutUserPermissionsBoundary')
      await expectOk(asAdmin('CreateUser', { UserName: 'open', PermissionsBoundary: administratorAccess }))
      const put = (PermissionsBoundary: string) =>
        house.iam(key, 'PutUserPermissionsBoundary', { UserName: 'open', PermissionsBoundary })
      expect(await put(administratorAccess)).toMatchObject(denied)
      await expectOk(put(changePassword))
    })

    it('changes the permissions of users who have it, and of no others', async () => {
      const key = await delegate('giver', [
        'iam:PutUserPolicy',
        'iam:DeleteUserPolicy',
        'iam:AttachUserPolicy',
        'iam:DetachUserPolicy',
        'iam:DeleteUserPermissionsBoundary',
      ])
      const UserName = 'given'
      await expectOk(asAdmin('CreateUser', { UserName }))
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: allowAll })
      const inline = { UserName, PolicyName: 'p' }
      const attached = { UserName, PolicyArn: administratorAccess }
      const steps = [
        () => house.iam(key, 'PutUserPolicy', { ...inline, PolicyDocument }),
        () => house.iam(key, 'AttachUserPolicy', attached),
        () => house.iam(key, 'DeleteUserPolicy', inline),
        () => house.iam(key, 'DetachUserPolicy', attached),
        () => house.iam(key, 'DeleteUserPermissionsBoundary', { UserName }),
      ]
      for (const step of steps) expect(await step()).toMatchObject(denied)
      await expectOk(bound(UserName, administratorAccess))
      for (const step of steps) expect(await step()).toMatchObject(denied)
      await expectOk(bound(UserName, changePassword))
      for (const step of steps) await expectOk(step())
      for (const step of steps) expect(await step()).toMatchObject(denied)
    })

    it('learns of no user who is not there', async () => {
      const key = await delegate('asker', ['iam:PutUserPolicy', 'iam:DeleteUserPermissionsBoundary'])
      expect(await house.iam(key, 'DeleteUserPermissionsBoundary', { UserName: 'nobody' })).toMatchObject(denied)
    })
  })
})
