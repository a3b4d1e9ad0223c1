import { PostgresDirectory } from '../../src/directory/postgres-directory.ts'
import { SqliteDirectory } from '../../src/directory/sqlite-directory.ts'
import { systemClock } from '../../src/domain/clock.ts'
import { limits } from '../../src/domain/limits.ts'
import { createAccount } from '../../src/operator/create-account.ts'
import { openKeyRing } from '../../src/operator/operator-change.ts'
import { databaseFile, type Place } from '../../src/operator/place.ts'
import { openPool, type PostgresLimits } from '../../src/store/postgres.ts'
import { PostgresPoolReads } from '../../src/store/postgres-reads.ts'
import { PostgresWriter } from '../../src/store/postgres-writer.ts'
import { SqliteConnection } from '../../src/store/sqlite.ts'
import { SqliteChanges } from '../../src/writer/sqlite-changes.ts'
import { performChange } from '../../src/writer/change.ts'
import { defaultSettings } from '../defaults.ts'
import { gatedChanges, gatedReads } from './gated.ts'
import { Gates } from './gates.ts'
import { Node, type Key } from './node.ts'
import type { Call } from './trace.ts'

/** What a process of its own is told to do: calls one after the other, several such walks at a time. */
export interface Walk {
  readonly key: Key
  readonly steps: readonly (readonly [action: string, parameters: Readonly<Record<string, string>>])[]
}

export interface Orders {
  readonly name: string
  readonly place: Place
  readonly walks: readonly Walk[]
  /** So many accounts are made by a command meanwhile, each in a transaction of its own. */
  readonly accounts?: number
  /** It stops at these gates until it is let on; `at` tells where. On PostgreSQL. */
  readonly hold?: string
  /** How long the server lets a transaction of its idle: milliseconds. */
  readonly idleInTransactionTimeout?: number
}

export type Told = { readonly at: string } | { readonly call: Call } | { readonly done: true }

/** A process's worth of a house with the production's parts: the writer's own thread on SQLite, pools of its own on PostgreSQL. */
export function openNode(
  name: string,
  place: Place,
  gates = new Gates(),
  postgresLimits: PostgresLimits = limits,
): Node {
  const keyRing = openKeyRing(place)
  const means = { keyRing, clock: systemClock }
  if (place.kind === 'folder') {
    const file = databaseFile(place.folder)
    const directory = new SqliteDirectory(() => new SqliteConnection(file, { mode: 'read' }), systemClock)
    const data = { databaseFile: file, masterKeyFile: place.masterKeyFile, settings: defaultSettings }
    return new Node(name, { directory, changes: () => new SqliteChanges(data), silent: true }, means)
  }
  const reads = new PostgresPoolReads(() => openPool(place.url, postgresLimits, { max: 4 }))
  const directory = new PostgresDirectory(gatedReads(name, reads, gates))
  const writer = new PostgresWriter(openPool(place.url, postgresLimits, { max: 2 }))
  const perform: Parameters<typeof gatedChanges>[1]['perform'] = (tx, head, change) =>
    performChange(tx, head, change, { keyRing, settings: defaultSettings })
  return new Node(name, { directory, changes: (note) => gatedChanges(name, { writer, gates, perform, note }) }, means)
}

async function follow({ name, place, walks, hold, accounts = 0, ...more }: Orders): Promise<void> {
  const gates = new Gates()
  if (hold !== undefined) {
    gates.hold((label) => label === hold)
    void gates.reached(hold).then(() => tell({ at: hold }))
    process.once('message', () => gates.release())
  }
  const node = openNode(name, place, gates, { ...limits, ...more })
  await Promise.all(
    walks.map(async ({ key, steps }) => {
      for (const [action, parameters] of steps) tell({ call: await node.call(key, action, parameters) })
    }),
  )
  for (let made = 0; made < accounts; made++) {
    await createAccount(place, { administrator: true, rootAccessKey: true })
  }
  await node.close()
  tell({ done: true })
}

const tell = (told: Told): void => void process.send?.(told)

// Started by `processes.ts` with a channel to it; imported, it does nothing.
if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  process.once('message', (orders: Orders) => {
    void follow(orders).then(() => process.disconnect())
  })
}
