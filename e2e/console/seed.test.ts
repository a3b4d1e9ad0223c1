import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { inABrowser } from './in-a-browser.ts'
import { asserted } from './person.ts'
import { keysOfAnother } from './procedures/keys-of-another.ts'
import { findOldest, findOwner, listKeys } from './procedures/lists.ts'
import { ownKeys } from './procedures/own-keys.ts'
import { rotate } from './procedures/rotation.ts'

const procedures = {
  'own keys: create, deactivate, activate, delete': ownKeys,
  'keys of another user: create, deactivate, activate, delete': keysOfAnother,
  'list the keys of one user and of several': listKeys,
  'find the user who has a key': findOwner,
  'find the keys to rotate or delete': findOldest,
  'rotate without interrupting the applications': rotate,
}

inABrowser('the procedures of the seed', (open) => {
  for (const [name, walk] of Object.entries(procedures)) {
    it.each(['en', 'ja'] as const)(`${name} (%s)`, async (language) => {
      await walk(await open(), language)
    })
  }

  it('takes every label from the words of the seed', () => {
    const strange = Object.values(seed).filter(({ en, ja, seed: words }) => !words.includes(ja) && !words.includes(en))
    expect(strange).toEqual([])
  })

  it('named every label of the seed in both languages', () => {
    const left = Object.entries(seed).filter(([, label]) => asserted.get(label)?.size !== 2)
    expect(left.map(([name]) => name)).toEqual([])
  })
})
