import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import type { Label } from '../../../packages/console/src/i18n/labels.ts'
import { labels as keyLabels } from '../../../packages/console/src/pages/access-keys/labels.ts'
import { labels as users } from '../../../packages/console/src/pages/users/labels.ts'
import { labels as owners } from '../../../packages/console/src/parts/key-owner/labels.ts'
import type { Credentials } from '../../caller.ts'
import type { Place } from '../../server.ts'
import { navigation, type House } from '../house.ts'
import { card, showsStatus } from '../keys-page.ts'
import type { Language, Person } from '../person.ts'
import { measured } from '../measured.ts'
import { step } from '../step.ts'

const day = 86_400_000

/** Makes a key as old as none can become within a test. The server is not running. */
export function age(place: Place, { accessKeyId }: Pick<Credentials, 'accessKeyId'>, days: number): void {
  const database = new Database(join(place.folder, 'keyward.db'))
  try {
    const at = Date.now() - days * day
    database.prepare('UPDATE access_key SET created_at = ? WHERE id = ?').run(at, accessKeyId)
    database
      .prepare('UPDATE iam_user SET oldest_key_at = ? WHERE id = (SELECT user_id FROM access_key WHERE id = ?)')
      .run(at, accessKeyId)
  } finally {
    database.close()
  }
}

/** Adds a column by the seed's three steps. */
export async function addColumn(person: Person, column: Label): Promise<void> {
  expect(await person.column(column).count()).toBe(0)
  await step('settings icon, at the far right above the table', () => person.button(seed.settings).click())
  const dialog = person.dialog(seed.manageColumns)
  await step('Manage Columns: the column', () => dialog.checkbox(column).click())
  await step('Close', () => dialog.button(seed.close).first().click())
  await person.column(column).waitFor()
}

export const toUsers = async (house: House, language: Language): Promise<Person> => {
  const admin = await step('1. sign in and open the console', () =>
    house.signedIn('administrator', '/iam/', { language }),
  )
  await step('2. Users in the navigation pane', () => navigation(admin).link(seed.users).click())
  await admin.row('administrator').waitFor()
  return admin
}

/** "To list a user's access keys (console)", and "To view the access key IDs of several users". */
export async function listKeys(house: House, language: Language): Promise<void> {
  for (const name of ['alice', 'bob', 'carol']) await house.addUser(name, { console: false })
  const [alice, bob] = [await house.addKey('alice'), await house.addKey('bob')]
  await house.iam.updateAccessKey({ UserName: 'bob', AccessKeyId: bob.accessKeyId, Status: 'Inactive' })
  await house.use(alice)
  const admin = await toUsers(house, language)

  await step('3. the column Access key ID', () => addColumn(admin, seed.accessKeyIdColumn))
  await step('4. each key ID followed by its status', async () => {
    const cell = (name: string, text: string) => admin.row(name).getByText(text).waitFor()
    await cell('alice', `${alice.accessKeyId} (${admin.say(seed.active)})`)
    await cell('bob', `${bob.accessKeyId} (${admin.say(seed.inactive)})`)
    const none = admin.row('carol').getByRole('cell', { name: admin.say(seed.none), exact: true })
    expect(await none.count()).toBeGreaterThan(0)
    await admin
      .row('alice')
      .getByRole('button', { name: new RegExp(alice.accessKeyId) })
      .click()
    expect(await admin.clipboard()).toBe(alice.accessKeyId)
    expect(await admin.page.content()).not.toContain(alice.secretAccessKey)
  })

  await step('the keys of one user: the user name, Security credentials', async () => {
    await admin.row('bob').getByRole('link', { name: 'bob', exact: true }).click()
    await admin.tab(seed.securityCredentials).click()
    await admin.heading(seed.accessKeys).waitFor()
    await showsStatus(admin, bob, seed.inactive)
    expect(await card(admin, bob).fact(seed.lastUsed).innerText()).toBe(admin.say(keyLabels.never))
    expect(await admin.page.content()).not.toContain(bob.secretAccessKey)
  })
}

/** "To find the IAM user who has a particular access key (console)". */
export async function findOwner(house: House, language: Language): Promise<void> {
  for (const name of ['alice', 'bob']) await house.addUser(name, { console: false })
  await house.addKey('alice')
  const { accessKeyId: id } = await house.addKey('bob')
  const admin = await toUsers(house, language)
  await measured('Find the owner of a pasted key ID', admin, () =>
    step('3. the key ID into the search box', async () => {
      await admin.page.getByRole('searchbox', { name: admin.say(seed.searchBox), exact: true }).fill(id)
      await admin.text(owners.ownedActive, { id, user: 'bob' }).waitFor()
      await expect.poll(() => admin.row('alice').count()).toBe(0)
      await admin.row('bob').waitFor()
    }),
  )
  await step('4. the column Access key ID', () =>
    measured('Add a column to the list of users', admin, () => addColumn(admin, seed.accessKeyIdColumn)),
  )
  await step('4. back at the list, the filtered user has that key', async () => {
    await admin
      .row('bob')
      .getByText(`${id} (${admin.say(seed.active)})`)
      .waitFor()
    expect(await admin.row('alice').count()).toBe(0)
    expect(await admin.row('administrator').count()).toBe(0)
    const { AccessKeyMetadata = [] } = await house.iam.listAccessKeys({ UserName: 'bob' })
    expect(AccessKeyMetadata.map(({ AccessKeyId }) => AccessKeyId)).toEqual([id])
  })
}

/** "To determine which access keys to rotate or delete (console)". */
export async function findOldest(house: House, language: Language): Promise<void> {
  for (const name of ['alice', 'bob', 'carol', 'dave']) await house.addUser(name, { console: false })
  const [alice, bob] = [await house.addKey('alice'), await house.addKey('bob')]
  const dave = await house.addKey('dave')
  await house.iam.updateAccessKey({ UserName: 'dave', AccessKeyId: dave.accessKeyId, Status: 'Inactive' })
  const again = await house.restart((place) => {
    age(place, alice, 12)
    age(place, bob, 400)
  })
  const admin = await toUsers(again, language)
  await step('3. the column Access key age', () => addColumn(admin, seed.accessKeyAge))
  await step('4. days since the oldest active key was created; None without a key', async () => {
    const cell = (name: string, text: string) =>
      admin.row(name).getByRole('cell', { name: text, exact: true }).first().waitFor()
    await cell('alice', admin.say(users.daysOld, { count: 12 }))
    await cell('bob', admin.say(users.daysOld, { count: 400 }))
    await cell('carol', admin.say(seed.none))
    await cell('dave', admin.say(users.noActiveKey))
  })
  await step('the oldest first: sort twice', async () => {
    const withAge = async () => {
      const names = await admin.page.getByRole('rowheader').allInnerTexts()
      return names.filter((name) => name === 'alice' || name === 'bob')
    }
    // By keyboard: the header that sticks is a picture over the one that sorts.
    const sort = admin.column(seed.accessKeyAge).getByRole('button')
    await sort.press('Enter')
    await expect.poll(withAge).toEqual(['alice', 'bob'])
    await sort.press('Enter')
    await expect.poll(withAge).toEqual(['bob', 'alice'])
  })
}
