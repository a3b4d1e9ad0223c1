import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels as layout } from '../../packages/console/src/layout/labels.ts'
import { labels as user } from '../../packages/console/src/pages/create-user/labels.ts'
import { labels as credentials } from '../../packages/console/src/pages/security-credentials/labels.ts'
import { labels as keys } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as signin } from '../../packages/console/src/pages/signin/labels.ts'
import { labels as session } from '../../packages/console/src/session/labels.ts'
import { missingChromium } from './chromium.ts'
import { password } from './house.ts'
import { addUser, shareHouse, signedIn, signIn } from './shared-house.ts'
import type { Person } from './person.ts'

const missing = missingChromium()

/** Run by the page: the places that a text is in. */
const search = `async (wanted) => {
  const found = new Set()
  const look = (place, value) => {
    if (String(value).includes(wanted)) found.add(place)
  }
  look('address', location.href)
  look('title', document.title)
  look('markup', document.documentElement.outerHTML)
  look('history', JSON.stringify(history.state))
  look('local storage', JSON.stringify({ ...localStorage }))
  look('session storage', JSON.stringify({ ...sessionStorage }))
  look('performance', JSON.stringify(performance.getEntries()))
  for (const input of document.querySelectorAll('input, textarea')) look('field', input.value)
  if ((await indexedDB.databases()).length > 0) found.add('a database')
  const seen = new Set()
  const walk = (place, from) => {
    const waiting = [from]
    for (let next = waiting.pop(); next !== undefined && seen.size < 400000; next = waiting.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      const inside = next instanceof Map || next instanceof Set ? [...next.entries()].flat() : []
      for (const own of Object.values(Object.getOwnPropertyDescriptors(next))) inside.push(own.value)
      for (const value of inside) {
        if (typeof value === 'string') look(place, value)
        else if ((typeof value === 'object' || typeof value === 'function') && value !== null) waiting.push(value)
      }
    }
  }
  walk('window', window)
  const root = document.getElementById('root')
  const notes = Object.entries(root).find(([name]) => name.startsWith('__reactContainer'))
  if (notes === undefined) throw new Error('React keeps its notes elsewhere now')
  seen.clear()
  walk('React', notes[1])
  return [...found].sort()
}`

/**
 * Where on a page a text is: in its storage, address and history, in what it has loaded, in its markup, and in everything that a script
 * reaches from the window or from React's own notes of what it has rendered, the cache of what was read among them.
 */
const placesOf = (page: Page, text: string): Promise<string[]> =>
  page.evaluate<string[]>(`(${search})(${JSON.stringify(text)})`)

async function toRetrieve(person: Person): Promise<void> {
  await person.go('/iam/security_credentials/create-access-key')
  await person.page.getByRole('radio', { name: person.say(wizard.other) }).check()
  await person.button(wizard.next).click()
  await person.button(wizard.create).click()
  await person.heading(wizard.retrieve).waitFor()
}

describe.skipIf(missing !== undefined)(`a secret${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()

  it('is on the page until Done and nowhere else, and nowhere after it', async () => {
    const person = await signedIn(house, 'ada')
    const said: string[] = []
    const asked: string[] = []
    person.page.on('console', (message) => said.push(message.text()))
    person.page.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`))
    await person.page.evaluate('navigator.clipboard.writeText("before")')
    await toRetrieve(person)
    // Nobody has asked for it: it is not in the markup, and the clipboard is as it was.
    expect(await person.clipboard()).toBe('before')
    expect(await person.page.content()).not.toMatch(/[A-Za-z0-9/+]{40}/)
    await person.button(wizard.copySecret).click()
    await person.page.getByRole('status').getByText(person.say(wizard.copied)).waitFor()
    const secret = await person.clipboard()
    expect(secret).toMatch(/^[A-Za-z0-9/+]{40}$/)
    expect(await placesOf(person.page, secret)).toEqual(['React'])
    await person.button(wizard.show).click()
    expect(await placesOf(person.page, secret)).toEqual(['React', 'markup'])
    const { bytes } = await person.download(() => person.button(wizard.download).click())
    expect(bytes.toString()).toContain(secret)
    await person.button(wizard.done).click()
    await person.heading(keys.title).first().waitFor()
    expect(await placesOf(person.page, secret)).toEqual([])
    await person.page.goBack()
    await person.page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await placesOf(person.page, secret)).toEqual([])
    await person.page.reload()
    await person.page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await placesOf(person.page, secret)).toEqual([])
    for (const text of [...said, ...asked]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(password)
    }
  })

  it('is gone when the session is, though the page waits for its person', async () => {
    const person = await signedIn(house, 'ada')
    await person.page.clock.install()
    await toRetrieve(person)
    await person.button(wizard.show).click()
    const shown = person.page.locator('code', { hasText: /^[A-Za-z0-9/+]{40}$/ })
    const secret = (await shown.textContent()) ?? ''
    expect(await placesOf(person.page, secret)).toContain('markup')
    // Twelve hours later the page asks, and is told that it is over.
    await person.context.clearCookies()
    await person.page.clock.fastForward('12:00:30')
    await person.heading(session.endedTitle).waitFor()
    expect(await placesOf(person.page, secret)).toEqual([])
  })

  it('that was typed is gone when the session is', async () => {
    const person = await signedIn(house, 'ada')
    await person.page.clock.install()
    await person.go('/iam/security_credentials')
    await person.button(credentials.changePassword).click()
    for (const field of await person.page.locator('input[type=password]').all()) await field.fill('Typed-Horse-9')
    expect(await placesOf(person.page, 'Typed-Horse-9')).toContain('field')
    await person.context.clearCookies()
    await person.page.clock.fastForward('12:00:30')
    await person.heading(session.endedTitle).waitFor()
    // React keeps what it rendered last until it renders again.
    expect((await placesOf(person.page, 'Typed-Horse-9')).filter((place) => place !== 'React')).toEqual([])
  })

  it('or no secret, what was typed is there again for the same person, and for nobody else', async () => {
    await addUser(house, 'other')
    for (const goesOn of ['ada', 'other']) {
      const person = await signedIn(house, 'ada')
      await person.page.clock.install()
      await person.go('/iam/users/create')
      await person.field(user.userName).fill('half-typed')
      const tab = await person.openTab()
      await tab.go('/signin')
      await signIn(house, tab, 'other')
      await person.page.clock.fastForward('12:00:30')
      const who = { who: `${goesOn} @ ${house.place.account.accountId}` }
      if (goesOn === 'other') {
        await person.button(session.continueAs, who).click()
        await person.page.getByRole('button', { name: /^other @/ }).waitFor()
        for (const text of ['half-typed', 'ada @']) {
          expect((await placesOf(person.page, text)).filter((place) => place !== 'React')).toEqual([])
        }
      } else {
        await person.button(session.signInAgainAs, who).click()
        await person.field(signin.password).fill(password)
        await person.button(signin.signIn).click()
        await person.heading(session.changedTitle).waitFor({ state: 'detached' })
        expect(await person.field(user.userName).inputValue()).toBe('half-typed')
      }
    }
  })

  it('that signs in is nowhere on the page it leads to', async () => {
    const person = await signedIn(house, 'ada')
    await person.context.clearCookies()
    await person.go(`/signin/${house.place.account.accountId}`)
    await person.field(signin.iamUserName).fill('ada')
    await person.field(signin.password).fill(password)
    await person.button(signin.signIn).click()
    await person.heading(layout.dashboard).waitFor()
    expect(await placesOf(person.page, password)).toEqual([])
  })
})
