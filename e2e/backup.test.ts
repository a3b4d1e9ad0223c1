import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { createDatabase } from '../packages/server/test/postgres-database.ts'
import { call, expectOk, keyIn, type Credentials } from './caller.ts'
import {
  administratorOf,
  initialise,
  keyward,
  rootOf,
  Server,
  succeed,
  temporaryFolder,
  type Place,
  type PrintedAccount,
} from './server.ts'

const engines = ['SQLite', 'PostgreSQL'] as const
type Engine = (typeof engines)[number]

async function databaseUrl(): Promise<string> {
  const { url, drop } = await createDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return url
}

const placeOn = async (engine: Engine): Promise<Place> =>
  initialise(engine === 'SQLite' ? {} : { database: await databaseUrl() })

/** A place where nothing is yet but the master key, brought by hand as the docs say. */
async function emptyPlace(
  engine: Engine,
  masterKey: string,
): Promise<Pick<Place, 'flags'> & { readonly folder: string }> {
  const folder = join(temporaryFolder(), 'restored')
  mkdirSync(folder)
  const file = join(folder, 'master.key')
  copyFileSync(masterKey, file)
  if (engine === 'SQLite') return { flags: ['--data', folder], folder }
  return { flags: ['--database', await databaseUrl(), '--master-key', file], folder }
}

async function headOf({ flags }: Pick<Place, 'flags'>): Promise<{ n: number; nonce: string }> {
  const [kind, where = ''] = flags
  if (kind === '--data') {
    const database = new Database(join(where, 'keyward.db'), { readonly: true })
    try {
      return database.prepare('select n, nonce from head').get() as { n: number; nonce: string }
    } finally {
      database.close()
    }
  }
  const client = new Client({ connectionString: where })
  await client.connect()
  try {
    const [row] = (await client.query<{ n: string; nonce: string }>('select n, nonce from head')).rows
    return { n: Number(row?.n), nonce: row?.nonce ?? '' }
  } finally {
    await client.end()
  }
}

async function refusalOf(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await keyward(args)
  expect([code, stdout], stderr).toEqual([1, ''])
  expect(stderr.trim().split('\n')).toHaveLength(1)
  return stderr
}

const worksAt = async (url: string, keys: readonly Credentials[]): Promise<void> => {
  for (const key of keys) await expectOk(call(url, key, 'GetCallerIdentity'))
}

describe.each(engines)('of %s', (engine) => {
  it(
    'a backup made while others write is one state, and holds all that was answered before it',
    { timeout: 90_000 },
    async () => {
      const place = await placeOn(engine)
      const server = await Server.start(place)
      const admin = administratorOf(place.account)
      const made: { name: string; key: Credentials; at: number }[] = []
      let writing = true
      const writers = Array.from({ length: 8 }, async (_, number) => {
        for (let i = 0; writing; i++) {
          const name = `user-${number}-${i}`
          await expectOk(call(server.url, admin, 'CreateUser', { UserName: name }))
          const key = keyIn(await expectOk(call(server.url, admin, 'CreateAccessKey', { UserName: name })))
          made.push({ name, key, at: performance.now() })
        }
      })
      const began = performance.now()
      const backup = join(temporaryFolder(), 'backup.db')
      expect(await succeed(['backup', backup, ...place.flags])).toContain('The master key is not in it')
      const ended = performance.now()
      writing = false
      await Promise.all(writers)
      expect(statSync(backup).mode & 0o777).toBe(0o600)
      expect(await refusalOf(['backup', backup, ...place.flags])).toContain('exists already')

      const restored = await emptyPlace(engine, place.masterKey)
      await succeed(['restore', backup, ...restored.flags])
      expect((await headOf(restored)).nonce).not.toBe((await headOf(place)).nonce)
      const again = await Server.start(restored)
      await worksAt(again.url, [admin, ...made.filter(({ at }) => at < began).map(({ key }) => key)])
      expect(made.some(({ at }) => at > began && at < ended)).toBe(true)
      // What the other server goes on doing is no matter of this one's.
      await expectOk(call(server.url, admin, 'CreateUser', { UserName: 'only-there' }))
      expect((await call(again.url, admin, 'GetUser', { UserName: 'only-there' })).code).toBe('NoSuchEntity')
    },
  )

  it('a restore puts an earlier state back under a head that nobody has seen', { timeout: 60_000 }, async () => {
    const place = await placeOn(engine)
    const admin = administratorOf(place.account)
    const backup = join(temporaryFolder(), 'backup.db')
    const first = await Server.start(place)
    await expectOk(call(first.url, admin, 'CreateUser', { UserName: 'kept' }))
    const kept = keyIn(await expectOk(call(first.url, admin, 'CreateAccessKey', { UserName: 'kept' })))
    await succeed(['backup', backup, ...place.flags])
    await expectOk(call(first.url, admin, 'CreateUser', { UserName: 'lost' }))
    const lost = keyIn(await expectOk(call(first.url, admin, 'CreateAccessKey', { UserName: 'lost' })))
    const update = { UserName: 'kept', AccessKeyId: kept.accessKeyId, Status: 'Inactive' }
    await expectOk(call(first.url, admin, 'UpdateAccessKey', update))

    const before = await headOf(place)
    expect(await refusalOf(['restore', backup, ...place.flags])).toContain('in use by a running server')
    expect(await refusalOf(['migrate', ...place.flags])).toContain('in use by a running server')
    await expectOk(call(first.url, lost, 'GetCallerIdentity'))
    await first.stop()
    expect(await succeed(['migrate', ...place.flags])).toContain('were up to date')
    await succeed(['restore', backup, ...place.flags])
    const after = await headOf(place)
    expect(after.n).toBeGreaterThan(before.n)
    expect(after.nonce).not.toBe(before.nonce)

    const second = await Server.start(place)
    await worksAt(second.url, [admin, kept])
    expect((await call(second.url, lost, 'GetCallerIdentity')).code).toBe('InvalidClientTokenId')
    await expectOk(call(second.url, admin, 'CreateUser', { UserName: 'after' }))
    const added = keyIn(await expectOk(call(second.url, admin, 'CreateAccessKey', { UserName: 'after' })))
    await worksAt(second.url, [added])
  })

  it('a restore that cannot be leaves the place as it was', { timeout: 60_000 }, async () => {
    const place = await placeOn(engine)
    const outside = temporaryFolder()
    const backup = join(outside, 'backup.db')
    await succeed(['backup', backup, ...place.flags])
    const empty = join(outside, 'empty')
    mkdirSync(empty)
    const target = await emptyPlace(engine, place.masterKey)
    const without =
      engine === 'SQLite' ? ['--data', empty] : [...target.flags.slice(0, 2), '--master-key', join(empty, 'key')]
    expect(await refusalOf(['restore', backup, ...without])).toContain('is missing')
    const foreign = await initialise()
    const other = await emptyPlace(engine, foreign.masterKey)
    expect(await refusalOf(['restore', backup, ...other.flags])).toContain('master key does not open this backup')
    expect(await refusalOf(['restore', join(outside, 'none'), ...place.flags])).toContain('There is no backup')
    const spoilt = join(outside, 'spoilt.db')
    for (const spoil of [
      () => writeFileSync(spoilt, 'rubbish'.repeat(1_000)),
      () => writeFileSync(spoilt, ''),
      () => {
        copyFileSync(backup, spoilt)
        truncateSync(spoilt, 20_000)
      },
    ]) {
      spoil()
      expect(await refusalOf(['restore', spoilt, ...place.flags])).toMatch(
        /damaged|not a backup|not a database|malformed/,
      )
    }
    expect(readdirSync(outside).toSorted()).toEqual(['backup.db', 'empty', 'spoilt.db'])
    if (existsSync(place.folder))
      expect(readdirSync(place.folder).filter((name) => name.includes('restoring'))).toEqual([])
    const { url } = await Server.start(place)
    await worksAt(url, [administratorOf(place.account)])
  })

  it('accounts are made beside a running server, apart from each other', { timeout: 60_000 }, async () => {
    const place = await placeOn(engine)
    const { url } = await Server.start(place)
    const create = ['account', 'create', ...place.flags, '--json']
    const id = place.account.accountId === '999988887777' ? '999988887778' : '999988887777'
    const other = JSON.parse(await succeed([...create, '--account-id', id, '--root-access-key'])) as PrintedAccount
    expect(other.accountId).toBe(id)
    await worksAt(url, [administratorOf(other), rootOf(other)])
    await expectOk(call(url, administratorOf(other), 'CreateUser', { UserName: 'alice' }))
    expect((await call(url, administratorOf(place.account), 'GetUser', { UserName: 'alice' })).code).toBe(
      'NoSuchEntity',
    )
    expect(await refusalOf([...create, '--account-id', id])).toContain('exists already')
    expect(await refusalOf([...create, '--root-email', other.rootEmail])).toContain('exists already')
  })

  it('the master key is changed in three steps, and every key goes on working', { timeout: 60_000 }, async () => {
    const place = await placeOn(engine)
    const server = await Server.start(place)
    const admin = administratorOf(place.account)
    const backup = join(temporaryFolder(), 'backup.db')
    await succeed(['backup', backup, ...place.flags])
    const old = join(temporaryFolder(), 'old.key')
    copyFileSync(place.masterKey, old)
    const command = (...words: string[]) => [...words, ...place.flags]
    await succeed(command('master-key', 'add'))
    expect(await refusalOf(command('master-key', 'add'))).toContain('two keys already')
    expect(await refusalOf(command('master-key', 'drop'))).toContain('still wraps a data key')
    await worksAt(server.url, [admin])
    await succeed(command('data-key', 'rotate'))
    await succeed(command('master-key', 'rewrap'))
    await succeed(command('master-key', 'drop'))
    await expectOk(call(server.url, admin, 'CreateUser', { UserName: 'alice' }))
    const alice = keyIn(await expectOk(call(server.url, admin, 'CreateAccessKey', { UserName: 'alice' })))
    await worksAt(server.url, [admin, alice])
    await server.stop()
    const again = await Server.start(place)
    await worksAt(again.url, [admin, alice])
    await again.stop()
    // An old backup wants the old key: with the new one it is not put in place.
    expect(readFileSync(old, 'utf8')).not.toBe(readFileSync(place.masterKey, 'utf8'))
    expect(await refusalOf(['restore', backup, ...place.flags])).toContain('master key does not open this backup')
    const restored = await emptyPlace(engine, old)
    await succeed(['restore', backup, ...restored.flags])
    await worksAt((await Server.start(restored)).url, [admin])
  })
})

it('a place or a backup of which only the newest data key can be opened is refused', { timeout: 60_000 }, async () => {
  const place = await initialise()
  const backup = join(temporaryFolder(), 'backup.db')
  await succeed(['master-key', 'add', ...place.flags])
  // The older data key is still wrapped by the older master key.
  await succeed(['data-key', 'rotate', ...place.flags])
  await succeed(['backup', backup, ...place.flags])
  const [older, newer] = readFileSync(place.masterKey, 'utf8').trimEnd().split('\n')
  const restored = await emptyPlace('SQLite', place.masterKey)
  for (const only of [older, newer]) {
    writeFileSync(join(restored.folder, 'master.key'), `${only}\n`)
    expect(await refusalOf(['restore', backup, ...restored.flags])).toContain('master key does not open this backup')
    writeFileSync(place.masterKey, `${only}\n`)
    expect((await keyward(['serve', '--listen', '127.0.0.1:0', ...place.flags])).stderr).toContain(
      'was wrapped by a master key that is not in the master key file',
    )
  }
})

it('of commands that change the master key file at once, one does', { timeout: 60_000 }, async () => {
  const place = await initialise()
  const [first] = readFileSync(place.masterKey, 'utf8').split('\n')
  const added = await Promise.all([1, 2, 3, 4].map(() => keyward(['master-key', 'add', ...place.flags])))
  expect(added.map(({ code }) => code).toSorted()).toEqual([0, 1, 1, 1])
  const [kept, second] = readFileSync(place.masterKey, 'utf8').trimEnd().split('\n')
  expect([kept, statSync(place.masterKey).mode & 0o777]).toEqual([first, 0o600])
  await succeed(['master-key', 'rewrap', ...place.flags])
  const dropped = await Promise.all([1, 2, 3].map(() => keyward(['master-key', 'drop', ...place.flags])))
  expect(dropped.map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, '']))
  expect(readFileSync(place.masterKey, 'utf8')).toBe(`${second}\n`)
  await worksAt((await Server.start(place)).url, [administratorOf(place.account)])
})

it('a master key file that changed while a drop waited for the database is left as it is', async () => {
  const place = await initialise()
  await succeed(['master-key', 'add', ...place.flags])
  await succeed(['master-key', 'rewrap', ...place.flags])
  const [older, newer] = readFileSync(place.masterKey, 'utf8').split('\n')
  const database = new Database(join(place.folder, 'keyward.db'))
  database.exec('begin immediate')
  const drop = refusalOf(['master-key', 'drop', ...place.flags])
  await expect.poll(() => existsSync(`${place.masterKey}.lock`), { timeout: 5_000 }).toBe(true)
  await pause(2_000)
  expect(await refusalOf(['master-key', 'add', ...place.flags])).toMatch(/two keys already|another command/)
  // By hand, as no command may: what would be kept as the newest opens nothing.
  const changed = `${newer}\n${older}\n`
  writeFileSync(place.masterKey, changed)
  database.exec('rollback')
  database.close()
  expect(await drop).toContain('was changed meanwhile')
  expect(readFileSync(place.masterKey, 'utf8')).toBe(changed)
})

it('of two backups into one file at once, one is made and the other overwrites nothing', async () => {
  const place = await initialise()
  const folder = temporaryFolder()
  const backup = join(folder, 'backup.db')
  const ended = await Promise.all([1, 2, 3, 4].map(() => keyward(['backup', backup, ...place.flags])))
  expect(ended.map(({ code }) => code).toSorted()).toEqual([0, 1, 1, 1])
  for (const { stderr } of ended.filter(({ code }) => code === 1)) expect(stderr).toContain('exists already')
  expect(readdirSync(folder)).toEqual(['backup.db'])
  await succeed(['restore', backup, ...(await emptyPlace('SQLite', place.masterKey)).flags])
})

it('a backup moves a place from SQLite to PostgreSQL and back, and every key works', { timeout: 90_000 }, async () => {
  const place = await initialise({ flags: ['--root-access-key'] })
  const outside = temporaryFolder()
  const keys = [administratorOf(place.account), rootOf(place.account)]
  const [admin] = keys as [Credentials]
  const grow = async (url: string, name: string) => {
    await expectOk(call(url, admin, 'CreateUser', { UserName: name, Path: '/team/' }))
    await expectOk(
      call(url, admin, 'TagUser', { UserName: name, 'Tags.member.1.Key': 'ort', 'Tags.member.1.Value': 'Zürich 東京' }),
    )
    keys.push(keyIn(await expectOk(call(url, admin, 'CreateAccessKey', { UserName: name }))))
    await expectOk(call(url, admin, 'CreateLoginProfile', { UserName: name, Password: 'Correct-Horse-1' }))
    await expectOk(call(url, admin, 'UpdateLoginProfile', { UserName: name, Password: 'Correct-Horse-2' }))
  }
  const inSqlite = await Server.start(place)
  await grow(inSqlite.url, 'made-in-sqlite')
  await inSqlite.stop()
  await succeed(['backup', join(outside, '1.db'), ...place.flags])

  const postgres = await emptyPlace('PostgreSQL', place.masterKey)
  await succeed(['restore', join(outside, '1.db'), ...postgres.flags])
  const inPostgres = await Server.start(postgres)
  await worksAt(inPostgres.url, keys)
  await grow(inPostgres.url, 'made-in-postgres')
  await succeed(['backup', join(outside, '2.db'), ...postgres.flags])

  const back = await emptyPlace('SQLite', place.masterKey)
  await succeed(['restore', join(outside, '2.db'), ...back.flags])
  const again = await Server.start(back)
  await worksAt(again.url, keys)
  await grow(again.url, 'made-after')
  await worksAt(again.url, keys)
  for (const UserName of ['made-in-sqlite', 'made-in-postgres']) {
    const tags = await expectOk(call(again.url, admin, 'ListUserTags', { UserName }))
    expect(tags.get('Value')).toBe('Zürich 東京')
    // With the passwords before it: they are held against the next.
    await expectOk(call(again.url, admin, 'UpdateAccountPasswordPolicy', { PasswordReusePrevention: '1' }))
    const spent = call(again.url, admin, 'UpdateLoginProfile', { UserName, Password: 'Correct-Horse-1' })
    expect((await spent).code).toBe('PasswordPolicyViolation')
  }
  expect((await expectOk(call(again.url, admin, 'ListUsers'))).all('UserName')).toEqual([
    'administrator',
    'made-after',
    'made-in-postgres',
    'made-in-sqlite',
  ])
})
