import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Parameters, type TestHouse } from '../../../../test/harness.ts'
import { addAccount, engines, openOn, pages } from '../../../../test/houses.ts'

const PolicyDocument = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}'

describe.each(engines)('groups on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const fresh = async (GroupName: string, ...members: readonly string[]) => {
    await expectOk(asAdmin('CreateGroup', { GroupName }))
    for (const UserName of members) {
      await asAdmin('CreateUser', { UserName })
      await expectOk(asAdmin('AddUserToGroup', { GroupName, UserName }))
    }
    return GroupName
  }
  const membersOf = async (GroupName: string) => (await expectOk(asAdmin('GetGroup', { GroupName }))).all('UserName')
  const groupsOf = async (UserName: string) =>
    (await expectOk(asAdmin('ListGroupsForUser', { UserName }))).all('GroupName')

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  describe('CreateGroup', () => {
    it('answers the group it made, whole', async () => {
      const created = await expectOk(asAdmin('CreateGroup', { GroupName: 'Developers', Path: '/division_abc/' }))
      expect(created.body).toMatch(
        new RegExp(
          '  <CreateGroupResult>\n' +
            '    <Group>\n' +
            '      <Path>/division_abc/</Path>\n' +
            '      <GroupName>Developers</GroupName>\n' +
            '      <GroupId>AGPARZPUZDIK[A-P][A-Z2-7]{8}</GroupId>\n' +
            '      <Arn>arn:aws:iam::123456789012:group/division_abc/Developers</Arn>\n' +
            '      <CreateDate>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ</CreateDate>\n' +
            '    </Group>\n' +
            '  </CreateGroupResult>\n',
        ),
      )
    })

    it('puts a group without a path at the root', async () => {
      const created = await expectOk(asAdmin('CreateGroup', { GroupName: 'plain' }))
      expect(created.get('Arn')).toBe('arn:aws:iam::123456789012:group/plain')
    })

    it('refuses a name that exists in another case or under another path', async () => {
      expect(await asAdmin('CreateGroup', { GroupName: 'DEVELOPERS', Path: '/elsewhere/' })).toMatchObject({
        status: 409,
        code: 'EntityAlreadyExists',
        message: 'Group with name DEVELOPERS already exists.',
      })
    })

    it('lets a user have the name of a group', async () => {
      await expectOk(asAdmin('CreateUser', { UserName: 'plain' }))
      expect((await expectOk(asAdmin('GetUser', { UserName: 'plain' }))).get('Arn')).toMatch(/user\/plain$/)
    })

    it('gives a name that many ask for at once to one of them', async () => {
      const spellings = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? 'wanted' : 'Wanted'))
      const answers = await Promise.all(spellings.map((GroupName) => asAdmin('CreateGroup', { GroupName })))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    })
  })

  describe('GetGroup', () => {
    it('finds a group by its name in any case, and shows its members by name as ListUsers does', async () => {
      await fresh('Readers', 'zoe', 'Adam', 'mia')
      const found = await expectOk(asAdmin('GetGroup', { GroupName: 'rEADERS' }))
      expect(found.get('GroupName')).toBe('Readers')
      expect(found.all('UserName')).toEqual(['Adam', 'mia', 'zoe'])
      expect(found.all('Arn')).toContain('arn:aws:iam::123456789012:user/mia')
      expect(found.get('IsTruncated')).toBe('false')
    })

    it('shows a group without members', async () => {
      expect((await expectOk(asAdmin('GetGroup', { GroupName: 'plain' }))).body).toContain('<Users/>')
    })

    it('gives its members page by page, and its markers to no other group', async () => {
      await fresh('others', 'zoe')
      const call = (page: Parameters) => asAdmin('GetGroup', { GroupName: 'readers', ...page })
      const { items, markers } = await pages(call, 'UserName')
      expect(items).toEqual(['Adam', 'mia', 'zoe'])
      expect(await asAdmin('GetGroup', { GroupName: 'others', Marker: markers[0] ?? '' })).toMatchObject({
        code: 'ValidationError',
        message: 'Invalid Marker.',
      })
    })

    it('lists a member under the name it has now', async () => {
      await expectOk(asAdmin('UpdateUser', { UserName: 'zoe', NewUserName: 'Alba' }))
      expect(await membersOf('readers')).toEqual(['Adam', 'Alba', 'mia'])
      await expectOk(asAdmin('UpdateUser', { UserName: 'alba', NewUserName: 'zoe' }))
    })
  })

  describe('UpdateGroup', () => {
    it('moves and renames a group, which keeps its id and members', async () => {
      const GroupName = await fresh('before', 'adam')
      const id = (await asAdmin('GetGroup', { GroupName })).get('GroupId')
      const renamed = await expectOk(
        asAdmin('UpdateGroup', { GroupName: 'BEFORE', NewGroupName: 'After', NewPath: '/x/' }),
      )
      expect(renamed.body).not.toContain('Result')
      const after = await expectOk(asAdmin('GetGroup', { GroupName: 'after' }))
      expect(after.get('GroupId')).toBe(id)
      expect(after.get('Arn')).toBe('arn:aws:iam::123456789012:group/x/After')
      expect(after.all('UserName')).toEqual(['Adam'])
      expect(await asAdmin('GetGroup', { GroupName })).toMatchObject({ code: 'NoSuchEntity' })
    })

    it('changes only what is given, and the case of a name', async () => {
      await expectOk(asAdmin('UpdateGroup', { GroupName: 'after' }))
      await expectOk(asAdmin('UpdateGroup', { GroupName: 'after', NewGroupName: 'AFTER' }))
      expect((await asAdmin('GetGroup', { GroupName: 'after' })).get('Arn')).toMatch(/group\/x\/AFTER$/)
    })

    it('refuses the name of another group in any case, and leaves the group where it was', async () => {
      const moved = { GroupName: 'after', NewGroupName: 'PLAIN', NewPath: '/new/' }
      expect(await asAdmin('UpdateGroup', moved)).toMatchObject({
        status: 409,
        code: 'EntityAlreadyExists',
        message: 'Group with name PLAIN already exists.',
      })
      expect((await asAdmin('GetGroup', { GroupName: 'after' })).get('Arn')).toMatch(/group\/x\/AFTER$/)
    })

    it('is allowed only to who may change the group where it is and where it goes', async () => {
      await fresh('mover')
      const arn = (path: string) => `arn:aws:iam::123456789012:group${path}`
      const key = await house.user('pusher')
      const move = () => house.iam(key, 'UpdateGroup', { GroupName: 'mover', NewPath: '/there/' })
      for (const Resource of [arn('/mover'), arn('/there/*')]) {
        await house.allow('pusher', { Effect: 'Allow', Action: 'iam:UpdateGroup', Resource })
        expect(await move()).toMatchObject({ code: 'AccessDenied' })
      }
      await house.allow('pusher', {
        Effect: 'Allow',
        Action: 'iam:UpdateGroup',
        Resource: [arn('/mover'), arn('/there/*')],
      })
      await expectOk(move())
    })
  })

  describe('DeleteGroup', () => {
    it('refuses while members, attached and inline policies are left, in this order', async () => {
      const GroupName = await fresh('full', 'adam')
      await expectOk(house.iam(house.administrator, 'PutGroupPolicy', { GroupName, PolicyName: 'p', PolicyDocument }))
      const refusal = (message: string) => ({ status: 409, code: 'DeleteConflict', message })
      expect(await asAdmin('DeleteGroup', { GroupName })).toMatchObject(
        refusal('Cannot delete entity, must remove users from group first.'),
      )
      await expectOk(asAdmin('RemoveUserFromGroup', { GroupName, UserName: 'adam' }))
      expect(await asAdmin('DeleteGroup', { GroupName })).toMatchObject(
        refusal('Cannot delete entity, must delete policies first.'),
      )
      await expectOk(asAdmin('DeleteGroupPolicy', { GroupName, PolicyName: 'p' }))
      expect((await expectOk(asAdmin('DeleteGroup', { GroupName }))).body).not.toContain('Result')
      expect(await asAdmin('GetGroup', { GroupName })).toMatchObject({ code: 'NoSuchEntity' })
    })

    it('frees the name for a group with another id', async () => {
      const first = await expectOk(asAdmin('CreateGroup', { GroupName: 'again' }))
      await expectOk(asAdmin('DeleteGroup', { GroupName: 'again' }))
      const second = await expectOk(asAdmin('CreateGroup', { GroupName: 'again' }))
      expect(second.get('GroupId')).not.toBe(first.get('GroupId'))
    })
  })

  describe('members', () => {
    it('are added and removed once, however often it is said', async () => {
      const GroupName = await fresh('twice', 'adam')
      expect((await expectOk(asAdmin('AddUserToGroup', { GroupName, UserName: 'ADAM' }))).body).not.toContain('Result')
      expect(await membersOf(GroupName)).toEqual(['Adam'])
      for (let i = 0; i < 2; i++) await expectOk(asAdmin('RemoveUserFromGroup', { GroupName, UserName: 'adam' }))
      expect(await membersOf(GroupName)).toEqual([])
    })

    it.each(['AddUserToGroup', 'RemoveUserFromGroup'])('%s says which of the two is not there', async (action) => {
      const missing = (message: string) => ({ status: 404, code: 'NoSuchEntity', message })
      expect(await asAdmin(action, { GroupName: 'none', UserName: 'adam' })).toMatchObject(
        missing('The group with name none cannot be found.'),
      )
      expect(await asAdmin(action, { GroupName: 'plain', UserName: 'nobody' })).toMatchObject(
        missing('The user with name nobody cannot be found.'),
      )
    })

    it('are added by who may fill the group, whatever else they may', async () => {
      const GroupName = await fresh('filled', 'adam')
      const key = await house.user('filler', {
        Effect: 'Allow',
        Action: ['iam:AddUserToGroup', 'iam:RemoveUserFromGroup'],
        Resource: 'arn:aws:iam::123456789012:group/filled',
      })
      await expectOk(house.iam(key, 'RemoveUserFromGroup', { GroupName, UserName: 'adam' }))
      await expectOk(house.iam(key, 'AddUserToGroup', { GroupName, UserName: 'mia' }))
      expect(await house.iam(key, 'AddUserToGroup', { GroupName: 'plain', UserName: 'mia' })).toMatchObject({
        code: 'AccessDenied',
      })
    })

    it('are in ten groups at most, and in the tenth again', async () => {
      await expectOk(asAdmin('CreateUser', { UserName: 'joiner' }))
      for (let i = 0; i < 11; i++) await expectOk(asAdmin('CreateGroup', { GroupName: `ten-${i}` }))
      const join = (i: number) => asAdmin('AddUserToGroup', { GroupName: `ten-${i}`, UserName: 'joiner' })
      for (let i = 0; i < 9; i++) await expectOk(join(i))
      const answers = await Promise.all([join(9), join(10)])
      expect(answers.map(({ code }) => code).toSorted()).toEqual(['LimitExceeded', undefined])
      expect(answers.find(({ code }) => code === 'LimitExceeded')).toMatchObject({
        status: 409,
        message: 'Cannot exceed quota for GroupsPerUser: 10',
      })
      await expectOk(join(0))
      expect(await groupsOf('joiner')).toHaveLength(10)
    })

    it('keep a user from being deleted', async () => {
      await fresh('keeping', 'kept')
      expect(await asAdmin('DeleteUser', { UserName: 'kept' })).toMatchObject({
        status: 409,
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must remove users from group first.',
      })
      await expectOk(asAdmin('RemoveUserFromGroup', { GroupName: 'keeping', UserName: 'kept' }))
      await expectOk(asAdmin('DeleteUser', { UserName: 'kept' }))
    })

    it('join, or the group goes, or the user goes: never a member of what is gone', async () => {
      for (let i = 0; i < 8; i++) {
        const GroupName = await fresh(`race-${i}`)
        const UserName = `racer-${i}`
        await expectOk(asAdmin('CreateUser', { UserName }))
        const [joined, ...gone] = await Promise.all([
          asAdmin('AddUserToGroup', { GroupName, UserName }),
          asAdmin('DeleteGroup', { GroupName }),
          asAdmin('DeleteUser', { UserName }),
        ])
        for (const answer of gone) {
          expect(answer.code).toBe(joined.code === undefined ? 'DeleteConflict' : undefined)
        }
        if (joined.code !== undefined) expect(joined.code).toBe('NoSuchEntity')
      }
      expect(house.faults).toEqual([])
    })

    it('join the group that has the name when they join', async () => {
      const GroupName = await fresh('renamed', 'adam')
      const [moved, joined] = await Promise.all([
        asAdmin('UpdateGroup', { GroupName, NewGroupName: 'renamed-away' }),
        asAdmin('AddUserToGroup', { GroupName, UserName: 'mia' }),
      ])
      expect(moved.code).toBeUndefined()
      const expected = joined.code === undefined ? ['Adam', 'mia'] : ['Adam']
      expect(await membersOf('renamed-away')).toEqual(expected)
    })
  })

  describe('lists', () => {
    it('ListGroupsForUser gives the groups of a user by name, page by page', async () => {
      for (const name of ['b-list', 'A-list', 'c-list']) await fresh(name, 'lister')
      expect(await groupsOf('LISTER')).toEqual(['A-list', 'b-list', 'c-list'])
      const { items } = await pages(
        (page) => asAdmin('ListGroupsForUser', { UserName: 'lister', ...page }),
        'GroupName',
      )
      expect(items).toEqual(['A-list', 'b-list', 'c-list'])
    })

    it('ListGroups gives all groups by name, and those under a path', async () => {
      const all = (await expectOk(asAdmin('ListGroups'))).all('GroupName')
      expect(all).toEqual(all.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
      await expectOk(asAdmin('CreateGroup', { GroupName: 'under', Path: '/division_abc/sub/' }))
      await expectOk(asAdmin('CreateGroup', { GroupName: 'beside', Path: '/division_abcd/' }))
      const under = (PathPrefix: string) => asAdmin('ListGroups', { PathPrefix })
      expect((await under('/division_abc/')).all('GroupName')).toEqual(['Developers', 'under'])
      expect((await under('/division_abc')).all('GroupName')).toEqual(['beside', 'Developers', 'under'])
      expect((await under('/DIVISION_abc/')).body).toContain('<Groups/>')
      const { items } = await pages((page) => asAdmin('ListGroups', { PathPrefix: '/division', ...page }), 'GroupName')
      expect(items).toEqual(['beside', 'Developers', 'under'])
    })

    it("shows no other account's groups, and finds none there", async () => {
      const other = await addAccount(house, '210987654321')
      const asOther = (action: string, parameters: Parameters = {}) =>
        house.iam(other.administrator, action, parameters)
      expect((await expectOk(asOther('ListGroups'))).all('GroupName')).toEqual([])
      expect(await asOther('GetGroup', { GroupName: 'plain' })).toMatchObject({ code: 'NoSuchEntity' })
      await expectOk(asOther('CreateGroup', { GroupName: 'plain' }))
      expect(await asOther('AddUserToGroup', { GroupName: 'plain', UserName: 'adam' })).toMatchObject({
        code: 'NoSuchEntity',
      })
    })
  })
})

describe.each(engines)('an account full of groups on %s', (engine) => {
  it('refuses the 301st group, also of two that come at once', async () => {
    const house = await openOn(engine)
    try {
      const create = (GroupName: string) => house.iam(house.administrator, 'CreateGroup', { GroupName })
      for (let i = 0; i < 299; i++) await expectOk(create(`g-${i}`))
      const answers = await Promise.all(['last', 'beyond'].map(create))
      expect(answers.map(({ code }) => code).toSorted()).toEqual(['LimitExceeded', undefined])
      expect(answers.find(({ code }) => code === 'LimitExceeded')).toMatchObject({
        status: 409,
        message: 'Cannot exceed quota for GroupsPerAccount: 300',
      })
      const { body } = await expectOk(house.iam(house.administrator, 'GetAccountSummary'))
      expect(body).toMatch(/<key>Groups<\/key>\s*<value>300<\/value>/)
    } finally {
      await house.close()
    }
  })
})
