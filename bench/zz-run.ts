import { compare, loadOn, spell } from './rig/compare.ts'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { getCallerIdentity } from './rig/requests.ts'
import { startBareLike, startKeyward } from './rig/servers.ts'
import { startNode } from './rig/process.ts'
import { join } from 'node:path'
const users = Number(process.argv[2] ?? 10000)
const population = await populate({ users, keysEach: 2 })
const requests = requestsOfHotKeys(population, users, getCallerIdentity)
const k = await startKeyward(population.folder)
const st = await startNode([join(import.meta.dirname, 'zz-static.ts')])
const bare = await startBareLike(k, requests[0]!)
const x = await compare(loadOn(st, requests), loadOn(bare, requests))
console.log('static', spell(x.a), 'bare', spell(x.b))
const y = await compare(loadOn(k, requests), loadOn(st, requests))
console.log('keyward', spell(y.a), 'static', spell(y.b))
await Promise.all([k.stop(), st.stop(), bare.stop()])
process.exit(0)
