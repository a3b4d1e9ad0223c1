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
  ['GetUserPolicy', { UserName: 'alice', PolicyName: 'test' }],
]

const tag = (key: string, value: string): Step => [
  'TagUser',
  { ...bob, 'Tags.member.1.Key': key, 'Tags.member.1.Value': value },
]

/** Ordered pairs of changes: what the second shows or allows must never be seen without the first. */
function pairs(alice: Key, round: number): readonly Step[] {
  const key = { UserName: 'alice', AccessKeyId: alice.accessKeyId }
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

  it('processes that write at once never give a stale answer, and every answer is of one state', async () => {
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
    // While they go on: some calls of this process for every call that one of them tells of.
    const lookBeside = async (process: Process, calls: number) => {
      for (let told = 1; told <= calls; told++) {
        await process.answered(told)
        for (const [action, parameters] of [...looks, tag('by', 'alice')]) await here.call(alice, action, parameters)
      }
    }
    await Promise.all([lookBeside(writer, 44), lookBeside(other, 64)])
    expect(await Promise.all([writer.ended(), other.ended()])).toEqual([0, 0])
    const calls = [...writer.calls, ...other.calls, ...here.calls]
    expect(calls.filter((call) => call.status >= 500).map((call) => call.body)).toEqual([])
    expect(new Set(writer.calls.map(codeOf))).toEqual(new Set([undefined]))
    expect(await violations(calls, ledger)).toEqual([])
  })
})
