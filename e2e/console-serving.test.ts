import { readFileSync } from 'node:fs'
import type { RequestOptions } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { folderPlace, parseAddress, serve } from '@keyward/server'
import { presign } from '@keyward/sigv4'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultSettings } from '../packages/server/test/defaults.ts'
import { call, expectOk, send, type Answer } from './caller.ts'
import { hasOpenssl, selfSigned } from './certificate.ts'
import { administratorOf, cleanEnvironment, initialise, Server } from './server.ts'

/** What a browser sends when an address is typed. */
function visit(server: Server, path: string, { host, ...options }: RequestOptions = {}): Promise<Answer> {
  const headers = { Host: host ?? `keyward.localhost:${server.port}`, Accept: 'text/html,*/*;q=0.8' }
  return send(server.url, '', { ...options, method: options.method ?? 'GET', path, headers })
}

const isPage = (answer: Answer): boolean =>
  answer.status === 200 && answer.headers['content-type'] === 'text/html;charset=utf-8'

const sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'"

describe('the console as it is built', () => {
  it('is a page that loads nothing but assets, each there, compressed and kept', async () => {
    const server = await Server.start(await initialise())
    const page = await visit(server, '/')
    expect(isPage(page)).toBe(true)
    expect(page.headers['cache-control']).toBe('no-store')
    // Nothing inline: the policy would not run it.
    expect(page.body).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/)
    const loaded = [...page.body.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, path = '']) => path)
    expect(loaded.filter((path) => !path.startsWith('/assets/'))).toEqual([])
    expect(loaded.some((path) => path.endsWith('.js'))).toBe(true)
    for (const path of loaded) {
      const headers = { 'Accept-Encoding': 'br', Host: 'other.example.com' }
      const asset = await send(server.url, '', { method: 'HEAD', path, headers })
      expect([asset.status, asset.headers['content-encoding']], path).toEqual([200, 'br'])
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(path).toMatch(/-[\w-]{8,}\.\w+$/)
    }
  })

  it.each(['/signin', '/signin/root', '/iam', '/iam/home', '/iam/users/details/alice', '/console/home'])(
    'is at %s',
    async (path) => {
      const server = await Server.start(await initialise())
      expect(isPage(await visit(server, path))).toBe(true)
    },
  )
})

describe('a page', () => {
  const begin = (server: Server, host: string, origin: string): Promise<Answer> =>
    send(server.url, '{}', {
      method: 'POST',
      path: '/api/signin/Begin',
      headers: { Host: host, Origin: origin, 'Content-Type': 'application/json', 'X-Keyward-Console': '-' },
    })

  it('is told where programs reach the API', async () => {
    const place = await initialise()
    const named = ['--console-origin', 'https://iam.example.com']
    const cases: readonly (readonly [readonly string[], string | undefined])[] = [
      [[], undefined],
      [['--base-path', '/api-of-iam'], undefined],
      [named, 'https://iam.example.com'],
      [[...named, '--base-path', '/v1'], 'https://iam.example.com/v1'],
      [[...named, '--api-url', 'https://api.example.com'], 'https://api.example.com'],
    ]
    for (const [flags, apiUrl] of cases) {
      const server = await Server.start(place, flags)
      const isNamed = flags.includes('--console-origin')
      const host = isNamed ? 'iam.example.com' : `keyward.localhost:${server.port}`
      const answer = await begin(server, host, `${isNamed ? 'https' : 'http'}://${host}`)
      const expected = apiUrl ?? `${server.url}${flags[1] ?? ''}`
      expect(JSON.parse(answer.body), flags.join(' ')).toMatchObject({ ApiUrl: expected })
    }
  })

  it('of a rebound name calls in vain, though its Host and Origin agree', async () => {
    const server = await Server.start(await initialise())
    for (const host of ['evil.example.com', `evil.example.com:${server.port}`, `127.0.0.1:${server.port}`]) {
      expect((await begin(server, host, `http://${host}`)).status).toBe(421)
    }
  })
})

describe('one port for people and programs', () => {
  it('answers a call at / as before, and under every name', async () => {
    const place = await initialise()
    const server = await Server.start(place)
    const admin = administratorOf(place.account)
    await expectOk(call(server.url, admin, 'ListUsers'))
    await expectOk(call(server.url.replace('127.0.0.1', 'localhost'), admin, 'ListUsers'))
    const sdk = await send(server.url, '', { method: 'GET', path: '/' })
    expect([sdk.status, isPage(sdk)]).toEqual([302, false])
    expect((await send(server.url, '', { path: '/healthz', headers: { Host: 'x' } })).status).toBe(200)
  })

  it('answers a presigned call that a browser opens in a sandbox, also at a path of the console', async () => {
    const place = await initialise()
    const server = await Server.start(place)
    const host = `keyward.localhost:${server.port}`
    for (const path of ['/', '/iam/users']) {
      const unsigned = {
        method: 'GET',
        target: `${path}?Action=ListUsers&Version=2010-05-08`,
        rawHeaders: ['Host', host],
        body: Buffer.alloc(0),
      }
      const as = administratorOf(place.account)
      const target = presign(unsigned, as, { now: Date.now(), region: 'us-east-1', service: 'iam' })
      const answer = await visit(server, target)
      expect([answer.status, answer.get('UserName')]).toEqual([200, 'administrator'])
      expect(answer.headers['content-security-policy']).toBe(sandbox)
    }
  })

  it('lets no answer of whatever kind be framed, sniffed, or read by another site', async () => {
    const place = await initialise()
    const server = await Server.start(place)
    const rawHeaders = await raw(server, 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n')
    const answers: Answer[] = [
      await visit(server, '/iam'),
      await visit(server, '/assets/nothing.js'),
      await visit(server, '/nowhere'),
      await visit(server, '/iam', { host: `127.0.0.1:${server.port}` }),
      await visit(server, '/iam', { host: 'evil.example.com' }),
      await visit(server, '/iam', { method: 'DELETE' }),
      await visit(server, '/healthz'),
      await visit(server, '/?Action=ListUsers'),
      await send(server.url, '{}', { method: 'POST', path: '/api/iam/ListUsers' }),
      await send(server.url, '', { method: 'GET', path: '/api/iam/ListUsers' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([
      200,
      404,
      404,
      302,
      421,
      405,
      200,
      403,
      expect.any(Number),
      expect.any(Number),
    ])
    for (const headers of [rawHeaders, ...answers.map((answer) => answer.headers)]) {
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
    for (const { headers } of answers.slice(1)) expect(headers['content-security-policy']).toBe(sandbox)
  })
})

/** The headers of the answer to these bytes. */
function raw(server: Server, bytes: string): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    let heard = ''
    socket.setEncoding('latin1').on('data', (text: string) => (heard += text))
    socket.on('error', reject)
    socket.on('end', () => {
      const lines = [...heard.matchAll(/^([\w-]+): (.*)\r$/gm)]
      resolve(Object.fromEntries(lines.map(([, name = '', value = '']) => [name.toLowerCase(), value])))
    })
    socket.write(bytes)
  })
}

describe('where the console is', () => {
  it('is off loopback nowhere, until it is given an origin with https; the API is there', async () => {
    const place = await initialise()
    const plain = await Server.start(place, ['--listen', '0.0.0.0:0', '--insecure-http'])
    for (const host of [`localhost:${plain.port}`, `keyward.localhost:${plain.port}`, `127.0.0.1:${plain.port}`]) {
      for (const path of ['/', '/signin']) expect((await visit(plain, path, { host })).status).toBe(404)
    }
    expect(plain.stderr).toContain('the console is not served')
    await expectOk(call(`http://127.0.0.1:${plain.port}`, administratorOf(place.account), 'ListUsers'))

    const flags = ['--listen', '0.0.0.0:0', '--insecure-http', '--console-origin', 'https://iam.example.com']
    const given = await Server.start(place, flags)
    const page = await visit(given, '/signin', { host: 'iam.example.com' })
    expect(isPage(page)).toBe(true)
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await visit(given, '/signin', { host: `localhost:${given.port}` })).status).toBe(421)
    const { headers } = await visit(given, '/signin?x=1', { host: `127.0.0.1:${given.port}` })
    expect(headers.location).toBe('https://iam.example.com/signin?x=1')
  })

  it('is at every origin that is given, and no more on loopback then', async () => {
    const place = await initialise()
    const two = ['--console-origin', 'https://iam.example.com', '--console-origin', 'http://keys.localhost:9000']
    const server = await Server.start(place, two)
    for (const host of ['iam.example.com', 'keys.localhost:9000']) {
      expect(isPage(await visit(server, '/iam', { host }))).toBe(true)
    }
    expect((await visit(server, '/iam')).status).toBe(421)
    const env = cleanEnvironment({ KEYWARD_CONSOLE_ORIGIN: 'https://iam.example.com' })
    expect(isPage(await visit(await Server.start(place, [], { env }), '/iam', { host: 'iam.example.com' }))).toBe(true)
  })

  it('is the root of its origin, whatever the base path of the API', async () => {
    const place = await initialise()
    const server = await Server.start(place, ['--base-path', '/iam'])
    await expectOk(call(server.url, administratorOf(place.account), 'ListUsers', {}, { path: '/iam/' }))
    for (const path of ['/', '/iam', '/iam/', '/iam/users', '/signin']) {
      expect(isPage(await visit(server, path)), path).toBe(true)
    }
    expect((await send(server.url, '', { method: 'GET', path: '/iam/' })).status).toBe(302)
  })

  it('is nowhere while it is not built; the API is there', async () => {
    const { folder, account } = await initialise()
    const listen = parseAddress('127.0.0.1:0')
    if (listen === undefined) throw new Error('it is an address')
    const server = await serve({
      place: folderPlace(folder, undefined),
      listen,
      basePath: '',
      tls: undefined,
      insecureHttp: false,
      trustedProxies: [],
      metricsListen: undefined,
      console: { folder: join(folder, 'nothing'), origins: [] },
      apiUrl: undefined,
      managedPolicies: undefined,
      settings: defaultSettings,
      logLevel: 'error',
    })
    onTestFinished(() => server.stop())
    const headers = { Accept: 'text/html', Host: new URL(server.url).host.replace('127.0.0.1', 'localhost') }
    const answer = await send(server.url, '', { method: 'GET', path: '/', headers })
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('console is not served here')])
    await expectOk(call(server.url, administratorOf(account), 'ListUsers'))
  })

  it.skipIf(!hasOpenssl)(
    'is by https where the server speaks it, and pins no browser to that for localhost',
    async () => {
      const place = await initialise()
      const { cert, key } = selfSigned()
      const tls = ['--tls-cert', cert, '--tls-key', key]
      const ca = readFileSync(cert)
      const server = await Server.start(place, tls)
      const { headers } = await visit(server, '/iam', { ca, host: `127.0.0.1:${server.port}` })
      expect(headers.location).toBe(`https://keyward.localhost:${server.port}/iam`)
      const local = await visit(server, '/iam', { ca, servername: '' })
      expect([isPage(local), local.headers['strict-transport-security']]).toEqual([true, undefined])

      const named = await Server.start(place, [...tls, '--console-origin', 'https://iam.example.com'])
      const page = await visit(named, '/iam', { ca, host: 'iam.example.com', servername: '' })
      expect([isPage(page), page.headers['strict-transport-security']]).toEqual([true, 'max-age=31536000'])
    },
  )
})
