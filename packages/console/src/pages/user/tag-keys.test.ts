import { expect, it } from 'vitest'
import { tagKeyFault } from './tag-keys.ts'

it('tells a key that is taken, in any case, and one that is reserved', () => {
  const tags = [{ Key: 'Team' }]
  expect(tagKeyFault('team', tags)).toBe('tagExists')
  expect(tagKeyFault('AWS:x', tags)).toBe('tagReserved')
  expect(tagKeyFault('Teams', tags)).toBeUndefined()
})
