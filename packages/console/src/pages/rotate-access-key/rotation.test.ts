import { describe, expect, test } from 'vitest'
import type { Key } from '../access-keys/key.ts'
import { mayDelete, rotationOf } from './rotation.ts'

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 24)
const daysAgo = (days: number): number => now - days * dayMs
const use = (at?: number) => ({
  at,
  service: at === undefined ? 'N/A' : 'iam',
  region: at === undefined ? 'N/A' : 'us-east-1',
})
const key = (id: string, age: number, more: Partial<Key> = {}): Key => {
  return { id, status: 'Active', createdAt: daysAgo(age), use: use(), ...more }
}

describe('a rotation', () => {
  test('has nothing to do without a key', () => {
    expect(rotationOf([], now)).toEqual({ kind: 'none' })
  })

  test('begins with the second key, while the first is active', () => {
    expect(rotationOf([key('A', 100)], now)).toMatchObject({ kind: 'under way', step: 1, oldKey: { id: 'A' } })
  })

  test('takes the key that was created first for the old one, however the answer is ordered', () => {
    const rotation = rotationOf([key('A', 1), key('B', 100)], now)
    expect(rotation).toMatchObject({ oldKey: { id: 'B' }, newKey: { id: 'A' } })
  })

  test('stands at the update while the new key was never used', () => {
    expect(rotationOf([key('A', 100, { use: use(now) }), key('B', 1)], now)).toMatchObject({ step: 2 })
  })

  test('stands at the check while the old key was used a short time ago', () => {
    const keys = [key('A', 100, { use: use(daysAgo(1)) }), key('B', 20, { use: use(now) })]
    expect(rotationOf(keys, now)).toMatchObject({ step: 3 })
  })

  test('counts the quiet from the creation of the new key at the earliest', () => {
    const oldKey = key('A', 100, { use: use(daysAgo(50)) })
    expect(rotationOf([oldKey, key('B', 2, { use: use(now) })], now)).toMatchObject({ step: 3 })
    expect(rotationOf([oldKey, key('B', 3, { use: use(now) })], now)).toMatchObject({ step: 4 })
  })

  test('stands at the check where the last use may not be seen', () => {
    const keys = [key('A', 100, { use: undefined }), key('B', 20, { use: undefined })]
    expect(rotationOf(keys, now)).toMatchObject({ step: 3 })
  })

  test('stands at the verification once the old key is inactive, and back at the check once it is active again', () => {
    const newKey = key('B', 1, { use: use(now) })
    expect(rotationOf([key('A', 100, { status: 'Inactive' }), newKey], now)).toMatchObject({ step: 5 })
    expect(rotationOf([key('A', 100, { use: use(daysAgo(1)) }), newKey], now)).toMatchObject({ step: 3 })
  })

  test('never deletes before it deactivates', () => {
    expect(mayDelete(key('A', 100))).toBe(false)
    expect(mayDelete(key('A', 100, { status: 'Inactive' }))).toBe(true)
    expect(mayDelete(key('A', 100, { status: 'Expired' }))).toBe(true)
  })
})

describe('two keys at the start', () => {
  test.each([
    [
      'the inactive newer one',
      key('A', 100, { use: use(now) }),
      key('B', 1, { status: 'Inactive', use: use(now) }),
      'B',
    ],
    ['the one never used', key('A', 200, { use: use(now) }), key('B', 100), 'B'],
    ['the one not used for longer', key('A', 200, { use: use(daysAgo(9)) }), key('B', 100, { use: use(now) }), 'A'],
    ['the older one, where neither was used', key('A', 200), key('B', 100), 'A'],
    [
      'the older one of two inactive ones',
      key('A', 200, { status: 'Inactive' }),
      key('B', 1, { status: 'Inactive' }),
      'A',
    ],
  ])('must first lose %s', (_which, older, newer, id) => {
    expect(rotationOf([older, newer], now)).toMatchObject({ kind: 'crowded', first: { id } })
  })
})
