import { expect } from 'vitest'
import { labels as shell } from '../../../packages/console/src/layout/labels.ts'
import { labels as keyLabels } from '../../../packages/console/src/pages/access-keys/labels.ts'
import { labels as signIn } from '../../../packages/console/src/pages/signin/labels.ts'
import { labels as wizard } from '../../../packages/console/src/pages/create-access-key/labels.ts'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import { manageOwnAccessKeys } from '../../seed-policies.ts'
import { password, userMenu, type House } from '../house.ts'
import { act, card, deleteInDialog, retrieveKey, showsStatus } from '../keys-page.ts'
import type { Language } from '../person.ts'
import { measured } from '../measured.ts'
import { step } from '../step.ts'

/** The seed's clicks from the user menu to Done: no key creation takes more. */
const clicksOfTheSeed = 8

/** "To create, modify, or delete your own access keys (console)". */
export async function ownKeys(house: House, language: Language): Promise<void> {
  await house.addUser('alice', { policy: manageOwnAccessKeys })
  const alice = await house.visitor({ language })

  await alice.go('/')
  await measured('Sign in by account ID, name and password', alice, () =>
    step('1. sign in with account ID or alias, IAM user name and password', async () => {
      await alice.text(seed.askAdministrator).waitFor()
      await alice.field(seed.accountIdOrAlias).fill(house.accountId)
      await alice.button(seed.next).click()
      await alice.link(seed.signInToDifferentAccount).waitFor()
      await alice.field(seed.iamUserName).fill('alice')
      await alice.field(seed.password).fill(password)
      await alice.button(signIn.signIn).click()
      await alice.heading(shell.dashboard).waitFor()
    }),
  )

  const before = await alice.clicks()
  const first = await measured('Make an access key of one’s own, with a description', alice, async () => {
    await step('2. user name at the upper right, Security credentials', async () => {
      await userMenu(alice, 'alice').click()
      await alice.menuItem(seed.securityCredentials).click()
    })
    return step('create an access key', async () => {
      await step('1. Access keys section, Create access key', () => alice.button(seed.createAccessKey).click())
      await step('2. best practices & alternatives: Other, Next', async () => {
        await alice.heading(seed.bestPractices).waitFor()
        await alice.radio(seed.other).click()
        await alice.button(seed.next).click()
      })
      await step('3. description tag, Create access key', async () => {
        await alice.field(keyLabels.tagValue).fill('build server: nightly')
        await alice.button(seed.createAccessKey).click()
      })
      const key = await step('4. Retrieve access keys: Show', () => retrieveKey(alice))
      await step('4. Done', () => alice.button(seed.done).click())
      await alice.heading(seed.accessKeys).waitFor()
      return key
    })
  })
  expect((await alice.clicks()) - before).toBeLessThanOrEqual(clicksOfTheSeed)
  expect(await house.keysOf('alice')).toEqual({ [first.accessKeyId]: 'Active' })
  expect(await house.use(first)).toBe(`arn:aws:iam::${house.accountId}:user/alice`)
  const { User } = await house.iam.getUser({ UserName: 'alice' })
  expect(User?.Tags).toEqual([{ Key: first.accessKeyId, Value: 'build server: nightly' }])
  await card(alice, first).fact(keyLabels.description).getByText('build server: nightly').waitFor()

  const second = await step('create the second one, and save it as a file', async () => {
    await alice.button(seed.createAccessKey).click()
    await alice.radio(seed.other).click()
    await alice.button(seed.next).click()
    await alice.button(seed.createAccessKey).click()
    const file = await alice.download(() => alice.button(seed.downloadCsv).click())
    expect(file.name).toBe('alice_accessKeys.csv')
    const [, id = '', secret = ''] =
      /^\uFEFFAccess key ID,Secret access key\r\n(\w+),(\S+)\r\n$/.exec(file.bytes.toString()) ?? []
    await alice.button(seed.done).click()
    await alice.heading(seed.accessKeys).waitFor()
    expect(await alice.page.getByRole('dialog', { name: alice.say(wizard.doneTitle) }).count()).toBe(0)
    return { accessKeyId: id, secretAccessKey: secret }
  })
  expect(await house.use(second)).toBe(`arn:aws:iam::${house.accountId}:user/alice`)
  await step('with two keys the button is disabled, and says why', async () => {
    const create = alice.button(seed.createAccessKey)
    await expect.poll(() => create.getAttribute('aria-disabled')).toBe('true')
    await create.click({ force: true })
    await alice.text(keyLabels.twoKeys).filter({ visible: true }).first().waitFor()
    expect(alice.path).toBe('/iam/security_credentials')
  })

  await step('deactivate an access key', async () => {
    await measured('Deactivate an access key', alice, async () => {
      await act(alice, second, seed.deactivate)
      const dialog = alice.dialog(keyLabels.deactivateTitle, { id: second.accessKeyId })
      await dialog.button(seed.deactivate).click()
      await showsStatus(alice, second, seed.inactive)
    })
    expect(await house.keysOf('alice')).toEqual({ [first.accessKeyId]: 'Active', [second.accessKeyId]: 'Inactive' })
    await expect(house.use(second)).rejects.toThrow('The security token included in the request is invalid.')
    // It counts toward the two all the same.
    expect(await alice.button(seed.createAccessKey).getAttribute('aria-disabled')).toBe('true')
  })

  await step('activate an access key', async () => {
    await act(alice, second, seed.activate)
    await showsStatus(alice, second, seed.active)
    expect(await house.use(second)).toBe(`arn:aws:iam::${house.accountId}:user/alice`)
  })

  await step('delete an access key', async () => {
    await measured('Delete an active access key: deactivate in the dialog, type its ID', alice, async () => {
      await act(alice, second, seed.delete)
      await deleteInDialog(alice, second)
    })
    expect(await house.keysOf('alice')).toEqual({ [first.accessKeyId]: 'Active' })
    await expect(house.use(second)).rejects.toThrow('The security token included in the request is invalid.')
    await expect.poll(() => card(alice, second).scope.count()).toBe(0)
    expect(await house.use(first)).toBe(`arn:aws:iam::${house.accountId}:user/alice`)
  })
}
