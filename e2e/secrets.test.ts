import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { call, expectOk, keyIn, send, type Credentials } from './caller.ts'
import {
  administratorOf,
  initialise,
  keyward,
  rootOf,
  Server,
  succeed,
  temporaryFolder,
  type PrintedAccount,
} from './server.ts'

/** Every spelling in which a secret could lie somewhere: as text, base64 (at each of three alignments) and hex of both its forms. */
function spellings(secret: string | Buffer): readonly string[] {
  const text = Buffer.from(secret)
  // A password that is no base64 is read up to its first `=`: what is too short to mean anything would be found anywhere.
  const forms = (typeof secret === 'string' ? [text, Buffer.from(secret, 'base64')] : [text]).filter(
    (bytes) => bytes.length >= 9,
  )
  return forms.flatMap((bytes) => {
    const base64 = [0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .replaceAll('=', '')
      // The letters at the ends depend on the neighbours.
      return encoded.slice(shift === 0 ? 0 : 4, -3)
    })
    const hex = bytes.toString('hex')
    const url = base64.map((encoded) => encoded.replaceAll('+', '-').replaceAll('/', '_'))
    return [
      bytes.toString('latin1'),
      encodeURIComponent(bytes.toString('latin1')),
      ...base64,
      ...url,
      hex,
      hex.toUpperCase(),
    ]
  })
}

/** Where any of them is found: `place: spelling`. */
function hits(secrets: readonly (string | Buffer)[], places: ReadonlyMap<string, string>): readonly string[] {
  const wanted = new Set(secrets.flatMap(spellings))
  return [...places].flatMap(([place, text]) =>
    [...wanted].filter((spelling) => text.includes(spelling)).map((spelling) => `${place}: ${spelling}`),
  )
}

function filesUnder(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return new Map(files.filter((file) => statSync(file).isFile()).map((file) => [file, readFileSync(file, 'latin1')]))
}

it(
  'a secret is found nowhere but in the one answer that shows it, and the master key nowhere but in its file',
  { timeout: 120_000 },
  async () => {
    const place = await initialise({ flags: ['--root-access-key'] })
    const outside = temporaryFolder()
    const metrics = join(outside, 'metrics.sock')
    const serve = ['--log-level', 'debug', '--metrics-listen', metrics]
    const server = await Server.start(place, serve)
    const { url } = server
    const admin = administratorOf(place.account)
    const keys: Credentials[] = [admin, rootOf(place.account)]
    const heard = new Map<string, string>()
    const hear = async (name: string, answer: ReturnType<typeof call>) => {
      const given = await answer
      heard.set(`answer ${name}`, `${JSON.stringify(given.headers)}${given.body}`)
      return given
    }

    // Another account, by a command beside the server.
    const other = JSON.parse(
      await succeed(['account', 'create', ...place.flags, '--json', '--root-access-key']),
    ) as PrintedAccount
    keys.push(administratorOf(other), rootOf(other))
    for (let i = 0; i < 10; i++) {
      const UserName = `user-${i}`
      await hear(`CreateUser ${i}`, call(url, admin, 'CreateUser', { UserName }))
      const made = keyIn(await expectOk(call(url, admin, 'CreateAccessKey', { UserName })))
      keys.push(made)
      await hear(`GetCallerIdentity ${i}`, call(url, made, 'GetCallerIdentity'))
      await hear(`denied ${i}`, call(url, made, 'ListUsers'))
      await hear(`list ${i}`, call(url, admin, 'ListAccessKeys', { UserName }))
      const AccessKeyId = made.accessKeyId
      await hear(`last used ${i}`, call(url, admin, 'GetAccessKeyLastUsed', { AccessKeyId }))
      if (i === 3) await succeed(['data-key', 'rotate', ...place.flags])
      if (i % 4 === 1) await hear(`delete ${i}`, call(url, admin, 'DeleteAccessKey', { UserName, AccessKeyId }))
      // What people do by mistake: the secret where the id belongs, or in a name.
      await hear(`wrong secret ${i}`, call(url, { ...made, secretAccessKey: 'x'.repeat(40) }, 'GetUser'))
    }
    // Passwords, made by commands and by calls, and one that is wrong.
    const passwords = [place.account.adminPassword, other.adminPassword]
    const reset = await succeed(['root', 'reset-password', ...place.flags, '--account-id', place.account.accountId])
    passwords.push(/^ {4}(\S{24})$/m.exec(reset)?.[1] ?? '')
    const [first, second, wrong] = ['Given-by-admin-1', 'Chosen-by-user-2', 'Typed-by-mistake-3'] as const
    passwords.push(first, second, wrong)
    const given = { UserName: 'administrator', Password: first }
    await expectOk(hear('UpdateLoginProfile', call(url, admin, 'UpdateLoginProfile', given)))
    const change = (OldPassword: string) => call(url, admin, 'ChangePassword', { OldPassword, NewPassword: second })
    expect((await hear('wrong password', change(wrong))).code).toBe('AccessDenied')
    await expectOk(hear('ChangePassword', change(first)))
    expect(new Set(keys.map(({ secretAccessKey }) => secretAccessKey)).size).toBe(keys.length)

    const backup = join(outside, 'backup.db')
    const printed: string[] = [await succeed(['backup', backup, ...place.flags])]
    for (const step of ['add', 'rewrap', 'drop']) printed.push(await succeed(['master-key', step, ...place.flags]))
    heard.set('metrics', (await send('http://localhost/metrics', '', { socketPath: metrics, agent: false })).body)
    expect(heard.get('metrics')).toContain('keyward_calls_total')
    const whileRunning = filesUnder(place.folder)
    const failed = await keyward(['init', ...place.flags])
    const { stdout, stderr } = await server.stop()
    expect(stderr).toContain('"operation":"CreateAccessKey"')

    const masterKeys = readFileSync(place.masterKey, 'utf8').trim().split('\n')
    const secrets = [...keys.map(({ secretAccessKey }) => secretAccessKey), ...passwords]
    const everywhere = new Map([
      ...heard,
      ...[...whileRunning].map(([file, text]) => [`${file} (running)`, text] as const),
      ...filesUnder(place.folder),
      ...filesUnder(outside),
      ['standard output', stdout],
      ['standard error', stderr],
      ['commands', `${printed.join('')}${failed.stdout}${failed.stderr}`],
    ])
    // The search itself finds what is there.
    expect([...everywhere.keys()].some((name) => name.endsWith('keyward.db-wal (running)'))).toBe(true)
    const [ownId = ''] = keys.map(({ accessKeyId }) => accessKeyId)
    expect(hits([ownId], everywhere).length).toBeGreaterThan(3)
    for (const form of ['latin1', 'base64', 'hex'] as const) {
      const planted = Buffer.from(`xx${secrets[4] ?? ''}yy`, 'latin1').toString(form)
      expect(hits(secrets, new Map([['planted', planted]]))).not.toEqual([])
    }
    expect(hits(secrets, everywhere)).toEqual([])

    const keyBytes = masterKeys.map((line) => Buffer.from(line.split(' ')[1] ?? '', 'base64url'))
    expect(keyBytes.every(({ length }) => length === 32)).toBe(true)
    everywhere.delete(place.masterKey)
    expect(hits(keyBytes, new Map([...everywhere].filter(([name]) => !name.startsWith(place.masterKey))))).toEqual([])
  },
)

it('files are private: nobody else can read the data, the key or a backup', async () => {
  const place = await initialise()
  await Server.start(place)
  const outside = join(temporaryFolder(), 'backups')
  mkdirSync(outside)
  await succeed(['backup', join(outside, 'backup.db'), ...place.flags])
  const files = [...filesUnder(place.folder).keys(), ...filesUnder(outside).keys(), place.folder]
  expect(files.filter((file) => (statSync(file).mode & 0o077) !== 0)).toEqual([])
  expect(files.length).toBeGreaterThan(4)
})
