import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type TestHouse } from '../../../../test/harness.ts'
import { engines, openOn } from '../../../../test/houses.ts'

const Password = 'Correct-Horse-1'

describe.each(engines)('login profiles on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Record<string, string> = {}) =>
    house.iam(house.administrator, action, parameters)

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  describe('CreateLoginProfile', () => {
    it('answers the profile it made, and Get the same, without the password', async () => {
      await house.user('alice')
      const created = await expectOk(
        asAdmin('CreateLoginProfile', { UserName: 'ALICE', Password, PasswordResetRequired: 'true' }),
      )
      expect(created.body).toMatch(
        /<CreateLoginProfileResult>\n {4}<LoginProfile>\n {6}<UserName>alice<\/UserName>\n {6}<CreateDate>[^<]+<\/CreateDate>\n {6}<PasswordResetRequired>true<\/PasswordResetRequired>\n {4}<\/LoginProfile>\n/,
      )
      const found = await expectOk(asAdmin('GetLoginProfile', { UserName: 'alice' }))
      expect(found.get('LoginProfile')).toBe(created.get('LoginProfile'))
      expect(found.get('CreateDate')).toBe(created.get('CreateDate'))
      expect(found.get('PasswordResetRequired')).toBe('true')
    })

    it('is once a user', async () => {
      expect(await asAdmin('CreateLoginProfile', { UserName: 'alice', Password })).toMatchObject({
        status: 409,
        code: 'EntityAlreadyExists',
        message: 'Login Profile for user alice already exists.',
      })
      const many = await house
        .user('many')
        .then(() => Promise.all([1, 2, 3, 4].map(() => asAdmin('CreateLoginProfile', { UserName: 'many', Password }))))
      expect(many.map(({ code }) => code ?? 'made').sort()).toEqual([
        'EntityAlreadyExists',
        'EntityAlreadyExists',
        'EntityAlreadyExists',
        'made',
      ])
    })

    it('needs a password, whatever the model says', async () => {
      expect(await asAdmin('CreateLoginProfile', { UserName: 'alice' })).toMatchObject({
        status: 400,
        code: 'ValidationError',
        message:
          "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
      })
    })

    it('is for the caller where no name is given, and never for root', async () => {
      expect((await expectOk(asAdmin('CreateLoginProfile', { Password }))).get('UserName')).toBe('administrator')
      expect(await house.iam(house.root, 'CreateLoginProfile', { Password })).toMatchObject({
        status: 400,
        code: 'ValidationError',
        message: 'Must specify userName when calling with non-User credentials',
      })
    })
  })

  it('GetLoginProfile says NoSuchEntity of a user without a password', async () => {
    await house.user('without')
    expect(await asAdmin('GetLoginProfile', { UserName: 'without' })).toMatchObject({
      status: 404,
      code: 'NoSuchEntity',
      message: 'Login Profile for User without cannot be found.',
    })
  })

  it('DeleteUser is refused while there is one', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'leaver' }))
    await expectOk(asAdmin('CreateLoginProfile', { UserName: 'leaver', Password }))
    expect(await asAdmin('DeleteUser', { UserName: 'leaver' })).toMatchObject({
      status: 409,
      code: 'DeleteConflict',
      message: 'Cannot delete entity, must delete login profile first.',
    })
  })
})
