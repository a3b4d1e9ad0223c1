import type { Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as keyLabels } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { labels as session } from '../../packages/console/src/session/labels.ts'
import { labels as signIn } from '../../packages/console/src/pages/signin/labels.ts'
import { manageOwnAccessKeys } from '../seed-policies.ts'
import type { House } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { retrieveKey } from './keys-page.ts'
import type { Person } from './person.ts'
import { step } from './step.ts'

/** At the wizard's second step, with something typed. */
async function describing(person: Person, text: string): Promise<void> {
  await person.go('/iam/security_credentials/create-access-key')
  await person.radio(seed.other).click()
  await person.button(seed.next).click()
  await person.field(keyLabels.tagValue).fill(text)
}

async function aliceAt(house: House, text: string, language: 'en' | 'ja'): Promise<Person> {
  await house.addUser('alice', { policy: manageOwnAccessKeys })
  const alice = await house.signedIn('alice', '/iam/security_credentials', { language })
  await describing(alice, text)
  return alice
}

const creation = '**/api/iam/CreateAccessKey'
const idsOf = async (house: House) => Object.keys(await house.keysOf('alice'))
const typed = (person: Person) => person.field(keyLabels.tagValue).inputValue()

inABrowser('a key creation', (open) => {
  it('makes one key, and no third, where two tabs race for the second', async () => {
    const house = await open()
    await house.addUser('alice', { policy: manageOwnAccessKeys })
    const first = await house.addKey('alice')
    const left = await house.signedIn('alice', '/iam/security_credentials')
    const right = await left.openTab()
    await describing(left, 'left')
    await describing(right, 'right')
    await Promise.all([left, right].map((tab) => tab.button(seed.createAccessKey).click()))
    const outcomes = await Promise.all(
      [left, right].map(async (tab) => {
        const made = tab.heading(seed.retrieveAccessKeys)
        await made.or(tab.text(wizard.raced)).first().waitFor()
        return (await made.isVisible()) ? 'made' : 'raced'
      }),
    )
    expect(outcomes.toSorted()).toEqual(['made', 'raced'])
    const winner = outcomes[0] === 'made' ? left : right
    const loser = winner === left ? right : left
    const key = await retrieveKey(winner)
    expect((await idsOf(house)).toSorted()).toEqual([first.accessKeyId, key.accessKeyId].toSorted())
    expect(await typed(loser)).toBe(loser === left ? 'left' : 'right')
    await loser.link(wizard.backToKeys).click()
    await loser.button(parts.leave).click()
    await loser.region(key.accessKeyId).scope.waitFor()
  })

  it('never makes a second key where the answer was lost', async () => {
    const house = await open()
    const alice = await aliceAt(house, '夜間ビルド', 'ja')
    let asked = 0
    await alice.page.route(creation, async (route: Route) => {
      asked++
      // Carried out, and its answer dropped. Only browsers know the name of the console's host.
      const headers = { ...(await route.request().allHeaders()), host: new URL(alice.origin).host }
      const answer = await route.fetch({ url: `${house.server.url}/api/iam/CreateAccessKey`, headers })
      expect(answer.status()).toBe(200)
      await route.abort('connectionreset')
    })
    await alice.button(seed.createAccessKey).click()
    await alice.text(wizard.lostTitle).waitFor()
    const [id = ''] = await idsOf(house)
    await alice.text(wizard.lostText, { id }).waitFor()
    expect(await alice.button(seed.createAccessKey).count()).toBe(0)
    await alice.link(wizard.backToKeys).click()
    await alice.region(id).scope.waitFor()
    expect([asked, await idsOf(house)]).toEqual([1, [id]])
  })

  it('keeps what was typed where the call never arrived, and makes one key on the next press', async () => {
    const house = await open()
    const alice = await aliceAt(house, 'nightly', 'en')
    await alice.page.route(creation, (route) => route.abort('connectionrefused'))
    await alice.button(seed.createAccessKey).click()
    await alice.text(wizard.noAnswerNotMade).waitFor()
    expect([await typed(alice), await idsOf(house)]).toEqual(['nightly', []])
    await alice.page.unroute(creation)
    await alice.button(seed.createAccessKey).click()
    const key = await retrieveKey(alice)
    expect(await idsOf(house)).toEqual([key.accessKeyId])
  })

  it('goes on where it was when the session ended in the middle', async () => {
    const house = await open()
    const alice = await aliceAt(house, 'nightly', 'en')
    // All sessions of a user end with her password.
    await house.iam.updateLoginProfile({ UserName: 'alice', Password: 'Another-Horse-8' })
    await alice.button(seed.createAccessKey).click()
    await alice.heading(session.endedTitle).waitFor()
    expect(await idsOf(house)).toEqual([])
    await step('sign in again', async () => {
      await alice.field(signIn.password).fill('Another-Horse-8')
      await alice.button(signIn.signIn).click()
    })
    await alice.heading(wizard.descriptionStep).waitFor()
    expect(await typed(alice)).toBe('nightly')
    await alice.button(seed.createAccessKey).click()
    const key = await retrieveKey(alice)
    expect(await idsOf(house)).toEqual([key.accessKeyId])
    expect((await house.iam.getUser({ UserName: 'alice' })).User?.Tags).toEqual([
      { Key: key.accessKeyId, Value: 'nightly' },
    ])
  })

  it('goes on where it was when the server was away', async () => {
    const house = await open()
    const alice = await aliceAt(house, '夜間', 'ja')
    const again = await house.restart(async () => {
      await alice.button(seed.createAccessKey).click()
      await alice.text(wizard.noAnswerNotMade).waitFor()
      expect(await typed(alice)).toBe('夜間')
    })
    await alice.button(seed.createAccessKey).click()
    const key = await retrieveKey(alice)
    expect(await idsOf(again)).toEqual([key.accessKeyId])
    expect(await again.use(key)).toBe(`arn:aws:iam::${house.accountId}:user/alice`)
  })
})
