import { expect } from 'vitest'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import { labels as keyLabels } from '../../../packages/console/src/pages/access-keys/labels.ts'
import { navigation, type House } from '../house.ts'
import { act, createKey, deleteInDialog, showsStatus } from '../keys-page.ts'
import type { Language } from '../person.ts'
import { measured } from '../measured.ts'
import { step } from '../step.ts'

/** "To create, modify, or delete the access keys of another IAM user (console)". */
export async function keysOfAnother(house: House, language: Language): Promise<void> {
  await house.addUser('bob', { console: false })
  const arn = `arn:aws:iam::${house.accountId}:user/bob`
  const admin = await step('1. sign in and open the console', () =>
    house.signedIn('administrator', '/iam/', { language }),
  )
  const first = await measured('Make an access key for another user', admin, async () => {
    await step('2. Users in the navigation pane', () => navigation(admin).link(seed.users).click())
    await step('3. the user name, Security credentials', async () => {
      await admin.row('bob').getByRole('link', { name: 'bob', exact: true }).click()
      await admin.tab(seed.securityCredentials).click()
      await admin.heading(seed.accessKeys).waitFor()
    })

    return step('4. create an access key', async () => {
      // The summary above offers the first key too.
      await admin.button(seed.createAccessKey).click()
      const key = await createKey(admin)
      const file = await admin.download(() => admin.button(seed.downloadCsv).click())
      expect(file.name).toBe('bob_accessKeys.csv')
      expect(file.bytes.toString()).toContain(`\r\n${key.accessKeyId},${key.secretAccessKey}\r\n`)
      // Active by default: usable before anybody leaves the page.
      expect(await house.use(key)).toBe(arn)
      await admin.button(seed.done).click()
      await admin.heading(seed.accessKeys).waitFor()
      return key
    })
  })
  expect(await house.keysOf('bob')).toEqual({ [first.accessKeyId]: 'Active' })

  await step('4. deactivate an active access key', async () => {
    await act(admin, first, seed.deactivate)
    await admin.dialog(keyLabels.deactivateTitle, { id: first.accessKeyId }).button(seed.deactivate).click()
    await showsStatus(admin, first, seed.inactive)
    await expect(house.use(first)).rejects.toThrow('The security token included in the request is invalid.')
  })
  await step('4. activate an inactive access key', async () => {
    await act(admin, first, seed.activate)
    await showsStatus(admin, first, seed.active)
    expect(await house.use(first)).toBe(arn)
  })
  await step('4. delete an access key: Deactivate in the dialog first', async () => {
    await act(admin, first, seed.delete)
    await deleteInDialog(admin, first)
    expect(await house.keysOf('bob')).toEqual({})
    await admin.text(keyLabels.none).waitFor()
  })
}
