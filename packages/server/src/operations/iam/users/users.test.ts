import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type TestHouse } from '../../../../test/harness.ts'
import { engines, openOn, tagParameters } from '../../../../test/houses.ts'

describe.each(engines)('users on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Record<string, string> = {}) =>
    house.iam(house.administrator, action, parameters)

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  describe('CreateUser', () => {
    it('answers the user it made, whole', async () => {
      const created = await expectOk(
        asAdmin('CreateUser', {
          UserName: 'Carol',
          Path: '/division_abc/',
          ...tagParameters({ Team: 'red', empty: '' }),
        }),
      )
      expect(created.body).toMatch(
        new RegExp(
          '^<CreateUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">\n' +
            '  <CreateUserResult>\n' +
            '    <User>\n' +
            '      <Path>/division_abc/</Path>\n' +
            '      <UserName>Carol</UserName>\n' +
            '      <UserId>AIDARZPUZDIK[A-P][A-Z2-7]{8}</UserId>\n' +
            '      <Arn>arn:aws:iam::123456789012:user/division_abc/Carol</Arn>\n' +
            '      <CreateDate>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ</CreateDate>\n' +
            '      <Tags>\n' +
            '        <member>\n          <Key>Team</Key>\n          <Value>red</Value>\n        </member>\n' +
            '        <member>\n          <Key>empty</Key>\n          <Value/>\n        </member>\n' +
            '      </Tags>\n' +
            '    </User>\n' +
            '  </CreateUserResult>\n' +
            '  <ResponseMetadata>\n    <RequestId>[0-9a-f-]{36}</RequestId>\n  </ResponseMetadata>\n' +
            '</CreateUserResponse>\n$',
        ),
      )
    })

    it('puts a user without a path at the root, and sends no Tags where there are none', async () => {
      const created = await expectOk(asAdmin('CreateUser', { UserName: 'plain' }))
      expect(created.get('Path')).toBe('/')
      expect(created.get('Arn')).toBe('arn:aws:iam::123456789012:user/plain')
      expect(created.body).not.toContain('Tags')
    })

    it('refuses a name that exists in another case or under another path', async () => {
      const again = await asAdmin('CreateUser', { UserName: 'CAROL', Path: '/elsewhere/' })
      expect(again).toMatchObject({
        status: 409,
        code: 'EntityAlreadyExists',
        message: 'User with name CAROL already exists.',
      })
    })

    it('gives a name that many ask for at once to one of them', async () => {
      const spellings = Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? 'wanted' : 'Wanted'))
      const answers = await Promise.all(spellings.map((UserName) => asAdmin('CreateUser', { UserName })))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'EntityAlreadyExists']))
    })

    it('makes no user where a tag is refused', async () => {
      const tags = tagParameters({ team: 'red', TEAM: 'blue' })
      expect(await asAdmin('CreateUser', { UserName: 'twice', ...tags })).toMatchObject({
        status: 400,
        code: 'InvalidInput',
        message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      })
      expect(await asAdmin('GetUser', { UserName: 'twice' })).toMatchObject({ code: 'NoSuchEntity' })
    })
  })

  describe('GetUser', () => {
    it('finds a user by its name in any case and shows the stored spelling, with tags', async () => {
      const found = await expectOk(asAdmin('GetUser', { UserName: 'cAROL' }))
      expect(found.get('UserName')).toBe('Carol')
      expect(found.get('Arn')).toBe('arn:aws:iam::123456789012:user/division_abc/Carol')
      expect(found.all('Key')).toEqual(['empty', 'Team'])
    })

    it('shows the caller where no name is given', async () => {
      expect((await expectOk(asAdmin('GetUser'))).get('UserName')).toBe('administrator')
    })

    it('shows root without name and path', async () => {
      const root = await expectOk(house.iam(house.root, 'GetUser'))
      expect(root.body).toMatch(
        /<User>\n {6}<UserId>123456789012<\/UserId>\n {6}<Arn>arn:aws:iam::123456789012:root<\/Arn>\n {6}<CreateDate>[^<]+<\/CreateDate>\n {4}<\/User>/,
      )
    })

    it('says NoSuchEntity with the name as it was asked for', async () => {
      expect(await asAdmin('GetUser', { UserName: 'Nobody' })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: 'The user with name Nobody cannot be found.',
      })
    })
  })

  describe('UpdateUser', () => {
    it('moves and renames a user, which keeps its id, keys, tags and policies', async () => {
      const before = await expectOk(asAdmin('CreateUser', { UserName: 'mallory', ...tagParameters({ a: 'b' }) }))
      await house.allow('mallory', { Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' })
      const key = await expectOk(asAdmin('CreateAccessKey', { UserName: 'mallory' }))
      const renamed = await expectOk(
        asAdmin('UpdateUser', { UserName: 'MALLORY', NewUserName: 'Mary', NewPath: '/x/y/' }),
      )
      expect(renamed.body).not.toContain('Result')
      const after = await expectOk(
        house.iam(
          { accessKeyId: key.get('AccessKeyId') ?? '', secretAccessKey: key.get('SecretAccessKey') ?? '' },
          'GetUser',
        ),
      )
      expect(after.get('Arn')).toBe('arn:aws:iam::123456789012:user/x/y/Mary')
      expect(after.get('UserId')).toBe(before.get('UserId'))
      expect(after.all('Key')).toEqual(['a'])
      expect(await asAdmin('GetUser', { UserName: 'mallory' })).toMatchObject({ code: 'NoSuchEntity' })
    })

    it('changes only what is given', async () => {
      await expectOk(asAdmin('UpdateUser', { UserName: 'mary' }))
      expect((await asAdmin('GetUser', { UserName: 'mary' })).get('Arn')).toMatch(/user\/x\/y\/Mary$/)
      await expectOk(asAdmin('UpdateUser', { UserName: 'mary', NewPath: '/' }))
      expect((await asAdmin('GetUser', { UserName: 'mary' })).get('Arn')).toMatch(/user\/Mary$/)
    })

    it('changes the case of a name', async () => {
      await expectOk(asAdmin('UpdateUser', { UserName: 'mary', NewUserName: 'MARY' }))
      expect((await asAdmin('GetUser', { UserName: 'mary' })).get('UserName')).toBe('MARY')
    })

    it('refuses the name of another user in any case, and leaves the user where it was', async () => {
      expect(await asAdmin('UpdateUser', { UserName: 'mary', NewUserName: 'PLAIN', NewPath: '/new/' })).toMatchObject({
        status: 409,
        code: 'EntityAlreadyExists',
        message: 'User with name PLAIN already exists.',
      })
      expect((await asAdmin('GetUser', { UserName: 'mary' })).get('Arn')).toMatch(/user\/MARY$/)
    })

    it('frees the old name at once', async () => {
      await expectOk(asAdmin('UpdateUser', { UserName: 'mary', NewUserName: 'moved' }))
      const fresh = await expectOk(asAdmin('CreateUser', { UserName: 'mary' }))
      expect(fresh.get('UserId')).not.toBe((await asAdmin('GetUser', { UserName: 'moved' })).get('UserId'))
    })
  })

  describe('DeleteUser', () => {
    it('refuses while anything of the user remains, in the order of access keys, attachments, inline policies', async () => {
      const UserName = 'leaver'
      const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
      const key = await house.user(UserName, { Effect: 'Allow', Action: 'iam:*', Resource: '*' })
      await expectOk(asAdmin('AttachUserPolicy', { UserName, PolicyArn }))
      await expectOk(asAdmin('TagUser', { UserName, ...tagParameters({ a: 'b' }) }))
      const refused = async (message: string) =>
        expect(await asAdmin('DeleteUser', { UserName })).toMatchObject({
          status: 409,
          code: 'DeleteConflict',
          message,
        })

      await expectOk(asAdmin('UpdateAccessKey', { UserName, AccessKeyId: key.accessKeyId, Status: 'Inactive' }))
      await refused('Cannot delete entity, must delete access keys first.')
      await expectOk(asAdmin('DeleteAccessKey', { UserName, AccessKeyId: key.accessKeyId }))
      await refused('Cannot delete entity, must detach all policies first.')
      await expectOk(asAdmin('DetachUserPolicy', { UserName, PolicyArn }))
      await refused('Cannot delete entity, must delete policies first.')
      await expectOk(asAdmin('DeleteUserPolicy', { UserName, PolicyName: 'test' }))
      // Tags do not stand in the way.
      const deleted = await expectOk(asAdmin('DeleteUser', { UserName: 'LEAVER' }))
      expect(deleted.body).not.toContain('Result')
      expect(await asAdmin('DeleteUser', { UserName })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: 'The user with name leaver cannot be found.',
      })
    })

    it('gives a later user of the same name nothing of the old one', async () => {
      const UserName = 'reborn'
      const old = await house.user(UserName, { Effect: 'Allow', Action: 'iam:*', Resource: '*' })
      const oldId = (await asAdmin('GetUser', { UserName })).get('UserId')
      await expectOk(asAdmin('TagUser', { UserName, ...tagParameters({ team: 'red' }) }))
      await expectOk(house.sts(old, 'GetCallerIdentity'))
      await expectOk(asAdmin('DeleteAccessKey', { UserName, AccessKeyId: old.accessKeyId }))
      await expectOk(asAdmin('DeleteUserPolicy', { UserName, PolicyName: 'test' }))
      await expectOk(asAdmin('DeleteUser', { UserName }))

      const fresh = await house.user(UserName)
      const shown = await expectOk(asAdmin('GetUser', { UserName }))
      expect(shown.get('UserId')).not.toBe(oldId)
      expect(shown.body).not.toContain('Tags')
      expect((await asAdmin('ListUserPolicies', { UserName })).all('member')).toEqual([])
      expect((await asAdmin('ListAccessKeys', { UserName })).all('AccessKeyId')).toEqual([fresh.accessKeyId])
      expect(await house.sts(old, 'GetCallerIdentity')).toMatchObject({ code: 'InvalidClientTokenId' })
      expect(await house.iam(fresh, 'GetUser')).toMatchObject({ code: 'AccessDenied' })
    })
  })

  describe('ListUsers', () => {
    it('lists users by name without regard to case, without their tags', async () => {
      const listed = await expectOk(asAdmin('ListUsers'))
      const names = listed.all('UserName')
      expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
      expect(names).toContain('Carol')
      expect(listed.get('IsTruncated')).toBe('false')
      expect(listed.body).not.toContain('Tags')
      expect(listed.body).not.toContain('Marker')
    })

    it('lists only the users under a path, whose case counts', async () => {
      await expectOk(asAdmin('CreateUser', { UserName: 'under', Path: '/division_abc/sub/' }))
      await expectOk(asAdmin('CreateUser', { UserName: 'beside', Path: '/division_abcd/' }))
      const under = (prefix: string) => asAdmin('ListUsers', { PathPrefix: prefix })
      expect((await under('/division_abc/')).all('UserName')).toEqual(['Carol', 'under'])
      expect((await under('/division_abc')).all('UserName')).toEqual(['Carol', 'under', 'beside'])
      expect((await under('/DIVISION_abc/')).all('UserName')).toEqual([])
      expect((await under('/none/')).body).toContain('<Users/>')
    })
  })
})

describe.each(engines)('a full account on %s', (engine) => {
  it('refuses a user above its quota, counts deletions, and keeps the count right', async () => {
    const house = await openOn(engine, { usersPerAccount: 2 })
    try {
      const create = (UserName: string) => house.iam(house.administrator, 'CreateUser', { UserName })
      const users = async () => (await house.iam(house.administrator, 'GetAccountSummary')).body
      await expectOk(create('one'))
      expect(await create('two')).toMatchObject({
        status: 409,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for UsersPerAccount: 2',
      })
      expect(await house.iam(house.administrator, 'GetUser', { UserName: 'two' })).toMatchObject({
        code: 'NoSuchEntity',
      })
      expect(await create('one')).toMatchObject({ code: 'EntityAlreadyExists' })
      expect(await users()).toMatch(/<key>Users<\/key>\s*<value>2<\/value>/)
      await expectOk(house.iam(house.administrator, 'DeleteUser', { UserName: 'one' }))
      expect(await users()).toMatch(/<key>Users<\/key>\s*<value>1<\/value>/)
      const answers = await Promise.all(['two', 'three', 'four', 'five'].map(create))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(await users()).toMatch(/<key>Users<\/key>\s*<value>2<\/value>/)
    } finally {
      await house.close()
    }
  })
})
