import { compare, loadOn, spell } from './rig/compare.ts'
import { populate, type Size } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { atLeast, type Line, type Row } from './rig/line.ts'
import { getCallerIdentity, listAccessKeys, listUsers, type Credentials } from './rig/requests.ts'
import { startBareLike, startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const users = 10_000

/** What a call costs over the least a Node server can do: read the same POST to its end and answer as many bytes. */
async function againstBare(
  name: string,
  request: (credentials: Credentials) => Buffer,
  bar: number | undefined,
  { status = 200, ...more }: Partial<Size> & { readonly status?: number } = {},
): Promise<Line> {
  const population = await populate({ users, keysEach: 2, ...more })
  const requests = requestsOfHotKeys(population, users, request)
  const keyward = await startKeyward(population.folder)
  const bare = await startBareLike(keyward, requests[0] ?? Buffer.alloc(0))
  const { a, b } = await compare(loadOn(keyward, requests, settings.connections, status), loadOn(bare, requests))
  await Promise.all([keyward.stop(), bare.stop()])
  return {
    what: `${name}, ${settings.hotKeys.toLocaleString('en-US')} hot keys, ${settings.connections} connections, against a bare node:http server, by CPU a request`,
    ours: spell(a),
    other: `bare ${spell(b)}`,
    value: b.cpu / a.cpu,
    unit: '×',
    bar: bar === undefined ? undefined : atLeast(bar),
  }
}

export const callerIdentityRow: Row = {
  name: 'get-caller-identity',
  run: async () => [await againstBare('GetCallerIdentity, signed and authorised', getCallerIdentity, 0.4)],
}

export const listAccessKeysRow: Row = {
  name: 'list-access-keys',
  run: async () => [await againstBare('ListAccessKeys, signed and authorised', listAccessKeys, 0.25)],
}

const callers = 'by callers in 10 groups with 20 attached policies'

export const manyPoliciesRow: Row = {
  name: 'many-policies',
  run: async () => [
    await againstBare(`ListAccessKeys ${callers}, signed and authorised`, listAccessKeys, 0.25, { manyPolicies: true }),
    // What a flood of refusals costs: nobody may this, and each answer carries its reason, sealed.
    await againstBare(`ListUsers ${callers}, refused with a sealed reason`, listUsers, undefined, {
      manyPolicies: true,
      status: 403,
    }),
  ],
}
