import { call } from './rig/connection.ts'
import { populate, type Size } from './rig/database.ts'
import { below, median, type Line, type Row } from './rig/line.ts'
import type { Server } from './rig/process.ts'
import { getCallerIdentity } from './rig/requests.ts'
import { startBare, startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

/** From the start of the process to its first signed answer. */
export const row: Row = {
  name: 'start',
  run: async () => [
    await starting('an empty database', { users: 1, keysEach: 1 }, 0.5),
    await starting('2,000,000 keys stored', { users: 1_000_000, keysEach: 2 }, 1),
  ],
}

async function starting(name: string, size: Size, bar: number): Promise<Line> {
  const { folder, credentials } = await populate(size)
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < Math.max(settings.rounds, 3); round++) {
    const request = getCallerIdentity(credentials(0))
    ours.push(await secondsToAnswer(() => startKeyward(folder), request))
    bare.push(await secondsToAnswer(() => startBare(400), request))
  }
  return {
    what: `Start to first answer after init, without npm: ${name}`,
    ours: `${median(ours).toFixed(2)} s`,
    other: `bare ${median(bare).toFixed(2)} s`,
    value: median(ours),
    unit: 's',
    bar: below(bar),
  }
}

async function secondsToAnswer(start: () => Promise<Server>, request: Buffer): Promise<number> {
  const started = performance.now()
  const server = await start()
  const { status, body } = await call(server.port, request)
  const took = (performance.now() - started) / 1000
  await server.stop()
  if (status !== 200) throw new Error(`the first call was answered ${status}: ${body}`)
  return took
}
