import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BlobInPieces } from '../domain/blob-in-pieces.ts'
import type { RawRequest, RawResponse } from '../domain/http.ts'
import { listen } from './address.ts'
import { createListener, type ListenerBounds } from './listener.ts'
import { TrustedProxies } from './client-address.ts'

const open: (Server | Socket)[] = []

afterEach(() => {
  for (const one of open.splice(0)) {
    if ('listening' in one) {
      one.close()
      one.closeAllConnections()
    } else one.destroy()
  }
})

interface Front {
  readonly port: number
  readonly server: Server
  readonly requests: RawRequest[]
  readonly refused: string[]
  readonly disbelieved: string[]
  readonly faults: unknown[]
}

interface FrontOptions {
  readonly bounds?: Partial<ListenerBounds>
  readonly proxies?: readonly string[]
  answer?(request: RawRequest): Promise<RawResponse> | RawResponse
}

const ok: RawResponse = { status: 200, headers: ['x-amzn-RequestId', 'the-id'], body: 'ok' }

async function front({ bounds = {}, proxies = [], answer = () => ok }: FrontOptions = {}): Promise<Front> {
  const requests: RawRequest[] = []
  const refused: string[] = []
  const disbelieved: string[] = []
  const faults: unknown[] = []
  const server = createListener({
    tls: undefined,
    trustedProxies: new TrustedProxies(proxies),
    basePath: '',
    bounds: { timeoutCheckEvery: 10, lingerTimeout: 200, ...bounds },
    answer: async (request) => {
      requests.push(request)
      return answer(request)
    },
    refused: (reason) => refused.push(reason),
    disbelieved: (peer) => disbelieved.push(peer),
    fault: (_, error) => faults.push(error),
  })
  open.push(server)
  const door = await listen(server, { kind: 'tcp', host: '127.0.0.1', port: 0, loopback: true, text: '' })
  return { port: Number(door.authority.split(':')[1]), server, requests, refused, disbelieved, faults }
}

/** A client that sends what it is told and keeps what comes back. */
class Client {
  readonly socket: Socket
  heard = ''
  #closed = false

  constructor({ port }: Front) {
    this.socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
    open.push(this.socket)
    this.socket.setEncoding('latin1')
    this.socket.on('data', (text: string) => (this.heard += text))
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => (this.#closed = true))
  }

  say(text: string): this {
    this.socket.write(text, 'latin1')
    return this
  }

  /** Everything heard until the server has ended the connection. */
  async end(): Promise<string> {
    if (!this.#closed && !this.socket.readableEnded) await once(this.socket, 'end')
    return this.heard
  }

  async until(text: string): Promise<string> {
    await vi.waitFor(() => expect(this.heard).toContain(text), { timeout: 10_000, interval: 5 })
    return this.heard
  }
}

const post = (body: string, ...headers: string[]): string =>
  [`POST / HTTP/1.1`, 'Host: a', ...headers, `Content-Length: ${body.length}`, '', body].join('\r\n')

const answers = (text: string): string[] => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => match[1] ?? '')

/** Sends bytes, hears the end, and asks whether others are still answered. */
async function refusalOf(house: Front, text: string): Promise<string> {
  const heard = await new Client(house).say(text).end()
  const other = await new Client(house).say(`${post('x', 'Connection: close')}`).end()
  expect(answers(other)).toEqual(['200'])
  return heard
}

describe('a request that is not one', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['two Host headers', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', '400'],
    ['two X-Amz-Date headers', post('', 'X-Amz-Date: 1', 'x-amz-date: 2'), '400'],
    ['two X-Amz-Security-Token headers', post('', 'X-Amz-Security-Token: 1', 'X-Amz-Security-Token: 1'), '400'],
    ['two Content-Type headers', post('', 'Content-Type: a/b', 'Content-Type: c/d'), '400'],
    ['two Authorization headers', post('', 'Authorization: a', 'Authorization: b'), '400'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['no Host under HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', '400'],
    ['an absolute target', 'GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
    ['the target *', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
    ['CONNECT', 'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n', '405'],
    ['an expectation nobody knows', post('', 'Expect: a-miracle'), '417'],
    ['Transfer-Encoding gzip', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n', '400'],
    [
      'Transfer-Encoding gzip, chunked',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n',
      '400',
    ],
    [
      'chunked twice',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n',
      '400',
    ],
    ['Transfer-Encoding with Content-Length', post('0\r\n\r\n', 'Transfer-Encoding: chunked'), '400'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', '400'],
    ['a negative length', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n', '400'],
    ['a length that is no number', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x10\r\n\r\n', '400'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n', '400'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n', '400'],
    ['a NUL byte in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n', '400'],
    ['a NUL byte in the target', 'GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
    [
      'a chunk length that is no number',
      `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      '400',
    ],
    ['a method nobody knows', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400'],
    ['a TLS greeting', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', '400'],
    ['rubbish', `${'rubbish '.repeat(100)}\r\n\r\n`, '400'],
    ['headers of more bytes than are read', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, '431'],
    ['a target of more bytes than are read', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, '431'],
    ['more headers than are counted', `GET / HTTP/1.1\r\nHost: a\r\n${'a: b\r\n'.repeat(100)}\r\n`, '400'],
  ]

  it.each(cases)('is refused with a request id and the guard headers: %s', async (_, text, status) => {
    const house = await front()
    const heard = await refusalOf(house, text)
    expect(answers(heard)).toEqual([status])
    expect(heard).toMatch(/x-amzn-RequestId: [0-9a-f]{8}-[0-9a-f-]{27}\r\n/i)
    expect(heard).toContain('X-Content-Type-Options: nosniff\r\n')
    expect(heard).toContain("Content-Security-Policy: default-src 'none'; sandbox")
    expect(heard).toContain('Cache-Control: no-store\r\n')
    expect(heard).toMatch(/Connection: close\r\n/i)
    expect(house.requests).toHaveLength(1)
    expect(house.refused).toHaveLength(1)
    expect(house.faults).toEqual([])
  })

  it('is not followed by another on the same connection, however that looks', async () => {
    const house = await front()
    const smuggled = post('', 'X-Smuggled: 1')
    const heard = await refusalOf(house, `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n${smuggled}${smuggled}`)
    expect(answers(heard)).toEqual(['400'])
    expect(house.requests.some(({ rawHeaders }) => rawHeaders.includes('X-Smuggled'))).toBe(false)
  })

  it('takes nothing from a good request before it: both are answered, in their order', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (go = resolve))
    const house = await front({ answer: async () => gate.then(() => ok) })
    const client = new Client(house).say(`${post('a')}${'rubbish '.repeat(10)}\r\n\r\n`)
    await vi.waitFor(() => expect(house.refused).toEqual(['unreadable']))
    expect(client.heard).toBe('')
    go()
    expect(answers(await client.end())).toEqual(['200', '400'])
  })

  it('does not keep its connection, though the client never lets go', async () => {
    const house = await front()
    await new Client(house).say('rubbish\r\n\r\n').end()
    await vi.waitFor(() => expect(connectionsOf(house)).resolves.toBe(0))
  })

  it('is no request where the client left before its end', async () => {
    const house = await front()
    const client = new Client(house).say('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf')
    await vi.waitFor(() => expect(connectionsOf(house)).resolves.toBe(1))
    client.socket.destroy()
    await vi.waitFor(() => expect(connectionsOf(house)).resolves.toBe(0))
    expect(house.requests).toEqual([])
  })
})

const connectionsOf = ({ server }: Front): Promise<number> =>
  new Promise((resolve) => server.getConnections((_, count) => resolve(count)))

describe('a body', () => {
  const bounds = { bodyBytesMax: 1_000, bodyBytesFree: 100, bodyBytesHeldMax: 2_000 }
  const chunked = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'

  it('of the largest size is read whole, however it is cut', async () => {
    const house = await front({ bounds })
    const body = Array.from({ length: 1_000 }, (_, i) => String.fromCharCode(97 + (i % 26))).join('')
    const pieces = [...body].map((letter) => `1\r\n${letter}\r\n`).join('')
    await new Client(house).say(post(body)).until('200')
    await new Client(house).say(`${chunked}${pieces}0\r\n\r\n`).until('200')
    const client = new Client(house).say(post(body).slice(0, -600))
    for (let rest = -600; rest < 0; rest += 100) client.say(body.slice(rest, rest + 100 || undefined))
    await client.until('200')
    expect(house.requests.map((request) => request.body.toString())).toEqual([body, body, body])
  })

  it('that declares too much is refused before it is sent, and before the client is told to go on', async () => {
    const house = await front({ bounds })
    for (const more of [[], ['Expect: 100-continue']]) {
      const head = ['POST / HTTP/1.1', 'Host: a', ...more, 'Content-Length: 1001', '', ''].join('\r\n')
      expect(answers(await refusalOf(house, head))).toEqual(['413'])
    }
  })

  it('that others wait to send is asked for, and only where the head is in order', async () => {
    const house = await front({ bounds })
    const client = new Client(house).say(
      'POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n',
    )
    await client.until('100 Continue')
    await client.say('hi').until('200')
    const doubled = 'POST / HTTP/1.1\r\nHost: a\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n'
    expect(answers(await refusalOf(house, doubled))).toEqual(['400'])
  })

  it('that is refused unread is refused in the protocol of its path', async () => {
    const house = await front({ bounds })
    const refused = (path: string) =>
      refusalOf(house, `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n`)
    expect(await refused('/api/iam/ListUsers')).toContain('{"__type":"RequestEntityTooLarge",')
    expect(await refused('/')).toContain('<Code>RequestEntityTooLarge</Code>')
  })

  it('that grows beyond the bound is refused, and the client that goes on sending hears it', async () => {
    const house = await front({ bounds })
    const piece = `64\r\n${'x'.repeat(100)}\r\n`
    const client = new Client(house).say(chunked)
    for (let i = 0; i < 2_000; i++) client.say(piece)
    const heard = await client.end()
    expect(answers(heard)).toEqual(['413'])
    expect(heard).toContain('The request body exceeds 1000 bytes')
  })

  it('finds no room while others fill it, and small ones always do', async () => {
    const house = await front({ bounds })
    const slow = [1, 2].map(() => new Client(house).say(post('x'.repeat(1_000)).slice(0, -1)))
    await vi.waitFor(async () => {
      expect(answers(await refusalOf(house, post('x'.repeat(900))))).toEqual(['503'])
    })
    await new Client(house).say(post('x'.repeat(100))).until('200')
    for (const client of slow) await client.say('x').until('200')
    await new Client(house).say(post('x'.repeat(900))).until('200')
  })

  it('gives its room back when the client goes away', async () => {
    const house = await front({ bounds })
    const slow = [1, 2].map(() => new Client(house).say(post('x'.repeat(1_000)).slice(0, -1)))
    await vi.waitFor(() => expect(connectionsOf(house)).resolves.toBe(2))
    for (const client of slow) client.socket.destroy()
    await vi.waitFor(async () => {
      const client = new Client(house).say(post('x'.repeat(1_000), 'Connection: close'))
      expect(answers(await client.end())).toEqual(['200'])
    })
  })
})

describe('a client that is slow', () => {
  it.each([
    ['with nothing', ''],
    ['with its headers', 'POST / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
  ])('%s is answered 408 in time, and its connection is closed', async (_, text) => {
    const house = await front({ bounds: { headersTimeout: 100, requestTimeout: 200 } })
    const client = new Client(house).say(text)
    const dribble = setInterval(() => text !== '' && client.say('x'), 20)
    const heard = await client.end()
    clearInterval(dribble)
    expect(answers(heard)).toEqual(['408'])
    expect(heard).toMatch(/x-amzn-RequestId: [0-9a-f-]{36}/)
    expect(house.refused).toEqual(['too slow'])
    await vi.waitFor(() => expect(connectionsOf(house)).resolves.toBe(0))
  })

  it('with its body is answered 408 in time', async () => {
    const house = await front({ bounds: { headersTimeout: 100, requestTimeout: 200 } })
    const client = new Client(house).say('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n')
    const dribble = setInterval(() => client.say('x'), 20)
    const heard = await client.end()
    clearInterval(dribble)
    expect(answers(heard)).toEqual(['408'])
    expect(house.requests).toEqual([])
  })

  it('to read what it asked for does not keep its connection', async () => {
    const long = { ...ok, body: 'x'.repeat(50_000_000) }
    const house = await front({ bounds: { idleTimeout: 200 }, answer: () => long })
    const client = new Client(house)
    client.socket.pause()
    client.say(post('a'))
    await vi.waitFor(() => expect(house.requests).toHaveLength(1))
    await vi.waitFor(() => expect(connectionsOf(house)).resolves.toBe(0), { timeout: 10_000 })
  })

  it('between two calls keeps it for a while only', async () => {
    const house = await front({ bounds: { keepAliveTimeout: 50 } })
    const client = new Client(house).say(post('a'))
    expect(answers(await client.end())).toEqual(['200'])
  })
})

describe('an answer', () => {
  it('comes to each of many requests sent at once, in their order', async () => {
    const house = await front({
      answer: async ({ body }) => {
        // The earlier it came, the later it is done.
        for (let i = 10 - Number(body.toString()); i > 0; i--) await new Promise((resolve) => setImmediate(resolve))
        return { ...ok, body: `<${body.toString()}>` }
      },
    })
    const numbers = Array.from({ length: 10 }, (_, i) => String(i))
    const client = new Client(house).say(numbers.map((number) => post(number)).join(''))
    const heard = await client.until('<9>')
    expect([...heard.matchAll(/<(\d+)>/g)].map((match) => match[1])).toEqual(numbers)
  })

  it('is Throttling and the end of a connection that sends many requests without waiting for one', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (release = resolve))
    const house = await front({ bounds: { pipelinedMax: 3 }, answer: () => gate.then(() => ok) })
    const client = new Client(house).say(post('x').repeat(10))
    await vi.waitFor(() => expect(house.refused).toEqual(['Throttling']))
    release()
    expect(answers(await client.end())).toEqual(['200', '200', '200', '400'])
    expect(house.requests).toHaveLength(3)
  })

  it('is given to methods and headers of other uses too: HEAD, TRACE, an upgrade nobody offers', async () => {
    const house = await front()
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'
    expect(await new Client(house).say('HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n').end()).toMatch(
      /^HTTP\/1\.1 200 [^]*\r\n\r\n$/,
    )
    expect(await new Client(house).say(`GET / HTTP/1.1\r\nHost: a\r\n${upgrade}\r\n`).until('ok')).toMatch(/ 200 /)
    const trace = await new Client(house)
      .say('TRACE / HTTP/1.1\r\nHost: a\r\nX-Told: me\r\nConnection: close\r\n\r\n')
      .end()
    expect(trace).not.toContain('X-Told')
  })

  it('in pieces comes whole and in order, and the connection is good for the next', async () => {
    const house = await front({
      answer: () => ({
        ...ok,
        body: new BlobInPieces(9, async function* () {
          yield 'YWJj'
          yield 'ZGVm'
          yield 'Z2hp'
        }),
      }),
    })
    const heard = await new Client(house).say(post('a') + post('b', 'Connection: close')).end()
    expect(heard.match(/Content-Length: 12\r\n[^]*?\r\n\r\nYWJjZGVmZ2hp(?=HTTP|$)/gi)).toHaveLength(2)
    expect(house.faults).toEqual([])
  })

  it('in pieces of which one is missing breaks off, and is nobody’s whole answer', async () => {
    const house = await front({
      answer: ({ target }) =>
        target === '/'
          ? ok
          : {
              ...ok,
              body: new BlobInPieces(6, async function* () {
                yield 'YWJj'
                throw new Error('gone')
              }),
            },
    })
    const heard = await new Client(house).say('GET /report HTTP/1.1\r\nHost: a\r\n\r\n').end()
    expect(heard).toMatch(/Content-Length: 8\r\n[^]*\r\n\r\n(?:YWJj)?$/i)
    await vi.waitFor(() => expect(house.faults.map(String)).toEqual(['Error: gone']))
  })

  it('in pieces takes no more of them than its client reads, and none once the client has gone', async () => {
    let taken = 0
    let ended = false
    const piece = 'x'.repeat(1_000_000)
    const house = await front({
      answer: () => ({
        ...ok,
        body: new BlobInPieces(75_000_000, async function* () {
          try {
            for (; taken < 100; taken++) yield piece
          } finally {
            ended = true
          }
        }),
      }),
    })
    const client = new Client(house)
    client.socket.pause()
    client.say(post('a'))
    await vi.waitFor(() => expect(taken).toBeGreaterThan(0))
    client.socket.destroy()
    await vi.waitFor(() => expect(ended).toBe(true))
    expect(taken).toBeLessThan(50)
    expect(house.faults).toEqual([])
  })

  it('that cannot be sent becomes a 500 without its cause, and the server goes on', async () => {
    const house = await front({
      answer: ({ target }) => (target === '/' ? ok : { ...ok, headers: ['Location', 'a\r\nSet-Cookie: b'] }),
    })
    const heard = await refusalOf(house, 'GET /split HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(answers(heard)).toEqual(['500'])
    expect(heard).not.toContain('Set-Cookie')
    expect(heard).toMatch(/x-amzn-RequestId: [0-9a-f-]{36}/)
    expect(house.faults).toHaveLength(1)
  })

  it('closes its connection once the server stops, so that no client holds it up', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (go = resolve))
    const house = await front({ answer: async () => gate.then(() => ok) })
    const client = new Client(house).say(post('a'))
    await vi.waitFor(() => expect(house.requests).toHaveLength(1))
    const stopped = once(house.server, 'close')
    house.server.close()
    go()
    expect(await client.end()).toMatch(/Connection: close/i)
    client.socket.destroy()
    await stopped
  })
})

describe('who is asking', () => {
  const forwarded = (...headers: string[]) => post('', ...headers)

  it('is the peer, whatever it claims, unless it is a proxy that is trusted', async () => {
    const house = await front()
    await new Client(house).say(forwarded('X-Forwarded-For: 192.0.2.1', 'X-Forwarded-Proto: https')).until('200')
    expect(house.requests[0]).toMatchObject({ sourceIp: '127.0.0.1', secure: false })
    // The operator is told: if that is a proxy, all its visitors count as one.
    expect(house.disbelieved).toEqual(['127.0.0.1'])
  })

  it('is the last hop before the trusted proxies', async () => {
    const house = await front({ proxies: ['127.0.0.0/8', '10.0.0.0/8'] })
    await new Client(house)
      .say(
        forwarded('X-Forwarded-For: 203.0.113.9, 192.0.2.1', 'X-Forwarded-For: 10.1.1.1', 'X-Forwarded-Proto: https'),
      )
      .until('200')
    expect(house.requests[0]).toMatchObject({ sourceIp: '192.0.2.1', secure: true })
    expect(house.disbelieved).toEqual([])
  })

  it.each([
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:1234', '192.0.2.1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
  ])('is made out from %j as a proxy writes it', async (hop, ip) => {
    const house = await front({ proxies: ['127.0.0.1'] })
    await new Client(house).say(forwarded(`X-Forwarded-For: ${hop}`)).until('200')
    expect(house.requests[0]?.sourceIp).toBe(ip)
  })

  it.each(['unknown', '', ', ,', '192.0.2.1:x', '192.0.2.1, unknown', '[192.0.2.1'])(
    'is refused, not taken for the proxy, where a trusted proxy says %j',
    async (hop) => {
      const house = await front({ proxies: ['127.0.0.1'] })
      const heard = await new Client(house).say(forwarded(`X-Forwarded-For: ${hop}`)).end()
      expect(answers(heard)).toEqual(['400'])
      expect(heard).toContain('x-forwarded-for of a trusted proxy')
      expect(house.requests).toEqual([])
    },
  )

  it('is nobody where the client has gone: nothing is judged without its address', async () => {
    const house = await front()
    house.server.on('connection', (socket) => Object.defineProperty(socket, 'remoteAddress', { get: () => undefined }))
    expect(await new Client(house).say(forwarded()).end()).toBe('')
    expect(house.requests).toEqual([])
  })

  it('has no address on a UNIX socket, and may be a trusted proxy there by name', async () => {
    for (const [proxies, sourceIp] of [
      [[], undefined],
      [['unix'], '192.0.2.1'],
    ] as const) {
      const house = await front({ proxies })
      house.server.address = () => '/run/keyward.sock'
      await new Client(house).say(forwarded('X-Forwarded-For: 192.0.2.1')).until('200')
      expect(house.requests[0]?.sourceIp).toBe(sourceIp)
    }
  })
})

describe('trusted proxies', () => {
  it.each([
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/x',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    'proxy',
    '',
    '::/129',
    '10.0.0.0/ 8',
  ])('are refused where one is no address and no CIDR: %j', (cidr) => {
    expect(() => new TrustedProxies([cidr])).toThrow(`"${cidr}" is not an address or a CIDR`)
  })

  it('are named one by one or by CIDR, in both families', () => {
    const proxies = new TrustedProxies(['10.0.0.0/8', '::1', 'fd00::/8', '192.0.2.7'])
    expect(['10.255.0.1', '::1', 'fd12::1', '192.0.2.7'].every((address) => proxies.has(address))).toBe(true)
    expect(['11.0.0.1', '::2', 'fe00::1', '192.0.2.8', 'unix'].some((address) => proxies.has(address))).toBe(false)
  })
})
