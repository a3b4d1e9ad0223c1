import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels as layout } from '../../packages/console/src/layout/labels.ts'
import { labels as keys } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as newGroup } from '../../packages/console/src/pages/create-group/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as group } from '../../packages/console/src/pages/group/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { labels as membership } from '../../packages/console/src/parts/membership/labels.ts'
import { labels as permissions } from '../../packages/console/src/parts/permissions/labels.ts'
import { missingChromium } from './chromium.ts'
import { password } from './house.ts'
import { Person, violations } from './person.ts'
import { addUser, shareHouse, signedIn } from './shared-house.ts'

const missing = missingChromium()

/**
 * Run by the page after each key: compares how what had the focus looked then with how it looks now. Answers the element that looks the
 * same, and so never showed that it had the focus. Rings are drawn by neighbours and pseudo-elements too. What is no control (tabindex -1)
 * may be silent: it is the beginning of a page.
 */
const unseenFocus = `(() => {
  const look = (element) => {
    const around = [element, ...(element.parentElement?.children ?? []), ...(element.parentElement?.parentElement?.children ?? [])]
    for (let outer = element.parentElement; outer && around.length < 40; outer = outer.parentElement) around.push(outer)
    return around.flatMap((one) => [null, '::before', '::after'].map((part) => {
      const { content, display, outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one, part)
      return [content, display, outline, boxShadow, borderColor, backgroundColor].join()
    })).join()
  }
  const now = document.activeElement
  const { element, as } = window.keywardFocus ?? {}
  const unseen = element?.isConnected && element.tabIndex >= 0 && element !== now && look(element) === as ? element.outerHTML.slice(0, 150) : ''
  window.keywardFocus = now === document.body ? undefined : { element: now, as: look(now) }
  return unseen
})()`

/** The keys of a person without a mouse. */
class Keyboard {
  readonly unseen: string[] = []
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
    const unseen = await this.#page.evaluate<string>(unseenFocus)
    if (unseen !== '') this.unseen.push(unseen)
  }

  /** By Tab alone. */
  async to(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor()
    for (let presses = 0; presses < 60; presses++) {
      if (await isFocused(target)) return
      await this.press(key)
    }
    throw new Error(`the keyboard does not reach ${String(target)}`)
  }

  async choose(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target)
    await this.press(key)
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text)
  }
}

const isFocused = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) === 1

describe.skipIf(missing !== undefined)(`the keyboard${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()

  it.each(['en', 'ja'] as const)(
    'makes a key, deactivates it and deletes it, from sign-in on (%s)',
    async (language) => {
      const name = `keys-${language}`
      await addUser(house, name, { policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' })
      const person = await Person.at(house.browser, house.server, { language })
      const { page } = person
      const keyboard = new Keyboard(page)
      await person.go('/iam/security_credentials')
      // The field that is filled first has the focus.
      await expect.poll(() => page.evaluate<string>('document.activeElement.tagName')).toBe('INPUT')
      await keyboard.type(house.place.account.accountId)
      await keyboard.press('Enter')
      await page.getByLabel(person.say(layout.iamUserName), { exact: true }).waitFor()
      await expect.poll(() => page.evaluate<string>('document.activeElement.name')).toBe('username')
      await keyboard.type(name)
      await keyboard.press('Tab')
      await keyboard.type(password)
      await keyboard.press('Enter')

      await keyboard.choose(person.button(keys.create).or(person.link(keys.create)).first())
      await keyboard.to(page.getByRole('radio').first())
      for (let down = 0; down < 5; down++) await keyboard.press('ArrowDown')
      expect(await page.getByRole('radio', { name: person.say(wizard.other) }).isChecked()).toBe(true)
      await keyboard.choose(person.button(wizard.next))
      await keyboard.to(page.getByRole('textbox').last())
      await keyboard.type('by keyboard')
      await keyboard.choose(person.button(wizard.create), 'Space')
      await person.heading(wizard.retrieve).waitFor()
      await keyboard.choose(person.button(wizard.show), 'Space')
      await keyboard.choose(person.button(wizard.copySecret))
      expect(await person.clipboard()).toMatch(/^[A-Za-z0-9/+]{40}$/)
      await keyboard.choose(person.button(wizard.done))

      const key = page.getByRole('region', { name: /^AKIA/ })
      const actions = key.getByRole('button', { name: person.say(keys.actions) })
      const id = (await key.getAttribute('aria-label')) ?? ''
      await keyboard.choose(actions)
      await keyboard.to(page.getByRole('menuitem', { name: person.say(keys.delete), exact: true }), 'ArrowDown')
      await keyboard.press('Escape')
      await expect.poll(() => isFocused(actions)).toBe(true)
      await keyboard.press('Enter')
      await keyboard.to(page.getByRole('menuitem', { name: person.say(keys.delete), exact: true }), 'ArrowDown')
      await keyboard.press('Enter')
      const dialog = person.dialog(keys.deleteTitle, { id })
      await keyboard.to(dialog.button(keys.deactivate))
      // The focus goes round inside.
      for (let presses = 0; presses < 8; presses++) {
        await keyboard.press('Tab')
        expect(await dialog.scope.locator(':focus').count()).toBe(1)
      }
      await keyboard.choose(dialog.button(keys.deactivate))
      const field = dialog.scope.getByRole('textbox')
      await expect.poll(() => isFocused(field)).toBe(true)
      await keyboard.type(id)
      await keyboard.press('Enter')
      await key.waitFor({ state: 'detached' })
      expect(keyboard.unseen).toEqual([])
    },
  )

  it('chooses columns behind the gear, and comes back to it', async () => {
    const person = await signedIn(house, 'ada')
    await person.go('/iam/users')
    const keyboard = new Keyboard(person.page)
    const gear = person.button(users.settings)
    await keyboard.choose(gear)
    const dialog = person.dialog(users.manageColumns)
    await keyboard.choose(dialog.checkbox(users.accessKeyId), 'Space')
    await keyboard.choose(dialog.button(users.close))
    await person.column(users.accessKeyId).waitFor()
    await expect.poll(() => isFocused(gear)).toBe(true)
    expect(keyboard.unseen).toEqual([])
  })

  it('makes a group with a user and a policy, and takes the user out again', async () => {
    await addUser(house, 'member')
    const person = await signedIn(house, 'ada', { language: 'ja' })
    const { page } = person
    await person.go('/iam/groups/create')
    const keyboard = new Keyboard(page)
    await expect.poll(() => page.evaluate<string>('document.activeElement.tagName')).toBe('INPUT')
    await keyboard.type('Night')
    await keyboard.to(person.search(membership.searchUsers))
    await keyboard.type('memb')
    // The rows that were there are gone: the box that is reached is hers.
    await page.getByRole('rowheader', { name: 'ada', exact: true }).waitFor({ state: 'detached' })
    await keyboard.choose(person.checkbox(parts.selectRow, { name: 'member' }), 'Space')
    await keyboard.to(person.search(permissions.searchPolicies))
    await keyboard.type('iamuserchange')
    await keyboard.choose(person.checkbox(parts.selectRow, { name: 'IAMUserChangePassword' }), 'Space')
    await keyboard.choose(person.button(newGroup.create))
    await person.text(newGroup.created, { name: 'Night' }).first().waitFor()
    await person.row('member').waitFor()

    await keyboard.choose(person.checkbox(parts.selectRow, { name: 'member' }), 'Space')
    // A button that could not be pressed before stands ahead of the rows.
    const remove = person.button(group.removeUsers)
    await keyboard.to(remove, 'Shift+Tab')
    await keyboard.press('Enter')
    const dialog = person.dialog(group.removeTitle, { count: 1, name: 'Night' })
    await keyboard.choose(dialog.button(membership.remove))
    await person.text(group.noUsersText).waitFor()
    expect(keyboard.unseen).toEqual([])
  })

  it('skips to the content, and opens the menu of the person', async () => {
    const person = await signedIn(house, 'ada')
    await person.go('/iam/home')
    await person.heading(layout.dashboard).waitFor()
    const keyboard = new Keyboard(person.page)
    await keyboard.to(person.link(layout.skip))
    await keyboard.press('Enter')
    expect(await person.page.evaluate<boolean>('document.activeElement.id === "content"')).toBe(true)
    await person.page.reload()
    await keyboard.choose(person.page.getByRole('button', { name: /^ada @/ }))
    await keyboard.to(person.page.getByRole('menuitem', { name: person.say(layout.securityCredentials) }), 'ArrowDown')
    await keyboard.press('Enter')
    await person.page.waitForURL(/security_credentials$/)
    expect(keyboard.unseen).toEqual([])
  })

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
