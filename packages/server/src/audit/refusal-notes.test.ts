import { beforeEach, expect, it } from 'vitest'
import { minute } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import type { Refusals } from '../store/refusals.ts'
import { RefusalNotes } from './refusal-notes.ts'

let notes: RefusalNotes
let written: Refusals[]
beforeEach(() => {
  notes = new RefusalNotes()
  written = []
})

const now = 10 * minute + 1
const write = async (refusals: Refusals) => void written.push(refusals)
/** As many as come in their minutes without going beyond. */
function noteInTurn(count: number): void {
  for (let i = 0; i < count; i++)
    notes.note({}, '192.0.2.1', now + Math.floor(i / limits.refusalsPerMinuteMax) * minute)
}
const stranger = (address: string, at = now) => notes.noteStranger('NoSuchUser', address, at, () => ({ of: address }))

it('packs the records of known principals into one row, each with its id and time', async () => {
  notes.note({ eventName: 'ConsoleLogin', name: 'a' }, '192.0.2.1', now)
  notes.note({ eventName: 'ConsoleLogin', name: 'b' }, '192.0.2.1', now)
  await notes.flush(now, write)
  expect(written).toHaveLength(1)
  expect(written[0]?.pack).toMatchObject({ at: now, count: 2 })
  const records = JSON.parse(written[0]?.pack?.records ?? '') as Record<string, string>[]
  expect(records.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(records[0]).toMatchObject({
    eventTime: '1970-01-01T00:10:00Z',
    eventID: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(notes.waiting).toBe(0)
  await notes.flush(now, write)
  expect(written).toHaveLength(1)
})

it('counts strangers by network, minute and reason, with the first as a sample', async () => {
  stranger('192.0.2.1')
  stranger('192.0.2.200')
  stranger('192.0.2.1', now + minute)
  notes.noteStranger('NoSuchAccount', undefined, now, () => ({}))
  await notes.flush(now, write)
  expect(written[0]?.pack).toBeUndefined()
  expect(written[0]?.strangers.map(({ minute: at, address, reason, count }) => [at, address, reason, count])).toEqual([
    [10, '192.0.2.0/24', 'NoSuchUser', 2],
    [11, '192.0.2.0/24', 'NoSuchUser', 1],
    [10, 'unix', 'NoSuchAccount', 1],
  ])
  expect(JSON.parse(written[0]?.strangers[0]?.sample ?? '')).toMatchObject({ of: '192.0.2.1' })
})

it('counts more networks than it has room for as one', async () => {
  for (let i = 0; i < limits.countedNetworksPerMinuteMax + 50; i++) stranger(`10.${i >> 8}.${i & 255}.1`)
  await notes.flush(now, write)
  expect(written[0]?.strangers).toHaveLength(limits.countedNetworksPerMinuteMax + 1)
  expect(written[0]?.strangers.at(-1)).toMatchObject({ address: 'others', count: 50 })
})

it('keeps what could not be written, and sends it again as it was', async () => {
  notes.note({ name: 'a' }, '192.0.2.1', now)
  const tried: Refusals[] = []
  const fail = async (refusals: Refusals) => {
    tried.push(refusals)
    throw new Error('disk full')
  }
  await expect(notes.flush(now, fail)).rejects.toThrow('disk full')
  notes.note({ name: 'b' }, '192.0.2.1', now)
  await notes.flush(now, write)
  await notes.flush(now, write)
  expect(written[0]).toEqual(tried[0])
  expect(written.map(({ pack }) => pack?.count)).toEqual([1, 1])
})

it('never has two flushes under way', async () => {
  notes.note({ name: 'a' }, '192.0.2.1', now)
  let end: () => void = () => undefined
  const first = notes.flush(now, () => new Promise((resolve) => (end = resolve)))
  notes.note({ name: 'b' }, '192.0.2.1', now)
  await notes.flush(now, write)
  expect(written).toEqual([])
  end()
  await first
  await notes.flush(now, write)
  expect(written).toHaveLength(1)
})

it('keeps a bounded number of records, and says how many it lost', () => {
  noteInTurn(limits.refusalsWaitingMax + 7)
  expect([notes.waiting, notes.lost]).toEqual([limits.refusalsWaitingMax, 7])
})

it('writes everything before the end, pack after pack', async () => {
  noteInTurn(limits.refusalsPerPack * 2 + 1)
  stranger('192.0.2.1')
  await notes.flushAll(now, write)
  expect(written.map(({ pack }) => pack?.count)).toEqual([limits.refusalsPerPack, limits.refusalsPerPack, 1])
  expect(notes.waiting).toBe(0)
})

it('makes so many records a minute, and counts what goes beyond', async () => {
  for (let i = 0; i < limits.refusalsPerMinuteMax + 5; i++) notes.note({ i }, '192.0.2.1', now)
  notes.note({}, '192.0.2.1', now + minute)
  await notes.flush(now, write)
  expect(written[0]?.pack?.count).toBe(limits.refusalsPerMinuteMax + 1)
  expect(written[0]?.strangers).toMatchObject([{ reason: 'TooManyFailures', address: '192.0.2.0/24', count: 5 }])
})
