import { expect, it } from 'vitest'
import { Counts } from './counts.ts'

it('forgives one each time, and keeps what has passed of the next one’s time', () => {
  const counts = new Counts({ forgivenEvery: 1_000, entriesMax: 10 })
  counts.add('a', 0)
  counts.add('a', 0)
  counts.add('a', 900)
  expect(counts.of('a', 999)).toBe(3)
  expect(counts.of('a', 1_000)).toBe(2)
  counts.add('a', 1_500)
  expect(counts.of('a', 1_999)).toBe(3)
  expect(counts.of('a', 2_000)).toBe(2)
  expect(counts.of('a', 60_000)).toBe(0)
  counts.add('a', 60_999)
  expect(counts.of('a', 61_000)).toBe(1)
})

it('gives back one, and forgets what it gave back wholly', () => {
  const counts = new Counts({ forgivenEvery: 1_000, entriesMax: 10 })
  counts.add('a', 0)
  counts.add('a', 0)
  counts.giveBack('a')
  expect(counts.of('a', 0)).toBe(1)
  counts.giveBack('a')
  counts.giveBack('a')
  expect([counts.of('a', 0), counts.size]).toEqual([0, 0])
})

it('forgives nothing to a clock that went back', () => {
  const counts = new Counts({ forgivenEvery: 1_000, entriesMax: 10 })
  counts.add('a', 5_000)
  expect(counts.of('a', 0)).toBe(1)
})

it('keeps the highest counts when it is full: strangers’ names do not push out the one under attack', () => {
  const counts = new Counts({ forgivenEvery: 1e9, entriesMax: 100 })
  for (let i = 0; i < 50; i++) counts.add('root', 0)
  for (let i = 0; i < 5; i++) counts.add('alice', 0)
  for (let i = 0; i < 10_000; i++) counts.add(`nobody-${i}`, 0)
  expect(counts.size).toBeLessThanOrEqual(100)
  expect([counts.of('root', 0), counts.of('alice', 0)]).toEqual([50, 5])
  expect(counts.of('nobody-9999', 0)).toBe(1)
  expect(counts.of('nobody-0', 0)).toBe(0)
})
