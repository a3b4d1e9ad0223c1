import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { launchChromium, missingChromium } from '../chromium.ts'
import type { House } from '../house.ts'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import type { Label } from '../../../packages/console/src/i18n/labels.ts'
import type { Language, Person } from '../person.ts'
import { found, type Company } from './company.ts'

const folder = join(import.meta.dirname, '../../../docs/console/screens')

/** As large as a picture gets: a longer page is cut, since nobody looks at the whole of it. */
const heightMax = 1600

/** WebP's own scale. Letters are still clean, and a page weighs about 30 KB. */
const quality = 28

export interface Walk {
  readonly browser: Browser
  readonly language: Language
  readonly house: House
  readonly company: Company
}

/** Files of pictures, one walk for each language: a server of its own, and the same company in it. */
export function pictures(
  name: string,
  walk: (walk: Walk) => Promise<void>,
  languages: readonly Language[] = ['en', 'ja'],
): void {
  const missing = missingChromium()
  if (missing !== undefined) throw new Error(`there is no browser: ${missing}`)
  describe(name, () => {
    let browser: Browser
    beforeAll(async () => {
      mkdirSync(folder, { recursive: true })
      browser = await launchChromium()
    })
    afterAll(() => browser.close())
    it.each(languages)('%s', async (language) => {
      await walk({ browser, language, ...(await found(browser)) })
    })
  })
}

/** One picture of what somebody sees, as high as the page is, named for the screen and its state. */
export async function picture(
  { page, language }: Person,
  name: string,
  { busy = false, max = heightMax }: { readonly busy?: boolean; readonly max?: number } = {},
): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 900 }
  if (!busy) await page.waitForLoadState('networkidle')
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  const taller = Math.min(Math.max(height, size.height), max)
  if (taller !== size.height) await page.setViewportSize({ width: size.width, height: taller })
  await page.evaluate('document.fonts.ready')
  // Two frames: what the new size changes is drawn.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))')
  const session = await page.context().newCDPSession(page)
  // Of a wall of a screen, half of its pixels are enough to see how it is laid out.
  const scale = size.width > 2000 ? 0.5 : 1
  const clip = { x: 0, y: 0, width: size.width, height: taller, scale }
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip })
  await session.detach()
  writeFileSync(join(folder, `${name}.${language}.webp`), Buffer.from(data, 'base64'))
  if (taller !== size.height) await page.setViewportSize(size)
}

/** Keeps the answers of an operation back, for a picture of the wait; gives what lets them go. */
export async function hold({ page }: Person, operation: string): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  await page.route(`**/api/*/${operation}`, async (route) => {
    await promise
    await route.continue()
  })
  return async () => {
    resolve(undefined)
    await page.unrouteAll({ behavior: 'wait' })
  }
}

/** Columns that are not there at first. */
export async function showColumns(person: Person, ...columns: readonly Label[]): Promise<void> {
  await person.button(seed.settings).click()
  const dialog = person.dialog(seed.manageColumns)
  for (const column of columns) await dialog.checkbox(column).click()
  await dialog.button(seed.close).first().click()
  await dialog.scope.waitFor({ state: 'detached' })
}
