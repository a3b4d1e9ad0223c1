import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as keyLabels } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as createUser } from '../../packages/console/src/pages/create-user/labels.ts'
import { labels as home } from '../../packages/console/src/pages/home/labels.ts'
import { labels as rotation } from '../../packages/console/src/pages/rotate-access-key/labels.ts'
import { labels as signIn } from '../../packages/console/src/pages/signin/labels.ts'
import { labels as userPage } from '../../packages/console/src/pages/user/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { labels as session } from '../../packages/console/src/session/labels.ts'
import type { Credentials } from '../caller.ts'
import { manageOwnAccessKeys } from '../seed-policies.ts'
import { administratorOf } from '../server.ts'
import { choose } from './groups-page.ts'
import { navigation, password, userMenu, type House } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { act, createKey, deleteInDialog } from './keys-page.ts'
import { measured } from './measured.ts'
import type { Person } from './person.ts'
import { age } from './procedures/lists.ts'
import { step } from './step.ts'

const refused = 'The security token included in the request is invalid.'

/** An application at work: calls without a pause, and remembers what failed. */
function application(house: House, first: Credentials) {
  const failures: string[] = []
  let key = first
  let calls = 0
  let working = true
  const work = async () => {
    while (working) {
      await house.use(key).then(
        () => calls++,
        (error: unknown) => failures.push(String(error)),
      )
    }
  }
  const ended = work()
  return {
    failures,
    /** Gives it another key: it works with that from its next call on. */
    swap: (next: Credentials) => {
      key = next
    },
    end: async () => {
      working = false
      await ended
      return calls
    },
  }
}

async function confirmUserDeletion(person: Person, name: string): Promise<void> {
  const dialog = person.dialog(userPage.deleteTitle, { name })
  expect(await dialog.button(seed.delete).isDisabled()).toBe(true)
  await dialog.field(userPage.typeName).fill(name)
  await dialog.button(seed.delete).click()
  await person.text(userPage.deleted, { name }).first().waitFor()
}

inABrowser('an administrator', (open) => {
  it('deletes an active key of another user: deactivated first, and not by a wrong id', async () => {
    const house = await open()
    await house.addUser('bob', { console: false })
    const [key, other] = [await house.addKey('bob'), await house.addKey('bob')]
    await house.iam.tagUser({ UserName: 'bob', Tags: [{ Key: key.accessKeyId, Value: 'old' }] })
    const admin = await house.signedIn('administrator', '/iam/users/details/bob?section=security_credentials')
    await act(admin, key, seed.delete)
    const dialog = admin.dialog(keyLabels.deleteTitle, { id: key.accessKeyId })
    const field = dialog.field(keyLabels.confirmDelete)
    await step('deactivation is forced', async () => {
      await dialog.text(keyLabels.deactivateFirst).waitFor()
      expect([await field.isDisabled(), await dialog.button(seed.delete).isDisabled()]).toEqual([true, true])
      expect(await house.use(key)).toContain('user/bob')
      await dialog.button(seed.deactivate).click()
      await dialog.text(keyLabels.deactivatedNow).waitFor()
      await expect(house.use(key)).rejects.toThrow(refused)
    })
    await step('a wrong id is refused', async () => {
      await field.fill(other.accessKeyId)
      await field.press('Enter')
      expect(await dialog.button(seed.delete).isDisabled()).toBe(true)
      expect(await house.keysOf('bob')).toEqual({ [key.accessKeyId]: 'Inactive', [other.accessKeyId]: 'Active' })
    })
    await step('the right one deletes it, and its description', async () => {
      await field.fill(key.accessKeyId)
      await dialog.button(seed.delete).click()
      await admin.text(keyLabels.deleted, { id: key.accessKeyId }).first().waitFor()
      expect(await house.keysOf('bob')).toEqual({ [other.accessKeyId]: 'Active' })
      await expect.poll(async () => (await house.iam.getUser({ UserName: 'bob' })).User?.Tags ?? []).toEqual([])
    })
  })

  it('takes the oldest key to its deletion by rotation: who swapped in time never fails, a laggard is rescued', async () => {
    const house = await open()
    for (const name of ['app', 'other']) await house.addUser(name, { console: false })
    const [old, young] = [await house.addKey('app'), await house.addKey('other')]
    await house.use(old)
    const again = await house.restart((place) => {
      age(place, old, 400)
      age(place, young, 100)
    })
    const swift = application(again, old)
    const laggard = () => again.use(old)
    const admin = await again.signedIn('administrator', '/iam/home', { language: 'ja' })

    await measured('Find the oldest key of the account, from the dashboard to its rotation', admin, () =>
      step('the dashboard leads to the old keys, the column to the oldest', async () => {
        await admin.text(home.oldAct, { count: 2 }).waitFor()
        const row = admin.page.getByRole('listitem').filter({ hasText: admin.say(home.oldAct, { count: 2 }) })
        await admin.within(row).link(home.showUsers).click()
        await admin.row('app').waitFor()
        await admin.row('other').waitFor()
        expect(await admin.row('administrator').count()).toBe(0)
        await admin.button(seed.settings).click()
        await admin.dialog(seed.manageColumns).checkbox(seed.accessKeyAge).click()
        await admin.dialog(seed.manageColumns).button(seed.close).last().click()
        const sort = admin.column(seed.accessKeyAge).getByRole('button')
        await sort.press('Enter')
        await sort.press('Enter')
        await expect.poll(() => admin.page.getByRole('rowheader').allInnerTexts()).toEqual(['app', 'other'])
        await admin.page.getByRole('rowheader').first().getByRole('link').click()
        await admin.tab(seed.securityCredentials).click()
        await admin.button(keyLabels.rotate).click()
      }),
    )
    const at = (number: number) => admin.heading(rotation.progress, { step: number }).waitFor()
    const deactivate = async () => {
      await admin.button(seed.deactivate).click()
      const dialog = admin.dialog(keyLabels.deactivateTitle, { id: old.accessKeyId })
      await dialog.text(rotation.oldUsedLately).waitFor()
      await dialog.button(seed.deactivate).click()
      await at(5)
    }
    const key = await step('1. create a second key', async () => {
      await at(1)
      await admin.button(seed.createAccessKey).click()
      const made = await createKey(admin)
      await admin.button(seed.done).click()
      return made
    })
    await step('2. update the applications', async () => {
      await at(2)
      swift.swap(key)
      await again.use(key)
      await laggard()
      await admin.button(rotation.refresh).click()
    })
    await step('3. the old key is still used', async () => {
      await at(3)
      await expect
        .poll(async () => {
          await admin.button(rotation.refresh).click()
          return admin.text(rotation.step3Used).count()
        })
        .toBe(1)
    })
    await step('4. deactivate: the laggard stops', async () => {
      await deactivate()
      await expect(laggard()).rejects.toThrow(refused)
    })
    await step('5. activate again: the laggard works, and the flow stands at step 3', async () => {
      await admin.button(seed.activate).click()
      await at(3)
      await admin.text(rotation.rescued).waitFor()
      expect(await laggard()).toContain('user/app')
    })
    await step('4. and 6. deactivate, then delete', async () => {
      await deactivate()
      await admin.button(seed.delete).click()
      await deleteInDialog(admin, old)
      await admin.text(rotation.finishedText, { oldId: old.accessKeyId, newId: key.accessKeyId }).waitFor()
    })
    expect(await again.keysOf('app')).toEqual({ [key.accessKeyId]: 'Active' })
    expect(await swift.end()).toBeGreaterThan(20)
    expect(swift.failures).toEqual([])
  })

  it('deletes a leaver while her tab is open: keys, password and tab are refused from then on', async () => {
    const house = await open()
    await house.addUser('alice', { policy: manageOwnAccessKeys })
    const key = await house.addKey('alice')
    const alice = await house.signedIn('alice', '/iam/security_credentials', { language: 'ja' })
    await alice.region(key.accessKeyId).scope.waitFor()
    const admin = await house.signedIn('administrator', '/iam/users/details/alice')
    await measured('Delete a leaver, with keys and password', admin, async () => {
      await admin.button(seed.delete).first().click()
      const dialog = admin.dialog(userPage.deleteTitle, { name: 'alice' })
      await dialog.text(userPage.itemPassword).waitFor()
      await dialog.text(userPage.itemKey, { id: key.accessKeyId }).waitFor()
      await dialog.text(userPage.itemInline, { name: 'own' }).waitFor()
      await confirmUserDeletion(admin, 'alice')
    })
    await admin.row('administrator').waitFor()
    expect(await admin.row('alice').count()).toBe(0)

    await expect(house.iam.getUser({ UserName: 'alice' })).rejects.toThrow('alice')
    await expect(house.use(key)).rejects.toThrow(refused)
    await step('her tab', async () => {
      await alice.button(seed.createAccessKey).click()
      await alice.heading(session.endedTitle).waitFor()
      expect(await alice.page.getByText(key.accessKeyId).count()).toBe(0)
      await alice.field(signIn.password).fill(password)
      await alice.button(signIn.signIn).click()
      await alice.text(signIn.incorrect).waitFor()
    })
  })

  it('replaces the bootstrap administrator by a user of her own, as README does', async () => {
    const house = await open()
    const { accountId, adminPassword } = house.place.account
    const bootstrap = administratorOf(house.place.account)
    const admin = await house.visitor()
    await step('sign in with the one-time password, and choose another', async () => {
      await admin.go('/')
      await admin.field(signIn.accountIdOrAlias).fill(accountId)
      await admin.button(signIn.next).click()
      await admin.field(signIn.iamUserName).fill('administrator')
      await admin.field(signIn.password).fill(adminPassword)
      await admin.button(signIn.signIn).click()
      await admin.field(signIn.oldPassword).fill(adminPassword)
      await admin.field(signIn.newPassword).fill(password)
      await admin.field(signIn.retypePassword).fill(password)
      await admin.button(signIn.confirmChange).click()
    })
    await admin.page
      .getByRole('listitem')
      .filter({ hasText: admin.say(home.bootstrapAct) })
      .first()
      .waitFor()
    const given = await measured('Create an administrator with a password', admin, () =>
      step('create carol, an administrator with console access', async () => {
        await navigation(admin).link(seed.users).click()
        await admin.link(users.createUser).click()
        await admin.field(createUser.userName).fill('carol')
        await admin.checkbox(createUser.provideAccess).click()
        await admin.button(seed.next).click()
        await choose(admin, 'AdministratorAccess')
        await admin.button(seed.next).click()
        await admin.button(createUser.create).click()
        await admin.heading(userPage.retrievePassword).first().waitFor()
        await admin.button(userPage.show).click()
        const made = await admin.fact(userPage.password).locator('code').innerText()
        await admin.button(seed.done).click()
        await admin.tab(seed.securityCredentials).waitFor()
        return made
      }),
    )
    const carol = await house.visitor()
    await step('carol signs in and chooses her password', async () => {
      await carol.go(`/signin/${accountId}`)
      await carol.field(signIn.iamUserName).fill('carol')
      await carol.field(signIn.password).fill(given)
      await carol.button(signIn.signIn).click()
      await carol.field(signIn.oldPassword).fill(given)
      await carol.field(signIn.newPassword).fill(password)
      await carol.field(signIn.retypePassword).fill(password)
      await carol.button(signIn.confirmChange).click()
      await userMenu(carol, 'carol').waitFor()
    })
    const own = await step('and makes a key of her own', async () => {
      await carol.go('/iam/security_credentials/create-access-key')
      const made = await createKey(carol)
      await carol.button(seed.done).click()
      return made
    })
    await step('she deletes the bootstrap administrator with everything of his', async () => {
      await carol.go('/iam/users')
      await carol.page.getByRole('radio', { name: /administrator/ }).click()
      await carol.button(seed.delete).click()
      const dialog = carol.dialog(userPage.deleteTitle, { name: 'administrator' })
      await dialog.text(userPage.itemPassword).waitFor()
      await confirmUserDeletion(carol, 'administrator')
    })
    await expect(house.use(bootstrap)).rejects.toThrow(refused)
    const { Users = [] } = await house.iamOf(own).listUsers({})
    expect(Users.map(({ UserName }) => UserName)).toEqual(['carol'])
    await step('the dashboard has nothing more to say about it', async () => {
      await carol.go('/iam/home')
      await carol.text(home.bootstrapGood).waitFor()
    })
    await step('his tab is over', async () => {
      await navigation(admin).link(seed.users).click()
      await admin.heading(session.endedTitle).waitFor()
    })
  })
})
