import { join } from 'node:path'
import { folderPlace, initialise, systemClock, type Place } from '@keyward/server'
import { startPostgres } from '../packages/server/test/postgres-server.ts'
import { Client, textOf } from './rig/client.ts'
import { atMost, type Line, type Row } from './rig/line.ts'
import { temporaryFolder, type Server } from './rig/process.ts'
import { signedRequest, type Credentials } from './rig/requests.ts'
import { startKeyward, startKeywardOn } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const answersWanted = Math.ceil(100_000 * settings.share)
const workers = 32
const callsEach = 10
const resignAfter = 5 * 60 * 1000

/** Is a key ever accepted, by any server, after its deactivation was answered? */
export const row: Row = {
  name: 'revocation',
  run: async () => [await onSqlite(), await onPostgres()],
}

async function onSqlite(): Promise<Line> {
  const folder = join(temporaryFolder('revocation'), 'data')
  const administrator = await makeHouse(folderPlace(folder))
  return count('SQLite, two servers on one folder', administrator, () => startKeyward(folder))
}

async function onPostgres(): Promise<Line> {
  const { url, stop } = await startPostgres()
  try {
    const masterKeyFile = join(temporaryFolder('revocation'), 'master.key')
    const administrator = await makeHouse({ kind: 'postgres', url, masterKeyFile })
    return await count('PostgreSQL, two servers', administrator, () => startKeywardOn(url, masterKeyFile))
  } finally {
    await stop()
  }
}

async function makeHouse(place: Place): Promise<Credentials> {
  const { administrator } = await initialise(place, { administrator: true, rootAccessKey: false }, systemClock)
  if (administrator === undefined) throw new Error('there is no administrator')
  return { accessKeyId: administrator.accessKeyId, secretAccessKey: administrator.secretAccessKey.reveal() }
}

interface Tally {
  accepted: number
  refused: number
  /** Calls that were refused although the reactivation had been answered. */
  refusedWhileActive: number
  deactivations: number
}

async function count(name: string, administrator: Credentials, start: () => Promise<Server>): Promise<Line> {
  const servers = [await start(), await start()]
  const ports = servers.map(({ port }) => port)
  const tally: Tally = { accepted: 0, refused: 0, refusedWhileActive: 0, deactivations: 0 }
  await Promise.all(
    Array.from({ length: workers }, (_, worker) => turnOffAndOn(`worker-${worker}`, administrator, ports, tally)),
  )
  await Promise.all(servers.map((server) => server.stop()))
  const answers = tally.accepted + tally.refused
  return {
    what: `Answers that accept a key after its deactivation was answered, reads and writes, ${name}`,
    ours: `${tally.accepted} of ${answers.toLocaleString('en-US')}`,
    other: 'AWS: about 4 s',
    value: tally.accepted,
    unit: '',
    bar: atMost(0),
    note: `${tally.deactivations.toLocaleString('en-US')} deactivations, asked of either server; the key then calls both. After reactivations ${tally.refusedWhileActive} calls were refused.`,
  }
}

/** One user's key, deactivated and activated again until enough answers are counted. */
async function turnOffAndOn(UserName: string, by: Credentials, ports: readonly number[], tally: Tally): Promise<void> {
  const client = new Client()
  const [first = 0, second = 0] = ports
  const user = { service: 'iam', UserName } as const
  await client.done(first, { ...user, action: 'CreateUser' }, by)
  const created = await client.done(first, { ...user, action: 'CreateAccessKey' }, by)
  const AccessKeyId = textOf(created, 'AccessKeyId')
  const own = { accessKeyId: AccessKeyId, secretAccessKey: textOf(created, 'SecretAccessKey') }
  // Enough for the key's own calls, so that only the key can be what is refused.
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  await client.done(first, { ...user, action: 'AttachUserPolicy', PolicyArn }, by)
  const key = { ...user, action: 'UpdateAccessKey', AccessKeyId }
  const sign = () => ({
    at: Date.now(),
    deactivate: signedRequest({ ...key, Status: 'Inactive' }, by),
    activate: signedRequest({ ...key, Status: 'Active' }, by),
    read: signedRequest({ service: 'sts', action: 'GetCallerIdentity' }, own),
    write: signedRequest({ ...user, action: 'TagUser', 'Tags.member.1.Key': 'a', 'Tags.member.1.Value': 'b' }, own),
  })
  let signed = sign()
  const mustSucceed = async (port: number, request: Buffer) => {
    const { status, body } = await client.send(port, request)
    if (status !== 200) throw new Error(`${UserName} was answered ${status}: ${body}`)
  }
  for (let turn = 0; tally.accepted + tally.refused < answersWanted; turn++) {
    if (Date.now() - signed.at > resignAfter) signed = sign()
    const [asked, other] = turn % 2 === 0 ? [first, second] : [second, first]
    await mustSucceed(asked, signed.deactivate)
    tally.deactivations++
    for (let call = 0; call < callsEach; call++) {
      // The server that did not make the change goes first.
      const port = call % 2 === 0 ? other : asked
      const { status, body } = await client.send(port, call % 4 < 2 ? signed.read : signed.write)
      if (status === 403 && body.includes('InvalidClientTokenId')) tally.refused++
      else if (status === 200) tally.accepted++
      else throw new Error(`${UserName} was answered ${status}: ${body}`)
    }
    await mustSucceed(asked, signed.activate)
    for (const port of [other, asked]) {
      // Both servers hold the key again before it goes: what they remember is what must not be believed.
      if ((await client.send(port, signed.read)).status !== 200) tally.refusedWhileActive++
    }
  }
  client.close()
}
