import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestHouse } from '../../../test/harness.ts'
import { engines, openOn, resetRoot } from '../../../test/houses.ts'
import {
  Account,
  addWithPassword,
  administer,
  asUser,
  Email,
  enter,
  Password,
  signIn,
} from '../../../test/signing-in.ts'
import { hour, minute } from '../../domain/clock.ts'
import { limits } from '../../domain/limits.ts'
import { consoleSessionById } from '../../store/console-sessions.ts'

const incorrect = {
  status: 403,
  code: 'AuthenticationFailed',
  message: 'Your authentication information is incorrect. Please try again.',
}

describe.each(engines)('SignIn on %s', (engine) => {
  let house: TestHouse
  let root: string
  beforeAll(async () => {
    house = await openOn(engine)
    root = await resetRoot(house)
    await administer(house, 'CreateUser', { UserName: 'Alice', Path: '/team/' })
    await administer(house, 'CreateLoginProfile', { UserName: 'alice', Password })
    await administer(house, 'CreateAccountAlias', { AccountAlias: 'an-alias' })
    await administer(house, 'CreateUser', { UserName: 'without' })
  })
  afterAll(() => house.close())

  it('begins a session of twelve hours for a user with the right password', async () => {
    const page = house.page()
    expect((await page.call('signin', 'Begin')).body).not.toHaveProperty('Session')
    const answer = await enter(page, asUser('ALICE'))
    const session = {
      AccountId: Account,
      AccountAlias: 'an-alias',
      PrincipalType: 'User',
      PrincipalId: expect.stringMatching(/^AIDA/) as string,
      Arn: 'arn:aws:iam::123456789012:user/team/Alice',
      UserName: 'Alice',
    }
    expect(answer).toMatchObject({ status: 200, body: { Next: 'Done', Session: session } })
    const { body } = await page.call('signin', 'Begin')
    expect(body).toMatchObject({ Session: answer.body['Session'], Remembered: { Account, UserName: 'Alice' } })
    const ends = (house.now + 12 * hour) / 1_000
    expect(body).toMatchObject({ Session: { ExpiresAt: expect.closeTo(ends, -2) as number } })
    expect((await page.call('iam', 'GetUser')).code).toBe('AccessDenied')
  })

  it('takes the alias of the account, in any case, and remembers what was typed', async () => {
    const page = house.page()
    await enter(page, asUser('alice', { Account: 'An-Alias' }))
    expect((await page.call('signin', 'Begin')).body).toMatchObject({
      Remembered: { Account: 'An-Alias', UserName: 'Alice' },
    })
  })

  it('begins one for root by its e-mail address, in any case, and remembers nobody for it', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    const answer = await enter(page, { PrincipalType: 'Root', Email: Email.toUpperCase(), Password: root })
    expect(answer.body['Session']).toMatchObject({
      PrincipalType: 'Root',
      PrincipalId: Account,
      Arn: 'arn:aws:iam::123456789012:root',
      Email,
    })
    expect((await page.call('signin', 'Begin')).body).toMatchObject({ Remembered: { UserName: 'Alice' } })
    expect((await page.call('iam', 'ListUsers')).status).toBe(200)
  })

  it.each([
    ['a wrong password', asUser('alice', { Password: 'Wrong-Horse-1' })],
    ['a user nobody made', asUser('nobody')],
    ['a user without a password', asUser('without')],
    ['an account nobody has', asUser('alice', { Account: '999999999999' })],
    ['an alias nobody has', asUser('alice', { Account: 'no-such-alias' })],
    ['root on the form of users', asUser(Email)],
    ['an e-mail address nobody has', { PrincipalType: 'Root', Email: 'nobody@example.com', Password }],
    ['a wrong password of root', { PrincipalType: 'Root', Email, Password }],
  ])('says one sentence of %s, keeps nothing in the browser, and leaves the head where it is', async (_, input) => {
    const head = () => house.house.directory.settle((view) => view.head)
    const before = await head()
    const page = house.page()
    expect(await signIn(page, input)).toMatchObject(incorrect)
    expect([...page.cookies.keys()]).toEqual([])
    await house.house.refusals.flushAll(house.now, (refusals) => house.house.changes.recordRefusals(refusals))
    expect(await head()).toEqual(before)
  })

  it.each([
    [{ PrincipalType: 'Root', Password }, 'email'],
    [{ PrincipalType: 'User', UserName: 'alice', Password }, 'account'],
    [{ PrincipalType: 'User', Account, Password }, 'userName'],
  ])('wants the members of its form: %j', async (input, member) => {
    expect(await signIn(house.page(), input)).toMatchObject({
      status: 400,
      code: 'ValidationError',
      message: `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`,
    })
  })

  it('makes a session anew each time, and ends the one that the browser had', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    const [first, handle] = [page.sessionId, page.handle]
    await enter(page, asUser('alice'))
    expect(page.sessionId).not.toBe(first)
    expect(page.handle).not.toBe(handle)
    expect([await isLive(first), await isLive(page.sessionId)]).toEqual([false, true])
  })

  it('never makes a cookie valid that somebody else put into the browser', async () => {
    const page = house.page()
    page.cookies.set('__Host-keyward', 'chosen-by-another')
    const fixed = page.sessionId
    await enter(page, asUser('alice'))
    expect(page.cookies.get('__Host-keyward')).not.toBe('chosen-by-another')
    expect([await isLive(fixed), await isLive(page.sessionId)]).toEqual([false, true])
  })

  it('keeps so many sessions of one user: the oldest ends', async () => {
    const UserName = `busy-${engine}`
    await addWithPassword(house, UserName)
    const first = house.page()
    await enter(first, asUser(UserName))
    for (let i = 0; i < limits.consoleSessionsPerPrincipal; i++) await enter(house.page(), asUser(UserName))
    expect(await first.call('iam', 'GetUser')).toMatchObject({ status: 401, code: 'SessionEnded' })
  })

  it('says exactly when a password was used last', async () => {
    const UserName = `used-${engine}`
    await addWithPassword(house, UserName)
    const lastUse = async () => (await administer(house, 'GetUser', { UserName })).get('PasswordLastUsed')
    expect(await lastUse()).toBeUndefined()
    await signIn(house.page(), asUser(UserName, { Password: 'Wrong-Horse-1' }))
    expect(await lastUse()).toBeUndefined()
    await enter(house.page(), asUser(UserName))
    const used = Date.parse((await lastUse()) ?? '')
    expect(Math.abs(used - house.now)).toBeLessThan(minute)
  })

  const isLive = (id: string) =>
    house.house.directory.settle((view) => view.get(consoleSessionById, { id }) !== undefined)
})
