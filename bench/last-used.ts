import { join } from 'node:path'
import { compare, loadOn, spell } from './rig/compare.ts'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { atMost, type Row } from './rig/line.ts'
import { getCallerIdentity } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'

const users = 10_000

/** What last-used records add to a call: the same server, and one in which nothing is ever noted. */
export const row: Row = {
  name: 'last-used',
  async run() {
    const population = await populate({ users, keysEach: 2 })
    const requests = requestsOfHotKeys(population, users, getCallerIdentity)
    // Two servers may share a folder: only one of them writes here.
    const noting = await startKeyward(population.folder)
    const silent = await startKeyward(population.folder, {
      node: ['--import', join(import.meta.dirname, 'rig/without-notes.ts')],
    })
    const { a, b } = await compare(loadOn(noting, requests), loadOn(silent, requests))
    await Promise.all([noting.stop(), silent.stop()])
    return [
      {
        what: 'What last-used records add to GetCallerIdentity: share of its CPU',
        ours: spell(a),
        other: `without notes ${spell(b)}`,
        value: (a.cpu - b.cpu) / a.cpu,
        unit: '',
        bar: atMost(0.3),
        note: 'The server has no switch: the other side is the same program with LastUsedNotes.note replaced by nothing when it starts. Reads write no event yet.',
      },
    ]
  },
}
