import { setTimeout as sleep } from 'node:timers/promises'
import { Client, textOf } from './rig/client.ts'
import { populate } from './rig/database.ts'
import { atMost, type Row } from './rig/line.ts'
import type { Server } from './rig/process.ts'
import type { Credentials } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const kills = Math.ceil(500 * settings.share)
const writers = 64
const stormMilliseconds = 250

/** What the client was told about one user, and what it had asked for when the server died. */
interface Told {
  readonly userName: string
  state: State
  /** The state that a change without an answer would have led to. */
  pending: State | undefined
}

type State = 'no user' | 'no key' | 'Active' | 'Inactive'

/** A server that is killed at a random moment of a storm of writes, again and again: is everything there that was answered? */
export const row: Row = {
  name: 'kills',
  async run() {
    const { folder, administrator } = await populate({ users: 1, keysEach: 1 }, { fresh: true })
    let acknowledged = 0
    let lost = 0
    let storm: Told[] = []
    let server = await startKeyward(folder)
    for (let kill = 0; kill < kills; kill++) {
      lost += await countLost(server, administrator, storm)
      storm = []
      const first = Promise.withResolvers<undefined>()
      const writing = Array.from({ length: writers }, (_, writer) =>
        write(server, administrator, {
          storm,
          name: `storm-${kill}-${writer}`,
          answered: () => first.resolve(undefined),
        }),
      )
      await first.promise
      await sleep(Math.random() * stormMilliseconds)
      await server.kill()
      for (const count of await Promise.all(writing)) acknowledged += count
      server = await startKeyward(folder)
    }
    lost += await countLost(server, administrator, storm)
    await server.stop()
    return [
      {
        what: `Acknowledged changes lost in ${kills} kill -9 at random moments of a write storm, SQLite`,
        ours: `${lost} of ${acknowledged.toLocaleString('en-US')}`,
        other: '–',
        value: lost,
        unit: '',
        bar: atMost(0),
        note: `${writers} writers create users, create, deactivate and delete their keys; after each kill every user of the storm is asked for.`,
      },
    ]
  },
}

interface Storm {
  readonly storm: Told[]
  /** Names of users begin with it. */
  readonly name: string
  /** Called at each answer. */
  answered(): void
}

/** Goes on until the connection breaks. Gives how many changes were answered. */
async function write(server: Server, by: Credentials, { storm, name, answered }: Storm): Promise<number> {
  const client = new Client()
  let count = 0
  try {
    for (let number = 0; ; number++) {
      const told: Told = { userName: `${name}-${number}`, state: 'no user', pending: 'no key' }
      storm.push(told)
      const UserName = told.userName
      const change = async (action: string, parameters: Record<string, string>, becomes: State) => {
        told.pending = becomes
        const body = await client.done(server.port, { service: 'iam', action, UserName, ...parameters }, by)
        told.state = becomes
        told.pending = undefined
        count++
        answered()
        return body
      }
      await change('CreateUser', {}, 'no key')
      const AccessKeyId = textOf(await change('CreateAccessKey', {}, 'Active'), 'AccessKeyId')
      await change('UpdateAccessKey', { AccessKeyId, Status: 'Inactive' }, 'Inactive')
      if (number % 2 === 0) await change('DeleteAccessKey', { AccessKeyId }, 'no key')
    }
  } catch (error) {
    // A refusal is no broken connection: the storm itself would be wrong.
    if (error instanceof Error && error.message.includes('was answered')) throw error
    return count
  } finally {
    client.close()
  }
}

async function countLost(server: Server, administrator: Credentials, storm: readonly Told[]): Promise<number> {
  const waiting = [...storm]
  let lost = 0
  const reader = async () => {
    const client = new Client()
    for (let told = waiting.pop(); told !== undefined; told = waiting.pop()) {
      const form = { service: 'iam', action: 'ListAccessKeys', UserName: told.userName } as const
      const found = stateIn(await client.call(server.port, form, administrator))
      if (found !== told.state && found !== told.pending) lost++
    }
    client.close()
  }
  await Promise.all(Array.from({ length: 8 }, reader))
  return lost
}

function stateIn({ status, body }: { status: number; body: string }): State {
  if (status === 404) return 'no user'
  if (status !== 200) throw new Error(`ListAccessKeys was answered ${status}: ${body}`)
  if (!body.includes('<AccessKeyId>')) return 'no key'
  return textOf(body, 'Status') === 'Active' ? 'Active' : 'Inactive'
}
