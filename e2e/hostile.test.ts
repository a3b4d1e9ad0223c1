import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { createDatabase } from '../packages/server/test/postgres-database.ts'
import { call, expectOk, keyIn, send } from './caller.ts'
import { hasOpenssl, selfSigned } from './certificate.ts'
import { administratorOf, initialise, Server, temporaryFolder } from './server.ts'

const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0

/** A raw connection, ended with the test. */
function open({ port }: Server): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return socket
}

describe('every answer carries the guard headers and a request id', () => {
  it.each([
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/nowhere', 404],
    ['GET', '/', 302],
    ['POST', '/', 302],
    ['DELETE', '/', 302],
    ['GET', '/?Action=ListUsers', 403],
    ['GET', '/a/../b?Action=%ff', 403],
  ])('%s %s: %i', async (method, path, status) => {
    const place = await initialise()
    const { url } = await Server.start(place)
    const answer = await send(url, '', { method, path })
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    })
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })
})

describe('a signed call that is hostile', () => {
  it('hears what is wrong, quickly, and others are answered', { timeout: 60_000 }, async () => {
    const place = await initialise()
    const { url } = await Server.start(place)
    const admin = administratorOf(place.account)
    await expectOk(call(url, admin, 'CreateUser', { UserName: 'alice' }))
    const documents: readonly (readonly [string, RegExp])[] = [
      ['['.repeat(131_072), /MalformedPolicyDocument|ValidationError/],
      ['{"a":'.repeat(20_000), /MalformedPolicyDocument/],
      [`{"Version":"2012-10-17","Statement":[${'{},'.repeat(40_000)}{}]}`, /MalformedPolicyDocument|LimitExceeded/],
      [
        `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"${'*a'.repeat(60_000)}","Resource":"*"}}`,
        /LimitExceeded|MalformedPolicyDocument/,
      ],
      ['x'.repeat(131_073), /ValidationError/],
      ['{"Version":"2012-10-17"\0}', /ValidationError|MalformedPolicyDocument/],
      ['{"Statement":[],"Statement":[]}', /MalformedPolicyDocument/],
    ]
    for (const [PolicyDocument, code] of documents) {
      const began = performance.now()
      const answer = await call(url, admin, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'p', PolicyDocument })
      expect(answer.code).toMatch(code)
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers['x-amzn-requestid']).toBe(answer.get('RequestId'))
      expect(performance.now() - began).toBeLessThan(3_000)
    }
    expect((await expectOk(call(url, admin, 'ListUserPolicies', { UserName: 'alice' }))).all('member')).toEqual([])
  })

  it('with an absurd date is refused by name', async () => {
    const place = await initialise()
    const { url } = await Server.start(place)
    const admin = administratorOf(place.account)
    const dates = [
      '0',
      '99999999T999999Z',
      '-20261124T000000Z',
      '20261124T000000Z+1',
      'NaN',
      '1e99',
      '00000000T000000Z',
      ' ',
      'x'.repeat(5_000),
    ]
    for (const date of dates) {
      const answer = await call(url, admin, 'ListUsers', {}, { more: { 'X-Amz-Date': date } })
      expect([answer.status, answer.code]).toEqual([
        expect.toBeOneOf([400, 403]),
        expect.toBeOneOf(['IncompleteSignature', 'SignatureDoesNotMatch']),
      ])
      expect(answer.body.length).toBeLessThan(2_000)
    }
    await expectOk(call(url, admin, 'ListUsers'))
  })

  it('with bytes that are no text, or a form that is none, is refused', async () => {
    const place = await initialise()
    const { url } = await Server.start(place)
    const admin = administratorOf(place.account)
    const forms = [
      '%ff%fe',
      '%00',
      '%',
      '%zz',
      '&&&',
      '='.repeat(1_000),
      'a=b&'.repeat(50_000),
      'Action=CreateUser&Action=ListUsers&Version=2010-05-08',
    ]
    for (const form of forms) {
      const answer = await call(url, admin, 'CreateUser', { UserName: 'x', ['\u0000']: 'y', ...{ [form]: form } })
      expect(answer.status, form).toBeGreaterThanOrEqual(200)
      expect(answer.status, form).toBeLessThan(500)
      const unsigned = await send(url, form, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      })
      expect(unsigned.status, form).toBeLessThan(500)
      expect(unsigned.headers['x-amzn-requestid']).toBeDefined()
    }
    for (const UserName of ['a\0b', '\ud800', 'a\r\nSet-Cookie: b', '<script>', '../x']) {
      expect((await call(url, admin, 'CreateUser', { UserName })).code).toBe('ValidationError')
    }
  })
})

it.skipIf(!existsSync('/proc/self/status'))(
  'a thousand clients that send slowly and in crumbs cost bounded memory, and others are answered',
  { timeout: 60_000 },
  async () => {
    const place = await initialise()
    const server = await Server.start(place)
    const admin = administratorOf(place.account)
    const residentMegabytes = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'latin1'))?.[1]) / 1_024
    await expectOk(call(server.url, admin, 'ListUsers'))
    const before = residentMegabytes()
    const crumbs = '1\r\nx\r\n'.repeat(10_000)
    const sockets = Array.from({ length: 1_000 }, () => open(server))
    for (const [i, socket] of sockets.entries()) {
      if (i % 2 === 0) socket.write(`POST / HTTP/1.1\r\nHost: a\r\nX-Slow: ${'x'.repeat(30_000)}`)
      else socket.write(`POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${crumbs}`)
    }
    // All of it has been taken in, or refused.
    await vi.waitFor(() => expect(sockets.every(({ writableLength }) => writableLength === 0)).toBe(true), {
      timeout: 20_000,
    })
    await expectOk(call(server.url, admin, 'CreateUser', { UserName: 'alice' }))
    expect(residentMegabytes() - before).toBeLessThan(300)
  },
)

it.skipIf(!has('prlimit', '--version'))('more connections than descriptors do not end the server', async () => {
  const place = await initialise()
  const server = await Server.start(place, [], { by: ['prlimit', '--nofile=60:60'] })
  const sockets = Array.from({ length: 200 }, () => open(server))
  const settled = () => sockets.filter(({ readyState, destroyed }) => destroyed || readyState === 'open').length
  await vi.waitFor(() => expect(settled()).toBe(200), { timeout: 10_000 })
  for (const socket of sockets) socket.destroy()
  const admin = administratorOf(place.account)
  await vi.waitFor(() => expectOk(call(server.url, admin, 'CreateUser', { UserName: 'alice' })), { timeout: 10_000 })
})

describe('a full disk', () => {
  it.skipIf(!has('prlimit', '--version'))(
    'is answered 503 while it lasts, and no change is half made',
    { timeout: 60_000 },
    async () => {
      const place = await initialise()
      const server = await Server.start(place)
      const { url, pid } = server
      const admin = administratorOf(place.account)
      // No file may grow beyond a page: what a full disk is to a program.
      const allow = (size: string) =>
        expect(spawnSync('prlimit', ['--pid', String(pid), `--fsize=${size}`]).status).toBe(0)
      await expectOk(call(url, admin, 'CreateUser', { UserName: 'before' }))
      const half = keyIn(await expectOk(call(url, admin, 'CreateAccessKey', { UserName: 'before' })))
      allow('4096:unlimited')
      for (let i = 0; i < 5; i++) {
        const answer = await call(url, admin, 'CreateUser', { UserName: `lost-${i}` })
        expect([answer.status, answer.code]).toEqual([503, 'ServiceUnavailable'])
        const update = { UserName: 'before', AccessKeyId: half.accessKeyId, Status: 'Inactive' }
        expect((await call(url, admin, 'UpdateAccessKey', update)).status).toBe(503)
        await expectOk(call(url, half, 'GetCallerIdentity'))
        expect((await send(url, '', { path: '/healthz' })).status).toBe(200)
      }
      allow('unlimited:unlimited')
      await expectOk(call(url, admin, 'CreateUser', { UserName: 'after' }))
      const names = async (at: string) => (await expectOk(call(at, admin, 'ListUsers'))).all('UserName')
      expect(await names(url)).toEqual(['administrator', 'after', 'before'])
      await server.kill()
      const again = await Server.start(place)
      expect(await names(again.url)).toEqual(['administrator', 'after', 'before'])
      await expectOk(call(again.url, half, 'GetCallerIdentity'))
    },
  )
})

it.skipIf(!has('prlimit', '--version'))(
  'a disk that is full under the log costs lines of the log, no answers',
  async () => {
    const place = await initialise()
    const log = join(temporaryFolder(), 'log')
    const by = ['sh', '-c', 'log=$1; shift; exec "$@" 2>"$log"', 'sh', log]
    const { url, pid } = await Server.start(place, ['--log-level', 'debug'], { by })
    const admin = administratorOf(place.account)
    spawnSync('prlimit', ['--pid', String(pid), '--fsize=2048:unlimited'])
    for (let i = 0; i < 60; i++) await expectOk(call(url, admin, 'GetCallerIdentity', {}, { timeout: 5_000 }))
    expect(readFileSync(log, 'utf8')).toHaveLength(2_048)
    spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:unlimited'])
    await expectOk(call(url, admin, 'GetAccessKeyLastUsed', { AccessKeyId: admin.accessKeyId }))
    await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('GetAccessKeyLastUsed'))
  },
)

describe('health', () => {
  it('says 503 while the database is gone, and no call is guessed', { timeout: 60_000 }, async () => {
    const { url: database, drop } = await createDatabase(inject('postgresUrl'))
    const place = await initialise({ database })
    const { url } = await Server.start(place)
    const admin = administratorOf(place.account)
    await expectOk(call(url, admin, 'GetCallerIdentity'))
    expect((await send(url, '', { path: '/readyz' })).status).toBe(200)
    await drop()
    expect((await send(url, '', { path: '/readyz' })).status).toBe(503)
    expect((await send(url, '', { path: '/healthz' })).status).toBe(200)
    for (const action of ['GetCallerIdentity', 'ListUsers', 'CreateUser']) {
      const { status, code } = await call(url, admin, action, action === 'CreateUser' ? { UserName: 'a' } : {})
      expect([status, code]).toEqual([503, 'ServiceUnavailable'])
    }
  })
})

describe('a stop', () => {
  it('waits for the call in flight and answers it, and takes no new one', { timeout: 60_000 }, async () => {
    const place = await initialise()
    const folder = temporaryFolder()
    const socketPath = join(folder, 'metrics.sock')
    const server = await Server.start(place, ['--metrics-listen', socketPath])
    const admin = administratorOf(place.account)
    const database = new Database(join(place.folder, 'keyward.db'))
    onTestFinished(() => void database.close())
    // Somebody else is writing: the change has to wait.
    database.exec('begin immediate')
    const inFlight = call(server.url, admin, 'CreateUser', { UserName: 'alice' })
    await vi.waitFor(async () => {
      const { body } = await send('http://localhost/metrics', '', { socketPath, agent: false })
      expect(body).toMatch(/^keyward_changes_waiting 1$/m)
    })
    const stopped = server.stop()
    await vi.waitFor(async () => {
      await expect(send(server.url, '', { path: '/healthz', agent: false })).rejects.toThrow('ECONNREFUSED')
    })
    database.exec('rollback')
    const answer = await expectOk(inFlight)
    expect(answer.headers.connection).toBe('close')
    const { code, stderr } = await stopped
    expect(code).toBe(0)
    expect(stderr).toContain('"msg":"stopped"')
    const again = await Server.start(place)
    await expectOk(call(again.url, admin, 'GetUser', { UserName: 'alice' }))
  })

  it('by kill leaves nothing that keeps the next start away: no lock, no socket', async () => {
    const place = await initialise()
    const metrics = join(temporaryFolder(), 'metrics.sock')
    for (let i = 0; i < 2; i++) {
      const server = await Server.start(place, ['--metrics-listen', metrics])
      const { body } = await send('http://localhost/metrics', '', { socketPath: metrics, agent: false })
      expect(body).toContain('keyward_process_resident_memory_bytes')
      await server.kill()
      expect(existsSync(metrics)).toBe(true)
    }
  })
})

describe('the way in', () => {
  it.skipIf(!hasOpenssl)('is TLS where a certificate is given, and nothing else then', async () => {
    const place = await initialise()
    const { cert, key } = selfSigned()
    const server = await Server.start(place, ['--tls-cert', cert, '--tls-key', key])
    expect(server.url).toMatch(/^https:/)
    const admin = administratorOf(place.account)
    await expectOk(call(server.url, admin, 'CreateUser', { UserName: 'alice' }, { ca: readFileSync(cert) }))
    const Statement = {
      Effect: 'Allow',
      Action: 'iam:GetUser',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    }
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
    await expectOk(
      call(
        server.url,
        admin,
        'PutUserPolicy',
        { UserName: 'alice', PolicyName: 'p', PolicyDocument },
        { ca: readFileSync(cert) },
      ),
    )
    const alice = keyIn(
      await expectOk(call(server.url, admin, 'CreateAccessKey', { UserName: 'alice' }, { ca: readFileSync(cert) })),
    )
    await expectOk(call(server.url, alice, 'GetUser', {}, { ca: readFileSync(cert) }))
    await expect(send(server.url.replace('https', 'http'), '', { path: '/healthz' })).rejects.toThrow()
    await expectOk(call(server.url, alice, 'GetUser', {}, { ca: readFileSync(cert) }))
  })

  it('through a proxy tells the client by X-Forwarded-For, from trusted proxies alone', async () => {
    const place = await initialise()
    const [open, behind] = [
      await Server.start(place),
      await Server.start(place, ['--trusted-proxy', '127.0.0.0/8', '--trusted-proxy', '10.0.0.0/8']),
    ]
    const admin = administratorOf(place.account)
    await expectOk(call(open.url, admin, 'CreateUser', { UserName: 'alice' }))
    const Condition = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' }, Bool: { 'aws:SecureTransport': 'true' } }
    const Statement = { Effect: 'Allow', Action: 'iam:GetUser', Resource: '*', Condition }
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
    await expectOk(call(open.url, admin, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'p', PolicyDocument }))
    const alice = keyIn(await expectOk(call(open.url, admin, 'CreateAccessKey', { UserName: 'alice' })))
    const from = async ({ url }: Server, forwardedFor: string, proto = 'https') => {
      const more = { 'X-Forwarded-For': forwardedFor, 'X-Forwarded-Proto': proto }
      return (await call(url, alice, 'GetUser', {}, { more })).code ?? 'ok'
    }
    expect(await from(behind, '192.0.2.1')).toBe('ok')
    expect(await from(behind, '203.0.113.1, 192.0.2.1, 10.9.9.9')).toBe('ok')
    expect(await from(behind, '192.0.2.1', 'http')).toBe('AccessDenied')
    // What a client wrote in front of its own address is its own word.
    expect(await from(behind, '192.0.2.1, 203.0.113.1')).toBe('AccessDenied')
    expect(await from(open, '192.0.2.1')).toBe('AccessDenied')
  })

  it('may be a folder under which a proxy serves it', async () => {
    const place = await initialise()
    const { url } = await Server.start(place, ['--base-path', '/iam/'])
    const admin = administratorOf(place.account)
    for (const path of ['/iam/', '/iam', '/']) await expectOk(call(url, admin, 'ListUsers', {}, { path }))
    expect((await send(url, '', { path: '/iam/healthz' })).body).toBe('ok\n')
    expect((await send(url, '', { path: '/iamnot/healthz' })).status).toBe(404)
  })
})
