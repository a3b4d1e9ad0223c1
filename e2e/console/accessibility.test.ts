import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { labels as layout } from '../../packages/console/src/layout/labels.ts'
import { labels as keys } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as signin } from '../../packages/console/src/pages/signin/labels.ts'
import { labels as user } from '../../packages/console/src/pages/user/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { call, expectOk } from '../caller.ts'
import { missingChromium } from './chromium.ts'
import { addKey, addUser, openConsoleHouse, password, signedIn } from './console-house.ts'
import { Person, violations, type PersonOptions } from './person.ts'

const missing = missingChromium()

/** What axe finds, a line each: the rule, and where. */
async function faultsOf(person: Person, state: string): Promise<string[]> {
  await person.page.getByRole('heading').first().waitFor()
  const { violations: found } = await new AxeBuilder({ page: person.page }).setLegacyMode().analyze()
  const h1 = await person.page.getByRole('heading', { level: 1 }).count()
  const main = await person.page.getByRole('main').count()
  return [
    ...(h1 === 1 ? [] : [`${state}: ${h1} headings of level 1`]),
    ...(main === 1 || person.page.url().includes('lost') ? [] : [`${state}: ${main} landmarks main`]),
    ...found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${state}: ${id}: ${target.join(' ')}: ${html.slice(0, 200)}`),
    ),
  ]
}

const looks: readonly PersonOptions[] = [
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
  { language: 'ja', theme: 'light' },
  { language: 'en', theme: 'dark' },
]

describe.skipIf(missing !== undefined)(`axe${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = openConsoleHouse()

  it.each(looks)('finds nothing on the pages of signing in ($language, $theme)', async (look) => {
    const faults: string[] = []
    const person = await Person.at(house.browser, house.server, look)
    const see = async (state: string) => faults.push(...(await faultsOf(person, state)))
    await person.go('/signin')
    await see('sign-in')
    await person.button(signin.next).click()
    await see('sign-in, empty')
    await person.go('/signin/root')
    await see('root')
    await person.go(`/signin/${house.place.account.accountId}`)
    await see('account')
    await person.button(signin.signIn).click()
    await see('account, empty')
    await person.field(signin.iamUserName).fill('administrator')
    await person.field(signin.password).fill('wrong')
    await person.button(signin.signIn).click()
    await person.text(signin.incorrect).waitFor()
    await see('account, incorrect')
    await person.field(signin.password).fill(house.place.account.adminPassword)
    await person.button(signin.signIn).click()
    await person.field(signin.oldPassword).waitFor()
    await see('password change')
    await person.field(signin.newPassword).fill('x')
    await person.button(signin.confirmChange).click()
    await see('password change, refused')
    await person.go('/signin/password-change')
    await see('password change, loaded again')
    expect(faults).toEqual([])
  })

  it.each(looks)(
    'finds nothing on the pages of an administrator ($language, $theme)',
    async (look) => {
      const name = `user-${look.language}-${look.theme}`
      await addUser(house, name, { policyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
      const api = (action: string, more: Record<string, string>) =>
        expectOk(call(house.server.url, house.admin, action, { UserName: name, ...more }))
      const { accessKeyId } = await addKey(house, name)
      await api('TagUser', { 'Tags.member.1.Key': accessKeyId, 'Tags.member.1.Value': 'for tests' })
      const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }]
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
      await api('PutUserPolicy', { PolicyName: 'own', PolicyDocument })
      const faults: string[] = []
      const person = await signedIn(house, 'ada', look)
      const { page } = person
      const see = async (state: string) => faults.push(...(await faultsOf(person, state)))
      const details = `/iam/users/details/${name}`
      const open = async (path: string) => {
        await person.go(path)
        await page.waitForLoadState('networkidle')
        await see(path)
      }
      await open('/iam/home')
      await person
        .button({ en: `ada @ ${house.place.account.accountId}`, ja: `ada @ ${house.place.account.accountId}` })
        .click()
      await see('user menu')
      await open('/iam/nowhere')
      await open('/iam/users?search=nobody-at-all')
      await open('/iam/users')
      await person.button(users.settings).click()
      await person.dialog().waitFor()
      await see('manage columns')
      await open(details)
      await page.getByRole('tab').nth(1).click()
      await see(`${details}, tags`)
      await page.getByRole('tab').nth(2).click()
      await page.getByRole('region', { name: accessKeyId }).waitFor()
      await see(`${details}, security credentials`)
      await page
        .getByRole('region', { name: accessKeyId })
        .getByRole('button', { name: person.say(keys.actions) })
        .click()
      await see('actions')
      await page.getByRole('menuitem', { name: person.say(keys.delete), exact: true }).click()
      await person.dialog().waitFor()
      await see('delete key')
      await page.keyboard.press('Escape')
      await person.button(user.delete).click()
      await person.dialog().getByRole('textbox').waitFor()
      await see('delete user')
      await open(`${details}/create-policy`)
      await open(`${details}/edit-policy?policy=own`)
      await open(`${details}/rotate-access-key`)
      await open('/iam/users/details/nobody')
      await open('/iam/users/create')
      await person.button(wizard.next).click()
      await see('create user, empty')
      await open('/iam/account_settings')
      await open('/iam/account_settings?edit=password_policy')
      await open('/iam/credential_report')
      await open('/iam/access_key_lookup')
      await open('/iam/security_credentials')
      await open('/iam/security_credentials/rotate-access-key')
      await open(`${details}/create-access-key`)
      await page.getByRole('radio').first().check()
      await see('create key, advice')
      await page.getByRole('radio', { name: person.say(wizard.other) }).check()
      await person.button(wizard.next).click()
      await person.button(wizard.create).waitFor()
      await see('create key, description')
      await person.button(wizard.create).click()
      await person.heading(wizard.retrieve).waitFor()
      await see('create key, retrieve')
      await person.button(wizard.show).click()
      await see('create key, shown')
      await person.button(wizard.done).click()
      await page.waitForURL(/security_credentials|details/)
      await open(`${details}?section=security_credentials`)
      expect(layout.dashboard.en).not.toBe('')
      expect(faults).toEqual([])
    },
    120_000,
  )

  it.each(looks.slice(0, 2))('finds nothing where nothing is allowed ($language, $theme)', async (look) => {
    const name = `denied-${look.language}`
    await addUser(house, name)
    const person = await signedIn(house, name, look)
    const faults: string[] = []
    for (const path of [
      ...['/iam/home', '/iam/users', `/iam/users/details/${name}`, '/iam/security_credentials'],
      ...['/iam/account_settings', '/iam/credential_report'],
    ]) {
      await person.go(path)
      await person.page.waitForLoadState('networkidle')
      faults.push(...(await faultsOf(person, path)))
    }
    expect(faults).toEqual([])
  })

  it.each(looks.slice(0, 2))(
    'finds nothing on the pages of root, and where a session ended ($language, $theme)',
    async (look) => {
      expect(password).not.toBe('')
      const person = await signedIn(house, 'ada', look)
      const faults: string[] = []
      await person.go('/iam/home')
      await person.heading(layout.dashboard).waitFor()
      await person.context.clearCookies()
      await person.link(layout.accountSettings).click()
      await person.dialog().waitFor()
      faults.push(...(await faultsOf(person, 'ended')))
      expect(faults).toEqual([])
    },
  )

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
