import { join } from 'node:path'
import Database from 'better-sqlite3'
import { SqliteConnection, transactionOn } from '../packages/server/src/store/sqlite.ts'
import { userSummariesIn } from '../packages/server/src/store/user-summaries.ts'
import type { UserId } from '../packages/server/src/domain/ids.ts'
import { Connection } from './rig/connection.ts'
import { cpuOf } from './rig/cores.ts'
import { populate, type Population } from './rig/database.ts'
import { below, median, type Line, type Row } from './rig/line.ts'
import type { Server } from './rig/process.ts'
import { signedJson } from './rig/requests.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const users = 100_000
const day = 86_400_000

const searches: readonly [string, (round: number) => object][] = [
  ['the first page, by name', () => ({})],
  ['a name that one user has', (round) => ({ Text: `-00${String(54_321 + round)}` })],
  ['a text that one name in 25 holds', (round) => ({ Text: `${String(10 + round)}` })],
  ['a text that nobody has', (round) => ({ Text: `nobody-${round}` })],
  ['the oldest keys first', () => ({ SortBy: 'AccessKeyAge', SortOrder: 'Descending' })],
  ['the keys used last first', () => ({ SortBy: 'AccessKeyLastUsed', SortOrder: 'Descending' })],
  ['those with console access first', () => ({ SortBy: 'ConsoleAccess', SortOrder: 'Descending' })],
  ['those without console access first', () => ({ SortBy: 'ConsoleAccess' })],
  [
    'the password used last first: nobody has used one',
    () => ({ SortBy: 'PasswordLastUsed', SortOrder: 'Descending' }),
  ],
  ['by path', () => ({ SortBy: 'Path' })],
  ['active keys older than 90 days', () => ({ KeyOlderThanDays: 90 })],
  [
    'active keys older than 90 days, the oldest first',
    () => ({ KeyOlderThanDays: 90, SortBy: 'AccessKeyAge', SortOrder: 'Descending' }),
  ],
  ['active keys older than 10 years: none', () => ({ KeyOlderThanDays: 3_650 })],
  ['active keys that were never used', () => ({ KeyNeverUsed: true })],
  ['active keys not used for 90 days', () => ({ KeyNotUsedForDays: 90 })],
  ["an administrator's first keys", () => ({ Bootstrap: true })],
]

/** What keyward:SearchUsers takes, a hundred rows a page, one call at a time. */
export const row: Row = {
  name: 'search-users',
  async run() {
    const population = await populate({ users, keysEach: 1 }, { fresh: true })
    await spread(population)
    const server = await startKeyward(population.folder)
    const lines: Line[] = []
    for (const [name, input] of searches) lines.push(await measured(server, population, name, input))
    await server.stop()
    return lines
  },
}

/** Keys of all ages; half of them used; a fifth of the users with a password. */
async function spread({ folder }: Population): Promise<void> {
  const file = join(folder, 'keyward.db')
  const database = new Database(file)
  const now = Date.now()
  database
    .prepare(
      `update access_key set created_at = ? - ((seq * 7919) % 1000) * ${day} - seq * 997 where user_id is not null`,
    )
    .run(now)
  database
    .prepare(
      `insert or replace into key_used (key_seq, at, service, region)
       select seq, created_at + (? - created_at) / 1000 * ((seq * 104729) % 1000), 'iam', 'us-east-1' from access_key where seq % 2 = 0`,
    )
    .run(now)
  database
    .prepare(
      `insert into login_profile (owner, account_id, user_id, hash, stamp, reset_required, created_at, changed_at)
       select id, account_id, id, 'x', 'x', 0, created_at, ? - ((rowid * 7919) % 500) * ${day} from iam_user
       where rowid % 5 = 0 and id not in (select owner from login_profile)`,
    )
    .run(now)
  const ids = database.prepare('select id from iam_user').pluck().all() as UserId[]
  database.close()
  const connection = new SqliteConnection(file, { mode: 'write' })
  connection.beginWrite()
  for (const userId of ids) await userSummariesIn(transactionOn(connection)).refresh({ userId })
  connection.commit()
  connection.close()
}

async function measured(
  server: Server,
  { administrator }: Population,
  name: string,
  input: (round: number) => object,
): Promise<Line> {
  const connection = new Connection(server.port)
  const took: number[] = []
  const before = cpuOf(server.pid)
  const rounds = settings.rounds * 5
  let rows = ''
  for (let round = 0; round < rounds; round++) {
    const request = signedJson('SearchUsers', input(round), administrator)
    const started = performance.now()
    const { status, body } = await connection.send(request)
    took.push(performance.now() - started)
    if (status !== 200) throw new Error(`${name}: answered ${status}: ${body}`)
    const { Users, TotalCount } = JSON.parse(body) as { Users: unknown[]; TotalCount: number }
    rows = `${Users.length} of ${TotalCount} rows`
  }
  const cpu = ((cpuOf(server.pid) - before) / rounds) * 1000
  connection.close()
  return {
    what: `SearchUsers among 100,000 users with a key each: ${name} (${rows})`,
    ours: `${median(took).toFixed(1)} ms, ${cpu.toFixed(1)} ms of CPU`,
    other: '–',
    value: median(took),
    unit: 'ms',
    bar: below(100),
  }
}
