import { expect, it } from 'vitest'
import { BoundedCache } from './cache.ts'

it('keeps what is in use and drops what is not, within its bound', () => {
  const cache = new BoundedCache<number, string>(10)
  cache.set(0, 'used')
  let kept = 0
  for (let key = 1; key < 100; key++) {
    cache.set(key, 'once')
    expect(cache.get(0)).toBe('used')
  }
  for (let key = 1; key < 100; key++) if (cache.get(key) !== undefined) kept++
  expect(kept).toBeLessThanOrEqual(10)
})

it('counts by weight: one heavy value takes the room of many', () => {
  const cache = new BoundedCache<string, string>(1_000)
  for (let key = 0; key < 20; key++) cache.set(`light ${key}`, 'x', 10)
  cache.set('heavy', 'x', 490)
  cache.set('heavier', 'x', 500)
  expect(cache.get('light 0')).toBeUndefined()
  expect(cache.get('heavier')).toBe('x')
})
