import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as shell } from '../../packages/console/src/layout/labels.ts'
import { labels as keyLabels } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as creating } from '../../packages/console/src/pages/create-user/labels.ts'
import { labels as home } from '../../packages/console/src/pages/home/labels.ts'
import { labels as signIn } from '../../packages/console/src/pages/signin/labels.ts'
import { labels as user } from '../../packages/console/src/pages/user/labels.ts'
import type { Person } from './person.ts'
import { password, userMenu } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { card, createKey } from './keys-page.ts'
import { step } from './step.ts'

/** A password that is somebody else's is used once, and another takes its place. */
async function chooseAPassword(person: Person, given: string): Promise<void> {
  await person.field(signIn.password).fill(given)
  await person.button(signIn.signIn).click()
  await person.field(signIn.oldPassword).fill(given)
  await person.field(signIn.newPassword).fill(password)
  await person.field(signIn.retypePassword).fill(password)
  await person.button(signIn.confirmChange).click()
}

inABrowser('the first day', (open) => {
  it('leads from the printed password to a key of a new user', async () => {
    const house = await open()
    const { adminUserName, adminPassword } = house.place.account
    const admin = await house.visitor()
    const alice = await house.visitor({ language: 'ja' })
    let given = ''

    await step('the administrator signs in, chooses a password, and is told what to do first', async () => {
      await admin.go('/')
      await admin.field(seed.accountIdOrAlias).fill(house.accountId)
      await admin.button(seed.next).click()
      await admin.field(seed.iamUserName).fill(adminUserName)
      await chooseAPassword(admin, adminPassword)
      await admin.heading(shell.dashboard).waitFor()
      const first = admin.page.getByRole('listitem').filter({ hasText: admin.say(home.bootstrapAct) })
      await first.waitFor()
      const recommendations = await admin.page.locator('.kw-recommendations > li').allInnerTexts()
      expect(recommendations[0]).toContain(admin.say(home.bootstrapAct))
    })
    await step('the account gets an alias', async () => {
      await admin.button(home.createAlias).click()
      const dialog = admin.dialog(home.createAlias)
      await dialog.field(home.aliasField).fill('first-day')
      await dialog.button(home.save).click()
      await expect.poll(async () => (await house.iam.listAccountAliases({})).AccountAliases).toEqual(['first-day'])
    })
    await step('alice is created with console access and a template', async () => {
      await admin.go('/iam/users/create')
      await admin.field(creating.userName).fill('alice')
      await admin.checkbox(creating.provideAccess).click()
      await admin.button(seed.next).click()
      await admin.radio(creating.template, { name: 'ManageOwnAccessKeys' }).click()
      await admin.button(seed.next).click()
      await admin.button(creating.create).click()
      await admin.heading(creating.retrieve).waitFor()
      const csv = await admin.download(() => admin.button(user.downloadCsv).click())
      expect(csv.name).toBe('alice_credentials.csv')
      await admin.button(user.show).click()
      given = await admin.fact(user.password).locator('code').innerText()
      expect(csv.bytes.toString()).toContain(given)
      await admin.button(seed.done).click()
      expect((await house.iam.getLoginProfile({ UserName: 'alice' })).LoginProfile?.PasswordResetRequired).toBe(true)
      expect((await house.iam.listUserPolicies({ UserName: 'alice' })).PolicyNames).toEqual(['ManageOwnAccessKeys'])
    })
    await step('the administrator signs out', async () => {
      await userMenu(admin, adminUserName).click()
      await admin.menuItem(shell.signOut).click()
      await admin.field(seed.password).waitFor()
    })
    await step('alice signs in by the alias, in Japanese, and must choose a password', async () => {
      await alice.go('/signin/first-day')
      await alice.field(seed.iamUserName).fill('alice')
      await chooseAPassword(alice, given)
      await userMenu(alice, 'alice').waitFor()
    })
    await step('she makes a key with a description, and uses it at once', async () => {
      await userMenu(alice, 'alice').click()
      await alice.menuItem(seed.securityCredentials).click()
      await alice.button(seed.createAccessKey).click()
      const key = await createKey(alice, 'my laptop')
      expect(await house.use(key)).toBe(`arn:aws:iam::${house.accountId}:user/alice`)
      await alice.download(() => alice.button(seed.downloadCsv).click())
      await alice.button(seed.done).click()
      expect(await card(alice, key).fact(keyLabels.description).innerText()).toContain('my laptop')
      const used = Date.now()
      await expect
        .poll(async () => {
          await alice.button(keyLabels.refresh).click()
          return card(alice, key).fact(keyLabels.service).innerText()
        })
        .toBe('sts')
      expect(Date.now() - used).toBeLessThan(5_000)
    })
  })
})
