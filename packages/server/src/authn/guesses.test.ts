import { beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../domain/limits.ts'
import { Guesses, guessedRoot, guessedUser } from './guesses.ts'

let now: number
let delays: number[]
let guesses: Guesses

beforeEach(() => {
  now = 1_000_000
  delays = []
  guesses = new Guesses({ clock: () => now, delay: async (milliseconds) => delays.push(milliseconds) })
})

const root = guessedRoot('root@example.com')
const right = async () => true
const wrong = async () => false
const by = (address: string, name = root, device?: string) => ({
  name,
  address,
  device,
  busy: 'SignInThrottled' as const,
})
const throttled = { code: 'SignInThrottled', message: 'Too many attempts. Wait a minute, and then try again.' }

it("is told in AWS's word to its clients that it was wrong too often", async () => {
  const guess = { ...by('203.0.113.7', guessedUser('1', 'a')), busy: 'Throttling' as const }
  for (let i = 0; i < limits.failuresPerNameAndAddress; i++) await guesses.during(guess, wrong)
  await expect(guesses.during(guess, wrong)).rejects.toMatchObject({ ...throttled, code: 'Throttling' })
})

describe('a name from one address', () => {
  it('is refused after as many wrong passwords as are borne, right or wrong, and forgiven with time', async () => {
    for (let i = 0; i < limits.failuresPerNameAndAddress; i++)
      expect(await guesses.during(by('192.0.2.7'), wrong)).toBe(false)
    await expect(guesses.during(by('192.0.2.9'), wrong)).rejects.toMatchObject(throttled)
    let looked = false
    const look = async () => (looked = true)
    await expect(guesses.during(by('192.0.2.7'), look)).rejects.toMatchObject(throttled)
    expect(looked).toBe(false)
    now += limits.failuresPerNameAndAddressForgivenEvery
    expect(await guesses.during(by('192.0.2.7'), right)).toBe(true)
  })

  it('is counted whatever case it is typed in, and beside other names', async () => {
    const names = [guessedUser('An-Alias', 'Alice'), guessedUser('an-alias', 'ALICE')]
    for (let i = 0; i < limits.failuresPerNameAndAddress; i++)
      await guesses.during(by('192.0.2.7', names[i % 2]), wrong)
    await expect(guesses.during(by('192.0.2.7', names[0]), wrong)).rejects.toMatchObject(throttled)
    expect(await guesses.during(by('192.0.2.7', guessedUser('an-alias', 'bob')), right)).toBe(true)
  })

  it('gives a right password back only its own', async () => {
    for (let i = 0; i < limits.failuresPerNameAndAddress - 1; i++) await guesses.during(by('192.0.2.7'), wrong)
    for (let i = 0; i < 100; i++) expect(await guesses.during(by('192.0.2.7'), right)).toBe(true)
    await guesses.during(by('192.0.2.7'), wrong)
    await expect(guesses.during(by('192.0.2.7'), right)).rejects.toMatchObject(throttled)
  })
})

describe('an address', () => {
  it('is refused after as many wrong passwords as are borne of its network, whatever the names', async () => {
    for (let i = 0; i < limits.failuresPerAddress; i++)
      await guesses.during(by(`192.0.2.${i % 256}`, `name-${i}`), wrong)
    await expect(guesses.during(by('192.0.2.1', 'another'), right)).rejects.toMatchObject(throttled)
    expect(await guesses.during(by('198.51.100.1', 'another'), right)).toBe(true)
    now += limits.failuresPerAddressForgivenEvery
    expect(await guesses.during(by('192.0.2.1', 'another'), right)).toBe(true)
  })

  it('serves an office of 200 people that all mistype once and then sign in', async () => {
    for (let i = 0; i < 200; i++) {
      await guesses.during(by('192.0.2.1', `person-${i}`), wrong)
      expect(await guesses.during(by('192.0.2.1', `person-${i}`), right)).toBe(true)
    }
    expect(delays).toEqual([])
  })

  it('has no more passwords waiting than its share, and leaves the others theirs', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<boolean>((resolve) => (release = () => resolve(true)))
    const mine = Array.from({ length: limits.passwordsWaitingPerAddressMax }, (_, i) =>
      guesses.during(by('192.0.2.1', `name-${i}`), () => gate),
    )
    await expect(guesses.during(by('192.0.2.2'), right)).rejects.toMatchObject(throttled)
    expect(await guesses.during(by('198.51.100.1'), right)).toBe(true)
    expect(await guesses.during(by('192.0.2.2', root, 'device'), right)).toBe(true)
    release()
    await Promise.all(mine)
    expect(await guesses.during(by('192.0.2.2'), right)).toBe(true)
    expect(guesses.waiting).toBe(0)
  })

  it('has as many known browsers as come, and they take no place from strangers', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<boolean>((resolve) => (release = () => resolve(true)))
    const known = Array.from({ length: limits.passwordsWaitingMax + 5 }, (_, i) =>
      guesses.during(by('192.0.2.1', root, `device ${i}`), () => gate),
    )
    expect(guesses.waiting).toBe(limits.passwordsWaitingMax + 5)
    expect(await guesses.during(by('192.0.2.1', 'another'), right)).toBe(true)
    release()
    await Promise.all(known)
    expect(guesses.waiting).toBe(0)
  })

  it('that is one of many of an IPv6 site leaves room for newcomers from elsewhere', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<boolean>((resolve) => (release = () => resolve(false)))
    const site = Array.from({ length: 2 * limits.passwordsWaitingMax }, (_, i) =>
      guesses.during(by(`2001:db8:1:${i}::1`, `name-${i}`), () => gate).catch((error: unknown) => error),
    )
    expect(guesses.waiting).toBe(limits.passwordsWaitingMax / 2)
    expect(await guesses.during(by('203.0.113.1'), right)).toBe(true)
    expect(await guesses.during(by('2001:db8:2::1'), right)).toBe(true)
    release()
    expect((await Promise.all(site)).filter((answer) => answer === false)).toHaveLength(limits.passwordsWaitingMax / 2)
    expect(guesses.waiting).toBe(0)
  })

  it('that is one of many of an IPv6 site is refused after as many wrong passwords as are borne of that', async () => {
    for (let i = 0; i < limits.failuresPerWideNetwork; i++)
      await guesses.during(by(`2001:db8:1:${i}::1`, `name-${i}`), wrong)
    await expect(guesses.during(by('2001:db8:1:ffff::1', 'another'), right)).rejects.toMatchObject(throttled)
    expect(await guesses.during(by('2001:db8:2::1', 'another'), right)).toBe(true)
    now += limits.failuresPerWideNetworkForgivenEvery
    expect(await guesses.during(by('2001:db8:1:ffff::1', 'another'), right)).toBe(true)
  })

  it('waits with all others in a room of bounded size', async () => {
    const gate = Promise.resolve(false)
    const wait = (i: number) => guesses.during(by(`10.0.${i}.1`, `name-${i}`), () => gate)
    const all = Array.from({ length: limits.passwordsWaitingMax + 5 }, (_, i) =>
      wait(i).catch((error: unknown) => error),
    )
    const refused = (await Promise.all(all)).filter((answer) => answer !== false)
    expect(refused).toHaveLength(5)
  })
})

describe('a name that many guess at', () => {
  const attack = async (tries: number) => {
    for (let i = 0; i < tries; i++)
      await guesses.during(by(`10.${i % 250}.${Math.floor(i / 250) % 250}.1`), wrong).catch(() => undefined)
  }

  it('costs strangers a second, right or wrong, and locks nobody out', async () => {
    await attack(10_000)
    delays.length = 0
    expect(await guesses.during(by('203.0.113.1'), right)).toBe(true)
    expect(await guesses.during(by('203.0.113.1'), wrong)).toBe(false)
    expect(delays).toEqual([1_000, 1_000])
  })

  it('delays all strangers at the same time, and never one after the other', async () => {
    await attack(100)
    const ends: (() => void)[] = []
    const slow = new Guesses({ clock: () => now, delay: () => new Promise<void>((resolve) => ends.push(resolve)) })
    for (let i = 0; i < limits.failuresPerNameUndelayed; i++) await slow.during(by(`10.0.${i}.1`), wrong)
    const both = [slow.during(by('203.0.113.1'), right), slow.during(by('203.0.114.1'), right)]
    expect(ends).toHaveLength(2)
    for (const end of ends) end()
    expect(await Promise.all(both)).toEqual([true, true])
  })

  it('costs a browser that has signed in nothing, nor does what its address did', async () => {
    await attack(100)
    for (let i = 0; i < limits.failuresPerAddress; i++) await guesses.during(by('192.0.2.1', `name-${i}`), wrong)
    for (let i = 0; i < 20; i++) await guesses.during(by('192.0.2.1'), wrong).catch(() => undefined)
    delays.length = 0
    expect(await guesses.during(by('192.0.2.1', root, 'device'), right)).toBe(true)
    expect(delays).toEqual([])
  })

  it('makes a device a stranger after its own failures, which no time forgives', async () => {
    await attack(100)
    for (let i = 0; i < limits.failuresPerDevice; i++) await guesses.during(by('192.0.2.1', root, 'device'), wrong)
    now += 3_600_000
    await attack(100)
    delays.length = 0
    expect(await guesses.during(by('192.0.2.1', root, 'device'), right)).toBe(true)
    expect(delays).toEqual([1_000])
  })
})

it('counts nothing where no password was looked at', async () => {
  const failing = () => Promise.reject(new Error('no room'))
  for (let i = 0; i < 100; i++) await expect(guesses.during(by('192.0.2.7'), failing)).rejects.toThrow('no room')
  expect(await guesses.during(by('192.0.2.7'), right)).toBe(true)
  expect(delays).toEqual([])
})
