import { describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { createDatabase } from '../packages/server/test/postgres-database.ts'
import { call, expectOk, keyIn, type Credentials } from './caller.ts'
import { manageOwnAccessKeys } from './seed-policies.ts'
import { administratorOf, initialise, Server, type Place } from './server.ts'

const engines = ['SQLite', 'PostgreSQL'] as const

async function placeOn(engine: (typeof engines)[number]): Promise<Place> {
  if (engine === 'SQLite') return initialise()
  const { url: database, drop } = await createDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return initialise({ database })
}

/** Waits for a condition, half a minute at most. */
const until = (condition: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 30_000, interval: 5 })

/** A user who may manage her own keys, and her first one. */
async function makeAlice(url: string, admin: Credentials): Promise<Credentials> {
  await expectOk(call(url, admin, 'CreateUser', { UserName: 'alice' }))
  const policy = { UserName: 'alice', PolicyName: 'keys', PolicyDocument: manageOwnAccessKeys }
  await expectOk(call(url, admin, 'PutUserPolicy', policy))
  return keyIn(await expectOk(call(url, admin, 'CreateAccessKey', { UserName: 'alice' })))
}

interface Noted {
  readonly began: number
  readonly ended: number
  /** `ok`, or the error's code. */
  readonly outcome: string
  readonly key: string
}

/** A program that calls all the while, reads and writes in turn, with whatever key it is given; it notes what it hears. */
class Program {
  readonly noted: Noted[] = []
  key: Credentials
  #running = true
  readonly #loop: Promise<void>

  constructor(url: string, key: Credentials) {
    this.key = key
    this.#loop = this.#run(url)
  }

  async #run(url: string): Promise<void> {
    for (let i = 0; this.#running; i++) {
      const { key } = this
      const began = performance.now()
      const tags = { UserName: 'alice', 'Tags.member.1.Key': 'turn', 'Tags.member.1.Value': String(i) }
      const { code } = await (i % 3 === 0 ? call(url, key, 'TagUser', tags) : call(url, key, 'GetUser'))
      this.noted.push({ began, ended: performance.now(), outcome: code ?? 'ok', key: key.accessKeyId })
    }
  }

  /** Resolves when this many calls, begun from now on, have been answered. */
  async calls(count: number): Promise<void> {
    const now = performance.now()
    await until(() => this.noted.filter(({ began }) => began >= now).length >= count)
  }

  async stop(): Promise<void> {
    this.#running = false
    await this.#loop
  }
}

/** The outcomes of calls that began and ended between two moments. */
const between = (program: Program, from: number, to: number): readonly string[] => [
  ...new Set(program.noted.filter(({ began, ended }) => began >= from && ended <= to).map(({ outcome }) => outcome)),
]

describe.each(engines)('on %s', (engine) => {
  it('a key is rotated in six steps, and only who stays with the old one notices', { timeout: 120_000 }, async () => {
    const place = await placeOn(engine)
    const { url } = await Server.start(place)
    const admin = administratorOf(place.account)
    const old = await makeAlice(url, admin)
    const swapping = new Program(url, old)
    const staying = new Program(url, old)
    const both = (count: number) => Promise.all([swapping.calls(count), staying.calls(count)])
    await both(20)

    // 1. A second key, while the first is active.
    const fresh = keyIn(await expectOk(call(url, old, 'CreateAccessKey')))
    await both(20)
    // 2. Programs are told of the new key; one is forgotten.
    swapping.key = fresh
    await both(20)
    // 3. Is the old one still used?
    const used = await expectOk(call(url, fresh, 'GetAccessKeyLastUsed', { AccessKeyId: old.accessKeyId }))
    expect(used.get('LastUsedDate')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    // 4. It is deactivated, not deleted.
    const update = (Status: string) =>
      expectOk(call(url, fresh, 'UpdateAccessKey', { AccessKeyId: old.accessKeyId, Status }))
    const deactivating = performance.now()
    await update('Inactive')
    const deactivated = performance.now()
    // 5. Programs are watched: the one that broke is found, the old key reactivated, the program told.
    await both(30)
    const activating = performance.now()
    await update('Active')
    const activated = performance.now()
    await both(20)
    staying.key = fresh
    await both(20)
    await update('Inactive')
    await both(20)
    // 6. Nobody uses it any more: it is deleted.
    await expectOk(call(url, fresh, 'DeleteAccessKey', { AccessKeyId: old.accessKeyId }))
    await both(20)
    await Promise.all([swapping.stop(), staying.stop()])

    expect([...new Set(swapping.noted.map(({ outcome }) => outcome))]).toEqual(['ok'])
    expect(between(staying, 0, deactivating)).toEqual(['ok'])
    expect(between(staying, deactivated, activating)).toEqual(['InvalidClientTokenId'])
    expect(between(staying, activated, Infinity)).toEqual(['ok'])
    expect((await call(url, old, 'GetUser')).code).toBe('InvalidClientTokenId')
  })

  it('of 200 keys asked for at once exactly two are made, and both work', { timeout: 120_000 }, async () => {
    const place = await placeOn(engine)
    const { url } = await Server.start(place)
    const admin = administratorOf(place.account)
    await expectOk(call(url, admin, 'CreateUser', { UserName: 'alice' }))
    const create = () => call(url, admin, 'CreateAccessKey', { UserName: 'alice' })
    const answers = await Promise.all(Array.from({ length: 200 }, create))
    const made = answers.filter(({ status }) => status === 200).map(keyIn)
    expect(made).toHaveLength(2)
    const refused = new Set(
      answers.filter(({ status }) => status !== 200).map(({ code, message }) => `${code}: ${message}`),
    )
    expect([...refused]).toEqual(['LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2'])
    const listed = await expectOk(call(url, admin, 'ListAccessKeys', { UserName: 'alice' }))
    expect(listed.all('AccessKeyId').toSorted()).toEqual(made.map(({ accessKeyId }) => accessKeyId).toSorted())
    for (const key of made) await expectOk(call(url, key, 'GetCallerIdentity'))
  })

  it('two servers of one place agree at once on a key that is deactivated', { timeout: 60_000 }, async () => {
    const place = await placeOn(engine)
    const [one, other] = [await Server.start(place), await Server.start(place)]
    const admin = administratorOf(place.account)
    const alice = await makeAlice(one.url, admin)
    for (let i = 0; i < 20; i++) {
      await expectOk(call(other.url, alice, 'GetUser'))
      const update = { UserName: 'alice', AccessKeyId: alice.accessKeyId }
      await expectOk(call(one.url, admin, 'UpdateAccessKey', { ...update, Status: 'Inactive' }))
      expect((await call(other.url, alice, 'GetUser')).code).toBe('InvalidClientTokenId')
      await expectOk(call(one.url, admin, 'UpdateAccessKey', { ...update, Status: 'Active' }))
    }
  })

  it('every answered change is there after kill -9 in a storm of changes', { timeout: 120_000 }, async () => {
    const place = await placeOn(engine)
    const admin = administratorOf(place.account)
    const answered = new Map<string, Credentials>()
    for (let round = 0; round < 3; round++) {
      const server = await Server.start(place)
      const worker = async (number: number): Promise<void> => {
        for (let i = 0; ; i++) {
          const UserName = `user-${round}-${number}-${i}`
          await expectOk(call(server.url, admin, 'CreateUser', { UserName }))
          answered.set(UserName, { accessKeyId: '', secretAccessKey: '' })
          answered.set(UserName, keyIn(await expectOk(call(server.url, admin, 'CreateAccessKey', { UserName }))))
        }
      }
      const before = answered.size
      const storm = Array.from({ length: 16 }, (_, number) => worker(number).catch(() => undefined))
      await until(() => answered.size >= before + 100 + round * 37)
      await server.kill()
      await Promise.all(storm)
    }
    const { url } = await Server.start(place)
    for (const [UserName, key] of answered) {
      if (key.accessKeyId === '') await expectOk(call(url, admin, 'GetUser', { UserName }))
      else {
        const { body } = await expectOk(call(url, key, 'GetCallerIdentity'))
        expect(body).toContain(`user/${UserName}</Arn>`)
      }
    }
  })

  it('a use is shown within a second, and one that was shown is not lost by a stop', { timeout: 60_000 }, async () => {
    const place = await placeOn(engine)
    const [one, other] = [await Server.start(place), await Server.start(place)]
    const admin = administratorOf(place.account)
    const alice = await makeAlice(one.url, admin)
    const lastUsed = (url: string) =>
      expectOk(call(url, admin, 'GetAccessKeyLastUsed', { AccessKeyId: alice.accessKeyId }))
    expect((await lastUsed(one.url)).get('ServiceName')).toBe('N/A')
    const began = performance.now()
    await expectOk(call(one.url, alice, 'GetCallerIdentity'))
    const shown = await lastUsed(one.url)
    expect([shown.get('UserName'), shown.get('ServiceName'), shown.get('Region')]).toEqual([
      'alice',
      'sts',
      'eu-central-1',
    ])
    // Another process hears of it with the next flush, once a second.
    while ((await lastUsed(other.url)).get('ServiceName') === 'N/A')
      expect(performance.now() - began).toBeLessThan(5_000)
    await expectOk(call(one.url, alice, 'GetUser'))
    await one.stop()
    expect((await lastUsed(other.url)).get('ServiceName')).toBe('iam')
  })
})
