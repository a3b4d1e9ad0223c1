import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { createDatabase } from '../packages/server/test/postgres-database.ts'
import { call, expectOk, keyIn } from './caller.ts'
import {
  administratorOf,
  cleanEnvironment,
  initialise,
  keyward,
  Server,
  succeed,
  temporaryFolder,
  type RunOptions,
} from './server.ts'

/** Runs a command that must refuse: one sentence, no stack, not zero. Answers the sentence. */
async function refusalOf(args: readonly string[], options?: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await keyward(args, options)
  expect(code).toBe(1)
  expect(stdout).toBe('')
  // Beside the sentence there may be the log's lines, and a guess at what was meant.
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !/^(\{|\(Did you mean)/.test(line))
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(lines, stderr).toHaveLength(1)
  return lines[0] ?? ''
}

const serve = ['serve', '--listen', '127.0.0.1:0']

describe('a server refuses to start, in one clear sentence', () => {
  it('where nothing was set up', async () => {
    const folder = join(temporaryFolder(), 'none')
    expect(await refusalOf([...serve, '--data', folder])).toContain('run "keyward init" first.')
    mkdirSync(folder)
    expect(await refusalOf([...serve, '--data', folder])).toContain('run "keyward init" first.')
    const { url } = await createDatabase(inject('postgresUrl'))
    expect(await refusalOf([...serve, '--database', url, '--master-key', join(folder, 'key')])).toContain(
      'run "keyward init" first.',
    )
  })

  it('where a file of the folder of managed policies is not one', async () => {
    const { flags } = await initialise()
    const folder = temporaryFolder()
    const file = join(folder, 'Reports.json')
    writeFileSync(file, '{"name": "Reports", "document": {"Version": "2012-10-17"}}')
    expect(await refusalOf([...serve, ...flags, '--managed-policies', folder])).toContain(
      `The file ${file} has a "document" that IAM refuses: Syntax errors in policy.`,
    )
    const none = join(folder, 'none')
    expect(
      await refusalOf([...serve, ...flags], { env: cleanEnvironment({ KEYWARD_MANAGED_POLICIES: none }) }),
    ).toContain('The folder of managed policies cannot be read: ENOENT')
  })

  it('where it does not know where the data is, or is told twice', async () => {
    expect(await refusalOf(serve)).toContain('Say where the data is')
    expect(await refusalOf([...serve, '--database', 'postgresql://a@127.0.0.1:1/b'])).toContain(
      'give --master-key FILE',
    )
    expect(await refusalOf([...serve, '--data', 'x', '--database', 'y'])).toContain('cannot be used with')
    const both = { env: cleanEnvironment({ KEYWARD_DATA: 'x' }) }
    expect(await refusalOf([...serve, '--database', 'y'], both)).toContain('cannot be used with')
  })

  it('without the master key, with another one, a damaged one, or one that others can read', async () => {
    const place = await initialise()
    const start = () => refusalOf([...serve, ...place.flags])
    const text = readFileSync(place.masterKey, 'utf8')
    chmodSync(place.masterKey, 0o640)
    expect(await start()).toContain(`chmod 600 ${place.masterKey}`)
    chmodSync(place.masterKey, 0o600)
    writeFileSync(place.masterKey, 'rubbish\n')
    expect(await start()).toContain('is damaged')
    writeFileSync(place.masterKey, '')
    expect(await start()).toContain('must hold one or two keys')
    writeFileSync(place.masterKey, `keyward-master-key-1 ${'A'.repeat(43)}\n`)
    expect(await start()).toMatch(/master key/)
    renameSync(place.masterKey, `${place.masterKey}.away`)
    expect(await start()).toContain('cannot be read')
    writeFileSync(place.masterKey, text, { mode: 0o600 })
    await Server.start(place)
  })

  it('with a master key whose database is gone, and init does not make another', async () => {
    const place = await initialise()
    rmSync(join(place.folder, 'keyward.db'))
    expect(await refusalOf([...serve, ...place.flags])).toContain('without its database')
    expect(await refusalOf(['init', ...place.flags])).toContain('without its database')
    expect(await refusalOf([...serve, '--init', ...place.flags])).toContain('without its database')
  })

  it('with a database that is damaged, or is none', async () => {
    const place = await initialise()
    const file = join(place.folder, 'keyward.db')
    const sound = readFileSync(file)
    writeFileSync(file, 'this is no database, and long enough to be looked at'.repeat(100))
    expect(await refusalOf([...serve, ...place.flags])).toMatch(/cannot be opened: file is not a database/)
    writeFileSync(file, sound)
    const descriptor = openSync(file, 'r+')
    for (let page = 1; page < sound.length / 4_096; page++)
      writeSync(descriptor, Buffer.alloc(4_096, 0xa5), 0, 4_096, page * 4_096)
    closeSync(descriptor)
    expect(await refusalOf([...serve, ...place.flags])).toMatch(/malformed|damaged|corrupt/)
    writeFileSync(file, sound.subarray(0, 4_096 + 100))
    expect(await refusalOf([...serve, ...place.flags])).toMatch(/malformed|damaged|corrupt/)
  })

  it('on an address in use', async () => {
    const place = await initialise()
    const { port } = await Server.start(place)
    expect(await refusalOf(['serve', ...place.flags, '--listen', `127.0.0.1:${port}`])).toContain(
      `address already in use 127.0.0.1:${port}`,
    )
  })

  it('off loopback without TLS, and on metrics that strangers reach', async () => {
    const place = await initialise()
    for (const address of ['0.0.0.0:0', '[::]:0', '192.0.2.1:8750']) {
      expect(await refusalOf(['serve', ...place.flags, '--listen', address])).toContain('plain HTTP')
    }
    expect(await refusalOf([...serve, ...place.flags, '--metrics-listen', '0.0.0.0:0'])).toContain('loopback')
    expect(await refusalOf([...serve, ...place.flags, '--tls-cert', 'x'])).toContain('together')
    expect(await refusalOf([...serve, ...place.flags, '--tls-cert', '/x', '--tls-key', '/y'])).toContain('ENOENT')
    await Server.start(place, ['--listen', '0.0.0.0:0', '--insecure-http'])
  })

  it('with an origin of the console that is none, or that would send passwords over plain HTTP', async () => {
    const place = await initialise()
    for (const origin of ['iam.example.com', 'http://iam.example.com', 'https://a/b', 'http://127.0.0.1:8750', '']) {
      expect(await refusalOf([...serve, ...place.flags, '--console-origin', origin])).toContain('console-origin')
    }
    const env = cleanEnvironment({ KEYWARD_CONSOLE_ORIGIN: 'https://a/b' })
    expect(await refusalOf([...serve, ...place.flags], { env })).toContain('console-origin')
    const off = ['serve', '--listen', '0.0.0.0:0', '--insecure-http', ...place.flags]
    expect(await refusalOf([...off, '--console-origin', 'http://localhost:8750'])).toContain(
      'wants an origin with https',
    )
  })

  it('with a private key of TLS that others can read', async () => {
    const place = await initialise()
    const key = join(temporaryFolder(), 'key.pem')
    writeFileSync(key, 'a key')
    for (const mode of [0o644, 0o640, 0o602]) {
      chmodSync(key, mode)
      expect(await refusalOf([...serve, ...place.flags, '--tls-cert', key, '--tls-key', key])).toContain(
        `chmod 600 ${key}`,
      )
    }
    chmodSync(key, 0o600)
    expect(await refusalOf([...serve, ...place.flags, '--tls-cert', key, '--tls-key', key])).not.toContain('chmod')
  })

  it('with a flag for a new account that it would not make', async () => {
    const place = await initialise()
    for (const given of [['--account-id', '111122223333'], ['--root-email', 'a@b.c'], ['--no-admin']]) {
      expect(await refusalOf([...serve, ...place.flags, ...given])).toContain(`Give ${given[0]} with --init only`)
    }
    // A variable may be meant for another command.
    await Server.start(place, [], { env: cleanEnvironment({ KEYWARD_ACCOUNT_ID: '111122223333' }) })
  })

  it('with a flag, a command, a value or a variable it does not know', async () => {
    const place = await initialise()
    const set = (variables: NodeJS.ProcessEnv) => ({ env: cleanEnvironment(variables) })
    expect(await refusalOf([...serve, ...place.flags, '--alow-everyone'])).toContain("unknown option '--alow-everyone'")
    expect(await refusalOf(['server'])).toContain("unknown command 'server'")
    expect(await refusalOf([...serve, ...place.flags], set({ KEYWARD_LISTNE: 'x' }))).toContain('KEYWARD_LISTNE')
    expect(await refusalOf([...serve, ...place.flags, '--trusted-proxy', '10.0.0.0/'])).toContain('CIDR')
    expect(await refusalOf([...serve, ...place.flags, '--log-level', 'loud'])).toContain('log-level')
    for (const listen of ['8750', 'a:b', '127.0.0.1:99999', '']) {
      expect(await refusalOf(['serve', ...place.flags, '--listen', listen])).toContain('listen')
    }
    for (const path of ['iam', '/a b', '/../x?', '//', '/.', '/a/../b']) {
      expect(await refusalOf([...serve, ...place.flags, '--base-path', path])).toContain('base-path')
    }
    for (const id of ['123', '12345678901a', '1234567890123', '']) {
      expect(await refusalOf(['init', '--data', join(place.folder, 'x'), '--account-id', id])).toContain('account-id')
    }
  })

  it('with a switch in a variable that is neither on nor off; off is off', async () => {
    const place = await initialise()
    const set = (KEYWARD_INSECURE_HTTP: string) => ({ env: cleanEnvironment({ KEYWARD_INSECURE_HTTP }) })
    const args = ['serve', ...place.flags, '--listen', '0.0.0.0:0']
    for (const off of ['false', '0', '']) expect(await refusalOf(args, set(off))).toContain('plain HTTP')
    expect(await refusalOf(args, set('maybe'))).toContain('KEYWARD_INSECURE_HTTP must be true or false')
    await Server.start(place, ['--listen', '0.0.0.0:0'], set('true'))
  })

  it('in a folder it cannot use', async () => {
    const place = await initialise()
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await refusalOf([...serve, '--data', file])).toContain(file)
    expect(await refusalOf(['init', '--data', join(file, 'below')])).toContain(file)
    const { code } = await keyward(['init', ...place.flags])
    expect(code).toBe(1)
  })

  it.skipIf(process.getuid?.() === 0 && !existsSync('/usr/bin/setpriv'))('in a folder it may only read', async () => {
    const place = await initialise()
    const copy = join(temporaryFolder(), 'copy')
    cpSync(place.folder, copy, { recursive: true })
    chmodSync(copy, 0o555)
    for (const file of ['keyward.db', 'lock']) if (existsSync(join(copy, file))) chmodSync(join(copy, file), 0o444)
    const { code, stderr } = await readOnly(copy)
    expect(code, stderr).toBe(1)
    expect(stderr).toMatch(/^keyward: .*(readonly|read-only|cannot be|permission|EACCES|unable)/im)
    expect(stderr).not.toMatch(/\n\s+at /)
    chmodSync(copy, 0o755)
  })
})

/** Root may write anywhere: it gives that up first. */
async function readOnly(folder: string): ReturnType<typeof keyward> {
  const args = [...serve, '--data', folder]
  if (process.getuid?.() !== 0) return keyward(args)
  const less = '-dac_override,-dac_read_search,-fowner'
  return keyward(args, { by: ['setpriv', `--bounding-set=${less}`, `--inh-caps=${less}`] })
}

describe('init', () => {
  it('makes what it is told, once, and only one of many that run at a time does', { timeout: 60_000 }, async () => {
    const folder = join(temporaryFolder(), 'data')
    const init = ['init', '--data', folder, '--json', '--account-id', '111122223333', '--root-email', 'ops@example.com']
    const ended = await Promise.all([1, 2, 3].map(() => keyward(init)))
    const [made, ...others] = ended.filter(({ code }) => code === 0)
    expect(others).toEqual([])
    expect(JSON.parse(made?.stdout ?? '')).toMatchObject({ accountId: '111122223333', rootEmail: 'ops@example.com' })
    expect(ended.filter(({ stderr }) => stderr.includes('init runs once'))).toHaveLength(2)
  })

  it('without an administrator prints no key, and with a root key warns', async () => {
    const folder = join(temporaryFolder(), 'data')
    const { stdout } = await keyward(['init', '--data', folder, '--no-admin', '--root-access-key'])
    expect(stdout).toContain('WARNING')
    expect(stdout).not.toContain('administrator is')
    const plain = await initialise({ flags: ['--no-admin'] })
    expect(Object.keys(plain.account)).toEqual(['accountId', 'rootEmail', 'endpoint'])
  })

  it('gives the administrator a password, and root only where it is told to', { timeout: 60_000 }, async () => {
    const { flags, account } = await initialise()
    expect(account.adminPassword).toMatch(/^[A-Za-z2-9_+@=]{24}$/)
    const reset = ['root', 'reset-password', ...flags]
    const password = async (...more: string[]) => /^ {4}(\S{24})$/m.exec(await succeed([...reset, ...more]))?.[1]
    expect(await password()).not.toBe(await password('--account-id', account.accountId))
    await succeed(['account', 'create', ...flags])
    expect(await refusalOf(reset)).toContain('There are several accounts here: name one with --account-id.')
    expect(await refusalOf([...reset, '--account-id', '999999999999'])).toContain(
      'There is no account 999999999999 here.',
    )
    expect(await refusalOf([...reset, '--account-id', '1'])).toContain('It must be twelve digits.')
  })

  it('is done by serve --init at the first start only', async () => {
    const folder = join(temporaryFolder(), 'data')
    const first = await Server.start({ flags: ['--data', folder] }, ['--init'])
    const [, id = '', secret = ''] = /aws_access_key_id = (\S+)\naws_secret_access_key = (\S+)/.exec(first.stdout) ?? []
    await expectOk(call(first.url, { accessKeyId: id, secretAccessKey: secret }, 'GetCallerIdentity'))
    expect(first.stdout).toMatch(/with this password,\nwhich is shown once and must be changed then:\n\n {4}\S{24}\n/)
    await first.stop()
    const second = await Server.start({ flags: ['--data', folder] }, ['--init'])
    expect(second.stdout).toMatch(/^ready \S+\n$/)
    await expectOk(call(second.url, { accessKeyId: id, secretAccessKey: secret }, 'GetCallerIdentity'))
  })

  it('is told by serve --init what init is told', async () => {
    const folder = join(temporaryFolder(), 'data')
    const flags = ['--init', '--no-admin', '--root-access-key', '--root-email', 'ops@example.com']
    const env = cleanEnvironment({ KEYWARD_ACCOUNT_ID: '111122223333', KEYWARD_API_URL: 'https://iam.example.com/' })
    const { stdout } = await Server.start({ flags: ['--data', folder] }, flags, { env })
    expect(stdout).toContain('Account 111122223333 was created. Root user: ops@example.com')
    expect(stdout).toContain('[profile keyward-root]')
    expect(stdout).toContain('endpoint_url = https://iam.example.com\n')
    expect(stdout).not.toContain('administrator is')
  })

  it('prints the endpoint it is told', async () => {
    const { flags, account } = await initialise({ flags: ['--api-url', 'https://iam.example.com/iam'] })
    expect(account.endpoint).toBe('https://iam.example.com/iam')
    const { stdout } = await keyward(['account', 'create', ...flags, '--api-url', 'https://b.example.com'])
    expect(stdout).toContain('endpoint_url = https://b.example.com\n')
    for (const url of ['iam.example.com', 'ftp://a', 'https://a/?b', 'https://u:p@a', '']) {
      expect(await refusalOf(['account', 'create', ...flags, '--api-url', url])).toContain('api-url')
    }
  })

  it('says where the console is, who signs in, and how root gets a password', async () => {
    const { flags } = await initialise()
    const create = async (...more: string[]) => (await keyward(['account', 'create', ...flags, ...more])).stdout
    const printed = await create('--root-email', 'ops@example.com')
    expect(printed).toContain('The console is at http://keyward.localhost:8750\n')
    expect(printed).toMatch(/^Sign in to account \d{12} as the IAM user "administrator"/m)
    expect(printed).toContain('The root user signs in with ops@example.com; "keyward root reset-password"')
    expect(await create('--console-origin', 'https://iam.example.com')).toContain('is at https://iam.example.com\n')
    expect(await create('--listen', '0.0.0.0:8750')).not.toContain('console')
  })

  it('in PostgreSQL leaves nothing where it failed', async () => {
    const key = join(temporaryFolder(), 'key')
    const args = ['init', '--database', 'postgresql://nobody@127.0.0.1:1/none', '--master-key', key]
    expect(await refusalOf(args)).toMatch(/ECONNREFUSED/)
    expect(existsSync(key)).toBe(false)
    expect(administratorOf((await initialise()).account).accessKeyId).toMatch(/^AKIA/)
  })
})

it('policies of a folder are there for every later start, and one whose file is gone is told of while it is attached', async () => {
  const place = await initialise()
  const admin = administratorOf(place.account)
  const folder = temporaryFolder()
  const file = join(folder, 'Lists.json')
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*' } }
  writeFileSync(file, JSON.stringify({ name: 'Lists', document }))
  const PolicyArn = 'arn:aws:iam::aws:policy/Lists'
  const attachment = { UserName: 'alice', PolicyArn }

  const first = await Server.start(place, ['--managed-policies', folder])
  await expectOk(call(first.url, admin, 'CreateUser', { UserName: 'alice' }))
  await expectOk(call(first.url, admin, 'AttachUserPolicy', attachment))
  const alice = keyIn(await expectOk(call(first.url, admin, 'CreateAccessKey', { UserName: 'alice' })))
  await expectOk(call(first.url, alice, 'ListUsers'))
  await first.stop()

  const second = await Server.start(place)
  await expectOk(call(second.url, alice, 'ListUsers'))
  await second.stop()

  rmSync(file)
  const third = await Server.start(place, ['--managed-policies', folder])
  expect(await call(third.url, alice, 'ListUsers')).toMatchObject({ status: 500, code: 'InternalFailure' })
  await expectOk(call(third.url, admin, 'DetachUserPolicy', attachment))
  expect(await call(third.url, alice, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
  const { stderr } = await third.stop()
  expect(stderr).toContain('"policy":"arn:aws:iam::aws:policy/Lists"')
  expect(stderr).toContain('the file of a managed policy is gone, and the policy is still attached')
})
