import { join } from 'node:path'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { pinClient } from './rig/cores.ts'
import { Load } from './rig/load.ts'
import { cleanUp } from './rig/process.ts'
import { getCallerIdentity, listAccessKeys } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

// Where the time of a call goes: `node bench/profile.ts [list-access-keys]`. The serving thread, by room and by function.

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** `packages/server/dist/authn/authenticate.js` is server/authn; what is Node's own is named by its module. */
function roomOf(url: string): string {
  const own = /packages\/(\w+)\/dist\/(?:([\w-]+)\/)?([\w-]+)\.js/.exec(url)
  if (own !== null) return own[2] === undefined ? `${own[1]}/${own[3]}` : `${own[1]}/${own[2]}`
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)
  if (library !== null) return library[1] ?? url
  return url.startsWith('node:') ? url.replace('internal/', '') : 'engine and native'
}

/** Node's own modules and native code are charged to the room that called them, where one did. */
function summarise(profile: Profile, calls: number): void {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])))
  const byRoom = new Map<string, number>()
  const byFunction = new Map<string, number>()
  let all = 0
  profile.samples.forEach((id, index) => {
    const frame = nodes.get(id)?.callFrame
    const time = profile.timeDeltas[index] ?? 0
    if (frame === undefined || frame.functionName === '(idle)') return
    all += time
    const name = frame.functionName || '(anonymous)'
    const place = `${roomOf(frame.url)} ${name}${frame.url === '' ? '' : `:${frame.lineNumber + 1}`}`
    byFunction.set(place, (byFunction.get(place) ?? 0) + time)
    let room = roomOf(frame.url)
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const url = nodes.get(at)?.callFrame.url ?? ''
      if (/packages\/\w+\/dist/.test(url)) {
        room = roomOf(url)
        break
      }
    }
    const key = room === roomOf(frame.url) ? room : `${room}, in Node and native code`
    byRoom.set(key, (byRoom.get(key) ?? 0) + time)
  })
  print('By room', byRoom, all, calls)
  print('By function, its own time', byFunction, all, calls)
}
function print(title: string, times: ReadonlyMap<string, number>, all: number, calls: number): void {
  console.log(`\n${title}: share, and microseconds a call`)
  for (const [name, time] of [...times].toSorted((a, b) => b[1] - a[1])) {
    if (time / all < 0.003) continue
    console.log(`${((time / all) * 100).toFixed(1).padStart(6)} % ${(time / calls).toFixed(2).padStart(6)}  ${name}`)
  }
}

pinClient()
const request = process.argv[2] === 'list-access-keys' ? listAccessKeys : getCallerIdentity
const users = 10_000
const population = await populate({ users, keysEach: 2 })
const server = await startKeyward(population.folder, {
  node: ['--import', join(import.meta.dirname, 'rig/profiler.ts')],
})
const load = new Load(server.port, requestsOfHotKeys(population, users, request), settings.connections)
await load.warmUp(settings.seconds)
await server.ask('profile')
const { answers, seconds } = await load.run(settings.seconds * 2)
const profile = (await server.ask('end profile')) as Profile
load.close()
await server.stop()
console.log(`${request.name}: ${answers} answers in ${seconds.toFixed(1)} s, under the profiler, the serving thread`)
summarise(profile, answers)
cleanUp()
process.exit()
