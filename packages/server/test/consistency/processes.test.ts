import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { systemClock } from '../../src/domain/clock.ts'
import { initialise } from '../../src/operator/initialise.ts'
import { folderPlace, type Place } from '../../src/operator/place.ts'
import { createDatabase } from '../postgres-database.ts'
import { violations } from './checker.ts'
import { Ledger } from './ledger.ts'
import type { Key, Node } from './node.ts'
import { openNode, type Walk } from './process.ts'
import { Process } from './processes.ts'
import { codeOf } from './trace.ts'
import { everything, keyOf, nothing, policy, succeeded } from './rig.ts'

type Step = Walk['steps'][number]

const bob = { UserName: 'bob' }
const looks: readonly Step[] = [
  ['GetCallerIdentity', {}],
  ['GetUser', bob],
  ['ListAccessKeys', { UserName: 'alice' }],
  ['ListUsers', { MaxItems: '2' }],
  ['ListGroupsForUser', { UserName: 'alice' }],
  ['GetUserPolicy', { UserName: 'alice', PolicyName: 'test' }],
]

const tag = (key: string, value: string): Step => [
  'TagUser',
  { ...bob, 'Tags.member.1.Key': key, 'Tags.member.1.Value': value },
]

/** Ordered pairs of changes: what the second shows or allows must never be seen without the first. */
function pairs(alice: Key, round: number): readonly Step[] {
  const key = { UserName: 'alice', AccessKeyId: alice.accessKeyId }
  const group = { GroupName: `night${round}` }
  const bounds = 'arn:aws:iam::aws:policy/IAMUserChangePassword'
  const deny: Step = ['PutUserPolicy', policy('alice', nothing, 'deny')]
  const admit: Step = ['DeleteUserPolicy', { UserName: 'alice', PolicyName: 'deny' }]
  return [
    ['UpdateAccessKey', { ...key, Status: 'Inactive' }],
    deny,
    ['UpdateAccessKey', { ...key, Status: 'Active' }],
    tag('secret', `of round ${round}`),
    admit,
    ['UpdateUser', { ...bob, NewUserName: `bob${round}` }],
    ['CreateUser', bob],
    ['DeleteUser', bob],
    ['UpdateUser', { UserName: `bob${round}`, NewUserName: 'bob', NewPath: `/round${round}/` }],
    ['DeleteUserPolicy', { UserName: 'alice', PolicyName: 'test' }],
    ['PutUserPolicy', policy('alice', everything)],
    ['CreateGroup', group],
    ['PutGroupPolicy', { ...group, PolicyName: 'deny', PolicyDocument: policy('', nothing).PolicyDocument }],
    ['AddUserToGroup', { ...group, UserName: 'alice' }],
    tag('secret', `of the group of round ${round}`),
    ['RemoveUserFromGroup', { ...group, UserName: 'alice' }],
    ['PutUserPermissionsBoundary', { UserName: 'alice', PermissionsBoundary: bounds }],
    tag('secret', `beyond the boundary of round ${round}`),
    ['DeleteUserPermissionsBoundary', { UserName: 'alice' }],
    ['DeleteGroupPolicy', { ...group, PolicyName: 'deny' }],
    ['DeleteGroup', group],
  ]
}

const repeat = (steps: readonly Step[], times: number): readonly Step[] =>
  Array.from({ length: times }, () => steps).flat()

/** A place that was just made, in the true time: processes of their own read the machine's clock. */
async function place(engine: 'sqlite' | 'postgres') {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-processes-'))
  const database = engine === 'postgres' ? await createDatabase(inject('postgresUrl')) : undefined
  const place: Place =
    database === undefined
      ? folderPlace(join(folder, 'data'))
      : { kind: 'postgres', url: database.url, masterKeyFile: join(folder, 'master.key') }
  const { administrator } = await initialise(place, { administrator: true, rootAccessKey: false }, systemClock)
  return {
    place,
    administrator: {
      accessKeyId: administrator?.accessKeyId ?? '',
      secretAccessKey: administrator?.secretAccessKey.reveal() ?? '',
    },
    async remove() {
      await database?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let made: Awaited<ReturnType<typeof place>>
  let here: Node
  let ledger: Ledger
  let alice: Key

  beforeAll(async () => {
    made = await place(engine)
    here = openNode('here', made.place)
    const does = async (...[action, parameters]: Step) =>
      succeeded(await here.call(made.administrator, action, parameters))
    await does('CreateUser', bob)
    await does('CreateUser', { UserName: 'alice' })
    await does('PutUserPolicy', policy('alice', everything))
    alice = keyOf(await does('CreateAccessKey', { UserName: 'alice' }))
    ledger = await Ledger.open(made.place)
  })
  beforeEach(async () => {
    await ledger.begin()
    here.calls.length = 0
  })
  afterAll(async () => {
    await ledger.close()
    await here.close()
    await made.remove()
  })

  it('give no stale answer while processes and commands write, and every answer is of one state', async () => {
    const { administrator } = made
    const writer = new Process({
      name: 'writer',
      place: made.place,
      walks: [{ key: administrator, steps: [1, 2, 3, 4].flatMap((round) => pairs(alice, round)) }],
    })
    const other = new Process({
      name: 'other',
      place: made.place,
      walks: [
        { key: alice, steps: repeat([tag('by', 'alice'), ...looks], 8) },
        { key: administrator, steps: repeat([tag('by', 'the administrator')], 16) },
      ],
    })
    const operator = new Process({ name: 'operator', place: made.place, walks: [], accounts: 12 })
    // While they go on: some calls of this process for every call that one of them tells of.
    const lookBeside = async (process: Process, calls: number) => {
      for (let told = 1; told <= calls; told++) {
        await process.answered(told)
        for (const [action, parameters] of [...looks, tag('by', 'alice')]) await here.call(alice, action, parameters)
      }
    }
    await Promise.all([lookBeside(writer, 44), lookBeside(other, 64)])
    expect(await Promise.all([writer.ended(), other.ended(), operator.ended()])).toEqual([0, 0, 0])
    const calls = [...writer.calls, ...other.calls, ...here.calls]
    expect(calls.filter((call) => call.status >= 500).map((call) => call.body)).toEqual([])
    expect(new Set(writer.calls.map(codeOf))).toEqual(new Set([undefined]))
    expect(await violations(calls, ledger)).toEqual([])
  })

  it('no process accepts a call with a key from the answer of its deactivation on', async () => {
    const { administrator } = made
    const steps = repeat([['GetCallerIdentity', {}], tag('by', 'alice'), ['ListUsers', {}]], 60)
    const users = ['one', 'two'].map((name) => new Process({ name, place: made.place, walks: [{ key: alice, steps }] }))
    await Promise.all(users.map((user) => user.answered(30)))
    const key = { UserName: 'alice', AccessKeyId: alice.accessKeyId }
    const deactivation = succeeded(await here.call(administrator, 'UpdateAccessKey', { ...key, Status: 'Inactive' }))
    await Promise.all(users.map((user) => user.ended()))
    const later = users.flatMap((user) => user.calls).filter((call) => call.began > deactivation.ended)
    expect(later.length).toBeGreaterThan(20)
    expect(later.filter((call) => codeOf(call) !== 'InvalidClientTokenId')).toEqual([])
    expect(await violations([...users.flatMap((user) => user.calls), ...here.calls], ledger)).toEqual([])
    succeeded(await here.call(administrator, 'UpdateAccessKey', { ...key, Status: 'Active' }))
  })

  it('gives out exactly two keys where two hundred are asked for at once, by several processes', async () => {
    const { administrator } = made
    const carl = { UserName: 'carl' }
    succeeded(await here.call(administrator, 'CreateUser', carl))
    await ledger.begin()
    here.calls.length = 0
    const other = new Process({
      name: 'other',
      place: made.place,
      walks: Array.from({ length: 100 }, () => ({ key: administrator, steps: [['CreateAccessKey', carl]] as const })),
    })
    await Promise.all(Array.from({ length: 100 }, () => here.call(administrator, 'CreateAccessKey', carl)))
    await other.ended()
    const calls = [...here.calls, ...other.calls]
    const outcomes = Map.groupBy(calls, (call) => codeOf(call) ?? 'given out')
    expect([outcomes.get('given out')?.length, outcomes.get('LimitExceeded')?.length]).toEqual([2, 198])
    expect(await violations(calls, ledger)).toEqual([])
  })
})

describe('a paused process', () => {
  let made: Awaited<ReturnType<typeof place>>
  let here: Node
  let ledger: Ledger
  let alice: Key
  const key = () => ({ UserName: 'alice', AccessKeyId: alice.accessKeyId })
  const does = async (...[action, parameters]: Step) =>
    succeeded(await here.call(made.administrator, action, parameters))

  beforeAll(async () => {
    made = await place('postgres')
    here = openNode('here', made.place)
    await does('CreateUser', bob)
    await does('CreateUser', { UserName: 'alice' })
    await does('PutUserPolicy', policy('alice', everything))
    alice = keyOf(await does('CreateAccessKey', { UserName: 'alice' }))
    ledger = await Ledger.open(made.place)
  })
  beforeEach(async () => {
    await does('UpdateAccessKey', { ...key(), Status: 'Active' })
    await ledger.begin()
    here.calls.length = 0
  })
  afterAll(async () => {
    await ledger.close()
    await here.close()
    await made.remove()
  })

  it('that had read the head accepts nothing that comes after it goes on', async () => {
    const paused = new Process({
      name: 'paused',
      place: made.place,
      walks: [{ key: alice, steps: repeat([['ListUsers', {}], tag('by', 'alice')], 3) }],
      hold: 'paused head reply',
    })
    await paused.reached('paused head reply')
    paused.pause()
    await does('UpdateAccessKey', { ...key(), Status: 'Inactive' })
    paused.resume()
    paused.goOn()
    expect(await paused.ended()).toBe(0)
    expect(paused.calls.slice(1).map(codeOf)).toEqual(Array.from({ length: 5 }, () => 'InvalidClientTokenId'))
    expect(await violations([...paused.calls, ...here.calls], ledger)).toEqual([])
  })

  it('inside its transaction gives the head back, does nothing of its change, and goes on', async () => {
    const paused = new Process({
      name: 'paused',
      place: made.place,
      walks: [{ key: alice, steps: [tag('secret', 'of the paused'), tag('by', 'alice'), ['GetUser', bob]] }],
      hold: 'paused change commit',
      idleInTransactionTimeout: 500,
    })
    await paused.reached('paused change commit')
    paused.pause()
    // Waits for the head until the server takes it from the paused process.
    await does('PutUserPolicy', policy('alice', nothing, 'deny'))
    await does('TagUser', { ...bob, 'Tags.member.1.Key': 'colour', 'Tags.member.1.Value': 'red' })
    paused.resume()
    paused.goOn()
    expect(await paused.ended()).toBe(0)
    expect(paused.calls.map(codeOf)).toEqual(['ServiceUnavailable', 'AccessDenied', 'AccessDenied'])
    expect(await violations([...paused.calls, ...here.calls], ledger)).toEqual([])
  })
})

describe('kill -9 in a storm of writes on SQLite', () => {
  it('loses no change that was answered, and leaves none half made', async () => {
    const made = await place('sqlite')
    const ledger = await Ledger.open(made.place)
    const step = (walk: number, i: number): Step =>
      i % 2 === 0
        ? ['CreateUser', { UserName: `walker-${walk}-${i}` }]
        : ['PutUserPolicy', policy(`walker-${walk}-${i - 1}`, { ...nothing, Sid: `walk${i}` })]
    for (let round = 1; round <= 5; round++) {
      await ledger.begin()
      await ledger.close()
      const storm = new Process({
        name: `round ${round}`,
        place: made.place,
        walks: [1, 2, 3, 4].map((walk) => ({
          key: made.administrator,
          steps: Array.from({ length: 1_000 }, (_, i) => step(10 * round + walk, i)),
        })),
      })
      await storm.answered(40 + 7 * round)
      await storm.kill()
      await ledger.reopen()
      expect(storm.calls.filter((call) => call.status !== 200)).toEqual([])
      expect(await violations(storm.calls, ledger)).toEqual([])
      // It opens, and goes on where the last whole change ended.
      const node = openNode('after', made.place)
      succeeded(await node.call(made.administrator, 'CreateUser', { UserName: `after-${round}` }))
      succeeded(await node.call(made.administrator, 'ListUsers', {}))
      await node.close()
    }
    await ledger.close()
    await made.remove()
  })
})
