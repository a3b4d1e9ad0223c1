import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Parameters } from '../../../../test/harness.ts'
import { engines, openOn, withDatabase } from '../../../../test/houses.ts'

const allow = (Action: string) => ({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })
const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'

describe.each(engines)('policies of users on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const put = (UserName: string, PolicyName: string, PolicyDocument: string) =>
    asAdmin('PutUserPolicy', { UserName, PolicyName, PolicyDocument })
  const fresh = async (UserName: string) => {
    await expectOk(asAdmin('CreateUser', { UserName }))
    return UserName
  }

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  describe('inline policies', () => {
    it('gives a document back byte for byte, percent-encoded', async () => {
      const UserName = await fresh('inline')
      const document = `\n{"Version": "2012-10-17", "Statement": [{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a%3Ab/*"}]}\t`
      expect((await expectOk(put(UserName, 'Doc', document))).body).not.toContain('Result')
      const answer = await expectOk(asAdmin('GetUserPolicy', { UserName: 'INLINE', PolicyName: 'Doc' }))
      expect(answer.body).toContain(
        '  <GetUserPolicyResult>\n    <UserName>inline</UserName>\n    <PolicyName>Doc</PolicyName>\n    <PolicyDocument>%0A%7B%22Version%22%3A%20',
      )
      expect(answer.get('PolicyDocument')).toMatch(/^[A-Za-z0-9._~%-]+$/)
      expect(answer.get('PolicyDocument')).toContain('a%253Ab%2F%2A')
      expect(decodeURIComponent(answer.get('PolicyDocument') ?? '')).toBe(document)
    })

    it('overwrites by name in any case, keeps the first spelling, and echoes the one that was asked for', async () => {
      const UserName = await fresh('spelling')
      await expectOk(put(UserName, 'First', JSON.stringify(allow('s3:*'))))
      await expectOk(put(UserName, 'FIRST', JSON.stringify(allow('ec2:*'))))
      expect((await asAdmin('ListUserPolicies', { UserName })).all('member')).toEqual(['First'])
      const answer = await expectOk(asAdmin('GetUserPolicy', { UserName, PolicyName: 'first' }))
      expect(answer.get('PolicyName')).toBe('first')
      expect(decodeURIComponent(answer.get('PolicyDocument') ?? '')).toContain('ec2:*')
      await expectOk(asAdmin('DeleteUserPolicy', { UserName, PolicyName: 'fIRST' }))
      expect((await expectOk(asAdmin('ListUserPolicies', { UserName }))).body).toContain('<PolicyNames/>')
    })

    it('takes effect with its answer, and ends with the answer of its deletion', async () => {
      const key = await house.user('effect')
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
      await expectOk(put('effect', 'list', JSON.stringify(allow('iam:ListUsers'))))
      await expectOk(house.iam(key, 'ListUsers'))
      await expectOk(put('effect', 'list', JSON.stringify(allow('iam:ListGroups'))))
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
      await expectOk(put('effect', 'list', JSON.stringify(allow('iam:ListUsers'))))
      await expectOk(asAdmin('DeleteUserPolicy', { UserName: 'effect', PolicyName: 'list' }))
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    })

    it.each([
      ['is not JSON', '{', 'Syntax errors in policy.'],
      ['has no statement', '{"Version":"2012-10-17"}', undefined],
      [
        'names a principal',
        JSON.stringify({ ...allow('s3:*'), Statement: { ...allow('s3:*').Statement, Principal: '*' } }),
        'Policy document should not specify a principal.',
      ],
    ])('refuses a document that %s, and keeps the one before', async (_, document, message) => {
      const UserName = 'malformed'
      await asAdmin('CreateUser', { UserName })
      await expectOk(put(UserName, 'kept', JSON.stringify(allow('s3:*'))))
      const refused = await put(UserName, 'kept', document)
      expect(refused).toMatchObject({ status: 400, code: 'MalformedPolicyDocument' })
      if (message !== undefined) expect(refused.message).toBe(message)
      const kept = await expectOk(asAdmin('GetUserPolicy', { UserName, PolicyName: 'kept' }))
      expect(decodeURIComponent(kept.get('PolicyDocument') ?? '')).toContain('s3:*')
    })

    it('holds 2,048 characters in all inline policies of a user, white space not counted', async () => {
      const UserName = await fresh('sized')
      const document = (size: number, space = '') => {
        const frame = JSON.stringify(allow('s3:'))
        return space + JSON.stringify(allow(`s3:${'x'.repeat(size - frame.length)}`)) + space
      }
      const tooLarge = {
        status: 409,
        code: 'LimitExceeded',
        message: 'Maximum policy size of 2048 bytes exceeded for user sized',
      }
      expect(await put(UserName, 'a', document(2_049))).toMatchObject(tooLarge)
      await expectOk(put(UserName, 'a', document(2_048, ' \n\t'.repeat(100))))
      expect(await put(UserName, 'b', document(100))).toMatchObject(tooLarge)
      // What is overwritten, in any case, counts no more.
      await expectOk(put(UserName, 'A', document(1_048)))
      await expectOk(put(UserName, 'b', document(1_000)))
      expect(await put(UserName, 'b', document(1_001))).toMatchObject(tooLarge)
      await expectOk(asAdmin('DeleteUserPolicy', { UserName, PolicyName: 'a' }))
      await expectOk(put(UserName, 'b', document(2_048)))
    })

    it.each(['GetUserPolicy', 'DeleteUserPolicy'])(
      '%s says NoSuchEntity of a policy that is not there',
      async (action) => {
        expect(await asAdmin(action, { UserName: 'administrator', PolicyName: 'none' })).toMatchObject({
          status: 404,
          code: 'NoSuchEntity',
          message: 'The user policy with name none cannot be found.',
        })
      },
    )
  })

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

  const named = { PolicyName: 'p', PolicyDocument: JSON.stringify(allow('*')), PolicyArn: administratorAccess }

  it.each([
    'AttachUserPolicy',
    'DeleteUserPolicy',
    'DetachUserPolicy',
    'GetUserPolicy',
    'ListAttachedUserPolicies',
    'ListUserPolicies',
    'PutUserPolicy',
  ])('%s says NoSuchEntity of a user that is not there', async (action) => {
    expect(await asAdmin(action, { UserName: 'nobody', ...named })).toMatchObject({
      status: 404,
      code: 'NoSuchEntity',
      message: 'The user with name nobody cannot be found.',
    })
  })

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
