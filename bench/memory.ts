import { setTimeout as sleep } from 'node:timers/promises'
import { memoryOf } from './rig/cores.ts'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { below, type Row } from './rig/line.ts'
import { Load } from './rig/load.ts'
import { getCallerIdentity, listAccessKeys } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const users = 1_000_000

/** What the process holds of memory once ten thousand of two million keys have called, for long enough to see it grow. */
export const row: Row = {
  name: 'memory',
  async run() {
    const population = await populate({ users, keysEach: 2 })
    const server = await startKeyward(population.folder)
    let most = 0
    const anonymous: number[] = []
    for (const request of [getCallerIdentity, listAccessKeys]) {
      const load = new Load(server.port, requestsOfHotKeys(population, users, request), settings.connections)
      for (let round = 0; round < settings.rounds; round++) {
        await load.warmUp(settings.seconds / 2)
        const { all, anonymous: own } = memoryOf(server.pid)
        most = Math.max(most, all)
        anonymous.push(own)
      }
      load.close()
    }
    await sleep(2_000)
    const after = memoryOf(server.pid)
    await server.stop()
    return [
      {
        what: 'Resident memory, 2,000,000 keys stored, 10,000 of them in use: the most that was seen under load',
        ours: `${most.toFixed(0)} MB`,
        other: '–',
        value: most,
        unit: 'MB',
        bar: below(300),
        note: `Of it at most ${Math.max(...anonymous).toFixed(0)} MB are the process's own; the rest are pages of files, the database's above all, which the system takes back when it needs them. Two seconds after the load: ${after.all.toFixed(0)} MB, ${after.anonymous.toFixed(0)} of them its own.`,
      },
    ]
  },
}
