import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { launchChromium, missingChromium } from './chromium.ts'
import { House } from './house.ts'
import { asserted, violations } from './person.ts'
import { keysOfAnother } from './procedures/keys-of-another.ts'
import { findOldest, findOwner, listKeys } from './procedures/lists.ts'
import { ownKeys } from './procedures/own-keys.ts'
import { rotate } from './procedures/rotation.ts'

const missing = missingChromium()
const procedures = {
  'own keys: create, deactivate, activate, delete': ownKeys,
  'keys of another user: create, deactivate, activate, delete': keysOfAnother,
  'list the keys of one user and of several': listKeys,
  'find the user who has a key': findOwner,
  'find the keys to rotate or delete': findOldest,
  'rotate without interrupting the applications': rotate,
}

describe.skipIf(missing !== undefined)(
  `the procedures of the seed${missing === undefined ? '' : `, missing: ${missing}`}`,
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser.close())

    for (const [name, walk] of Object.entries(procedures)) {
      it.each(['en', 'ja'] as const)(`${name} (%s)`, { timeout: 90_000 }, async (language) => {
        await walk(await House.open(browser), language)
      })
    }

    it('takes every label from the words of the seed', () => {
      const strange = Object.values(seed).filter(
        ({ en, ja, seed: words }) => !words.includes(ja) && !words.includes(en),
      )
      expect(strange).toEqual([])
    })

    it('named every label of the seed in both languages', () => {
      const left = Object.entries(seed).filter(([, label]) => asserted.get(label)?.size !== 2)
      expect(left.map(([name]) => name)).toEqual([])
    })

    it('met nothing that the Content-Security-Policy forbids', () => {
      expect(violations).toEqual([])
    })
  },
)
