import { expect, it } from 'vitest'
import type { Label } from '../../packages/console/src/i18n/labels.ts'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as shell } from '../../packages/console/src/layout/labels.ts'
import { labels as lookUp } from '../../packages/console/src/pages/access-key-lookup/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { labels as owners } from '../../packages/console/src/parts/key-owner/labels.ts'
import { succeed, type PrintedAccount } from '../server.ts'
import { navigation, type House } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import type { Person } from './person.ts'
import { addColumn } from './procedures/lists.ts'
import { step } from './step.ts'

const box = (person: Person) => person.page.getByRole('searchbox', { name: person.say(seed.searchBox), exact: true })

interface Pasted {
  readonly what: string
  readonly text: string
  readonly sentence: Label
  readonly values: Readonly<Record<string, string>>
}

/** One key id of each kind, and what is to be said of it. */
async function pastes(house: House): Promise<readonly Pasted[]> {
  for (const name of ['alice', 'bob']) await house.addUser(name, { console: false })
  const [active, inactive, deleted] = [
    await house.addKey('alice'),
    await house.addKey('bob'),
    await house.addKey('bob'),
  ]
  await house.iam.updateAccessKey({ UserName: 'bob', AccessKeyId: inactive.accessKeyId, Status: 'Inactive' })
  await house.iam.deleteAccessKey({ UserName: 'bob', AccessKeyId: deleted.accessKeyId })
  const printed = await succeed(['account', 'create', ...house.place.flags, '--json'])
  const other = JSON.parse(printed) as PrintedAccount
  const nobody = 'AKIAIOSFODNN7EXAMPLE'
  const kind = (what: string, text: string, sentence: Label, values: Readonly<Record<string, string>> = {}) => ({
    what,
    text,
    sentence,
    values: { id: text, ...values },
  })
  return [
    kind('an active key of a user', active.accessKeyId, owners.ownedActive, { user: 'alice' }),
    kind('an inactive key', inactive.accessKeyId, owners.ownedInactive, { user: 'bob' }),
    kind('a deleted key', deleted.accessKeyId, owners.ownedByNobody),
    kind('a key that was never issued', nobody, owners.ownedByNobody),
    kind("another account's key", other.accessKeyId, owners.ownedElsewhere, { account: other.accountId }),
    kind("root's key", house.place.account.rootAccessKeyId, owners.ownedByRoot),
    // The account is in the id, behind the first four letters.
    kind('a temporary key', active.accessKeyId.replace('AKIA', 'ASIA'), owners.ownedTemporary, {
      account: house.accountId,
    }),
  ]
}

/** What left the page from now on. */
function sent(person: Person): readonly string[] {
  const all: string[] = []
  person.page.on('request', (request) => all.push(request.url(), request.postData() ?? ''))
  return all
}

inABrowser('a pasted access key ID', (open) => {
  it('has a sentence of its own in the search box, and a secret is neither sent nor kept', async () => {
    const house = await open({ flags: ['--root-access-key'] })
    const all = await pastes(house)
    const admin = await house.signedIn('administrator', '/iam/users', { language: 'ja' })
    for (const { what, text, sentence, values } of all) {
      await step(what, async () => {
        // As it is copied from a letter: spaces around it, and in small letters.
        await box(admin).fill(`  ${text.toLowerCase()} `)
        await admin.text(sentence, values).waitFor()
        const { user } = values
        if (user === undefined) await admin.text(users.noMatches).waitFor()
        else await expect.poll(() => admin.page.getByRole('rowheader').allInnerTexts()).toEqual([user])
      })
    }
    await step('a part of a key', async () => {
      await box(admin).fill('AKIAIOSF')
      await admin.text(owners.partOfKeyId).waitFor()
    })
    const secret = house.place.account.secretAccessKey
    const left = sent(admin)
    await step('a secret', async () => {
      await box(admin).fill(secret)
      await admin.text(owners.secretRefusedTitle).waitFor()
      expect(await box(admin).inputValue()).toBe('')
      await admin.row('alice').waitFor()
    })
    expect(left.filter((text) => text.includes(secret) || text.includes(encodeURIComponent(secret)))).toEqual([])
    expect(admin.page.url()).not.toContain(secret.slice(0, 8))
    expect(await admin.page.content()).not.toContain(secret)
  })

  it('has the same sentence at the look-up', async () => {
    const house = await open({ flags: ['--root-access-key'] })
    const all = await pastes(house)
    const admin = await house.signedIn('administrator', '/iam/home')
    await navigation(admin).link(shell.accessKeyLookup).click()
    const field = admin.field(lookUp.accessKeyId)
    for (const { what, text, sentence, values } of all) {
      await step(what, async () => {
        await field.fill(text)
        await admin.button(lookUp.lookUp).click()
        // Whether it is active, this page does not say.
        await admin.text('user' in values ? owners.owned : sentence, values).waitFor()
      })
    }
    const secret = house.place.account.secretAccessKey
    const left = sent(admin)
    await step('a secret', async () => {
      await field.fill(secret)
      await admin.text(owners.secretRefusedTitle).waitFor()
      expect(await field.inputValue()).toBe('')
    })
    expect(left.filter((text) => text.includes(secret))).toEqual([])
  })
})

inABrowser('the columns of the list', (open) => {
  it('keep the search, the sort and the page when one is added after a search', async () => {
    const house = await open()
    for (const name of ['anna', 'bob', 'annika']) await house.addUser(name, { console: false })
    const key = await house.addKey('annika')
    const admin = await house.signedIn('administrator', '/iam/users')
    await box(admin).fill('ann')
    const names = () => admin.page.getByRole('rowheader').allInnerTexts()
    await expect.poll(names).toEqual(['anna', 'annika'])
    const sort = admin.page.getByRole('columnheader', { name: admin.say(users.userName) }).getByRole('button')
    await sort.press('Enter')
    await expect.poll(names).toEqual(['annika', 'anna'])
    const address = admin.path
    expect(address).toContain('ann')

    await step('what Esc leaves is not chosen', async () => {
      await admin.button(seed.settings).click()
      await admin.dialog(seed.manageColumns).checkbox(seed.accessKeyIdColumn).click()
      await admin.page.keyboard.press('Escape')
      await admin.dialog(seed.manageColumns).scope.waitFor({ state: 'hidden' })
    })
    await addColumn(admin, seed.accessKeyIdColumn)
    expect([admin.path, await names(), await box(admin).inputValue()]).toEqual([address, ['annika', 'anna'], 'ann'])
    await admin
      .row('annika')
      .getByText(`${key.accessKeyId} (${admin.say(seed.active)})`)
      .waitFor()

    await step('loaded again, it is there, with the column', async () => {
      await admin.page.reload()
      await admin.column(seed.accessKeyIdColumn).waitFor()
      await expect.poll(names).toEqual(['annika', 'anna'])
    })
  })
})
