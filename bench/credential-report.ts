import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, textOf } from './rig/client.ts'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { atMost, median, type Row } from './rig/line.ts'
import { Load } from './rig/load.ts'
import type { Server } from './rig/process.ts'
import { getCallerIdentity, signedCall, type Credentials } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const users = 100_000
const callsPerSecond = 500

/** How long the credential report of many users takes, and what those notice who call meanwhile. */
export const row: Row = {
  name: 'credential-report',
  async run() {
    const population = await populate({ users, keysEach: 2 }, { fresh: true })
    const { administrator } = population
    const server = await startKeyward(population.folder, {
      node: ['--import', join(import.meta.dirname, 'rig/event-loop-delay.ts')],
      serve: ['--credential-report-cache', '1s'],
    })
    const load = new Load(server.port, requestsOfHotKeys(population, users, getCallerIdentity), settings.connections)
    await load.warmUp(settings.seconds)
    const p99 = async (work: () => Promise<unknown>): Promise<number> => {
      await server.ask('reset')
      await Promise.all([work(), load.runAt(callsPerSecond, settings.seconds)])
      return Number(await server.ask('p99'))
    }
    const quiet: number[] = []
    const building: number[] = []
    const sending: number[] = []
    const built: number[] = []
    const sent: { seconds: number; bytes: number }[] = []
    for (let round = 0; round < settings.rounds; round++) {
      quiet.push(await p99(async () => undefined))
      building.push(await p99(async () => built.push(await build(server, administrator))))
      sending.push(await p99(async () => sent.push(await take(server, administrator))))
      // It is no longer fresh then.
      await pause(1_100)
    }
    load.close()
    await server.stop()
    const bytes = sent.at(-1)?.bytes ?? 0
    const meanwhile = (what: string, delays: readonly number[], note: string) => ({
      what: `Event-loop delay p99 of the serving thread at ${callsPerSecond} calls a second while ${what}, against without`,
      ours: `${median(delays).toFixed(2)} ms`,
      other: `quiet ${median(quiet).toFixed(2)} ms`,
      value: median(delays) / median(quiet),
      unit: '×',
      bar: atMost(2),
      note,
    })
    return [
      {
        what: `The credential report of ${users.toLocaleString('en-US')} users with two keys each: from GenerateCredentialReport to COMPLETE`,
        ours: `${median(built).toFixed(2)} s`,
        other: `${(bytes / 1e6).toFixed(1)} MB of CSV`,
        value: median(built),
        unit: 's',
        bar: undefined,
        note: `Sent in ${median(sent.map(({ seconds }) => seconds)).toFixed(2)} s.`,
      },
      meanwhile(
        'the report is built',
        building,
        'Each measured for as long as a round; the report takes its share of it.',
      ),
      meanwhile('the report is sent', sending, 'The same.'),
    ]
  },
}

/** Seconds until the report is there. */
async function build(server: Server, administrator: Credentials): Promise<number> {
  const client = new Client()
  const started = performance.now()
  const state = async () => {
    const form = { service: 'iam', action: 'GenerateCredentialReport' } as const
    return textOf(await client.done(server.port, form, administrator), 'State')
  }
  if ((await state()) !== 'STARTED') throw new Error('the last report is still fresh')
  while ((await state()) !== 'COMPLETE') await pause(20)
  client.close()
  return (performance.now() - started) / 1000
}

/** Takes the report as it comes, and keeps nothing of it but its length. */
function take(server: Server, administrator: Credentials): Promise<{ seconds: number; bytes: number }> {
  const { rawHeaders, body } = signedCall({ service: 'iam', action: 'GetCredentialReport' }, administrator)
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const sending = request(
      { port: server.port, host: '127.0.0.1', method: 'POST', headers: [...rawHeaders] },
      (answer) => {
        let base64 = 0
        answer.on('data', (piece: Buffer) => (base64 += piece.length))
        answer.on('end', () => resolve({ seconds: (performance.now() - started) / 1000, bytes: (base64 / 4) * 3 }))
        answer.on('error', reject)
      },
    )
    sending.on('error', reject)
    sending.end(body)
  })
}
