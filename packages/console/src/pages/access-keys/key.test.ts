import { expect, test } from 'vitest'
import { inOrderOfCreation, isOld, type Key } from './key.ts'

const dayMs = 86_400_000
const key = (id: string, createdAt: number): Key => ({ id, status: 'Active', createdAt, use: undefined })

test('keys stand in order of creation, and those of one moment in order of their ids', () => {
  const keys = [key('C', 2), key('B', 1), key('A', 2)]
  expect(inOrderOfCreation(keys).map(({ id }) => id)).toEqual(['B', 'A', 'C'])
})

test('a key is old after ninety days, not on the ninetieth', () => {
  expect(isOld(key('A', 0), 90 * dayMs)).toBe(false)
  expect(isOld(key('A', 0), 91 * dayMs)).toBe(true)
})
