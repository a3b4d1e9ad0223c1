import { compare, loadOn, spell, type Measured, type Side } from './rig/compare.ts'
import { cpuOf } from './rig/cores.ts'
import { populate, type Population } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { atLeast, type Bar, type Line, type Row } from './rig/line.ts'
import { Load } from './rig/load.ts'
import type { Server } from './rig/process.ts'
import { getCallerIdentity, listAccessKeys, type Credentials } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const many = 1_000_000
const few = 10_000

/** What a call costs when a million users and two million keys are stored, against ten thousand users. */
export const row: Row = {
  name: 'million-users',
  async run() {
    const large = await populate({ users: many, keysEach: 2 })
    const small = await populate({ users: few, keysEach: 2 })
    return [
      await sameCalls('GetCallerIdentity', getCallerIdentity, large, small, atLeast(0.85)),
      await sameCalls('ListAccessKeys', listAccessKeys, large, small, atLeast(0.65)),
      await coldCallers(large),
    ]
  },
}

async function sameCalls(
  name: string,
  request: (credentials: Credentials) => Buffer,
  large: Population,
  small: Population,
  bar: Bar,
): Promise<Line> {
  const [a, b] = await onTwoServers(
    large,
    (server) => loadOn(server, requestsOfHotKeys(large, many, request)),
    small,
    (server) => loadOn(server, requestsOfHotKeys(small, few, request)),
  )
  return {
    what: `${name} with 1,000,000 users and 2,000,000 keys stored against 10,000 users, 10,000 hot keys on both sides, by CPU a request`,
    ours: spell(a),
    other: `10,000 users ${spell(b)}`,
    value: b.cpu / a.cpu,
    unit: '×',
    bar,
  }
}

/** Every call by a key this process has not seen: its rows are read, its secret is opened, its signing key derived. */
async function coldCallers(large: Population): Promise<Line> {
  const [a, b] = await onTwoServers(
    large,
    (server) => coldLoad(server, large),
    large,
    (server) => loadOn(server, requestsOfHotKeys(large, many, getCallerIdentity)),
  )
  return {
    what: 'GetCallerIdentity by a cold caller (its first call ever), 2,000,000 keys stored, against a hot one, by CPU a request',
    ours: spell(a),
    other: `hot ${spell(b)}`,
    value: b.cpu / a.cpu,
    unit: '×',
    bar: undefined,
    note: "The database's pages come from the system's cache, not from the disk.",
  }
}

async function onTwoServers(
  first: Population,
  sideOf: (server: Server) => Side,
  second: Population,
  otherOf: (server: Server) => Side,
): Promise<readonly [Measured, Measured]> {
  const server = await startKeyward(first.folder)
  const other = await startKeyward(second.folder)
  const { a, b } = await compare(sideOf(server), otherOf(other))
  await Promise.all([server.stop(), other.stop()])
  return [a, b]
}

function coldLoad(server: Server, { credentials }: Population): Side {
  const load = new Load(server.port, [], settings.connections)
  let next = 0
  const measure = async (calls: number): Promise<Measured> => {
    load.use(Array.from({ length: calls }, () => getCallerIdentity(credentials(scattered(next++), 2))))
    const before = cpuOf(server.pid)
    const { answers, seconds } = await load.runOnce()
    return { cpu: ((cpuOf(server.pid) - before) / answers) * 1e6, rate: answers / seconds }
  }
  return {
    warmUp: async () => void (await measure(10_000)),
    measure: (seconds) => measure(Math.ceil(seconds * 6_000)),
    close: () => load.close(),
  }
}

/** Each user once, in no order that the tables have. */
const scattered = (index: number): number => (index * 611_953) % many
