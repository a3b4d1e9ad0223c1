import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestHouse } from '../../../test/harness.ts'
import { engines, openOn, withDatabase } from '../../../test/houses.ts'
import { Page, type JsonAnswer } from '../../../test/page.ts'
import {
  addWithPassword,
  administer,
  asUser,
  enter,
  entered,
  Password,
  signIn,
  signInRecords,
} from '../../../test/signing-in.ts'
import { day, minute } from '../../domain/clock.ts'
import { limits } from '../../domain/limits.ts'

const NewPassword = 'Battery-Staple-2'
const reset = { PasswordResetRequired: 'true' }
const ended = {
  status: 410,
  code: 'AttemptEnded',
  message: 'Signing in took too long or was begun elsewhere. Sign in again.',
}

let number = 0
/** A user of its own for each promise, who must choose a new password. */
async function newcomer(house: TestHouse): Promise<string> {
  const name = `newcomer-${++number}`
  await addWithPassword(house, name, reset)
  await administer(house, 'AttachUserPolicy', {
    UserName: name,
    PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
  })
  return name
}

const attemptIn = (answer: JsonAnswer): string => String(answer.body['Attempt'])

const change = (page: Page, Attempt: string, more: object = {}): Promise<JsonAnswer> =>
  page.call('signin', 'ChangePassword', { Attempt, OldPassword: Password, NewPassword, ...more })

describe.each(engines)('ChangePassword on %s', (engine) => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  it('leads a user who must choose a new password into a session, in which the new one counts', async () => {
    const name = await newcomer(house)
    const page = house.page()
    const first = await signIn(page, asUser(name))
    expect(first.body).toMatchObject({
      Next: 'ChangePassword',
      Attempt: expect.stringMatching(/^[\w-]{100,}$/) as string,
      Reason: 'ResetRequired',
      PasswordPolicy: { MinimumPasswordLength: 8, CharacterClasses: 3, RequireSymbols: false },
    })
    expect(first.body).not.toHaveProperty('Session')
    expect([...page.cookies.keys()]).toEqual(['__Host-keyward-attempt'])
    const second = entered(page, await change(page, attemptIn(first)))
    expect(second.body).toMatchObject({ Next: 'Done', Session: { UserName: name } })
    expect([...page.cookies.keys()].sort()).toEqual([
      '__Host-keyward',
      '__Host-keyward-device',
      '__Host-keyward-remembered',
    ])
    expect(await page.call('iam', 'GetUser')).toMatchObject({ code: 'AccessDenied' })
    expect(await signIn(house.page(), asUser(name))).toMatchObject({ code: 'AuthenticationFailed' })
    await enter(house.page(), asUser(name, { Password: NewPassword }))
  })

  it('takes an attempt once', async () => {
    const page = house.page()
    const attempt = attemptIn(await signIn(page, asUser(await newcomer(house))))
    const cookies = new Map(page.cookies)
    expect((await change(page, attempt)).status).toBe(200)
    for (const [cookie, value] of cookies) page.cookies.set(cookie, value)
    expect(await change(page, attempt, { OldPassword: NewPassword, NewPassword: 'Other-Staple-3' })).toMatchObject(
      ended,
    )
  })

  it('is for who knows the old password still: a wrong one is a failure to sign in', async () => {
    const page = house.page()
    const attempt = attemptIn(await signIn(page, asUser(await newcomer(house))))
    expect(await change(page, attempt, { OldPassword: 'Wrong-Horse-1' })).toMatchObject({
      status: 403,
      code: 'AuthenticationFailed',
      message: 'The old password was incorrect.',
    })
    expect((await change(page, attempt)).status).toBe(200)
  })

  it('refuses the password just used, whatever the policy, and what the policy refuses', async () => {
    const page = house.page()
    const attempt = attemptIn(await signIn(page, asUser(await newcomer(house))))
    expect(await change(page, attempt, { NewPassword: Password })).toMatchObject({ code: 'PasswordPolicyViolation' })
    expect(await change(page, attempt, { NewPassword: 'short' })).toMatchObject({
      status: 400,
      code: 'PasswordPolicyViolation',
      message: 'Password should have a minimum length of 8',
    })
    expect((await change(page, attempt)).status).toBe(200)
  })

  it('is refused, in AWS’s sentence, to a user who may not change the password', async () => {
    await addWithPassword(house, `bound-${engine}`, reset)
    const page = house.page()
    const attempt = attemptIn(await signIn(page, asUser(`bound-${engine}`)))
    const refused = await change(page, attempt)
    // Who is refused here is known by the password: why goes to whoever may know.
    expect(refused.headers.get('x-keyward-authorization-message')).toMatch(/^[\w-]{2048}$/)
    expect(refused).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message:
        'Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
    })
    expect([...page.cookies.keys()]).toEqual(['__Host-keyward-attempt'])
  })

  it('is allowed to every user where the account lets users change their passwords', async () => {
    await addWithPassword(house, `let-${engine}`, reset)
    await administer(house, 'UpdateAccountPasswordPolicy', { AllowUsersToChangePassword: 'true' })
    const page = house.page()
    expect((await change(page, attemptIn(await signIn(page, asUser(`let-${engine}`))))).status).toBe(200)
    await administer(house, 'DeleteAccountPasswordPolicy', {})
  })

  it('is refused where a policy denies what is done without MFA, and leaves out this', async () => {
    const name = await newcomer(house)
    await house.allow(name, {
      Effect: 'Deny',
      NotAction: ['iam:GetUser'],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    })
    const page = house.page()
    const attempt = attemptIn(await signIn(page, asUser(name)))
    expect(await change(page, attempt)).toMatchObject({ status: 403, code: 'AccessDenied' })
  })

  it('ends all other sessions of the user', async () => {
    const name = await newcomer(house)
    await administer(house, 'UpdateLoginProfile', { UserName: name, PasswordResetRequired: 'false' })
    const other = house.page()
    await enter(other, asUser(name))
    await administer(house, 'UpdateLoginProfile', { UserName: name, Password, PasswordResetRequired: 'true' })
    expect(await other.call('iam', 'GetUser')).toMatchObject({ code: 'SessionEnded' })
    const page = house.page()
    entered(page, await change(page, attemptIn(await signIn(page, asUser(name)))))
    expect((await page.call('signin', 'Begin')).body).toHaveProperty('Session')
  })
})

describe('an attempt', () => {
  let house: TestHouse
  let name: string
  let page: Page
  let attempt: string
  beforeAll(async () => {
    house = await openOn('sqlite')
    name = await newcomer(house)
    page = house.page()
    attempt = attemptIn(await signIn(page, asUser(name)))
  })
  afterAll(() => house.close())

  it('opens no API', async () => {
    expect(await page.call('iam', 'GetUser')).toMatchObject({ status: 401, code: 'SessionEnded' })
  })

  it('is worth nothing in another browser, with the cookie of another attempt, or at another address', async () => {
    expect(await change(house.page(), attempt)).toMatchObject(ended)
    const other = house.page()
    await signIn(other, asUser(name))
    expect(await change(other, attempt)).toMatchObject(ended)
    const elsewhere = new Page({ ...house.house, consoleOrigins: ['https://elsewhere.test'] }, 'https://elsewhere.test')
    for (const [cookie, value] of page.cookies) elsewhere.cookies.set(cookie, value)
    expect(await change(elsewhere, attempt)).toMatchObject(ended)
  })

  it('is worth nothing once one letter is another', async () => {
    const letter = attempt.at(20) === 'A' ? 'B' : 'A'
    expect(await change(page, attempt.slice(0, 20) + letter + attempt.slice(21))).toMatchObject(ended)
  })

  it('lasts ten minutes', async () => {
    house.now += limits.signInAttemptDuration
    expect(await change(page, attempt)).toMatchObject(ended)
    house.now -= 1
    expect(await change(page, attempt, { NewPassword: 'short' })).toMatchObject({ code: 'PasswordPolicyViolation' })
  })

  it('ends where an administrator gives another password meanwhile, and where the user goes', async () => {
    const again = attemptIn(await signIn(page, asUser(name)))
    await administer(house, 'UpdateLoginProfile', { UserName: name, Password: 'Given-Anew-4' })
    expect(await change(page, again)).toMatchObject(ended)
    const last = attemptIn(await signIn(page, asUser(name, { Password: 'Given-Anew-4' })))
    await administer(house, 'DeleteLoginProfile', { UserName: name })
    expect(await change(page, last, { OldPassword: 'Given-Anew-4' })).toMatchObject(ended)
  })
})

describe('an expired password', () => {
  let house: TestHouse
  let name: string
  beforeAll(async () => {
    house = await openOn('sqlite')
    name = await newcomer(house)
    await administer(house, 'UpdateLoginProfile', { UserName: name, PasswordResetRequired: 'false' })
  })
  afterAll(() => house.close())

  it('must be changed at sign-in, and says beforehand when', async () => {
    await administer(house, 'UpdateAccountPasswordPolicy', { MaxPasswordAge: '90', RequireNumbers: 'true' })
    const ends = Math.floor((house.now + 90 * day) / 1_000)
    house.now += 89 * day
    const { body } = await signIn(house.page(), asUser(name))
    expect(body).toMatchObject({ Next: 'Done', Session: { PasswordExpiresAt: expect.closeTo(ends, -2) as number } })
    house.now += day
    expect((await signIn(house.page(), asUser(name))).body).toMatchObject({
      Next: 'ChangePassword',
      Reason: 'Expired',
      PasswordPolicy: { MinimumPasswordLength: 6, CharacterClasses: 0, RequireNumbers: true },
    })
  })

  it('is not changed by an attempt that was begun before the policy left it to an administrator', async () => {
    const page = house.page()
    const attempt = attemptIn(await signIn(page, asUser(name)))
    await administer(house, 'UpdateAccountPasswordPolicy', { MaxPasswordAge: '90', HardExpiry: 'true' })
    expect(await change(page, attempt)).toMatchObject(ended)
  })

  it('is for an administrator where the policy says so, and only a right one hears of it', async () => {
    await administer(house, 'UpdateAccountPasswordPolicy', { MaxPasswordAge: '90', HardExpiry: 'true' })
    const page = house.page()
    expect(await signIn(page, asUser(name))).toMatchObject({
      status: 403,
      code: 'PasswordExpired',
      message: 'Password expired. Contact your administrator',
    })
    expect([...page.cookies.keys()]).toEqual([])
    expect(await signIn(page, asUser(name, { Password: 'Wrong-Horse-1' }))).toMatchObject({
      code: 'AuthenticationFailed',
    })
  })

  it('that was given for one time signs in no more after its time, and is spoken of as wrong', async () => {
    await administer(house, 'DeleteAccountPasswordPolicy', {})
    await enter(house.page(), asUser(name))
    withDatabase(house, (database) => database.prepare('update login_profile set ends_at = ?').run(house.now + minute))
    // Outside of a change: the next one lets every reader see it.
    await administer(house, 'TagUser', { UserName: name, 'Tags.member.1.Key': 'k', 'Tags.member.1.Value': 'v' })
    await enter(house.page(), asUser(name))
    house.now += minute
    expect(await signIn(house.page(), asUser(name))).toMatchObject({
      status: 403,
      code: 'AuthenticationFailed',
      message: 'Your authentication information is incorrect. Please try again.',
    })
  })
})

it('leaves a record of the change and one of the sign-in, and none of the first step', async () => {
  const house = await openOn('sqlite')
  const name = await newcomer(house)
  const page = house.page()
  const first = await signIn(page, asUser(name))
  expect(signInRecords(house)).toEqual([])
  entered(page, await change(page, attemptIn(first)))
  const records = signInRecords(house)
  expect(records).toMatchObject([
    {
      eventSource: 'iam.amazonaws.com',
      eventName: 'ChangePassword',
      userIdentity: { type: 'IAMUser', userName: name },
      requestParameters: null,
      responseElements: null,
    },
    { eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin', responseElements: { ConsoleLogin: 'Success' } },
  ])
  expect(JSON.stringify(records)).not.toMatch(/Horse|Staple/)
  await house.close()
})
