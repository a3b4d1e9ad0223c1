import { expect, it } from 'vitest'
import { tagFaultAt, tagKeyFault } from './tag-keys.ts'

it('tells a key that is taken, in any case, and one that is reserved', () => {
  const tags = [{ Key: 'Team' }]
  expect(tagKeyFault('team', tags)).toBe('tagExists')
  expect(tagKeyFault('AWS:x', tags)).toBe('tagReserved')
  expect(tagKeyFault('Teams', tags)).toBeUndefined()
})

it('tells a key that stands twice, wherever it stands', () => {
  const tags = [
    { Key: 'team', Value: '' },
    { Key: 'Team', Value: '' },
    { Key: 'other', Value: '' },
  ]
  expect(tags.map((_, at) => tagFaultAt(tags, at))).toEqual(['tagExists', 'tagExists', undefined])
})
