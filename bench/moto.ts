import { execFileSync } from 'node:child_process'
import { Agent, request as httpRequest } from 'node:http'
import { loadOn, spell, type Measured } from './rig/compare.ts'
import { cpuOf } from './rig/cores.ts'
import { populate } from './rig/database.ts'
import { requestsOfHotKeys } from './rig/hot-keys.ts'
import { atLeast, median, type Line, type Row } from './rig/line.ts'
import { end, startProgram } from './rig/process.ts'
import { getCallerIdentity, listAccessKeys, signedRequest, type Credentials, type Form } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const users = 10_000
const noOne: Credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

/** The same calls against moto's server, which verifies nothing, where there is one. */
export const row: Row = {
  name: 'moto',
  async run() {
    if (!isInstalled('moto_server')) return [missing]
    const port = 20_000 + (process.pid % 20_000)
    const moto = await startProgram(['moto_server', '-H', '127.0.0.1', '-p', String(port)], (output) =>
      output.includes('Running on') ? port : undefined,
    )
    const population = await populate({ users, keysEach: 2 })
    const keyward = await startKeyward(population.folder)
    try {
      await ask(port, { service: 'iam', action: 'CreateUser', UserName: 'bench' })
      for (let key = 0; key < 2; key++)
        await ask(port, { service: 'iam', action: 'CreateAccessKey', UserName: 'bench' })
      const lines: Line[] = []
      for (const [name, own, form] of [
        ['GetCallerIdentity', getCallerIdentity, { service: 'sts', action: 'GetCallerIdentity' }],
        ['ListAccessKeys', listAccessKeys, { service: 'iam', action: 'ListAccessKeys', UserName: 'bench' }],
      ] as const) {
        const side = loadOn(keyward, requestsOfHotKeys(population, users, own))
        await side.warmUp(settings.seconds)
        await loadMoto(port, moto.child.pid ?? 0, form, 1)
        const ours: Measured[] = []
        const other: Measured[] = []
        for (let round = 0; round < settings.rounds; round++) {
          ours.push(await side.measure(settings.seconds))
          other.push(await loadMoto(port, moto.child.pid ?? 0, form, settings.seconds))
        }
        side.close()
        lines.push(lineOf(name, middle(ours), middle(other)))
      }
      return lines
    } finally {
      await keyward.stop()
      await end(moto.child, moto.ended, 'SIGKILL')
    }
  },
}

const what = (name: string) => `${name} against moto's server, ${settings.connections} callers, by rate`
const bar = atLeast(20)

function lineOf(name: string, ours: Measured, moto: Measured): Line {
  return {
    what: what(name),
    ours: spell(ours),
    other: `moto ${spell(moto)}`,
    value: ours.rate / moto.rate,
    unit: '×',
    bar,
    note: `By CPU a request ${(moto.cpu / ours.cpu).toFixed(0)} ×. moto looks at no signature and closes each connection.`,
  }
}

const missing: Line = {
  what: what('GetCallerIdentity'),
  ours: '–',
  other: 'no moto_server command here',
  value: undefined,
  unit: '×',
  bar,
}

const middle = (rounds: readonly Measured[]): Measured => ({
  cpu: median(rounds.map(({ cpu }) => cpu)),
  rate: median(rounds.map(({ rate }) => rate)),
})

/** As many callers as Keyward gets. moto is slow enough that it does not matter what they cost. */
async function loadMoto(port: number, pid: number, form: Form, seconds: number): Promise<Measured> {
  const before = cpuOf(pid)
  const started = performance.now()
  let answers = 0
  const caller = async () => {
    while (performance.now() - started < seconds * 1000) {
      await ask(port, form)
      answers++
    }
  }
  await Promise.all(Array.from({ length: settings.connections }, caller))
  return { cpu: ((cpuOf(pid) - before) / answers) * 1e6, rate: (answers / (performance.now() - started)) * 1000 }
}

const agent = new Agent({ keepAlive: true, maxSockets: settings.connections })

function ask(port: number, form: Form): Promise<void> {
  const bytes = signedRequest(form, noOne).toString('latin1')
  const [head = '', body = ''] = bytes.split('\r\n\r\n')
  const headers = head
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(/: (.*)/s).slice(0, 2))
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method: 'POST', agent, headers: Object.fromEntries(headers) })
    sent.on('response', (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`moto answered ${form.action} ${String(response.statusCode)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function isInstalled(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
