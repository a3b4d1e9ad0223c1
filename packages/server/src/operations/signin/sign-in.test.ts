import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type TestHouse } from '../../../test/harness.ts'
import { engines, openOn } from '../../../test/houses.ts'
import type { JsonAnswer, Page } from '../../../test/page.ts'

const Password = 'Correct-Horse-1'
const Account = '123456789012'
const incorrect = {
  status: 403,
  code: 'AuthenticationFailed',
  message: 'Your authentication information is incorrect. Please try again.',
}

describe.each(engines)('SignIn on %s', (engine) => {
  let house: TestHouse
  const admin = (action: string, parameters: Record<string, string>) =>
    expectOk(house.iam(house.administrator, action, parameters))
  const signIn = (page: Page, input: object = {}): Promise<JsonAnswer> =>
    page.call('signin', 'SignIn', { PrincipalType: 'User', Account, UserName: 'alice', Password, ...input })

  beforeAll(async () => {
    house = await openOn(engine)
    await admin('CreateUser', { UserName: 'Alice', Path: '/team/' })
    await admin('CreateLoginProfile', { UserName: 'alice', Password })
    await admin('CreateUser', { UserName: 'without' })
  })
  afterAll(() => house.close())

  it('begins a session of twelve hours for a user with the right password', async () => {
    const page = house.page()
    expect((await page.call('signin', 'Begin')).body).not.toHaveProperty('Session')
    const answer = await signIn(page, { UserName: 'ALICE' })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        Next: 'Done',
        Session: {
          AccountId: Account,
          PrincipalType: 'User',
          PrincipalId: expect.stringMatching(/^AIDA/),
          Arn: 'arn:aws:iam::123456789012:user/team/Alice',
          UserName: 'Alice',
        },
      },
    })
    const { body } = await page.call('signin', 'Begin')
    expect(body).toMatchObject({
      Session: answer.body['Session'],
      Remembered: { Account, UserName: 'Alice' },
    })
  })

  it.each([
    ['a wrong password', { Password: 'Wrong-Horse-1' }],
    ['a user nobody made', { UserName: 'nobody' }],
    ['a user without a password', { UserName: 'without' }],
    ['an account nobody has', { Account: '999999999999' }],
    ['an alias nobody has', { Account: 'no-such-alias' }],
    ['an e-mail address nobody has', { PrincipalType: 'Root', Email: 'nobody@example.com' }],
    ['root by another account’s form', { UserName: 'root@123456789012.invalid' }],
  ])('says one sentence of %s, and begins nothing', async (_, input) => {
    const page = house.page()
    expect(await signIn(page, input)).toMatchObject(incorrect)
    expect([...page.cookies.keys()]).toEqual([])
  })
})
