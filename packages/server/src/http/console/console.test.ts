import { mkdirSync, mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RawRequest } from '../../domain/http.ts'
import { listen } from '../address.ts'
import { TrustedProxies } from '../client-address.ts'
import { createListener } from '../listener.ts'
import { plainText } from '../plain-text.ts'
import { Console } from './console.ts'
import { ConsoleFiles } from './files.ts'

const open: Server[] = []
const folders: string[] = []

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const page = '<!doctype html><title>Keyward</title>'
const script = `export const x = '${'x'.repeat(5_000)}'\n`
const large = Buffer.alloc(8_000_000, 'y')

/** A console as the build leaves it, and beside it what is nobody's business. */
function built(): string {
  const parent = mkdtempSync(join(tmpdir(), 'keyward-console-'))
  folders.push(parent)
  const folder = join(parent, 'dist')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(parent, 'secret.txt'), 'a secret')
  const files = { 'index.html': page, 'assets/app-1a2b.js': script }
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content)
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content))
  }
  writeFileSync(join(folder, 'assets/large-3c4d.bin'), large)
  writeFileSync(join(folder, 'assets/.hidden'), 'a secret')
  writeFileSync(join(folder, 'routes.json'), JSON.stringify(['/', '/iam/users/details/:name', '/console', '/signin']))
  return folder
}

interface Front {
  readonly port: number
  readonly folder: string
  readonly faults: unknown[]
  readonly origins: readonly string[]
}

/** The front with nothing behind it but the console. */
async function front(given?: readonly string[]): Promise<Front> {
  const folder = built()
  const files = ConsoleFiles.open(folder)
  if (files === undefined) throw new Error('it is built')
  const faults: unknown[] = []
  // Where it is, is known only when the server listens.
  const behind: { console?: Console } = {}
  const server = createListener({
    tls: undefined,
    trustedProxies: new TrustedProxies(['127.0.0.1']),
    basePath: '',
    answer: async (request: RawRequest) => behind.console?.answer(request) ?? plainText(404, 'Nothing is here.'),
    refused: () => undefined,
    disbelieved: () => undefined,
    fault: (_, error) => faults.push(error),
  })
  open.push(server)
  const { port } = await listen(server, { kind: 'tcp', host: '127.0.0.1', port: 0, loopback: true, text: '' })
  const origins = given ?? [`http://keyward.localhost:${port}`, `http://localhost:${port}`]
  behind.console = new Console({ files, origins, port })
  return { port: port ?? 0, folder, faults, origins }
}

interface Heard {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Asked {
  readonly method?: string
  readonly host?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The path goes as it is: nothing is folded or encoded. */
function ask({ port }: Front, path: string, asked: Asked = {}): Promise<Heard> {
  const { method = 'GET', host = `keyward.localhost:${port}`, headers = {}, body } = asked
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { Host: host, ...headers } },
      (incoming) => {
        const pieces: Buffer[] = []
        incoming.on('data', (piece: Buffer) => pieces.push(piece))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(pieces) }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

const ofConsole = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const ofOthers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

describe('the page', () => {
  it.each([
    '/',
    '/?x',
    '/iam',
    '/iam/',
    '/iam/users/details/bob',
    '/iam/what/is/this',
    '/console',
    '/signin/root?a=/iam',
  ])('is answered at %s, with its headers, and is not stored', async (path) => {
    const house = await front()
    const { status, headers, body } = await ask(house, path)
    expect([status, body.toString()]).toEqual([200, page])
    expect(headers).toMatchObject({ ...ofConsole, 'cache-control': 'no-store' })
    expect(headers['content-type']).toBe('text/html;charset=utf-8')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it.each([
    '/index.html',
    '/routes.json',
    '/iamx',
    '/IAM',
    '/signin.html',
    '//',
    '//iam',
    '//evil.example.com/iam',
    '/.',
    '/%69am',
    '/healthz/iam',
    '/assets',
    '/__proto__',
  ])('is not answered at %s', async (path) => {
    const { status, headers } = await ask(await front(), path)
    expect(status).toBe(404)
    expect(headers).toMatchObject(ofOthers)
  })

  it('is answered at each of its origins, in whatever case the name is written', async () => {
    const house = await front()
    for (const host of [`localhost:${house.port}`, `KEYWARD.localhost:${house.port}`]) {
      expect((await ask(house, '/iam', { host })).status).toBe(200)
    }
  })

  it('is given to no name it was not given: whoever rebinds one gets a word', async () => {
    const house = await front()
    const hosts = [
      'evil.example.com',
      `evil.example.com:${house.port}`,
      'keyward.localhost',
      `127.0.0.1:1`,
      'localhost.',
      ' ',
    ]
    for (const host of [...hosts, `keyward.localhost:${house.port}@evil`]) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        const headers: Record<string, string> = { Origin: `http://${host.trim()}` }
        const answer = await ask(house, '/signin', { method, host, headers })
        expect(answer.status, host).toBe(421)
        expect(answer.headers).toMatchObject(ofOthers)
        expect(answer.body.toString()).not.toContain('evil')
      }
    }
  })

  it('is found from the loopback address, at the same path of the first origin', async () => {
    const house = await front()
    for (const host of [`127.0.0.1:${house.port}`, `[::1]:${house.port}`]) {
      for (const path of ['/', '/iam/users?search=a%20b', '/iam//evil.example.com', '/iam/..//evil.example.com/']) {
        const { status, headers } = await ask(house, path, { host })
        expect([status, headers.location]).toEqual([302, `${house.origins[0]}${path}`])
        expect(headers).toMatchObject(ofOthers)
        expect(new URL(headers.location ?? '').origin).toBe(house.origins[0])
      }
      expect((await ask(house, '/iam', { host, method: 'POST' })).status).toBe(421)
    }
  })

  it('is read and nothing else', async () => {
    const house = await front()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      for (const path of ['/', '/iam', '/assets/app-1a2b.js']) {
        const { status, headers } = await ask(house, path, { method })
        expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
        expect(headers).toMatchObject(ofOthers)
        expect(headers).not.toHaveProperty('access-control-allow-origin')
      }
    }
  })
})

describe('an asset', () => {
  const path = '/assets/app-1a2b.js'

  it('is kept for a year, and answered under any name', async () => {
    const house = await front()
    for (const host of [undefined, 'evil.example.com', `127.0.0.1:${house.port}`]) {
      const { status, headers, body } = await ask(house, path, host === undefined ? {} : { host })
      expect([status, body.toString()]).toEqual([200, script])
      expect(headers).toMatchObject({ ...ofConsole, 'cache-control': 'public, max-age=31536000, immutable' })
      expect(headers['content-type']).toBe('text/javascript')
    }
  })

  it('comes as the client can read it', async () => {
    const house = await front()
    const as = async (encoding: string) => ask(house, path, { headers: { 'Accept-Encoding': encoding } })
    const br = await as('gzip, deflate, br')
    expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual(['br', script])
    const gzip = await as('gzip')
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', script])
    const plain = await as('identity')
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script])
    for (const { headers, body } of [br, gzip, plain]) {
      expect([headers.vary, Number(headers['content-length'])]).toEqual(['Accept-Encoding', body.length])
    }
    const { headers, body } = await ask(house, '/iam', { headers: { 'Accept-Encoding': 'br' } })
    expect([headers['content-encoding'], brotliDecompressSync(body).toString()]).toEqual(['br', page])
  })

  it('is told of by HEAD', async () => {
    const house = await front()
    for (const one of [path, '/iam']) {
      const [get, head] = await Promise.all([ask(house, one), ask(house, one, { method: 'HEAD' })])
      expect(head.body.length).toBe(0)
      expect(head.status).toBe(200)
      expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
    }
  })

  it.each([
    { Range: 'bytes=0-4' },
    { Range: 'bytes=9-3' },
    { Range: 'bytes=-5' },
    { Range: 'bytes=999999999-' },
    { Range: 'bytes=0-1,3-4,9-9' },
    { Range: 'x' },
    { Range: 'bytes=1e9-NaN' },
    { 'If-None-Match': '*' },
    { 'If-Modified-Since': 'Fri, 31 Dec 9999 23:59:59 GMT' },
    { 'If-Match': '"x"' },
    { 'Accept-Encoding': `${'gzip;'.repeat(4_000)}` },
    { 'Accept-Encoding': '' },
  ])('is answered whole, whatever part or state of it is asked for: %j', async (headers) => {
    const house = await front()
    const answer = await ask(house, path, { headers })
    expect(answer.status).toBe(200)
    expect(answer.body.length).toBe(Number(answer.headers['content-length']))
    expect(answer.headers).toMatchObject(ofConsole)
    expect(house.faults).toEqual([])
  })

  it.each([
    '/assets/',
    '/assets/no.js',
    '/assets/../index.html',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '/assets/%5c..%5c..%5csecret.txt',
    '/assets//../../secret.txt',
    '/assets/....//secret.txt',
    '/assets/.hidden',
    '/assets/%00',
    '/assets/app-1a2b.js%00.html',
    '/assets/%ff',
    '/assets/%',
    '/assets/%E0%A4%A',
    '/assets/app-1a2b',
    '/assets//etc/passwd',
    '/assets/file:///etc/passwd',
    '/assets/__proto__',
    '/assets/constructor',
    `/assets/${'a/'.repeat(10_000)}`,
    `/assets/${'%61'.repeat(9_000)}`,
  ])('is none outside its folder: %s', async (path) => {
    const house = await front()
    const { status, headers, body } = await ask(house, path)
    expect(body.toString()).not.toContain('secret')
    expect(status).toBe(404)
    expect(headers).toMatchObject(ofOthers)
    expect(house.faults).toEqual([])
  })

  it('that went while the server ran is a broken answer, and no end of the server', async () => {
    const house = await front()
    unlinkSync(join(house.folder, 'assets/app-1a2b.js'))
    await expect(ask(house, path)).rejects.toThrow()
    expect(house.faults).toEqual([expect.objectContaining({ code: 'ENOENT' })])
    expect((await ask(house, '/iam')).status).toBe(200)
  })

  it.runIf(process.platform === 'linux')('is closed when the client goes away in the middle of it', async () => {
    const house = await front()
    const openFiles = () => readdirSync('/proc/self/fd').length
    const before = openFiles()
    const sockets = Array.from({ length: 20 }, () => {
      const socket = connect(house.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(`GET /assets/large-3c4d.bin HTTP/1.1\r\nHost: a\r\n\r\n`)
      return socket
    })
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))))
    for (const socket of sockets) socket.destroy()
    await vi.waitFor(() => expect(openFiles()).toBeLessThanOrEqual(before))
    expect(house.faults).toEqual([])
  })
})

describe('a browser that came by TLS', () => {
  const pinned = 'max-age=31536000'

  it('is told to do so for a year, by the page and by assets', async () => {
    const house = await front(['https://iam.example.com'])
    const host = 'iam.example.com'
    for (const path of ['/iam', '/assets/app-1a2b.js']) {
      // The origin says https: whether a proxy passes that on is another matter.
      expect((await ask(house, path, { host })).headers['strict-transport-security']).toBe(pinned)
    }
    const headers = { 'X-Forwarded-Proto': 'https' }
    const elsewhere = await ask(house, '/assets/app-1a2b.js', { host: 'other.example.com', headers })
    expect(elsewhere.headers['strict-transport-security']).toBe(pinned)
    const plain = await ask(house, '/assets/app-1a2b.js', { host: 'other.example.com' })
    expect(plain.headers['strict-transport-security']).toBeUndefined()
  })

  it('is not told so of localhost, which other programs share', async () => {
    const house = await front(['https://keyward.localhost:8443'])
    const headers = { 'X-Forwarded-Proto': 'https' }
    const { status, headers: heard } = await ask(house, '/iam', { host: 'keyward.localhost:8443', headers })
    expect([status, heard['strict-transport-security']]).toEqual([200, undefined])
  })
})

describe('a folder', () => {
  it('without a page, or without its routes, holds no console', () => {
    for (const name of ['index.html', 'routes.json']) {
      const folder = built()
      unlinkSync(join(folder, name))
      expect(ConsoleFiles.open(folder)).toBeUndefined()
    }
    expect(ConsoleFiles.open(join(tmpdir(), 'keyward-nowhere'))).toBeUndefined()
  })

  it('with something else for routes is refused', () => {
    const folder = built()
    writeFileSync(join(folder, 'routes.json'), '{}')
    expect(() => ConsoleFiles.open(folder)).toThrow('routes.json')
  })
})
