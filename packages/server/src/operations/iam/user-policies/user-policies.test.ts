import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Parameters } from '../../../../test/harness.ts'
import { engines, openOn, withDatabase } from '../../../../test/houses.ts'

const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'

describe.each(engines)('policies of users on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const fresh = async (UserName: string) => {
    await expectOk(asAdmin('CreateUser', { UserName }))
    return UserName
  }

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  describe('attached policies', () => {
    it('are attached once however often, listed with name and ARN, and detached', async () => {
      const UserName = await fresh('attached')
      const attach = { UserName, PolicyArn: administratorAccess }
      expect((await expectOk(asAdmin('AttachUserPolicy', attach))).body).not.toContain('Result')
      await expectOk(asAdmin('AttachUserPolicy', attach))
      expect((await expectOk(asAdmin('ListAttachedUserPolicies', { UserName }))).body).toContain(
        '    <AttachedPolicies>\n' +
          '      <member>\n' +
          '        <PolicyName>AdministratorAccess</PolicyName>\n' +
          `        <PolicyArn>${administratorAccess}</PolicyArn>\n` +
          '      </member>\n' +
          '    </AttachedPolicies>\n' +
          '    <IsTruncated>false</IsTruncated>\n',
      )
      expect((await expectOk(asAdmin('DetachUserPolicy', attach))).body).not.toContain('Result')
      expect(await asAdmin('DetachUserPolicy', attach)).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `Policy ${administratorAccess} was not found.`,
      })
      expect((await asAdmin('ListAttachedUserPolicies', { UserName })).body).toContain('<AttachedPolicies/>')
    })

    it('take effect with the answer', async () => {
      const key = await house.user('promoted')
      await expectOk(asAdmin('AttachUserPolicy', { UserName: 'promoted', PolicyArn: administratorAccess }))
      await expectOk(house.iam(key, 'ListUsers'))
      await expectOk(asAdmin('DetachUserPolicy', { UserName: 'promoted', PolicyArn: administratorAccess }))
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    })

    it('are listed by the path of the policy', async () => {
      const listed = (PathPrefix: string) =>
        asAdmin('ListAttachedUserPolicies', { UserName: 'administrator', PathPrefix })
      expect((await listed('/')).all('PolicyName')).toEqual(['AdministratorAccess'])
      expect((await listed('/job-function/')).all('PolicyName')).toEqual([])
    })

    it('must be there', async () => {
      const PolicyArn = 'arn:aws:iam::123456789012:policy/none'
      expect(await asAdmin('AttachUserPolicy', { UserName: 'administrator', PolicyArn })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `Policy ${PolicyArn} does not exist or is not attachable.`,
      })
    })

    it.each([
      'arn:aws:s3:::a-bucket/with/a/path',
      'arn:aws:iam::aws:role/AdministratorAccess',
      'arn:aws:iam:us-east-1:aws:policy/AdministratorAccess',
      'arn:aws:iam::aws:policy/with a space in it',
      'not an ARN, however long it is',
      'arn:aws:iam::aws:policy/zero\0byte',
    ])('are named by an ARN of a policy: %j is refused', async (PolicyArn) => {
      for (const action of ['AttachUserPolicy', 'DetachUserPolicy']) {
        expect(await asAdmin(action, { UserName: 'administrator', PolicyArn })).toMatchObject({
          status: 400,
          code: 'ValidationError',
          message: 'Invalid ARN:  Could not be parsed!',
        })
      }
    })
  })

  const named = { PolicyArn: administratorAccess }

  it.each(['AttachUserPolicy', 'DetachUserPolicy', 'ListAttachedUserPolicies'])(
    '%s says NoSuchEntity of a user that is not there',
    async (action) => {
      expect(await asAdmin(action, { UserName: 'nobody', ...named })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: 'The user with name nobody cannot be found.',
      })
    },
  )

  it('replaces the bootstrap administrator without a moment that nobody may', async () => {
    const second = await house.user('second')
    await expectOk(asAdmin('AttachUserPolicy', { UserName: 'second', PolicyArn: administratorAccess }))
    const UserName = 'administrator'
    const first = house.administrator
    await expectOk(house.iam(second, 'DetachUserPolicy', { UserName, PolicyArn: administratorAccess }))
    expect(await house.iam(first, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    await expectOk(house.iam(second, 'DeleteAccessKey', { UserName, AccessKeyId: first.accessKeyId }))
    await expectOk(house.iam(second, 'DeleteLoginProfile', { UserName }))
    await expectOk(house.iam(second, 'DeleteUser', { UserName }))
    expect(await house.sts(first, 'GetCallerIdentity')).toMatchObject({ code: 'InvalidClientTokenId' })
    expect(await house.iam(second, 'GetUser', { UserName })).toMatchObject({ code: 'NoSuchEntity' })
  })
})

it('attaches ten policies at most, and the tenth again', async () => {
  const house = await TestHouse.open()
  try {
    // Not as many policies can be attached by name yet: the others stand in the database alone.
    const withOthers = async (UserName: string, count: number) => {
      await expectOk(house.iam(house.root, 'CreateUser', { UserName }))
      withDatabase(house, (database) => {
        const insert = database.prepare(
          'insert into user_attachment select id, ?, ?, 0, account_id from iam_user where name = ?',
        )
        for (let i = 0; i < count; i++) insert.run(`arn:aws:iam::aws:policy/p${i}`, `p${i}`, UserName)
        database.prepare("update head set n = n + 1, nonce = 'of the test'").run()
      })
      return () => house.iam(house.root, 'AttachUserPolicy', { UserName, PolicyArn: administratorAccess })
    }
    expect(await (await withOthers('full', 10))()).toMatchObject({
      status: 409,
      code: 'LimitExceeded',
      message: 'Cannot exceed quota for PoliciesPerUser: 10',
    })
    const attach = await withOthers('nearly', 9)
    await expectOk(attach())
    await expectOk(attach())
  } finally {
    await house.close()
  }
})
