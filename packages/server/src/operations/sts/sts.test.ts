import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials } from '../../../test/harness.ts'
import { addAccount, keyIn } from '../../../test/houses.ts'

let house: TestHouse
let alice: Credentials
let other: { root: Credentials; administrator: Credentials }

const anyone = { Effect: 'Allow', Action: 'sts:GetAccessKeyInfo', Resource: '*' }

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice', anyone)
  other = await addAccount(house, '000000000042')
})
afterAll(() => house.close())

describe('GetCallerIdentity', () => {
  it('answers ARN with path, unique id and account, in that order', async () => {
    await expectOk(house.iam(house.administrator, 'UpdateUser', { UserName: 'alice', NewPath: '/team/' }))
    expect((await expectOk(house.sts(alice, 'GetCallerIdentity'))).body).toMatch(
      new RegExp(
        '^<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n' +
          '  <GetCallerIdentityResult>\n' +
          '    <Arn>arn:aws:iam::123456789012:user/team/alice</Arn>\n' +
          '    <UserId>AIDA[A-Z2-7]{17}</UserId>\n' +
          '    <Account>123456789012</Account>\n' +
          '  </GetCallerIdentityResult>\n',
      ),
    )
  })

  it("gives root the account's id as its own", async () => {
    const answer = await expectOk(house.sts(house.root, 'GetCallerIdentity'))
    expect(answer.get('Arn')).toBe('arn:aws:iam::123456789012:root')
    expect(answer.get('UserId')).toBe('123456789012')
  })

  it('is allowed without any policy, and under an explicit deny', async () => {
    const nobody = await house.user('nobody')
    await expectOk(house.sts(nobody, 'GetCallerIdentity'))
    await house.allow('nobody', { Effect: 'Deny', Action: '*', Resource: '*' })
    await expectOk(house.sts(nobody, 'GetCallerIdentity'))
  })
})

describe('GetAccessKeyInfo', () => {
  const info = (AccessKeyId: string, as: Credentials = alice) => house.sts(as, 'GetAccessKeyInfo', { AccessKeyId })
  const unknown = (id: string) => ({
    status: 400,
    code: 'ValidationError',
    message: `The access key with id ${id} does not exist.`,
  })

  it('tells the account of a key of any account in this service, active or not', async () => {
    expect((await expectOk(info(alice.accessKeyId))).get('Account')).toBe('123456789012')
    expect((await expectOk(info(other.root.accessKeyId))).get('Account')).toBe('000000000042')
    const change = { UserName: 'administrator', AccessKeyId: other.administrator.accessKeyId, Status: 'Inactive' }
    await expectOk(house.iam(other.root, 'UpdateAccessKey', change))
    expect((await expectOk(info(other.administrator.accessKeyId))).body).toMatch(
      /<GetAccessKeyInfoResult>\n {4}<Account>000000000042<\/Account>\n {2}<\/GetAccessKeyInfoResult>/,
    )
  })

  it('has one error for keys that were deleted and keys that never were', async () => {
    const { accessKeyId } = keyIn(await expectOk(house.iam(other.root, 'CreateAccessKey')))
    await expectOk(house.iam(other.root, 'DeleteAccessKey', { AccessKeyId: accessKeyId }))
    for (const id of [accessKeyId, 'AKIARZPUZDIKAAAAAAAA', 'AKIAIOSFODNN7EXAMPLE', alice.accessKeyId.toLowerCase()]) {
      expect(await info(id)).toMatchObject(unknown(id))
    }
  })

  it('reads the account of a temporary key out of its id, for accounts of this service alone', async () => {
    const temporary = (id: string) => `ASIA${id.slice(4)}`
    expect((await expectOk(info(temporary(alice.accessKeyId)))).get('Account')).toBe('123456789012')
    expect((await expectOk(info(temporary(other.root.accessKeyId)))).get('Account')).toBe('000000000042')
    for (const id of ['ASIAQNZGKIQY56JQ7WML', 'ASIAIOSFODNN7EXAMPLE', 'ASIA0189018901890189']) {
      expect(await info(id)).toMatchObject(unknown(id))
    }
  })

  it('is denied without permission, in a sentence that names no resource, whatever the key', async () => {
    const mute = await house.user('mute')
    const message =
      'User: arn:aws:iam::123456789012:user/mute is not authorized to perform: sts:GetAccessKeyInfo because no identity-based policy allows the sts:GetAccessKeyInfo action'
    for (const id of [alice.accessKeyId, 'AKIARZPUZDIKAAAAAAAA']) {
      expect(await info(id, mute)).toMatchObject({ status: 403, code: 'AccessDenied', message })
    }
  })

  it('refuses ids that are not ids, with the value, as STS does', async () => {
    expect(await info('short')).toMatchObject({
      code: 'ValidationError',
      message:
        "1 validation error detected: Value 'short' at 'accessKeyId' failed to satisfy constraint: Member must have length greater than or equal to 16",
    })
  })
})
