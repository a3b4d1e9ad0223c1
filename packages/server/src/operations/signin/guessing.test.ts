import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestHouse } from '../../../test/harness.ts'
import { openOn, resetRoot, withDatabase } from '../../../test/houses.ts'
import { Page } from '../../../test/page.ts'
import {
  Account,
  addWithPassword,
  administer,
  asUser,
  Email,
  enter,
  Password,
  signIn,
  signInRecords,
} from '../../../test/signing-in.ts'
import { minute } from '../../domain/clock.ts'
import { limits } from '../../domain/limits.ts'
import { Passwords } from '../../secrets/passwords.ts'

const throttled = { status: 429, code: 'SignInThrottled' }
const incorrect = { status: 403, code: 'AuthenticationFailed' }
const wrong = { Password: 'Wrong-Horse-1' }

let house: TestHouse
beforeEach(async () => {
  house = await openOn('sqlite')
  await addWithPassword(house, 'alice')
})
afterEach(() => house.close())

/** Where looking at a password takes no time, and `right` is everyone's: for tests with thousands of them. */
function fastHouse(right: string): TestHouse['house'] {
  const argon2 = { hash: async () => '', verify: async (_: string, password: string) => password === right }
  return { ...house.house, passwords: new Passwords({ argon2 }) }
}

function pageAt(address: string, of = house.house): Page {
  const page = new Page(of)
  page.sourceIp = address
  return page
}

it('after 10,000 wrong tries for root from 100 addresses, the right password from a fresh one waits a second', async () => {
  const root = await resetRoot(house)
  const fast = fastHouse(root)
  const asRoot = (password: string) => ({ PrincipalType: 'Root', Email, Password: password })
  const answers = new Map<string | undefined, number>()
  for (let i = 0; i < 10_000; i++) {
    const { code } = await signIn(pageAt(`10.0.${i % 100}.1`, fast), asRoot('Wrong-Horse-1'))
    answers.set(code, (answers.get(code) ?? 0) + 1)
  }
  expect(answers.get('AuthenticationFailed')).toBe(100 * limits.failuresPerNameAndAddress)
  expect(answers.get('SignInThrottled')).toBe(10_000 - 100 * limits.failuresPerNameAndAddress)
  house.delays.length = 0
  await enter(pageAt('203.0.113.1'), asRoot(root))
  expect(house.delays).toEqual([1_000])
})

it('counts root by the account, in whatever letters its address is found', async () => {
  const fast = fastHouse('none')
  const asRoot = (of: string) => ({ PrincipalType: 'Root', Email: of, Password: 'Wrong-Horse-1' })
  const failTwenty = async (of: string) => {
    for (let i = 0; i < limits.failuresPerNameAndAddress; i++)
      expect(await signIn(pageAt('10.0.0.1', fast), asRoot(of))).toMatchObject(incorrect)
  }
  await failTwenty('nobody@example.com')
  expect(await signIn(pageAt('10.0.0.1', fast), asRoot('NOBODY@example.com'))).toMatchObject(throttled)
  await failTwenty(Email)
  // PostgreSQL may find letters alike that this program tells apart. An address in other letters stands here for that.
  withDatabase(house, (database) => database.exec("update account set root_email = 'admin@example.com'"))
  await administer(house, 'TagUser', { UserName: 'alice', 'Tags.member.1.Key': 'k', 'Tags.member.1.Value': 'v' })
  expect(await signIn(pageAt('10.0.0.1', fast), asRoot('ADMIN@example.com'))).toMatchObject(throttled)
})

it('says the same of a name that nobody has: it is throttled as others are', async () => {
  const fast = fastHouse('none')
  const codesFor = async (input: object) => {
    const codes: (string | undefined)[] = []
    for (let i = 0; i <= limits.failuresPerNameAndAddress; i++)
      codes.push((await signIn(pageAt('10.0.0.1', fast), input)).code)
    return codes
  }
  const known = await codesFor(asUser('alice'))
  expect(known.at(-1)).toBe('SignInThrottled')
  expect(await codesFor(asUser('nobody'))).toEqual(known)
  expect(await codesFor(asUser('alice', { Account: 'no-such-alias' }))).toEqual(known)
})

it('counts an alias with its number, and a name in any case', async () => {
  await administer(house, 'CreateAccountAlias', { AccountAlias: 'an-alias' })
  const fast = fastHouse('none')
  for (let i = 0; i < limits.failuresPerNameAndAddress; i++) {
    const forms = [asUser('alice'), asUser('ALICE', { Account: 'an-alias' }), asUser('Alice', { Account: 'AN-ALIAS' })]
    expect(await signIn(pageAt('10.0.0.1', fast), forms[i % 3] ?? {})).toMatchObject(incorrect)
  }
  expect(await signIn(pageAt('10.0.0.1', fast), asUser('alice'))).toMatchObject(throttled)
})

describe('a browser that has signed in', () => {
  const attack = async (tries = 30) => {
    const fast = fastHouse('none')
    for (let i = 0; i < tries; i++) await signIn(pageAt(`10.0.${i}.1`, fast), asUser('alice'))
    house.delays.length = 0
  }

  it('is spared the delay while others guess, for its own user alone', async () => {
    await addWithPassword(house, 'bob')
    const page = house.page()
    await enter(page, asUser('alice'))
    await attack()
    await enter(page, asUser('alice'))
    expect(house.delays).toEqual([])
    await enter(house.page(), asUser('alice'))
    expect(house.delays).toEqual([1_000])
    for (let i = 0; i < 30; i++) await signIn(pageAt(`10.0.${i}.1`, fastHouse('none')), asUser('bob'))
    house.delays.length = 0
    await enter(page, asUser('bob'))
    expect(house.delays).toEqual([1_000])
  })

  it('signs in from an address that is refused to strangers', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    const fast = fastHouse('none')
    for (let i = 0; i < limits.failuresPerNameAndAddress; i++)
      await signIn(pageAt(page.sourceIp, fast), asUser('alice'))
    expect(await signIn(pageAt(page.sourceIp), asUser('alice'))).toMatchObject(throttled)
    await enter(page, asUser('alice'))
  })

  it('is a stranger again after ten failures of its own, and after another password', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    await attack()
    for (let i = 0; i < limits.failuresPerDevice; i++) await signIn(page, asUser('alice', wrong))
    expect(house.delays).toEqual([])
    await enter(page, asUser('alice'))
    expect(house.delays).toEqual([1_000])
    await administer(house, 'UpdateLoginProfile', { UserName: 'alice', Password: 'Given-Anew-4' })
    house.delays.length = 0
    await enter(page, asUser('alice', { Password: 'Given-Anew-4' }))
    expect(house.delays).toEqual([1_000])
  })

  it('is one for ninety days', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    const device = page.cookies.get('__Host-keyward-device') ?? ''
    house.now += limits.deviceDuration - minute
    await attack()
    await enter(page, asUser('alice'))
    expect(house.delays).toEqual([])
    page.cookies.set('__Host-keyward-device', device)
    house.now += minute
    await attack()
    await enter(page, asUser('alice'))
    expect(house.delays).toEqual([1_000])
  })

  it('made up of anything is a stranger', async () => {
    await attack()
    for (const value of ['x', 'A'.repeat(400), 'ünsinn']) {
      const page = house.page()
      page.cookies.set('__Host-keyward-device', value)
      house.delays.length = 0
      await enter(page, asUser('alice'))
      expect(house.delays).toEqual([1_000])
    }
  })
})

describe('the old password of a change', () => {
  it('is guessed within the budgets of signing in: iam:ChangePassword', async () => {
    await administer(house, 'AttachUserPolicy', {
      UserName: 'alice',
      PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
    })
    const page = house.page()
    await enter(page, asUser('alice'))
    page.cookies.delete('__Host-keyward-device')
    const change = () => page.call('iam', 'ChangePassword', { OldPassword: 'x', NewPassword: 'Battery-Staple-2' })
    for (let i = 0; i < limits.failuresPerNameAndAddress; i++)
      expect(await change()).toMatchObject({ code: 'AccessDenied' })
    expect(await change()).toMatchObject(throttled)
    expect(await signIn(pageAt(page.sourceIp), asUser('alice'))).toMatchObject(throttled)
  })

  it('is guessed within the budgets of signing in: keyward:ChangeRootPassword', async () => {
    const root = await resetRoot(house)
    const page = house.page()
    await enter(page, { PrincipalType: 'Root', Email, Password: root })
    page.cookies.delete('__Host-keyward-device')
    const change = () =>
      page.call('keyward', 'ChangeRootPassword', { OldPassword: 'x', NewPassword: 'Battery-Staple-2' })
    for (let i = 0; i < limits.failuresPerNameAndAddress; i++)
      expect(await change()).toMatchObject({ code: 'AccessDenied' })
    expect(await change()).toMatchObject(throttled)
  })
})

describe('the trail', () => {
  const flush = () =>
    house.house.refusals.flushAll(house.now, (refusals) => house.house.changes.recordRefusals(refusals))
  const packs = () =>
    withDatabase(house, (database) =>
      (database.prepare('select records from event_pack').all() as { records: string }[]).flatMap(
        ({ records }) => JSON.parse(records) as Record<string, unknown>[],
      ),
    )
  const strangers = () =>
    withDatabase(house, (database) =>
      (database.prepare('select * from stranger_count order by reason').all() as Record<string, unknown>[]).map(
        (row) => ({ ...row, sample: JSON.parse(String(row['sample'])) as Record<string, unknown> }),
      ),
    )

  it('holds each sign-in and its end, as AWS writes them, in their own change', async () => {
    const root = await resetRoot(house)
    const page = house.page()
    await enter(page, asUser('alice'))
    await page.call('signin', 'SignOut')
    await enter(page, { PrincipalType: 'Root', Email, Password: root })
    const common = {
      eventVersion: '1.11',
      eventSource: 'signin.amazonaws.com',
      eventTime: '2026-11-24T12:00:00Z',
      eventType: 'AwsConsoleSignIn',
      awsRegion: 'us-east-1',
      sourceIPAddress: '192.0.2.7',
      requestParameters: null,
      readOnly: false,
      managementEvent: true,
      recipientAccountId: Account,
      eventCategory: 'Management',
    }
    const alice = {
      type: 'IAMUser',
      principalId: expect.stringMatching(/^AIDA/) as string,
      arn: 'arn:aws:iam::123456789012:user/alice',
      accountId: Account,
      userName: 'alice',
    }
    const login = {
      eventName: 'ConsoleLogin',
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: {
        LoginTo: 'https://console.keyward.test/iam/home',
        MobileVersion: 'No',
        MFAUsed: 'No',
      },
    }
    const records = signInRecords(house)
    expect(records).toMatchObject([
      { ...common, ...login, userIdentity: alice },
      { ...common, eventName: 'ConsoleLogout', responseElements: { ConsoleLogout: 'Success' }, userIdentity: alice },
      {
        ...common,
        ...login,
        userIdentity: { type: 'Root', principalId: Account, arn: 'arn:aws:iam::123456789012:root', accountId: Account },
      },
    ])
    for (const record of records) {
      expect(record).not.toHaveProperty('requestID')
      expect(JSON.stringify(record)).not.toContain(Password)
    }
  })

  it('holds the failures of an existing user, packed, without an ARN', async () => {
    for (let i = 0; i < 3; i++) await signIn(house.page(), asUser('alice', wrong))
    await signIn(house.page(), { PrincipalType: 'Root', Email, Password })
    await flush()
    const records = packs()
    expect(records).toHaveLength(4)
    expect(records[0]).toMatchObject({
      eventName: 'ConsoleLogin',
      errorMessage: 'Failed authentication',
      responseElements: { ConsoleLogin: 'Failure' },
      userIdentity: { type: 'IAMUser', accountId: Account, accessKeyId: '', userName: 'alice' },
    })
    expect(records[0]?.['userIdentity']).not.toHaveProperty('arn')
    expect(records[3]).toMatchObject({ userIdentity: { type: 'Root', principalId: Account } })
    expect(new Set(records.map(({ eventID }) => eventID)).size).toBe(4)
    expect(JSON.stringify(records)).not.toMatch(/Horse/)
    expect(signInRecords(house)).toEqual([])
  })

  it('holds little of what a failure says of its browser: a day of them is 1 GB at most', async () => {
    const page = house.page()
    const request = page.request('/api/signin/SignIn', JSON.stringify(asUser('alice', wrong)))
    const agent = '"'.repeat(limits.userAgentMax)
    await page.send({ ...request, rawHeaders: [...request.rawHeaders, 'User-Agent', agent] })
    await flush()
    const [record] = packs()
    expect(record).toMatchObject({ userAgent: agent.slice(0, limits.refusalUserAgentMax) })
    expect(Buffer.byteLength(JSON.stringify(record)) * limits.refusalsPerMinuteMax * 60 * 24).toBeLessThan(1.2e9)
  })

  it('counts names that nobody has by address and minute, and writes none of them down', async () => {
    for (let i = 0; i < 3; i++) await signIn(house.page(), asUser('My-Secret-Password'))
    await signIn(house.page(), asUser('alice', { Account: 'no-such-alias' }))
    await flush()
    expect(packs()).toEqual([])
    const at = Math.floor(house.now / minute)
    expect(strangers()).toMatchObject([
      { minute: at, address: '192.0.2.0/24', reason: 'NoSuchAccount', count: 1 },
      {
        minute: at,
        address: '192.0.2.0/24',
        reason: 'NoSuchUser',
        count: 3,
        sample: {
          errorMessage: 'No username found in supplied account',
          userIdentity: { accountId: Account, userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
        },
      },
    ])
    expect(JSON.stringify(strangers())).not.toMatch(/My-Secret|no-such-alias/)
  })
})
