import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Answer, type Credentials, type Parameters } from '../../../../test/harness.ts'
import { engines, openOn, operate, withDatabase } from '../../../../test/houses.ts'
import type { Page } from '../../../../test/page.ts'
import { day } from '../../../domain/clock.ts'
import type { AccountId, UserId } from '../../../domain/ids.ts'

const Password = 'Correct-Horse-1'
const mayChange = { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' }
const incorrect = { status: 403, code: 'AccessDenied', message: 'The old password was incorrect.' }
const violation = (message: string) => ({ status: 400, code: 'PasswordPolicyViolation', message })

describe.each(engines)('login profiles on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Record<string, string> = {}) =>
    house.iam(house.administrator, action, parameters)
  const setPolicy = (policy: Record<string, string>) => expectOk(asAdmin('UpdateAccountPasswordPolicy', policy))
  const change = (as: Credentials, OldPassword: string, NewPassword: string): Promise<Answer> =>
    house.iam(as, 'ChangePassword', { OldPassword, NewPassword })
  const mustReset = async (UserName: string) =>
    (await expectOk(asAdmin('GetLoginProfile', { UserName }))).get('PasswordResetRequired')

  /** A user who has a password and may change it. */
  async function person(UserName: string, further: Record<string, string> = {}): Promise<Credentials> {
    const credentials = await house.user(UserName, mayChange)
    await expectOk(asAdmin('CreateLoginProfile', { UserName, Password, ...further }))
    return credentials
  }

  /** Holds up the looking at old passwords: what was read for it is old by the time it goes on. */
  function holdHashing() {
    const { passwords } = house.house
    const verify = passwords.verify.bind(passwords)
    const waiting: (() => void)[] = []
    let arrived: () => void = () => undefined
    passwords.verify = async (...asked) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        arrived()
      })
      return verify(...asked)
    }
    return {
      reached: (count: number) =>
        new Promise<void>((resolve) => {
          arrived = () => (waiting.length >= count ? resolve() : undefined)
          arrived()
        }),
      release() {
        passwords.verify = verify
        for (const go of waiting) go()
      },
    }
  }

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
      expect(found.get('CreateDate')).toBe(created.get('CreateDate'))
      expect(found.get('PasswordResetRequired')).toBe('true')
      expect(found.body).not.toContain('assword>')
    })

    it('is once a user, however many ask', async () => {
      expect(await asAdmin('CreateLoginProfile', { UserName: 'alice', Password })).toMatchObject({
        status: 409,
        code: 'EntityAlreadyExists',
        message: 'Login Profile for user alice already exists.',
      })
      await house.user('many')
      const many = await Promise.all(
        [1, 2, 3, 4].map(() => asAdmin('CreateLoginProfile', { UserName: 'many', Password })),
      )
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
      const self = await house.user('self', { Effect: 'Allow', Action: 'iam:*', Resource: '*' })
      expect((await expectOk(house.iam(self, 'CreateLoginProfile', { Password }))).get('UserName')).toBe('self')
      expect((await expectOk(house.iam(self, 'GetLoginProfile'))).get('UserName')).toBe('self')
      expect(await house.iam(house.root, 'CreateLoginProfile', { Password })).toMatchObject({
        status: 400,
        code: 'ValidationError',
        message: 'Must specify userName when calling with non-User credentials',
      })
    })

    it('takes no password that the policy does not allow, and makes nothing then', async () => {
      await house.user('weak')
      for (const weak of ['Sh0rt-!', 'onlylowercaseletters', '123456789012', 'ROOT@123456789012.invalid']) {
        expect(await asAdmin('CreateLoginProfile', { UserName: 'weak', Password: weak })).toMatchObject({
          status: 400,
          code: 'PasswordPolicyViolation',
        })
      }
      expect(await asAdmin('GetLoginProfile', { UserName: 'weak' })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: 'Login Profile for User weak cannot be found.',
      })
    })

    it('is held against the policy of the moment it is made in', async () => {
      await house.user('raced')
      const [made] = await Promise.all([
        asAdmin('CreateLoginProfile', { UserName: 'raced', Password }),
        setPolicy({ MinimumPasswordLength: '64' }),
      ])
      await expectOk(asAdmin('DeleteAccountPasswordPolicy'))
      expect(made).toMatchObject(violation('Password should have a minimum length of 64'))
    })
  })

  describe('ChangePassword', () => {
    it('puts the new password in place of the old, and asks for no other', async () => {
      const ann = await person('ann', { PasswordResetRequired: 'true' })
      expect((await expectOk(change(ann, Password, 'Battery-Staple-2'))).body).not.toContain('Result')
      expect(await mustReset('ann')).toBe('false')
      expect(await change(ann, Password, 'Battery-Staple-3')).toMatchObject(incorrect)
      await expectOk(change(ann, 'Battery-Staple-2', 'Battery-Staple-3'))
    })

    it('is for users alone, and for those who have a password', async () => {
      expect(await change(house.root, Password, 'Battery-Staple-2')).toMatchObject({
        status: 400,
        code: 'InvalidUserType',
        message: 'Only IAM Users can change their own password',
      })
      const bare = await house.user('bare', mayChange)
      expect(await change(bare, Password, 'Battery-Staple-2')).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: 'Login Profile for User bare cannot be found.',
      })
    })

    it('tells the policy to those alone who know the password', async () => {
      const ben = await person('ben')
      expect(await change(ben, 'Wrong-Horse-1', 'short')).toMatchObject(incorrect)
      expect(await change(ben, Password, 'short')).toMatchObject(
        violation('Password should have a minimum length of 8'),
      )
    })

    it('refuses the same password where another is demanded, and only there', async () => {
      const cyd = await person('cyd', { PasswordResetRequired: 'true' })
      expect(await change(cyd, Password, Password)).toMatchObject(
        violation('Password should not be the one that must be changed'),
      )
      expect(await mustReset('cyd')).toBe('true')
      await expectOk(change(cyd, Password, 'Battery-Staple-2'))
      await expectOk(change(cyd, 'Battery-Staple-2', 'Battery-Staple-2'))
    })

    it('refuses the same password where another is demanded while it is looked at', async () => {
      const kim = await person('kim')
      const hashing = holdHashing()
      const asked = change(kim, Password, Password)
      await hashing.reached(1)
      await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'kim', PasswordResetRequired: 'true' }))
      hashing.release()
      expect(await asked).toMatchObject({ status: 409, code: 'EntityTemporarilyUnmodifiable' })
      expect(await mustReset('kim')).toBe('true')
    })

    it('brings back none of the last passwords where the policy says so, though they were set before it did', async () => {
      const dan = await person('dan')
      const used = [Password, 'Battery-Staple-2', 'Battery-Staple-3', 'Battery-Staple-4'] as const
      for (const [i, next] of used.slice(1).entries()) await expectOk(change(dan, used[i] ?? '', next))
      await setPolicy({ PasswordReusePrevention: '2' })
      for (const spent of used.slice(1)) {
        expect(await change(dan, used[3], spent)).toMatchObject(
          violation('Password should not be one of the last 2 passwords'),
        )
      }
      expect(await asAdmin('UpdateLoginProfile', { UserName: 'dan', Password: used[2] })).toMatchObject({
        code: 'PasswordPolicyViolation',
      })
      await expectOk(change(dan, used[3], used[0]))
      await expectOk(asAdmin('DeleteAccountPasswordPolicy'))
    })

    it('is done once by each password, however many ask', async () => {
      const eve = await person('eve')
      const hashing = holdHashing()
      const asked = ['2', '3', '4'].map((n) => change(eve, Password, `Battery-Staple-${n}`))
      await hashing.reached(3)
      hashing.release()
      const answers = await Promise.all(asked)
      const refused = answers.filter(({ status }) => status !== 200)
      expect(refused).toHaveLength(2)
      for (const answer of refused) {
        expect(answer).toMatchObject({
          status: 409,
          code: 'EntityTemporarilyUnmodifiable',
          message: 'The password or the password policy was changed by another request. Please try again.',
        })
      }
    })

    it('is not done by a policy that was changed meanwhile', async () => {
      const fay = await person('fay')
      const hashing = holdHashing()
      const asked = change(fay, Password, 'Battery-Staple-2')
      await hashing.reached(1)
      await setPolicy({ PasswordReusePrevention: '1' })
      hashing.release()
      expect(await asked).toMatchObject({ status: 409, code: 'EntityTemporarilyUnmodifiable' })
      await expectOk(asAdmin('DeleteAccountPasswordPolicy'))
    })
  })

  describe('UpdateLoginProfile', () => {
    it('resets a password, and asks for a new one only where it says so', async () => {
      const guy = await person('guy')
      const created = (await asAdmin('GetLoginProfile', { UserName: 'guy' })).get('CreateDate')
      const reset = { UserName: 'guy', Password: 'Given-By-Admin-1', PasswordResetRequired: 'true' }
      expect((await expectOk(asAdmin('UpdateLoginProfile', reset))).body).not.toContain('Result')
      expect(await mustReset('guy')).toBe('true')
      expect(await change(guy, Password, 'Battery-Staple-2')).toMatchObject(incorrect)
      // What is left out stays as it is.
      await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'guy', Password: 'Given-By-Admin-2' }))
      expect(await mustReset('guy')).toBe('true')
      await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'guy', PasswordResetRequired: 'false' }))
      expect(await mustReset('guy')).toBe('false')
      await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'guy' }))
      await expectOk(change(guy, 'Given-By-Admin-2', 'Battery-Staple-2'))
      expect((await asAdmin('GetLoginProfile', { UserName: 'guy' })).get('CreateDate')).toBe(created)
    })

    it('takes no password that the policy does not allow', async () => {
      await person('hal')
      expect(await asAdmin('UpdateLoginProfile', { UserName: 'hal', Password: 'weak' })).toMatchObject({
        status: 400,
        code: 'PasswordPolicyViolation',
      })
    })
  })

  it('DeleteLoginProfile takes the password away, and then the user may go', async () => {
    const ida = await person('ida')
    await expectOk(change(ida, Password, 'Battery-Staple-2'))
    await expectOk(asAdmin('DeleteAccessKey', { UserName: 'ida', AccessKeyId: ida.accessKeyId }))
    expect(await asAdmin('DeleteUser', { UserName: 'ida' })).toMatchObject({
      status: 409,
      code: 'DeleteConflict',
      message: 'Cannot delete entity, must delete login profile first.',
    })
    expect((await expectOk(asAdmin('DeleteLoginProfile', { UserName: 'ida' }))).body).not.toContain('Result')
    expect(await asAdmin('DeleteLoginProfile', { UserName: 'ida' })).toMatchObject({
      status: 404,
      code: 'NoSuchEntity',
      message: 'Login Profile for User ida cannot be found.',
    })
    await expectOk(asAdmin('DeleteUserPolicy', { UserName: 'ida', PolicyName: 'test' }))
    await expectOk(asAdmin('DeleteUser', { UserName: 'ida' }))
  })

  it('the last sign-in is shown with the user, and not before there was one', async () => {
    await person('jim')
    const shown = async () => [
      (await expectOk(asAdmin('GetUser', { UserName: 'jim' }))).get('PasswordLastUsed'),
      /<UserName>jim<\/UserName>(?:(?!<\/member>).)*<PasswordLastUsed>([^<]+)/s.exec(
        (await expectOk(asAdmin('ListUsers'))).body,
      )?.[1],
    ]
    expect(await shown()).toEqual([undefined, undefined])
    const userId = (await asAdmin('GetUser', { UserName: 'jim' })).get('UserId') as UserId
    const owner = { account: '123456789012' as AccountId, userId }
    const at = Date.parse('2026-11-23T10:11:12Z')
    await operate(house, (store) => store.loginProfiles.noteUse(owner, at))
    expect(await shown()).toEqual(['2026-11-23T10:11:12Z', '2026-11-23T10:11:12Z'])
  })
})

describe('a password', () => {
  let house: TestHouse
  let ann: Credentials
  const asAdmin = (action: string, parameters: Record<string, string> = {}) =>
    house.iam(house.administrator, action, parameters)
  const change = (OldPassword: string, NewPassword: string) =>
    house.iam(ann, 'ChangePassword', { OldPassword, NewPassword })

  beforeAll(async () => {
    house = await TestHouse.open()
    ann = await house.user('ann', { Effect: 'Allow', Action: ['iam:ChangePassword', 'iam:GetUser'], Resource: '*' })
    await expectOk(asAdmin('CreateLoginProfile', { UserName: 'ann', Password }))
  })
  afterAll(() => house.close())

  it('that expired must be changed into another', async () => {
    await expectOk(asAdmin('UpdateAccountPasswordPolicy', { MaxPasswordAge: '1', HardExpiry: 'true' }))
    await expectOk(change(Password, Password))
    house.now += day
    expect(await change(Password, Password)).toMatchObject(
      violation('Password should not be the one that must be changed'),
    )
    // The expiry, hard or not, is of the sign-in: who has a key changes the password as before.
    await expectOk(change(Password, 'Battery-Staple-2'))
    await expectOk(asAdmin('DeleteAccountPasswordPolicy'))
  })

  it('that was for once is none any more when it ran out, until a new one takes its place', async () => {
    const password = house.account.administrator?.password.reveal() ?? ''
    const changeOwn = (OldPassword: string) =>
      house.iam(house.administrator, 'ChangePassword', { OldPassword, NewPassword: 'Battery-Staple-2' })
    expect(await changeOwn(password)).toMatchObject(incorrect)
    // To ask for a change, or not to ask for it, does not make it good again.
    const UserName = 'administrator'
    await expectOk(asAdmin('UpdateLoginProfile', { UserName, PasswordResetRequired: 'false' }))
    expect(await changeOwn(password)).toMatchObject(incorrect)
    await expectOk(asAdmin('UpdateLoginProfile', { UserName, Password: 'Given-By-Key-1' }))
    house.now += 30 * day
    await expectOk(changeOwn('Given-By-Key-1'))
  })

  it('is in no record, nor is it in the database', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'secret' }))
    const given = ['Secret-Word-One-1', 'Secret-Word-Two-2', 'Secret-Word-Three-3'] as const
    await expectOk(asAdmin('CreateLoginProfile', { UserName: 'secret', Password: given[0] }))
    await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'secret', Password: given[1] }))
    await expectOk(change('Battery-Staple-2', given[2]))
    const records = withDatabase(house, (database) =>
      database.prepare<[], { record: string }>('select record from event order by n desc limit 3').all(),
    ).map(({ record }) => JSON.parse(record) as Record<string, unknown>)
    expect(
      records.map(({ eventName, requestParameters, responseElements }) => [
        eventName,
        requestParameters,
        responseElements,
      ]),
    ).toEqual([
      ['ChangePassword', null, null],
      ['UpdateLoginProfile', { userName: 'secret' }, null],
      [
        'CreateLoginProfile',
        { userName: 'secret' },
        {
          loginProfile: {
            userName: 'secret',
            createDate: expect.any(String) as string,
            passwordResetRequired: false,
          },
        },
      ],
    ])
    const everything = withDatabase(house, (database) => database.serialize().toString('latin1'))
    for (const password of given) expect(everything.includes(password)).toBe(false)
  })

  describe('that changes', () => {
    /** A browser in which someone signed in. */
    async function signedIn(UserName: string, password: string): Promise<Page> {
      const page = house.page()
      await page.signIn({ PrincipalType: 'User', Account: '123456789012', UserName, Password: password })
      return page
    }
    const statuses = (...pages: readonly Page[]) =>
      Promise.all(pages.map(async (page) => (await page.call('iam', 'GetUser')).status))

    it('by its owner ends her other sessions, and not the one that did it', async () => {
      await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'ann', Password }))
      const [mine, other] = [await signedIn('ann', Password), await signedIn('ann', Password)]
      expect(await statuses(mine, other)).toEqual([200, 200])
      const input = { OldPassword: Password, NewPassword: 'Battery-Staple-2' }
      expect((await mine.call('iam', 'ChangePassword', input)).status).toBe(200)
      expect(await statuses(mine, other)).toEqual([200, 401])
      await expectOk(change('Battery-Staple-2', Password))
      expect(await statuses(mine)).toEqual([401])
    })

    const cases: readonly (readonly [action: string, parameters: Parameters])[] = [
      ['UpdateLoginProfile', { Password: 'Given-By-Admin-1' }],
      ['UpdateLoginProfile', { PasswordResetRequired: 'true' }],
      ['DeleteLoginProfile', {}],
    ]
    it.each(cases)('by %s %j ends all sessions of the user, and nobody else’s', async (action, parameters) => {
      const free = { Password, PasswordResetRequired: 'false' }
      await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'ann', ...free }))
      await expectOk(asAdmin('UpdateLoginProfile', { UserName: 'administrator', ...free }))
      const [one, two] = [await signedIn('ann', Password), await signedIn('ann', Password)]
      const admin = await signedIn('administrator', Password)
      await expectOk(asAdmin(action, { UserName: 'ann', ...parameters }))
      expect(await statuses(one, two, admin)).toEqual([401, 401, 200])
    })
  })
})
