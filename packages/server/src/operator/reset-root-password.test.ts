import { expect, it } from 'vitest'
import { expectOk } from '../../test/harness.ts'
import { addAccount, engines, openOn, withDatabase } from '../../test/houses.ts'
import type { AccountId } from '../domain/ids.ts'
import { Passwords } from '../secrets/passwords.ts'
import { loginProfileOf } from '../store/login-profiles.ts'
import { resetRootPassword } from './reset-root-password.ts'

const account = '123456789012' as AccountId
const made = /^[A-HJ-NP-Za-km-z2-9_+@=]{24}$/

it.each(engines)('gives root a password of its own each time, on %s', async (engine) => {
  const house = await openOn(engine)
  const profile = () => house.house.directory.settle((view) => view.get(loginProfileOf, { owner: account }))
  const isRoots = async (password: string) =>
    new Passwords().verify((await profile())?.hash, password, { address: '', device: false, busy: 'Throttling' })
  const summary = async () => (await expectOk(house.iam(house.root, 'GetAccountSummary'))).body
  expect(await summary()).toMatch(/<key>AccountPasswordPresent<\/key>\s*<value>0</)

  const first = await resetRootPassword(house.place, undefined, () => house.now)
  expect(first).toMatchObject({ accountId: account, rootEmail: 'root@123456789012.invalid' })
  expect(first.password.reveal()).toMatch(made)
  expect(await summary()).toMatch(/<key>AccountPasswordPresent<\/key>\s*<value>1</)
  expect(await profile()).toMatchObject({ resetRequired: false, endsAt: undefined, usedAt: undefined })
  const second = await resetRootPassword(house.place, account, () => house.now)
  expect([await isRoots(first.password.reveal()), await isRoots(second.password.reveal())]).toEqual([false, true])

  await addAccount(house, '210987654321')
  await expect(resetRootPassword(house.place, undefined, () => house.now)).rejects.toThrow(
    'There are several accounts here: name one with --account-id.',
  )
  const other = '210987654321' as AccountId
  expect(await resetRootPassword(house.place, other, () => house.now)).toMatchObject({ accountId: other })
  await expect(resetRootPassword(house.place, '999999999999' as AccountId, () => house.now)).rejects.toThrow(
    'There is no account 999999999999 here.',
  )
  await house.close()
})

it('ends the sessions of root, and leaves a record without the password', async () => {
  const house = await openOn('sqlite')
  const first = await resetRootPassword(house.place, undefined, () => house.now)
  const page = house.page()
  await page.signIn({ PrincipalType: 'Root', Email: first.rootEmail, Password: first.password.reveal() })
  expect((await page.call('iam', 'GetUser')).status).toBe(200)
  const { password } = await resetRootPassword(house.place, undefined, () => house.now)
  expect(await page.call('iam', 'GetUser')).toMatchObject({ status: 401, code: 'SessionEnded' })
  const record = withDatabase(house, (database) =>
    database.prepare<[], { record: string }>('select record from event order by n desc limit 1').get(),
  )?.record
  expect(JSON.parse(record ?? '{}')).toMatchObject({
    eventName: 'ResetRootPassword',
    eventType: 'AwsServiceEvent',
    recipientAccountId: account,
    serviceEventDetails: { accountId: account },
  })
  expect(record).not.toContain(password.reveal())
  await house.close()
})

it('the administrator of a new account has a password for a day, which must be changed', async () => {
  const house = await openOn('sqlite')
  const userId = (await expectOk(house.iam(house.administrator, 'GetUser'))).get('UserId') ?? ''
  const profile = await house.house.directory.settle((view) => view.get(loginProfileOf, { owner: userId }))
  expect(house.account.administrator?.password.reveal()).toMatch(made)
  expect(profile).toMatchObject({ resetRequired: true, endsAt: house.now + 86_400_000 })
  await house.close()
})
