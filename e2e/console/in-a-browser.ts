import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchChromium, missingChromium } from './chromium.ts'
import { House, type HouseOptions } from './house.ts'
import { noteLabels } from './measured.ts'
import { asserted, violations } from './person.ts'

const missing = missingChromium()

/** Tests in one browser, skipped by name where there is none. Each opens a house of its own. */
export function inABrowser(name: string, tests: (open: (options?: HouseOptions) => Promise<House>) => void): void {
  const title = missing === undefined ? name : `${name} (${missing})`
  // A journey has many steps, each of which waits for what it needs.
  vi.setConfig({ testTimeout: 120_000 })
  describe.skipIf(missing !== undefined)(title, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(async () => {
      noteLabels(asserted)
      await browser.close()
    })

    tests((options) => House.open(browser, options))

    it('met nothing that the Content-Security-Policy forbids', () => {
      expect(violations).toEqual([])
    })
  })
}
