import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { labels as layout } from '../../packages/console/src/layout/labels.ts'
import { labels as signin } from '../../packages/console/src/pages/signin/labels.ts'
import { labels as user } from '../../packages/console/src/pages/user/labels.ts'
import { labels as session } from '../../packages/console/src/session/labels.ts'
import { call, expectOk, type Answer } from '../caller.ts'
import { Server } from '../server.ts'
import { launchChromium, missingChromium } from './chromium.ts'
import { password } from './house.ts'
import {
  addUser,
  codeOf,
  shareHouse,
  replay,
  sessionCookie,
  signedIn,
  signIn,
  type SharedHouse,
} from './shared-house.ts'
import { Person, violations } from './person.ts'

const missing = missingChromium()

const api = (house: SharedHouse, action: string, parameters: Record<string, string>): Promise<Answer> =>
  expectOk(call(house.server.url, house.admin, action, parameters))

/** From the page of an account, by the form. */
async function enter(person: Person, house: SharedHouse, address: string, name = 'ada', typed = password) {
  await person.go(`/signin/${house.place.account.accountId}${address}`)
  await person.field(signin.iamUserName).fill(name)
  await person.field(signin.password).fill(typed)
  await person.button(signin.signIn).click()
}

describe.skipIf(missing !== undefined)(`a session${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse(['--trusted-proxy', '127.0.0.1'])
  const who = (name: string) => ({ who: `${name} @ ${house.place.account.accountId}` })

  it('deletes nothing in its tab after somebody else signed in at another', async () => {
    await addUser(house, 'victim')
    await addUser(house, 'other')
    const ada = await signedIn(house, 'ada')
    await ada.go('/iam/users/details/victim')
    await ada.button(user.delete).click()
    await ada.page.getByRole('dialog').getByRole('textbox').fill('victim')
    const tab = await ada.openTab()
    await tab.go('/signin')
    await signIn(house, tab, 'other')
    await ada.page
      .getByRole('dialog')
      .getByRole('button', { name: ada.say(user.delete), exact: true })
      .click()
    await ada.heading(session.changedTitle).waitFor()
    await ada.button(session.continueAs, who('other')).waitFor()
    await api(house, 'GetLoginProfile', { UserName: 'victim' })
    // Nothing of the page behind can be read or reached.
    expect(await ada.page.getByText('victim').filter({ visible: true }).count()).toBe(0)
    await ada.button(session.signInAgainAs, who('ada')).click()
    await ada.field(signin.password).fill(password)
    await ada.button(signin.signIn).click()
    await ada.heading(session.changedTitle).waitFor({ state: 'detached' })
    await api(house, 'GetLoginProfile', { UserName: 'victim' })
    expect(await sessionCookie(house, ada)).toBe(await sessionCookie(house, tab))
  })

  it('shows nothing after signing out, by Back or by the page that the browser remembers', async () => {
    const browser = await launchChromium({ remembers: true })
    try {
      const ada = await signedIn({ ...house, browser }, 'ada')
      await ada.go('/iam/users')
      await ada.page.getByRole('link', { name: 'ada' }).waitFor()
      await ada.link(layout.accountSettings).click()
      await ada.heading(layout.accountSettings).waitFor()
      // Left for another site, the page may be kept as it is.
      await ada.page.goto('about:blank')
      const tab = await ada.openTab()
      await tab.go('/iam/home')
      await tab.button({ en: who('ada').who, ja: '' }).click()
      await tab.page.getByRole('menuitem', { name: tab.say(layout.signOut) }).click()
      await tab.page.waitForURL(/\/signin/)
      for (const { page } of [ada, tab]) {
        await page.goBack({ waitUntil: 'commit' })
        await page.waitForURL(/\/signin|about:blank/)
        expect(await page.getByText(layout.accountSettings.en).count()).toBe(0)
      }
    } finally {
      await browser.close()
    }
  })

  it('returns to its own addresses only', async () => {
    const ada = await Person.at(house.browser, house.server)
    const evil = 'evil.localhost:1'
    const traps = [
      ...[`/\t/${evil}`, `/\n/${evil}`, `/.//${evil}`, `//${evil}/iam/users`, `https://${evil}`, `/\\${evil}`],
      'javascript:alert(1)//',
      '/api/iam/ListUsers',
    ]
    const gone: string[] = []
    ada.page.on('request', (request) => {
      if (!request.url().startsWith(`${house.origin}/`)) gone.push(request.url())
    })
    for (const trap of traps) {
      await enter(ada, house, `?return=${encodeURIComponent(trap)}`)
      await ada.heading(layout.dashboard).waitFor()
      expect(ada.page.url(), trap).toBe(`${house.origin}/iam/home`)
    }
    await enter(ada, house, `?return=${encodeURIComponent('/iam/users?search=a#x')}`)
    await ada.page.waitForURL(`${house.origin}/iam/users?search=a#x`)
    expect(gone).toEqual([])
  })

  it('of a user who is deleted is refused at once, in the open page', async () => {
    await addUser(house, 'leaver', { policyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
    const leaver = await signedIn(house, 'leaver')
    await leaver.go('/iam/home')
    await leaver.heading(layout.dashboard).waitFor()
    const UserName = 'leaver'
    await api(house, 'DetachUserPolicy', { UserName, PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
    await api(house, 'DeleteLoginProfile', { UserName })
    await api(house, 'DeleteUser', { UserName })
    await leaver.link(layout.accountSettings).click()
    await leaver.heading(session.endedTitle).waitFor()
    expect(await leaver.heading(layout.accountSettings).filter({ visible: true }).count()).toBe(0)
  })

  it('ends when its user changes the password elsewhere', async () => {
    await addUser(house, 'changer', { policyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
    const [here, there] = [await signedIn(house, 'changer'), await signedIn(house, 'changer')]
    await there.go('/iam/home')
    await there.heading(layout.dashboard).waitFor()
    const handle = await signIn(house, here, 'changer')
    const proof = { Cookie: await sessionCookie(house, here), 'X-Keyward-Console': handle }
    const change = { OldPassword: password, NewPassword: 'Another-Horse-8' }
    expect((await replay(house, 'iam/ChangePassword', proof, change)).status).toBe(200)
    await there.link(layout.accountSettings).click()
    await there.heading(session.endedTitle).waitFor()
    // The one that changed it goes on.
    expect(codeOf(await replay(house, 'iam/ChangePassword', proof, change))).not.toBe('SessionEnded')
  })

  it('is made of an attempt once, in the browser that began it, and never by its text alone', async () => {
    const UserName = 'newcomer'
    const NewPassword = 'Another-Horse-8'
    await addUser(house, UserName, { policyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
    await api(house, 'UpdateLoginProfile', { UserName, PasswordResetRequired: 'true' })
    const { accountId: Account } = house.place.account
    const first = { PrincipalType: 'User', Account, UserName, Password: password }
    const begin = async () => {
      const answer = await replay(house, 'signin/SignIn', { 'X-Keyward-Console': '-' }, first)
      const { Attempt } = JSON.parse(answer.body) as { Attempt: string }
      const Cookie = answer.headers['set-cookie']?.map((cookie) => cookie.split(';')[0]).join('; ')
      return { Attempt, Cookie }
    }
    const [own, other] = [await begin(), await begin()]
    const change = async (Attempt: string, Cookie: string | undefined) => {
      const input = { Attempt, OldPassword: password, NewPassword }
      const answer = await replay(house, 'signin/ChangePassword', { 'X-Keyward-Console': '-', Cookie }, input)
      return answer.status === 200 ? 'done' : codeOf(answer)
    }
    expect(await change(own.Attempt, undefined)).toBe('AttemptEnded')
    expect(await change(own.Attempt, other.Cookie)).toBe('AttemptEnded')
    expect(await change(`${own.Attempt.slice(0, -2)}AA`, own.Cookie)).toBe('AttemptEnded')
    // It opens no call.
    const call = { 'X-Keyward-Console': own.Attempt.slice(0, 64), Cookie: own.Cookie }
    expect(codeOf(await replay(house, 'iam/GetUser', call))).toMatch(/SessionEnded|MalformedInput/)
    expect(await change(own.Attempt, own.Cookie)).toBe('done')
    expect(await change(own.Attempt, own.Cookie)).toBe('AttemptEnded')
    expect(await change(other.Attempt, other.Cookie)).toBe('AttemptEnded')
  })

  it('is had with the right password from a fresh address, while another address has guessed too often', async () => {
    await addUser(house, 'target')
    const { accountId: Account } = house.place.account
    const wrong = { PrincipalType: 'User', Account, UserName: 'target', Password: 'wrong' }
    const from = { 'X-Keyward-Console': '-', 'X-Forwarded-For': '198.51.100.7' }
    await Promise.all(Array.from({ length: 40 }, () => replay(house, 'signin/SignIn', from, wrong)))
    const guesser = await Person.at(house.browser, house.server)
    await guesser.context.setExtraHTTPHeaders({ 'X-Forwarded-For': '198.51.100.9' })
    await enter(guesser, house, '', 'target')
    await guesser.text(signin.throttled).waitFor()
    const person = await Person.at(house.browser, house.server)
    await person.context.setExtraHTTPHeaders({ 'X-Forwarded-For': '203.0.113.5' })
    const started = performance.now()
    await enter(person, house, '', 'target')
    await person.heading(layout.dashboard).waitFor()
    // The promise is two seconds; a machine that tests many things at once gets more.
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('says the same to a name that is there and to one that is not', async () => {
    const person = await Person.at(house.browser, house.server)
    for (const name of ['ada', 'nobody']) {
      await enter(person, house, '', name, 'wrong')
      await person.text(signin.incorrect).waitFor()
      expect(await person.field(signin.password).inputValue()).toBe('')
    }
  })

  it('that expired is over in the open page, and its cookie opens nothing', async () => {
    const ada = await signedIn(house, 'ada')
    await ada.go('/iam/home')
    await ada.heading(layout.dashboard).waitFor()
    const { port } = house.server
    await house.server.stop()
    const database = new Database(join(house.place.folder, 'keyward.db'))
    database.prepare('update console_session set ends_at = ?').run(Date.now() - 1)
    database.close()
    await Server.start(house.place, ['--listen', `127.0.0.1:${port}`])
    await ada.link(layout.accountSettings).click()
    await ada.heading(session.endedTitle).waitFor()
    const proof = { Cookie: await sessionCookie(house, ada), 'X-Keyward-Console': 'x' }
    expect(codeOf(await replay(house, 'iam/ListUsers', proof))).toBe('SessionEnded')
    // The same person goes on where she was.
    await ada.field(signin.password).fill(password)
    await ada.button(signin.signIn).click()
    await ada.heading(layout.accountSettings).waitFor()
  })

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
