import { describe, expect, it } from 'vitest'
import { Passwords, type Argon2, type Asking } from './passwords.ts'

const asking = (address: string, device = false): Asking => ({ address, device, busy: 'SignInThrottled' })
const here = asking('192.0.2.0/24')

/** Hashes that take as long as the test says: each call waits to be let through, in the order of their beginnings. */
class Gated implements Argon2 {
  readonly begun: string[] = []
  readonly #open: (() => void)[] = []

  async hash(password: string): Promise<string> {
    await this.#gate(password)
    return `hash of ${password}`
  }

  async verify(hash: string, password: string): Promise<boolean> {
    await this.#gate(password)
    return hash === `hash of ${password}`
  }

  /** Ends the hash that began first, and gives what waited its turn to begin. */
  async let(): Promise<void> {
    this.#open.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }

  async letAll(): Promise<void> {
    while (this.#open.length > 0) await this.let()
  }

  #gate(password: string): Promise<void> {
    this.begun.push(password)
    return new Promise((resolve) => this.#open.push(resolve))
  }
}

/** One hash at a time, each taking `took` milliseconds by the clock; so the room is 500 / took. */
function opened({ width = 1, took = 100 }: { width?: number; took?: number } = {}) {
  const argon2 = new Gated()
  let now = 0
  const passwords = new Passwords({ argon2, width, clock: () => (now += took) })
  return { argon2, passwords }
}

describe('with argon2id', () => {
  const passwords = new Passwords()

  it('a hash tells its parameters, has a salt of its own, and is of its password alone', async () => {
    const [one, two] = [await passwords.hash('Käse\tund Brot', here), await passwords.hash('Käse\tund Brot', here)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(two).not.toBe(one)
    expect(await passwords.verify(one, 'Käse\tund Brot', here)).toBe(true)
    expect(await passwords.verify(one, 'Kase\tund Brot', here)).toBe(false)
  })

  it('no hash is the hash of no password', async () => {
    for (const password of ['', 'undefined', 'x']) expect(await passwords.verify(undefined, password, here)).toBe(false)
  })

  it('finds a password among many hashes', async () => {
    const hashes = [await passwords.hash('one', here), await passwords.hash('two', here)]
    expect(await passwords.matches(hashes, 'two', here)).toBe(true)
    expect(await passwords.matches(hashes, 'three', here)).toBe(false)
    expect(await passwords.matches([], 'three', here)).toBe(false)
  })
})

it('without a hash one of today’s parameters is verified', async () => {
  const seen: string[] = []
  const argon2 = { hash: async () => '', verify: async (hash: string) => seen.push(hash) > 0 }
  expect(await new Passwords({ argon2 }).verify(undefined, 'x', here)).toBe(false)
  expect(seen).toEqual([
    expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/),
  ])
})

it('no more run at a time than it is wide', async () => {
  const { argon2, passwords } = opened({ width: 2 })
  const all = Promise.all(['a', 'b', 'c', 'd'].map((password) => passwords.hash(password, here)))
  expect(argon2.begun).toEqual(['a', 'b'])
  expect(passwords.waiting).toBe(2)
  await argon2.let()
  expect(argon2.begun).toEqual(['a', 'b', 'c'])
  await argon2.letAll()
  expect(await all).toEqual(['hash of a', 'hash of b', 'hash of c', 'hash of d'])
  expect(passwords.waiting).toBe(0)
})

it('addresses take turns, and a known browser comes before them all', async () => {
  const { argon2, passwords } = opened()
  const all = [
    ...['a1', 'a2', 'a3'].map((password) => passwords.hash(password, asking('a'))),
    ...['b1', 'b2'].map((password) => passwords.hash(password, asking('b'))),
    passwords.hash('known', asking('a', true)),
  ]
  await argon2.letAll()
  await Promise.all(all)
  expect(argon2.begun).toEqual(['a1', 'known', 'a2', 'b1', 'a3', 'b2'])
})

it('many hashes of one job take their turns like anyone’s', async () => {
  const { argon2, passwords } = opened()
  const found = passwords.matches(['hash of other', 'hash of mine'], 'mine', asking('a'))
  const other = passwords.hash('b1', asking('b'))
  expect(passwords.waiting).toBe(2)
  await argon2.letAll()
  expect(argon2.begun).toEqual(['mine', 'b1', 'mine'])
  expect([await found, await other]).toEqual([true, 'hash of b1'])
})

describe('when half a second of work waits', () => {
  /** What becomes of calls, by password. */
  function ask(passwords: Passwords, ...calls: [password: string, asking: Asking][]) {
    const fates = new Map<string, unknown>()
    for (const [password, by] of calls) {
      passwords.hash(password, by).then(
        () => fates.set(password, 'done'),
        (error: unknown) => fates.set(password, error),
      )
    }
    return fates
  }

  /** A queue that has learnt that a hash takes 100 ms: five wait, and no more. */
  async function full() {
    const { argon2, passwords } = opened()
    for (let i = 0; i < 40; i++) {
      const learnt = passwords.hash('learning', here)
      await argon2.let()
      await learnt
    }
    argon2.begun.length = 0
    expect(passwords.room).toBe(5)
    return { argon2, passwords }
  }

  it('the address with most waiting loses its oldest, never the newcomer', async () => {
    const { argon2, passwords } = await full()
    const fates = ask(
      passwords,
      ['runs', asking('x')],
      ['b1', asking('b')],
      ['a1', asking('a')],
      ['a2', asking('a')],
      ['a3', asking('a')],
      ['b2', asking('b')],
      ['c1', asking('c')],
    )
    await argon2.letAll()
    expect(fates.get('a1')).toMatchObject({
      code: 'SignInThrottled',
      message: 'Too many passwords are being checked. Please try again.',
    })
    expect([...fates].filter(([, fate]) => fate === 'done').map(([name]) => name)).toEqual([
      'runs',
      'b1',
      'a2',
      'c1',
      'b2',
      'a3',
    ])
  })

  it('a flood of one address takes nothing from another', async () => {
    const { argon2, passwords } = await full()
    const flood = Array.from({ length: 200 }, (_, i): [string, Asking] => [`flood ${i}`, asking('flood')])
    const fates = ask(passwords, ...flood.slice(0, 100), ['mine', asking('mine')], ...flood.slice(100))
    expect(passwords.waiting).toBe(5)
    await argon2.letAll()
    expect(fates.get('mine')).toBe('done')
    expect([...fates.values()].filter((fate) => fate === 'done')).toHaveLength(6)
    expect(passwords.waiting).toBe(0)
  })

  it('where there is one place, a flood that runs does not take it from another', async () => {
    const { argon2, passwords } = opened({ took: 400 })
    for (let i = 0; i < 60; i++) {
      const learnt = passwords.hash('learning', here)
      await argon2.let()
      await learnt
    }
    expect(passwords.room).toBe(1)
    const flood = Array.from({ length: 100 }, (_, i): [string, Asking] => [`flood ${i}`, asking('flood')])
    const fates = ask(passwords, ...flood.slice(0, 50), ['mine', asking('mine')], ...flood.slice(50))
    await argon2.letAll()
    expect(fates.get('mine')).toBe('done')
    expect(fates.get('flood 99')).toMatchObject({ code: 'SignInThrottled' })
  })

  it('a known browser loses nothing while strangers wait, and takes turns with the known', async () => {
    const { argon2, passwords } = await full()
    const known = asking('home', true)
    const strangers = Array.from({ length: 50 }, (_, i): [string, Asking] => [`s${i}`, asking(`net ${i}`)])
    const fates = ask(passwords, ['runs', known], ['k1', known], ['k2', known], ...strangers)
    await argon2.letAll()
    expect([fates.get('k1'), fates.get('k2')]).toEqual(['done', 'done'])
  })

  it.each([100, 400])(
    'known browsers that never end leave strangers every other turn, at %i ms a hash',
    async (took) => {
      const { argon2, passwords } = opened({ took })
      for (let i = 0; i < 60; i++) {
        const learnt = passwords.hash('learning', here)
        await argon2.let()
        await learnt
      }
      argon2.begun.length = 0
      const insider = (from: number) =>
        Array.from({ length: 50 }, (_, i): [string, Asking] => [`insider ${from + i}`, asking('home', true)])
      const fates = ask(passwords, ...insider(0), ['mine', asking('mine')], ...insider(50))
      expect(passwords.waiting).toBeLessThanOrEqual(passwords.room + 1)
      await argon2.letAll()
      expect(fates.get('mine')).toBe('done')
      expect(argon2.begun.indexOf('mine')).toBeLessThanOrEqual(1)
    },
  )

  it('a job of many hashes is counted by them', async () => {
    const { argon2, passwords } = await full()
    const fates = ask(passwords, ['runs', asking('x')], ['b1', asking('b')], ['b2', asking('b')])
    const job = passwords.matches(['1', '2', '3'], 'many', { ...asking('a'), busy: 'Throttling' })
    const turnedAway = expect(job).rejects.toMatchObject({ code: 'Throttling' })
    const late = ask(passwords, ['c1', asking('c')])
    await turnedAway
    await argon2.letAll()
    expect([...fates.values(), ...late.values()]).toEqual(['done', 'done', 'done', 'done'])
  })
})

it('nobody is turned away where all that waits belongs to a job under way', async () => {
  const { argon2, passwords } = opened()
  const many = passwords.matches(
    Array.from({ length: 25 }, (_, i) => `hash of ${i}`),
    '24',
    asking('a'),
  )
  expect(passwords.waiting).toBeGreaterThan(passwords.room)
  const other = passwords.hash('b1', asking('b'))
  await argon2.letAll()
  expect([await many, await other]).toEqual([true, 'hash of b1'])
})

it('one hash that took very long takes away little room', async () => {
  let now = 0
  const took = [5, 60_000, 5, 5]
  const argon2 = { hash: async () => ((now += took.shift() ?? 0), 'made'), verify: async () => true }
  const passwords = new Passwords({ argon2, width: 1, clock: () => now })
  const before = passwords.room
  for (let i = 0; i < 4; i++) await passwords.hash('x', here)
  expect(passwords.room).toBeGreaterThanOrEqual(before)
})

it('a hash that fails fails its own call, and the others go on', async () => {
  const argon2 = { hash: async () => 'made', verify: () => Promise.reject(new Error('not a hash')) }
  const passwords = new Passwords({ argon2, width: 1 })
  const bad = passwords.matches(['a', 'b'], 'x', here)
  const good = passwords.hash('y', here)
  await expect(bad).rejects.toThrow('not a hash')
  expect(await good).toBe('made')
  expect(passwords.waiting).toBe(0)
})
