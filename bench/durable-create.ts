import { join } from 'node:path'
import Database from 'better-sqlite3'
import { compare, spell, type Side } from './rig/compare.ts'
import { cpuOfThreads } from './rig/cores.ts'
import { populate, type Population } from './rig/database.ts'
import { atLeast, type Row } from './rig/line.ts'
import { Load } from './rig/load.ts'
import { runNode, type Server } from './rig/process.ts'
import { signedRequest } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const createsPerSecond = 6_000
const warmUpSeconds = 2

/** A key that is on disk when it is answered, against the same rows written by hand, one transaction each. */
export const row: Row = {
  name: 'durable-create',
  async run() {
    // Each user once: more than any round will reach.
    const users = Math.ceil(createsPerSecond * (settings.seconds * settings.rounds + warmUpSeconds))
    const population = await populate({ users, keysEach: 0 }, { fresh: true })
    const byHand = await populate({ users, keysEach: 0 }, { fresh: true })
    const server = await startKeyward(population.folder)
    const creating = createKeys(server, population)
    await creating.warmUp(warmUpSeconds)
    const { a, b } = await compare(creating, rawTransactions(byHand, newestEvent(population)))
    await server.stop()
    return [
      {
        what: `Durable CreateAccessKey, ${settings.connections} in parallel, against raw transactions of the same rows, one each, by CPU of the writer`,
        ours: spell(a),
        other: `raw ${spell(b)}`,
        value: b.cpu / a.cpu,
        unit: '×',
        bar: atLeast(0.5),
        note: `Ours is the CPU of the writer's thread alone: judging again, sealing, rendering and the event are in it. Rates: ${(a.rate / b.rate).toFixed(2)} of the raw one, with the serving thread on the same core.`,
      },
    ]
  },
}

function createKeys(server: Server, { administrator, userName }: Population): Side {
  const load = new Load(server.port, [], settings.connections)
  let next = 0
  const measure = async (seconds: number) => {
    const form = { service: 'iam', action: 'CreateAccessKey' } as const
    const names = Array.from({ length: Math.ceil(createsPerSecond * seconds) }, (_, index) => userName(next + index))
    load.use(names.map((UserName) => signedRequest({ ...form, UserName }, administrator)))
    const before = cpuOfThreads(server.pid)
    const { answers, seconds: took } = await load.run(seconds)
    next += answers
    const used = [...cpuOfThreads(server.pid)]
      .filter(([thread]) => thread !== server.pid)
      .map(([thread, cpu]) => cpu - (before.get(thread) ?? 0))
    // The writer is the busiest thread besides the one that serves.
    return { cpu: (Math.max(...used) / answers) * 1e6, rate: answers / took }
  }
  return {
    warmUp: async (seconds) => void (await measure(Math.min(seconds, warmUpSeconds / 2))),
    measure,
    close: () => load.close(),
  }
}

function rawTransactions({ folder }: Population, record: string): Side {
  let from = 0
  const measure = async (seconds: number) => {
    const program = join(import.meta.dirname, 'rig/raw-writer.ts')
    const output = await runNode([program, folder, String(seconds), String(from), record])
    const {
      transactions,
      cpu,
      seconds: took,
    } = JSON.parse(output) as Record<'transactions' | 'cpu' | 'seconds', number>
    from += transactions
    return { cpu: (cpu / transactions) * 1e6, rate: transactions / took }
  }
  return { warmUp: async (seconds) => void (await measure(Math.min(seconds, 1))), measure, close: () => undefined }
}

/** The event of a create, for the other side to write as many bytes. */
function newestEvent({ folder }: Population): string {
  const database = new Database(join(folder, 'keyward.db'), { readonly: true })
  try {
    const row = database.prepare('select record from event order by n desc limit 1').get() as { record: string }
    return row.record
  } finally {
    database.close()
  }
}
