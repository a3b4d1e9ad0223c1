import { expect, it } from 'vitest'
import type { Label } from '../../packages/console/src/i18n/labels.ts'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as keyLabels } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as rotation } from '../../packages/console/src/pages/rotate-access-key/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { createOwnAccessKeys, createWithoutTags, manageOwnAccessKeys } from '../seed-policies.ts'
import { navigation, type House } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { act, createKey, deleteInDialog, showsStatus } from './keys-page.ts'
import { measured } from './measured.ts'
import type { Person, View } from './person.ts'
import { step } from './step.ts'

const own = '/iam/security_credentials'

/** A refusal that names what was asked of what. */
const names = (view: View, action: string, resource: string) =>
  view.text(parts.deniedText, { action, resource }).first().waitFor()

const arnOf = (house: House, name: string) => `arn:aws:iam::${house.accountId}:user/${name}`

async function rotationStep(person: Person, number: number, text: Label): Promise<void> {
  await person.heading(rotation.progress, { step: number }).waitFor()
  await person.heading(text).waitFor()
}

inABrowser('a user with few permissions', (open) => {
  it('makes a key with a description by CreateOwnAccessKeys alone, and is told by name what else she may not do', async () => {
    const house = await open()
    await house.addUser('alice', { policy: createOwnAccessKeys })
    const arn = arnOf(house, 'alice')
    const alice = await house.signedIn('alice', own)
    const key = await step('create', async () => {
      await alice.button(seed.createAccessKey).click()
      const made = await createKey(alice, 'laptop')
      await alice.button(seed.done).click()
      await alice.region(made.accessKeyId).scope.waitFor()
      return made
    })
    expect((await house.iam.getUser({ UserName: 'alice' })).User?.Tags).toEqual([
      { Key: key.accessKeyId, Value: 'laptop' },
    ])
    expect(await house.use(key)).toBe(arn)

    await step('last use is refused, the rest is there', async () => {
      await names(alice, 'iam:GetAccessKeyLastUsed', arn)
      await showsStatus(alice, key, seed.active)
    })
    await step('deactivate is refused', async () => {
      await act(alice, key, seed.deactivate)
      const dialog = alice.dialog(keyLabels.deactivateTitle, { id: key.accessKeyId })
      await dialog.button(seed.deactivate).click()
      await names(dialog, 'iam:UpdateAccessKey', arn)
      expect(await house.keysOf('alice')).toEqual({ [key.accessKeyId]: 'Active' })
      await dialog.button(parts.cancel).click()
    })
    await step('the list of users is refused, and leads back to her own', async () => {
      await navigation(alice).link(seed.users).click()
      await names(alice, 'iam:ListUsers', `arn:aws:iam::${house.accountId}:user/`)
      await alice.link(users.toOwn).click()
      await alice.region(key.accessKeyId).scope.waitFor()
    })
    await step('another user is refused', async () => {
      await alice.go('/iam/users/details/administrator?section=security_credentials')
      await names(alice, 'iam:ListAccessKeys', arnOf(house, 'administrator'))
      await names(alice, 'iam:GetUser', arnOf(house, 'administrator'))
    })
  })

  it('makes a key without iam:TagUser, and is told that the description was not kept', async () => {
    const house = await open()
    await house.addUser('alice', { policy: createWithoutTags })
    const alice = await house.signedIn('alice', own, { language: 'ja' })
    await alice.button(seed.createAccessKey).click()
    const key = await createKey(alice, 'ノートパソコン')
    await alice.text(wizard.notDescribed).waitFor()
    await names(alice, 'iam:TagUser', arnOf(house, 'alice'))
    await alice.button(seed.done).click()
    await alice.region(key.accessKeyId).scope.waitFor()
    expect(await house.keysOf('alice')).toEqual({ [key.accessKeyId]: 'Active' })
    expect((await house.iam.getUser({ UserName: 'alice' })).User?.Tags ?? []).toEqual([])
    expect(await house.use(key)).toBe(arnOf(house, 'alice'))
  })

  it('rotates her own key by ManageOwnAccessKeys alone', async () => {
    const house = await open()
    await house.addUser('alice', { policy: manageOwnAccessKeys })
    const arn = arnOf(house, 'alice')
    const old = await house.addKey('alice')
    await house.use(old)
    const alice = await house.signedIn('alice', own, { language: 'ja' })
    const refused: string[] = []
    alice.page.on('response', (response) => {
      if (response.status() === 403) refused.push(new URL(response.url()).pathname)
    })
    const key = await measured('Rotate a key, from its card to the deletion of the old one', alice, async () => {
      await alice.button(keyLabels.rotate).click()
      const key = await step('1. create a second key', async () => {
        await rotationStep(alice, 1, rotation.step1)
        await alice.button(seed.createAccessKey).click()
        const made = await createKey(alice, 'new')
        await alice.button(seed.done).click()
        return made
      })
      await step('2. update the applications', async () => {
        await rotationStep(alice, 2, rotation.step2)
        await alice.text(rotation.step2Text, { oldId: old.accessKeyId, newId: key.accessKeyId }).waitFor()
        expect(await house.use(key)).toBe(arn)
        await alice.button(rotation.refresh).click()
      })
      await step('3. check the last use', async () => {
        await rotationStep(alice, 3, rotation.step3)
        await alice.text(rotation.step3Quiet).waitFor()
        // Deletion does not come before deactivation.
        expect(await alice.button(seed.delete).count()).toBe(0)
      })
      await step('4. deactivate', async () => {
        await alice.button(seed.deactivate).click()
        await alice.dialog(keyLabels.deactivateTitle, { id: old.accessKeyId }).button(seed.deactivate).click()
        await rotationStep(alice, 5, rotation.step5)
        expect(await house.keysOf('alice')).toEqual({ [old.accessKeyId]: 'Inactive', [key.accessKeyId]: 'Active' })
      })
      await step('resumed in another browser', async () => {
        const elsewhere = await house.signedIn('alice', `${own}/rotate-access-key`)
        await rotationStep(elsewhere, 5, rotation.step5)
      })
      await step('6. delete', async () => {
        await alice.button(seed.delete).click()
        await deleteInDialog(alice, old)
        await alice.text(rotation.finishedText, { oldId: old.accessKeyId, newId: key.accessKeyId }).waitFor()
        expect(await house.keysOf('alice')).toEqual({ [key.accessKeyId]: 'Active' })
        expect(await house.use(key)).toBe(arn)
      })
      return key
    })
    expect(await house.use(key)).toBe(arn)
    // Nothing was asked for that the policy does not grant, but that the tag of a deleted key goes.
    expect(refused.filter((path) => path !== '/api/iam/UntagUser')).toEqual([])
  })
})
