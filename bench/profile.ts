import { join } from 'node:path'
import { cpuOfThreads, pinClient } from './rig/cores.ts'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { KeyChanges } from './rig/key-changes.ts'
import { Load } from './rig/load.ts'
import { cleanUp } from './rig/process.ts'
import { getCallerIdentity, listAccessKeys } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

// Where the time of a call goes: `node bench/profile.ts [list-access-keys | moving-head]`. The serving thread, by room and
// by function; with `moving-head` it answers GetCallerIdentity while 200 changes a second are made.

interface Frame {
  readonly functionName: string
  readonly url: string
  /** Counted from 0. */
  readonly lineNumber: number
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] }[]
  readonly samples: readonly number[]
  /** Microseconds. */
  readonly timeDeltas: readonly number[]
}

const isOurs = ({ url }: Frame): boolean => /packages\/\w+\/dist\//.test(url)

/** `packages/server/dist/authn/authenticate.js` is server/authn. */
function roomOf({ url }: Frame): string {
  const own = /packages\/(\w+)\/dist\/(?:([\w-]+)\/)?([\w-]+)\.js/.exec(url)
  if (own !== null) return `${own[1] ?? ''}/${own[2] ?? own[3] ?? ''}`
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)
  return library?.[1] ?? (url.startsWith('node:') ? 'Node' : 'engine')
}

const nameOf = (frame: Frame): string =>
  `${roomOf(frame)} ${frame.functionName || '(anonymous)'}${frame.url === '' ? '' : `:${frame.lineNumber + 1}`}`

/**
 * Shares of the samples, and of the `cpu` that the thread used for a call. Node's own modules and native code are charged to the room
 * that called them, where one did.
 */
function summarise({ nodes, samples, timeDeltas }: Profile, cpu: number): void {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const ownerOf = (id: number | undefined): Frame | undefined => {
    const frame = id === undefined ? undefined : frames.get(id)
    return id === undefined || frame === undefined || isOurs(frame) ? frame : ownerOf(parents.get(id))
  }
  const byRoom = new Map<string, number>()
  const byFunction = new Map<string, number>()
  let all = 0
  samples.forEach((id, index) => {
    const frame = frames.get(id)
    // The profiler's own work is no part of a call.
    if (frame === undefined || frame.functionName === '(idle)' || frame.url === 'node:inspector') return
    const time = timeDeltas[index] ?? 0
    all += time
    const owner = ownerOf(id)
    const room = owner === undefined ? roomOf(frame) : roomOf(owner) + (isOurs(frame) ? '' : ', what it calls')
    const name = owner === undefined || owner === frame ? nameOf(frame) : `${nameOf(frame)} for ${nameOf(owner)}`
    byRoom.set(room, (byRoom.get(room) ?? 0) + time)
    byFunction.set(name, (byFunction.get(name) ?? 0) + time)
  })
  print('By room', byRoom, all, cpu)
  print('By function, its own time', byFunction, all, cpu)
}

function print(title: string, times: ReadonlyMap<string, number>, all: number, cpu: number): void {
  console.log(`\n${title}: share, and microseconds a call`)
  for (const [name, time] of [...times].toSorted((a, b) => b[1] - a[1])) {
    if (time / all < 0.005) continue
    console.log(
      `${((time / all) * 100).toFixed(1).padStart(6)} % ${((time / all) * cpu).toFixed(2).padStart(6)}  ${name}`,
    )
  }
}

function servingCpu(): number {
  return cpuOfThreads(server.pid).get(server.pid) ?? NaN
}

pinClient()
const mode = process.argv[2]
const request = mode === 'list-access-keys' ? listAccessKeys : getCallerIdentity
// Keys of users with odd numbers may change: hot keys are those of even ones.
const users = 20_000
const population = await populate({ users, keysEach: 1 })
const server = await startKeyward(population.folder, {
  node: ['--import', join(import.meta.dirname, 'rig/profiler.ts')],
})
const load = new Load(server.port, requestsOfHotKeys(population, users, request), settings.connections)
await load.warmUp(settings.seconds)
await server.ask('profile')
const cpuBefore = servingCpu()
const changes = new KeyChanges(
  server.port,
  population.administrator,
  [1, 3, 5, 7, 9, 11, 13, 15].map(population.userName),
)
const work = () => load.run(settings.seconds * 2)
const { answers } = mode === 'moving-head' ? (await changes.during(200, work)).value : await work()
const cpu = ((servingCpu() - cpuBefore) / answers) * 1e6
const profile = (await server.ask('end profile')) as Profile
load.close()
changes.close()
await server.stop()
console.log(`${mode ?? request.name}: the serving thread, ${cpu.toFixed(1)} µs of CPU a call under the profiler`)
summarise(profile, cpu)
cleanUp()
process.exit()
