import { expect } from 'vitest'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import { labels as keyLabels } from '../../../packages/console/src/pages/access-keys/labels.ts'
import { labels as rotation } from '../../../packages/console/src/pages/rotate-access-key/labels.ts'
import type { House } from '../house.ts'
import { act, card, createKey, deleteInDialog, showsStatus } from '../keys-page.ts'
import type { Language } from '../person.ts'
import { step } from '../step.ts'
import { toUsers } from './lists.ts'

const refused = 'The security token included in the request is invalid.'

/** "To rotate access keys for an IAM user without interrupting your applications (console)", by the seed's own steps. */
export async function rotate(house: House, language: Language): Promise<void> {
  await house.addUser('app', { console: false })
  const arn = `arn:aws:iam::${house.accountId}:user/app`
  const old = await house.addKey('app')
  await house.use(old)

  const admin = await toUsers(house, language)
  const toKeys = async () => {
    await admin.row('app').getByRole('link', { name: 'app', exact: true }).click()
    await admin.tab(seed.securityCredentials).click()
    await admin.heading(seed.accessKeys).waitFor()
  }
  const key = await step('1. create a second access key while the first is active', async () => {
    await step('1.3 the user name, Security credentials', toKeys)
    await step('1.4 Create access key', () => admin.button(seed.createAccessKey).click())
    const made = await step('1.4 to 1.6 Other, Next, description, Show', () => createKey(admin, 'second'))
    await step('1.6 Done', () => admin.button(seed.done).click())
    await admin.heading(seed.accessKeys).waitFor()
    expect(await house.keysOf('app')).toEqual({ [old.accessKeyId]: 'Active', [made.accessKeyId]: 'Active' })
    return made
  })
  await step('2. update all applications to use the new key', async () => {
    expect(await house.use(key)).toBe(arn)
  })
  await step('3. Last used of the oldest key', async () => {
    await card(admin, old).text(keyLabels.oldest).waitFor()
    await admin.button(keyLabels.refresh).click()
    await expect.poll(() => card(admin, old).fact(keyLabels.service).innerText()).toBe('sts')
    expect(await card(admin, old).fact(seed.lastUsed).innerText()).not.toBe(admin.say(keyLabels.never))
  })
  await step('4. Actions, Deactivate', async () => {
    await act(admin, old, seed.deactivate)
    await admin.dialog(keyLabels.deactivateTitle, { id: old.accessKeyId }).button(seed.deactivate).click()
    await showsStatus(admin, old, seed.inactive)
    await expect(house.use(old)).rejects.toThrow(refused)
  })
  await step('5. applications work with the new key alone; one that does not: activate, back to step 3', async () => {
    expect(await house.use(key)).toBe(arn)
    // The guided flow stands at the same step, whoever did the ones before.
    await admin.button(keyLabels.rotate).click()
    await admin.heading(rotation.progress, { step: 5 }).waitFor()
    await admin.button(seed.activate).click()
    await admin.heading(rotation.progress, { step: 3 }).waitFor()
    await admin.text(rotation.rescued).waitFor()
    await admin.text(rotation.step2Text, { oldId: old.accessKeyId, newId: key.accessKeyId }).waitFor()
    expect(await house.use(old)).toBe(arn)
    await admin.button(seed.deactivate).click()
    await admin.dialog(keyLabels.deactivateTitle, { id: old.accessKeyId }).button(seed.deactivate).click()
    await admin.heading(rotation.progress, { step: 5 }).waitFor()
    await expect(house.use(old)).rejects.toThrow(refused)
  })
  await step('6. delete the first key', async () => {
    await admin.page.goBack()
    await act(admin, old, seed.delete)
    await deleteInDialog(admin, old)
    expect(await house.keysOf('app')).toEqual({ [key.accessKeyId]: 'Active' })
    expect(await house.use(key)).toBe(arn)
  })
}
