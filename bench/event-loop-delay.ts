import { join } from 'node:path'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { KeyChanges } from './rig/key-changes.ts'
import { atMost, median, type Row } from './rig/line.ts'
import { Load } from './rig/load.ts'
import { getCallerIdentity } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const users = 20_000
const changesPerSecond = 200

/** How long the serving thread is kept from its callers while keys are created, deactivated and deleted. */
export const row: Row = {
  name: 'event-loop-delay',
  async run() {
    const population = await populate({ users, keysEach: 1 }, { fresh: true })
    const server = await startKeyward(population.folder, {
      node: ['--import', join(import.meta.dirname, 'rig/event-loop-delay.ts')],
    })
    const load = new Load(server.port, requestsOfHotKeys(population, users, getCallerIdentity), settings.connections)
    const userNames = Array.from({ length: 32 }, (_, index) => population.userName(2 * index + 1))
    const changes = new KeyChanges(server.port, population.administrator, userNames)
    await load.warmUp(settings.seconds)
    const { answers, seconds } = await load.run(settings.seconds)
    const half = answers / seconds / 2
    const p99 = async (work: () => Promise<unknown>): Promise<number> => {
      await server.ask('reset')
      await work()
      return Number(await server.ask('p99'))
    }
    const quiet: number[] = []
    const changing: number[] = []
    const rates: number[] = []
    for (let round = 0; round < settings.rounds; round++) {
      quiet.push(await p99(() => load.runAt(half, settings.seconds)))
      const work = () => changes.during(changesPerSecond, () => load.runAt(half, settings.seconds))
      changing.push(await p99(async () => rates.push((await work()).rate)))
    }
    load.close()
    changes.close()
    await server.stop()
    return [
      {
        what: `Event-loop delay p99 of the serving thread at half its rate (${Math.round(half).toLocaleString('en-US')}/s, arrivals fixed beforehand) while ${changesPerSecond} key changes a second are made, against without`,
        ours: `${median(changing).toFixed(2)} ms`,
        other: `quiet ${median(quiet).toFixed(2)} ms`,
        value: median(changing) / median(quiet),
        unit: '×',
        bar: atMost(2),
        note: `perf_hooks counts the timer's own millisecond in. ${median(rates).toFixed(0)} changes a second were answered.`,
      },
    ]
  },
}
