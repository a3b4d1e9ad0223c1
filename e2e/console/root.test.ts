import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as keyLabels } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as home } from '../../packages/console/src/pages/home/labels.ts'
import { labels as own } from '../../packages/console/src/pages/security-credentials/labels.ts'
import { labels as session } from '../../packages/console/src/session/labels.ts'
import { userMenu } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { act, deleteInDialog, retrieveKey } from './keys-page.ts'
import { step } from './step.ts'

inABrowser('the root user', (open) => {
  it('makes a key, sees its last use, replaces it, deletes it, and the dashboard turns green', async () => {
    const house = await open()
    const root = await house.rootSignedIn('/iam/home', { language: 'ja' })
    const { accountId } = house
    await root.text(home.rootGood).waitFor()
    const keys = async () => {
      await userMenu(root, root.say(session.rootUser)).click()
      await root.menuItem(seed.securityCredentials).click()
    }
    const key = await step('make a key', async () => {
      await keys()
      await root.button(own.continue).click()
      await root.text(keyLabels.noneRoot).waitFor()
      await root.button(seed.createAccessKey).click()
      await root.heading(wizard.rootTitle).first().waitFor()
      expect(await root.button(seed.createAccessKey).getAttribute('aria-disabled')).toBe('true')
      await root.checkbox(wizard.rootUnderstand).click()
      await root.button(seed.createAccessKey).click()
      const made = await retrieveKey(root)
      const file = await root.download(() => root.button(seed.downloadCsv).click())
      expect(file.name).toBe('rootkey.csv')
      await root.button(seed.done).click()
      return made
    })
    expect(await house.use(key)).toBe(`arn:aws:iam::${accountId}:root`)
    await step('the page warns, and says when and by which service it was used', async () => {
      await root.text(keyLabels.rootHasKeys).waitFor()
      const card = root.region(key.accessKeyId)
      await expect
        .poll(async () => {
          await root.button(keyLabels.refresh).click()
          return card.fact(keyLabels.service).innerText()
        })
        .toBe('sts')
      expect(await card.fact(seed.lastUsed).innerText()).not.toBe(root.say(keyLabels.never))
    })
    await step('the dashboard asks to delete it', async () => {
      await root.go('/iam/home')
      await root.text(home.rootAct).waitFor()
      await root.link(home.rootCure).click()
    })
    await step('replaced by a key of a user', async () => {
      await house.addUser('app', { console: false })
      expect(await house.use(await house.addKey('app'))).toContain('user/app')
    })
    await step('deactivated, then deleted', async () => {
      if (await root.button(own.continue).isVisible()) await root.button(own.continue).click()
      await act(root, key, seed.deactivate)
      await root.dialog(keyLabels.deactivateTitle, { id: key.accessKeyId }).button(seed.deactivate).click()
      await root.text(keyLabels.deactivated, { id: key.accessKeyId }).first().waitFor()
      await expect(house.use(key)).rejects.toThrow('The security token included in the request is invalid.')
      await act(root, key, seed.delete)
      await deleteInDialog(root, key)
      await root.text(keyLabels.noneRoot).waitFor()
    })
    const { SummaryMap } = await house.iam.getAccountSummary({})
    expect(SummaryMap?.AccountAccessKeysPresent).toBe(0)
    await step('the dashboard is green again', async () => {
      await root.go('/iam/home')
      await root.text(home.rootGood).waitFor()
    })
  })
})
