import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createDatabase } from '../../../../test/postgres-database.ts'
import { expectOk, TestHouse, type Credentials } from '../../../../test/harness.ts'

let house: TestHouse
let alice: Credentials

const manageOwnAccessKeys = {
  Effect: 'Allow',
  Action: ['iam:CreateAccessKey', 'iam:DeleteAccessKey', 'iam:ListAccessKeys', 'iam:UpdateAccessKey'],
  Resource: 'arn:aws:iam::*:user/${aws:username}',
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  beforeAll(async () => {
    house = await TestHouse.open(
      engine === 'postgres' ? { database: (await createDatabase(inject('postgresUrl'))).url } : {},
    )
    alice = await house.user('alice', manageOwnAccessKeys)
    await house.user('bob')
  })
  afterAll(() => house.close())

  it('lets a user make a second key for herself and refuses a third', async () => {
    const second = await expectOk(house.iam(alice, 'CreateAccessKey'))
    expect(second.get('SecretAccessKey')).toMatch(/^[A-Za-z0-9+/]{40}$/)
    const third = await house.iam(alice, 'CreateAccessKey')
    expect(third).toMatchObject({
      status: 409,
      code: 'LimitExceeded',
      message: 'Cannot exceed quota for AccessKeysPerUser: 2',
    })
    await expectOk(house.iam(alice, 'DeleteAccessKey', { AccessKeyId: second.get('AccessKeyId') ?? '' }))
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

  it('refuses a key from the answer of its deactivation on', async () => {
    const second = await expectOk(house.iam(alice, 'CreateAccessKey'))
    const key = { accessKeyId: second.get('AccessKeyId') ?? '', secretAccessKey: second.get('SecretAccessKey') ?? '' }
    await expectOk(house.sts(key, 'GetCallerIdentity'))
    await expectOk(house.iam(alice, 'UpdateAccessKey', { AccessKeyId: key.accessKeyId, Status: 'Inactive' }))
    expect(await house.sts(key, 'GetCallerIdentity')).toMatchObject({ status: 403, code: 'InvalidClientTokenId' })
    expect(await house.iam(key, 'DeleteAccessKey', { AccessKeyId: key.accessKeyId })).toMatchObject({
      code: 'InvalidClientTokenId',
    })
    await expectOk(house.iam(alice, 'UpdateAccessKey', { AccessKeyId: key.accessKeyId, Status: 'Active' }))
    await expectOk(house.sts(key, 'GetCallerIdentity'))
    await expectOk(house.iam(key, 'DeleteAccessKey', { AccessKeyId: key.accessKeyId }))
  })
})
