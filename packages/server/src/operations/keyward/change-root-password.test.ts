import { sign } from '@keyward/sigv4'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectOk, TestHouse } from '../../../test/harness.ts'
import { resetRoot } from '../../../test/houses.ts'
import type { Page } from '../../../test/page.ts'

let house: TestHouse
const Password = 'Correct-Horse-1'
const NewPassword = 'Battery-Staple-2'

beforeAll(async () => {
  house = await TestHouse.open()
})
afterAll(() => house.close())

async function signedIn(input: object): Promise<Page> {
  const page = house.page()
  await page.signIn(input)
  return page
}

it('is for root alone', async () => {
  const UserName = 'alice'
  await house.user(UserName, { Effect: 'Allow', Action: '*', Resource: '*' })
  await expectOk(house.iam(house.administrator, 'CreateLoginProfile', { UserName, Password }))
  const page = await signedIn({ PrincipalType: 'User', Account: '123456789012', UserName, Password })
  const input = { OldPassword: Password, NewPassword }
  expect(await page.call('keyward', 'ChangeRootPassword', input)).toMatchObject({
    status: 400,
    code: 'InvalidUserType',
    message: 'Only the root user can change its password',
  })
})

it('is for root at the console: a key of root does not become a password', async () => {
  const page = house.page()
  const input = JSON.stringify({ OldPassword: Password, NewPassword })
  const request = page.request('/api/keyward/ChangeRootPassword', input)
  const rawHeaders = request.rawHeaders.slice(0, 2).concat('Content-Type', 'application/json')
  const scope = { now: house.now, region: 'us-east-1', service: 'keyward' }
  const added = sign({ ...request, rawHeaders }, house.root, scope)
  expect(await page.send({ ...request, rawHeaders: [...rawHeaders, ...Object.entries(added).flat()] })).toMatchObject({
    status: 403,
    code: 'AccessDenied',
    message: 'The password of the root user can be changed only in the console.',
  })
})

it('changes the password and ends the other sessions of root', async () => {
  const first = await resetRoot(house)
  const root = { PrincipalType: 'Root', Email: house.account.rootEmail, Password: first }
  const [mine, other] = [await signedIn(root), await signedIn(root)]
  const change = (OldPassword: string, next = NewPassword) =>
    mine.call('keyward', 'ChangeRootPassword', { OldPassword, NewPassword: next })
  expect(await change('Wrong-Horse-1')).toMatchObject({
    status: 403,
    code: 'AccessDenied',
    message: 'The old password was incorrect.',
  })
  // The account's policy holds its users; the built-in default holds root.
  const policy = { MinimumPasswordLength: '64', PasswordReusePrevention: '24' }
  await expectOk(house.iam(house.administrator, 'UpdateAccountPasswordPolicy', policy))
  expect(await change(first, 'short')).toMatchObject({ status: 400, code: 'PasswordPolicyViolation' })
  expect(await change(first)).toMatchObject({ status: 200, body: {} })
  expect((await mine.call('iam', 'GetUser')).body['User']).toMatchObject({
    PasswordLastUsed: expect.any(Number) as number,
  })
  expect((await other.call('iam', 'GetUser')).status).toBe(401)
  expect(await change(first)).toMatchObject({ code: 'AccessDenied' })
  expect((await change(NewPassword, first)).status).toBe(200)
})
