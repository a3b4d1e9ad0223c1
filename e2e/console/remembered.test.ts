import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as shell } from '../../packages/console/src/layout/labels.ts'
import { labels as signIn } from '../../packages/console/src/pages/signin/labels.ts'
import { administratorOf, succeed, type PrintedAccount } from '../server.ts'
import { enter, password, userMenu } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { measured } from './measured.ts'
import type { Person } from './person.ts'
import { step } from './step.ts'

/** The browser is closed over night, and the session runs out: what it remembers is left. */
async function nextDay(person: Person): Promise<void> {
  const { port } = new URL(person.origin)
  await person.page.goto('about:blank')
  await person.context.clearCookies({ name: `keyward-${port}` })
}

/** The page that asks for the account, with an empty field. */
async function atMainPage(person: Person): Promise<void> {
  await person.page.getByRole('heading', { name: person.say(signIn.title), exact: true }).waitFor()
  expect(await person.field(seed.accountIdOrAlias).inputValue()).toBe('')
}

inABrowser('a browser', (open) => {
  it.each(['en', 'ja'] as const)(
    'remembers a user, and lets another person in by account ID and by alias (%s)',
    async (language) => {
      const house = await open()
      await house.addUser('alice')
      const printed = await succeed(['account', 'create', ...house.place.flags, '--json'])
      const other = JSON.parse(printed) as PrintedAccount
      const iam = house.iamOf(administratorOf(other))
      await iam.createAccountAlias({ AccountAlias: 'other-house' })
      for (const UserName of ['bob', 'carol']) {
        await iam.createUser({ UserName })
        await iam.createLoginProfile({ UserName, Password: password })
      }
      const signedInAt = async (UserName: string) => (await iam.getUser({ UserName })).User?.PasswordLastUsed

      const person = await house.signedIn('alice', '/iam/security_credentials', { language })
      await nextDay(person)
      await step('alice needs nothing but her password', async () => {
        await person.go('/iam/security_credentials')
        await person.heading(signIn.userTitle).waitFor()
        expect(await person.field(seed.accountIdOrAlias).inputValue()).toBe(house.accountId)
        expect(await person.field(seed.iamUserName).inputValue()).toBe('alice')
        const focused = () => person.page.evaluate<string>('document.activeElement.name')
        await expect.poll(focused).toBe('password')
        await measured('Sign in where the browser remembers the user', person, async () => {
          await person.field(seed.password).fill(password)
          await person.button(signIn.signIn).click()
          await userMenu(person, 'alice').waitFor()
        })
        expect(person.path).toBe('/iam/security_credentials')
      })

      await nextDay(person)
      await step('bob chooses a different account, by its ID', async () => {
        await person.go('/')
        await person.link(seed.signInToDifferentAccount).click()
        await atMainPage(person)
        await person.field(seed.accountIdOrAlias).fill(other.accountId)
        await person.button(seed.next).click()
        expect(await person.field(seed.iamUserName).inputValue()).toBe('')
        await enter(person, 'bob')
        expect(await signedInAt('bob')).toBeDefined()
      })
      await step('sign out', async () => {
        await userMenu(person, 'bob').click()
        await person.menuItem(shell.signOut).click()
        await person.field(seed.password).waitFor()
      })

      await step('carol chooses a different account, by its alias', async () => {
        await person.go('/')
        expect(await person.field(seed.iamUserName).inputValue()).toBe('bob')
        await person.link(seed.signInToDifferentAccount).click()
        await atMainPage(person)
        await person.field(seed.accountIdOrAlias).fill('other-house')
        await person.button(seed.next).click()
        await enter(person, 'carol')
        await person.page.getByRole('button', { name: 'carol @ other-house', exact: true }).waitFor()
        expect(await signedInAt('carol')).toBeDefined()
      })
    },
  )
})
