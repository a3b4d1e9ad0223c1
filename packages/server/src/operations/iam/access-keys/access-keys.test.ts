import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectOk, type Credentials, type Parameters, type TestHouse } from '../../../../test/harness.ts'
import { addAccount, engines, keyIn, openOn } from '../../../../test/houses.ts'

const manageOwnAccessKeys = {
  Effect: 'Allow',
  Action: ['iam:CreateAccessKey', 'iam:DeleteAccessKey', 'iam:ListAccessKeys', 'iam:UpdateAccessKey'],
  Resource: 'arn:aws:iam::*:user/${aws:username}',
}

const noSuchKey = (id: string) => ({
  status: 404,
  code: 'NoSuchEntity',
  message: `The Access Key with id ${id} cannot be found.`,
})

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

describe.each(engines)('access keys on %s', (engine) => {
  let house: TestHouse
  let alice: Credentials
  let bob: Credentials
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)

  beforeAll(async () => {
    house = await openOn(engine)
    alice = await house.user('alice', manageOwnAccessKeys)
    bob = await house.user('bob')
  })
  afterAll(() => house.close())

  // Every test begins with alice's first key alone.
  beforeEach(async () => {
    for (const id of (await asAdmin('ListAccessKeys', { UserName: 'alice' })).all('AccessKeyId')) {
      if (id !== alice.accessKeyId) await expectOk(asAdmin('DeleteAccessKey', { UserName: 'alice', AccessKeyId: id }))
    }
  })

  describe('CreateAccessKey', () => {
    it('answers the whole key, the only time its secret is seen', async () => {
      const created = await expectOk(house.iam(alice, 'CreateAccessKey'))
      expect(created.body).toMatch(
        new RegExp(
          '^<CreateAccessKeyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">\n' +
            '  <CreateAccessKeyResult>\n' +
            '    <AccessKey>\n' +
            '      <UserName>alice</UserName>\n' +
            '      <AccessKeyId>AKIARZPUZDIK[A-P][A-Z2-7]{7}</AccessKeyId>\n' +
            '      <Status>Active</Status>\n' +
            '      <SecretAccessKey>[A-Za-z0-9+/]{40}</SecretAccessKey>\n' +
            '      <CreateDate>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ</CreateDate>\n' +
            '    </AccessKey>\n' +
            '  </CreateAccessKeyResult>\n',
        ),
      )
      const listed = await expectOk(house.iam(alice, 'ListAccessKeys'))
      expect(listed.body).not.toContain('SecretAccessKey')
      await expectOk(house.sts(keyIn(created), 'GetCallerIdentity'))
    })

    it('lets a user make a second key for herself and refuses a third, also where one is inactive', async () => {
      const second = await expectOk(house.iam(alice, 'CreateAccessKey'))
      const full = {
        status: 409,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for AccessKeysPerUser: 2',
      }
      expect(await house.iam(alice, 'CreateAccessKey')).toMatchObject(full)
      const AccessKeyId = keyIn(second).accessKeyId
      await expectOk(house.iam(alice, 'UpdateAccessKey', { AccessKeyId, Status: 'Inactive' }))
      expect(await house.iam(alice, 'CreateAccessKey')).toMatchObject(full)
      await expectOk(house.iam(alice, 'DeleteAccessKey', { AccessKeyId }))
      await expectOk(house.iam(alice, 'CreateAccessKey'))
    })

    it('leaves exactly two where many are asked for at once', async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, () => house.iam(alice, 'CreateAccessKey')))
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
      expect(new Set(answers.map((answer) => answer.code))).toEqual(new Set([undefined, 'LimitExceeded']))
      expect((await house.iam(alice, 'ListAccessKeys')).all('AccessKeyId')).toHaveLength(2)
    })

    it('makes a key for another by any spelling of the name, and shows the stored one', async () => {
      const made = await expectOk(asAdmin('CreateAccessKey', { UserName: 'ALICE' }))
      expect(made.get('UserName')).toBe('alice')
    })

    it('refuses her for bob in the words of AWS', async () => {
      const refused = await house.iam(alice, 'CreateAccessKey', { UserName: 'bob' })
      expect(refused).toMatchObject({
        status: 403,
        code: 'AccessDenied',
        message:
          'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:CreateAccessKey on resource: user bob because no identity-based policy allows the iam:CreateAccessKey action',
      })
    })

    it('says NoSuchEntity of a user that is not there', async () => {
      expect(await asAdmin('CreateAccessKey', { UserName: 'nobody' })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: 'The user with name nobody cannot be found.',
      })
    })
  })

  describe('ListAccessKeys', () => {
    it('lists keys in order of their ids, with owner, status and date', async () => {
      const second = await expectOk(house.iam(alice, 'CreateAccessKey'))
      await expectOk(
        house.iam(alice, 'UpdateAccessKey', { AccessKeyId: keyIn(second).accessKeyId, Status: 'Inactive' }),
      )
      const listed = await expectOk(house.iam(alice, 'ListAccessKeys', { UserName: 'Alice' }))
      const ids = [alice.accessKeyId, keyIn(second).accessKeyId].toSorted()
      expect(listed.all('AccessKeyId')).toEqual(ids)
      expect(listed.all('UserName')).toEqual(['alice', 'alice'])
      expect(listed.all('Status')).toEqual(ids.map((id) => (id === alice.accessKeyId ? 'Active' : 'Inactive')))
      for (const date of listed.all('CreateDate')) expect(date).toMatch(isoDate)
      expect(listed.get('IsTruncated')).toBe('false')
    })

    it('answers an empty list for a user without keys', async () => {
      await expectOk(asAdmin('CreateUser', { UserName: 'keyless' }))
      expect((await expectOk(asAdmin('ListAccessKeys', { UserName: 'keyless' }))).body).toContain(
        '    <AccessKeyMetadata/>\n    <IsTruncated>false</IsTruncated>\n',
      )
    })
  })

  describe('UpdateAccessKey', () => {
    it('refuses a key from the answer of its deactivation on, and takes it again from its activation', async () => {
      const key = keyIn(await expectOk(house.iam(alice, 'CreateAccessKey')))
      const AccessKeyId = key.accessKeyId
      await expectOk(house.sts(key, 'GetCallerIdentity'))
      await expectOk(house.iam(alice, 'UpdateAccessKey', { AccessKeyId, Status: 'Inactive' }))
      expect(await house.sts(key, 'GetCallerIdentity')).toMatchObject({ status: 403, code: 'InvalidClientTokenId' })
      expect(await house.iam(key, 'DeleteAccessKey', { AccessKeyId })).toMatchObject({ code: 'InvalidClientTokenId' })
      await expectOk(house.iam(alice, 'UpdateAccessKey', { AccessKeyId, Status: 'Active' }))
      await expectOk(house.sts(key, 'GetCallerIdentity'))
      await expectOk(house.iam(key, 'DeleteAccessKey', { AccessKeyId }))
      expect(await house.sts(key, 'GetCallerIdentity')).toMatchObject({ code: 'InvalidClientTokenId' })
    })

    it('lets a caller deactivate the key it signs with: the next call is refused', async () => {
      const key = keyIn(await expectOk(house.iam(alice, 'CreateAccessKey')))
      const change = { AccessKeyId: key.accessKeyId, Status: 'Inactive' }
      const changed = await expectOk(house.iam(key, 'UpdateAccessKey', change))
      expect(changed.body).not.toContain('Result')
      expect(await house.iam(key, 'UpdateAccessKey', change)).toMatchObject({ code: 'InvalidClientTokenId' })
    })

    it('succeeds where the status is what it was, and leaves the creation date', async () => {
      const before = await expectOk(house.iam(alice, 'ListAccessKeys'))
      await expectOk(house.iam(alice, 'UpdateAccessKey', { AccessKeyId: alice.accessKeyId, Status: 'Active' }))
      expect((await house.iam(alice, 'ListAccessKeys')).all('CreateDate')).toEqual(before.all('CreateDate'))
    })

    it('refuses Expired, which the model knows, and keeps the status', async () => {
      const change = { AccessKeyId: alice.accessKeyId, Status: 'Expired' }
      expect(await house.iam(alice, 'UpdateAccessKey', change)).toMatchObject({
        status: 400,
        code: 'InvalidInput',
        message: 'The status Expired cannot be set: it must be Active or Inactive.',
      })
      expect((await house.iam(alice, 'ListAccessKeys')).all('Status')).toEqual(['Active'])
    })
  })

  describe.each(['UpdateAccessKey', 'DeleteAccessKey'])('%s', (action) => {
    const status = action === 'UpdateAccessKey' ? { Status: 'Inactive' } : {}

    it('says NoSuchEntity of a key that is not there', async () => {
      const AccessKeyId = 'AKIARZPUZDIKAAAAAAAA'
      expect(await house.iam(alice, action, { AccessKeyId, ...status })).toMatchObject(noSuchKey(AccessKeyId))
    })

    it('says the same of a key of another user, and leaves it', async () => {
      const AccessKeyId = bob.accessKeyId
      expect(await house.iam(alice, action, { AccessKeyId, ...status })).toMatchObject(noSuchKey(AccessKeyId))
      const named = { UserName: 'alice', AccessKeyId, ...status }
      expect(await asAdmin(action, named)).toMatchObject(noSuchKey(AccessKeyId))
      await expectOk(house.sts(bob, 'GetCallerIdentity'))
    })

    it('does not reach a key of root by the name of any user', async () => {
      const AccessKeyId = house.root.accessKeyId
      const named = { UserName: 'administrator', AccessKeyId, ...status }
      expect(await asAdmin(action, named)).toMatchObject(noSuchKey(AccessKeyId))
      expect(await asAdmin(action, { AccessKeyId, ...status })).toMatchObject(noSuchKey(AccessKeyId))
      expect(await asAdmin(action, { UserName: 'root', AccessKeyId, ...status })).toMatchObject({
        code: 'NoSuchEntity',
        message: 'The user with name root cannot be found.',
      })
    })
  })

  describe('root', () => {
    it('lists, makes a second, is refused a third, deactivates and deletes without naming a user', async () => {
      const second = await expectOk(house.iam(house.root, 'CreateAccessKey'))
      expect(second.body).toContain('<UserName/>')
      expect(await house.iam(house.root, 'CreateAccessKey')).toMatchObject({ code: 'LimitExceeded' })
      const AccessKeyId = keyIn(second).accessKeyId
      expect((await house.iam(house.root, 'ListAccessKeys')).all('AccessKeyId')).toEqual(
        [house.root.accessKeyId, AccessKeyId].toSorted(),
      )
      await expectOk(house.iam(house.root, 'UpdateAccessKey', { AccessKeyId, Status: 'Inactive' }))
      expect(await house.sts(keyIn(second), 'GetCallerIdentity')).toMatchObject({ code: 'InvalidClientTokenId' })
      await expectOk(house.iam(house.root, 'DeleteAccessKey', { AccessKeyId }))
      expect((await house.iam(house.root, 'ListAccessKeys')).all('AccessKeyId')).toEqual([house.root.accessKeyId])
    })

    it('works on the keys of a user it names', async () => {
      const made = await expectOk(house.iam(house.root, 'CreateAccessKey', { UserName: 'alice' }))
      expect(made.get('UserName')).toBe('alice')
    })
  })

  describe('GetAccessKeyLastUsed', () => {
    const lastUsed = (as: Credentials, AccessKeyId: string) => house.iam(as, 'GetAccessKeyLastUsed', { AccessKeyId })
    const refusal = (caller: string, id: string) => ({
      status: 403,
      code: 'AccessDenied',
      message: `User: ${caller} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key ${id}`,
    })

    it('says N/A of a key that was never used, and names its owner', async () => {
      const key = keyIn(await expectOk(house.iam(alice, 'CreateAccessKey')))
      const answer = await expectOk(lastUsed(house.administrator, key.accessKeyId))
      expect(answer.body).toContain(
        '    <UserName>alice</UserName>\n' +
          '    <AccessKeyLastUsed>\n' +
          '      <ServiceName>N/A</ServiceName>\n' +
          '      <Region>N/A</Region>\n' +
          '    </AccessKeyLastUsed>\n',
      )
    })

    it('shows date, service and region of the previous call, denied ones included and refused ones not', async () => {
      const key = keyIn(await expectOk(house.iam(alice, 'CreateAccessKey')))
      await expectOk(house.sts(key, 'GetCallerIdentity'))
      const used = await expectOk(lastUsed(house.administrator, key.accessKeyId))
      expect(used.get('ServiceName')).toBe('sts')
      expect(used.get('Region')).toBe('us-east-1')
      expect(used.get('LastUsedDate')).toMatch(isoDate)

      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
      expect((await lastUsed(house.administrator, key.accessKeyId)).get('ServiceName')).toBe('iam')

      const forger = { ...key, secretAccessKey: 'x'.repeat(40) }
      expect(await house.sts(forger, 'GetCallerIdentity')).toMatchObject({ code: 'SignatureDoesNotMatch' })
      expect((await lastUsed(house.administrator, key.accessKeyId)).get('ServiceName')).toBe('iam')

      await expectOk(house.iam(alice, 'UpdateAccessKey', { AccessKeyId: key.accessKeyId, Status: 'Inactive' }))
      await house.sts(key, 'GetCallerIdentity')
      expect((await lastUsed(house.administrator, key.accessKeyId)).get('ServiceName')).toBe('iam')
    })

    it('shows what is in the database where this process knows nothing newer', async () => {
      const key = keyIn(await expectOk(house.iam(alice, 'CreateAccessKey')))
      await expectOk(house.sts(key, 'GetCallerIdentity'))
      const { lastUsed: notes, changes } = house.house
      const uses = notes.take()
      await changes.recordUses(uses)
      notes.written(uses)
      expect((await lastUsed(house.administrator, key.accessKeyId)).get('ServiceName')).toBe('sts')
      await changes.foldUses()
      expect((await lastUsed(house.administrator, key.accessKeyId)).get('ServiceName')).toBe('sts')
      await expectOk(house.iam(key, 'ListAccessKeys'))
      expect((await lastUsed(house.administrator, key.accessKeyId)).get('ServiceName')).toBe('iam')
    })

    it("shows the account's id as the owner of a key of root", async () => {
      expect((await expectOk(lastUsed(house.administrator, house.root.accessKeyId))).get('UserName')).toBe(
        '123456789012',
      )
      await expectOk(lastUsed(house.root, house.root.accessKeyId))
    })

    it("judges a key of root on root's ARN, which no pattern of users reaches", async () => {
      const may = (Resource: string) => ({ Effect: 'Allow', Action: 'iam:GetAccessKeyLastUsed', Resource })
      const reader = await house.user('root-reader', may('arn:aws:iam::123456789012:user/*'))
      expect(await lastUsed(reader, house.root.accessKeyId)).toMatchObject({ code: 'AccessDenied' })
      await expectOk(lastUsed(reader, alice.accessKeyId))
      await house.allow('root-reader', may('arn:aws:iam::123456789012:*'))
      await expectOk(lastUsed(reader, house.root.accessKeyId))
    })

    it('has one text for unknown, denied, explicitly denied, deleted and foreign: nobody learns which', async () => {
      const other = await addAccount(house, '210987654321')
      const deleted = keyIn(await expectOk(house.iam(alice, 'CreateAccessKey'))).accessKeyId
      await expectOk(house.iam(alice, 'DeleteAccessKey', { AccessKeyId: deleted }))
      const ids = ['AKIARZPUZDIKAAAAAAAA', bob.accessKeyId, deleted, other.root.accessKeyId]
      const arn = 'arn:aws:iam::123456789012:user/alice'
      for (const id of ids) expect(await lastUsed(alice, id)).toMatchObject(refusal(arn, id))
      await house.allow('alice', manageOwnAccessKeys, { Effect: 'Deny', Action: '*', Resource: '*' })
      expect(await lastUsed(alice, bob.accessKeyId)).toMatchObject(refusal(arn, bob.accessKeyId))
      await house.allow('alice', manageOwnAccessKeys)
      // Also where everything is allowed, and for root.
      const admin = 'arn:aws:iam::123456789012:user/administrator'
      for (const id of [ids[0] ?? '', deleted, other.root.accessKeyId]) {
        expect(await lastUsed(house.administrator, id)).toMatchObject(refusal(admin, id))
        expect(await lastUsed(house.root, id)).toMatchObject(refusal('arn:aws:iam::123456789012:root', id))
      }
    })

    it("is judged on the owner's present path, whatever user the request names", async () => {
      await expectOk(asAdmin('CreateUser', { UserName: 'mover', Path: '/old/' }))
      const { accessKeyId } = keyIn(await expectOk(asAdmin('CreateAccessKey', { UserName: 'mover' })))
      const reader = await house.user('reader', {
        Effect: 'Allow',
        Action: 'iam:GetAccessKeyLastUsed',
        Resource: 'arn:aws:iam::123456789012:user/new/*',
      })
      expect(await lastUsed(reader, accessKeyId)).toMatchObject({ code: 'AccessDenied' })
      const injected = { AccessKeyId: accessKeyId, UserName: 'reader' }
      expect(await house.iam(reader, 'GetAccessKeyLastUsed', injected)).toMatchObject({ code: 'AccessDenied' })
      await expectOk(asAdmin('UpdateUser', { UserName: 'mover', NewPath: '/new/' }))
      expect((await expectOk(lastUsed(reader, accessKeyId))).get('UserName')).toBe('mover')
    })
  })
})
