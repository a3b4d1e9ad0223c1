import { describe, expect, it } from 'vitest'
import { labels as layout } from '../../packages/console/src/layout/labels.ts'
import { labels as keys } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as message } from '../../packages/console/src/pages/authorization-message/labels.ts'
import { labels as simulator } from '../../packages/console/src/pages/policy-simulator/labels.ts'
import { labels as signin } from '../../packages/console/src/pages/signin/labels.ts'
import { labels as user } from '../../packages/console/src/pages/user/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { simulatorAddress } from '../../packages/console/src/parts/simulator/simulation-query.ts'
import { labels as why } from '../../packages/console/src/parts/why/labels.ts'
import { labels as session } from '../../packages/console/src/session/labels.ts'
import { call, expectOk } from '../caller.ts'
import { missingChromium } from './chromium.ts'
import { addKey, addUser, shareHouse, signedIn } from './shared-house.ts'
import { Inspection } from './inspection.ts'
import { Person, violations } from './person.ts'

const missing = missingChromium()

/** Every state is seen in both themes; a language begins in one of them. */
const looks = [
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const

describe.skipIf(missing !== undefined)(`axe${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()

  it.each(looks)('finds nothing on the pages of signing in ($language)', async (look) => {
    const person = await Person.at(house.browser, house.server, look)
    const inspection = new Inspection(person, look.theme)
    await inspection.open('/signin')
    await person.button(signin.next).click()
    await inspection.see('sign-in, empty')
    await inspection.open('/signin/root')
    await inspection.open(`/signin/${house.place.account.accountId}`)
    await person.button(signin.signIn).click()
    await inspection.see('account, empty')
    await person.field(signin.iamUserName).fill('administrator')
    await person.field(signin.password).fill('wrong')
    await person.button(signin.signIn).click()
    await person.text(signin.incorrect).waitFor()
    await inspection.see('account, incorrect')
    await person.field(signin.password).fill(house.place.account.adminPassword)
    await person.button(signin.signIn).click()
    await person.field(signin.newPassword).fill('x')
    await person.button(signin.confirmChange).click()
    await inspection.see('password change, refused')
    await inspection.open('/signin/password-change')
    expect(inspection.faults).toEqual([])
  })

  it.each(looks)('finds nothing on the pages of an administrator ($language)', { timeout: 180_000 }, async (look) => {
    const name = `user-${look.language}`
    await addUser(house, name, { policyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
    const api = (action: string, more: Record<string, string>) =>
      expectOk(call(house.server.url, house.admin, action, { UserName: name, ...more }))
    const { accessKeyId } = await addKey(house, name)
    await api('TagUser', { 'Tags.member.1.Key': accessKeyId, 'Tags.member.1.Value': 'for tests' })
    const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }]
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
    await api('PutUserPolicy', { PolicyName: 'own', PolicyDocument })

    const person = await signedIn(house, 'ada', look)
    const { page } = person
    const inspection = new Inspection(person, look.theme)
    const ada = `ada @ ${house.place.account.accountId}`
    const details = `/iam/users/details/${name}`
    await inspection.open('/iam/home')
    await person.button({ en: ada, ja: ada }).click()
    await inspection.see('user menu')
    await inspection.open('/iam/nowhere')
    await inspection.open('/iam/users?search=nobody-at-all')
    await inspection.open('/iam/users')
    await person.button(users.settings).click()
    await person.page.getByRole('dialog').waitFor()
    await inspection.see('manage columns')
    await inspection.open(details)
    await page.getByRole('tab').nth(2).click()
    await inspection.see('tags')
    await page.getByRole('tab').nth(3).click()
    const key = page.getByRole('region', { name: accessKeyId })
    await key.getByRole('button', { name: person.say(keys.actions) }).click()
    await inspection.see('actions')
    await page.getByRole('menuitem', { name: person.say(keys.delete), exact: true }).click()
    await person.page.getByRole('dialog').waitFor()
    await inspection.see('delete key')
    await page.keyboard.press('Escape')
    await person.button(user.delete).click()
    await person.page.getByRole('dialog').getByRole('textbox').waitFor()
    await inspection.see('delete user')
    await inspection.open(`${details}/create-policy`)
    await inspection.open(`${details}/edit-policy?policy=own`)
    await inspection.open(`${details}/rotate-access-key`)
    await inspection.open('/iam/users/details/nobody')
    await inspection.open('/iam/users/create')
    await person.button(wizard.next).click()
    await inspection.see('create user, empty')
    await inspection.open('/iam/account_settings')
    await inspection.open('/iam/account_settings?edit=password_policy')
    await inspection.open('/iam/credential_report')
    await inspection.open('/iam/access_key_lookup')
    await inspection.open('/iam/security_credentials')
    await inspection.open('/iam/security_credentials/rotate-access-key')
    await inspection.open(`${details}/create-access-key`)
    await page.getByRole('radio').first().check()
    await inspection.see('create key, advice')
    await page.getByRole('radio', { name: person.say(wizard.other) }).check()
    await person.button(wizard.next).click()
    await person.button(wizard.create).waitFor()
    await inspection.see('create key, description')
    await person.button(wizard.create).click()
    await person.heading(wizard.retrieve).waitFor()
    await person.button(wizard.show).click()
    await inspection.see('create key, shown')
    expect(inspection.faults).toEqual([])
  })

  it.each(looks)('finds nothing where nothing is allowed ($language)', async (look) => {
    const name = `denied-${look.language}`
    await addUser(house, name)
    const inspection = new Inspection(await signedIn(house, name, look), look.theme)
    for (const path of ['home', 'users', `users/details/${name}`, 'security_credentials', 'account_settings']) {
      await inspection.open(`/iam/${path}`)
    }
    await inspection.open('/iam/credential_report')
    expect(inspection.faults).toEqual([])
  })

  it.each(looks)('finds nothing where somebody asks why ($language)', { timeout: 180_000 }, async (look) => {
    const name = `asks-${look.language}`
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
    const Statement = [{ Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*', Condition }]
    await addUser(house, name, { document: { Version: '2012-10-17', Statement } })
    const denied = await signedIn(house, name, look)
    const asking = new Inspection(denied, look.theme)
    await denied.go('/iam/users')
    await denied.button(why.why).first().click()
    await denied.text(why.ask).waitFor()
    await asking.see('why, sealed')
    await denied.button(why.copySealed).click()
    const sealed = await denied.clipboard()
    await asking.open('/iam/policy_simulator')

    const person = await signedIn(house, 'ada', look)
    const inspection = new Inspection(person, look.theme)
    await inspection.open('/iam/authorization_message')
    await person.field(message.sealed).fill(sealed)
    await person.button(message.open).click()
    await person.heading(why.near).waitFor()
    await person.page.locator('.cm-content').first().waitFor()
    await inspection.see('why, opened')
    await person.button(why.addStatement).click()
    await inspection.see('why, where a statement can be added')
    await person.page.keyboard.press('Escape')
    const arn = `arn:aws:iam::${house.place.account.accountId}:user/${name}`
    await person.go(simulatorAddress({ principal: arn, actions: ['iam:ListUsers', 'iam:GetUser'] }))
    await person.page.locator('.cm-content').first().waitFor()
    await inspection.see('simulator, answered')
    await person.page.getByRole('button', { name: person.say(simulator.more) }).click()
    await person.page.getByRole('textbox', { name: person.say(simulator.resourcePolicy) }).waitFor()
    await inspection.see('simulator, resource policy')
    await person.go('/iam/policy_simulator?of=policy')
    await person.button(simulator.run).click()
    await inspection.see('simulator, incomplete')
    expect([...asking.faults, ...inspection.faults]).toEqual([])
  })

  it.each(looks)('finds nothing where a session ended ($language)', async (look) => {
    const person = await signedIn(house, 'ada', look)
    await person.go('/iam/home')
    await person.heading(layout.dashboard).waitFor()
    await person.context.clearCookies()
    await person.link(layout.accountSettings).click()
    await person.heading(session.endedTitle).waitFor()
    const inspection = new Inspection(person, look.theme)
    await inspection.see('session ended')
    expect(inspection.faults).toEqual([])
  })

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
