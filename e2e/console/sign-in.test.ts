import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labels as shell } from '../../packages/console/src/layout/labels.ts'
import { labels } from '../../packages/console/src/pages/signin/labels.ts'
import { initialise, Server } from '../server.ts'
import { launchChromium, missingChromium } from './chromium.ts'
import { Person, violations } from './person.ts'

const missing = missingChromium()

describe.skipIf(missing !== undefined)(`a browser${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(['en', 'ja'] as const)('signs the administrator in for the first time (%s)', async (language) => {
    const { account, flags } = await initialise()
    const server = await Server.start({ flags })
    const person = await Person.at(browser, server, { language })
    await person.go('/iam/home')
    await person.field(labels.accountIdOrAlias).fill(account.accountId)
    await person.button(labels.next).click()
    await person.field(labels.iamUserName).fill('administrator')
    await person.field(labels.password).fill(account.adminPassword)
    await person.button(labels.signIn).click()
    await person.field(labels.oldPassword).fill(account.adminPassword)
    await person.field(labels.newPassword).fill('Correct-Horse-7')
    await person.field(labels.retypePassword).fill('Correct-Horse-7')
    await person.button(labels.confirmChange).click()
    await person.heading(shell.dashboard).waitFor()
    expect(new URL(person.page.url()).pathname).toBe('/iam/home')
  })

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
