import { expect } from 'vitest'
import { labels as keyLabels } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import type { Label } from '../../packages/console/src/i18n/labels.ts'
import type { Credentials } from '../caller.ts'
import type { Person, View } from './person.ts'

/** The card of one key, in the Access keys section. */
export const card = (person: Person, { accessKeyId }: Pick<Credentials, 'accessKeyId'>): View =>
  person.region(accessKeyId)

/** Actions of one key, and one of them. */
export async function act(person: Person, key: Pick<Credentials, 'accessKeyId'>, action: Label): Promise<void> {
  const of = card(person, key)
  await of.button(seed.actions).click()
  await person.menuItem(action).click()
}

export async function showsStatus(person: Person, key: Pick<Credentials, 'accessKeyId'>, status: Label): Promise<void> {
  await expect.poll(() => card(person, key).fact(keyLabels.status).innerText()).toBe(person.say(status))
}

/** From the page of the best practices to the secret, which is read from the screen. */
export async function createKey(person: Person, description = ''): Promise<Credentials> {
  await person.heading(seed.bestPractices).waitFor()
  await person.radio(seed.other).click()
  await person.button(seed.next).click()
  if (description !== '') await person.field(keyLabels.tagValue).fill(description)
  await person.button(seed.createAccessKey).click()
  return retrieveKey(person)
}

/** Retrieve access keys: the id and, by Show, the secret. */
export async function retrieveKey(person: Person): Promise<Credentials> {
  await person.heading(seed.retrieveAccessKeys).waitFor()
  const accessKeyId = await person.fact(seed.accessKeyId).locator('code').innerText()
  await person.button(seed.show).click()
  const secretAccessKey = await person.fact(seed.secretAccessKey).locator('code').innerText()
  expect(secretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/)
  await person.button(wizard.hide).waitFor()
  return { accessKeyId, secretAccessKey }
}

/** The dialog of Delete: an active key is deactivated in it first, then its id is typed. */
export async function deleteInDialog(person: Person, key: Pick<Credentials, 'accessKeyId'>): Promise<void> {
  const dialog = person.dialog(keyLabels.deleteTitle, { id: key.accessKeyId })
  const remove = dialog.button(seed.delete)
  await dialog.text(keyLabels.deleteText).waitFor()
  const deactivate = dialog.button(seed.deactivate)
  if (await deactivate.isVisible()) {
    expect(await remove.isDisabled()).toBe(true)
    await deactivate.click()
    await dialog.text(keyLabels.deactivatedNow).waitFor()
  }
  await dialog.field(keyLabels.confirmDelete).fill(key.accessKeyId)
  await remove.click()
  await person.text(keyLabels.deleted, { id: key.accessKeyId }).first().waitFor()
}
