import { compare, loadOn, spell, type Side } from './rig/compare.ts'
import { populate, type Population } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { KeyChanges } from './rig/key-changes.ts'
import { atLeast, median, type Row } from './rig/line.ts'
import type { Server } from './rig/process.ts'
import { getCallerIdentity } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'

const users = 20_000
const changesPerSecond = 200

/** The first row while other people's keys change: what was read at one head has to be asked again at the next. */
export const row: Row = {
  name: 'moving-head',
  async run() {
    // The head of a folder moves for all its servers: the quiet side has a folder of its own.
    const moved = await populate({ users, keysEach: 1 }, { fresh: true })
    const quiet = await populate({ users, keysEach: 1 }, { fresh: true })
    const movedServer = await startKeyward(moved.folder)
    const quietServer = await startKeyward(quiet.folder)
    const load = whileKeysChange(movedServer, moved)
    const { a, b } = await compare(load.side, loadOn(quietServer, requestsOfHotKeys(quiet, users, getCallerIdentity)))
    await Promise.all([movedServer.stop(), quietServer.stop()])
    return [
      {
        what: `GetCallerIdentity while ${changesPerSecond} changes a second move the head, against without, by CPU a request`,
        ours: spell(a),
        other: `quiet ${spell(b)}`,
        value: b.cpu / a.cpu,
        unit: '×',
        bar: atLeast(0.75),
        note: `${median(load.rates).toFixed(0)} changes a second were answered; their CPU is counted, and weighs the more the fewer calls there are. The serving thread alone: ${a.serving?.toFixed(1)} µs against ${b.serving?.toFixed(1)} µs a call.`,
      },
    ]
  },
}

function whileKeysChange(server: Server, population: Population): { side: Side; rates: readonly number[] } {
  const side = loadOn(server, requestsOfHotKeys(population, users, getCallerIdentity))
  const changes = new KeyChanges(server.port, population.administrator, usersApart(population))
  const rates: number[] = []
  return {
    rates,
    side: {
      warmUp: (seconds) => side.warmUp(seconds),
      async measure(seconds) {
        const { value, rate } = await changes.during(changesPerSecond, () => side.measure(seconds))
        rates.push(rate)
        return value
      },
      close() {
        side.close()
        changes.close()
      },
    },
  }
}

/** Users with odd numbers: hot keys are those of even ones. */
const usersApart = ({ userName }: Population): readonly string[] =>
  Array.from({ length: 32 }, (_, index) => userName(2 * index + 1))
