import { describe, expect, it } from 'vitest'
import type { RawRequest } from '../domain/http.ts'
import { isFromPage, readBrowser } from './browser.ts'
import { cookieHeaders } from './console-cookies.ts'

const https = 'https://console.example'
const loopback = 'http://keyward.localhost:8750'
const origins = [https, loopback, 'http://localhost:8750']

/** A call of a page; a test changes, adds (undefined: removes) or doubles headers. */
function call(changes: Readonly<Record<string, string | undefined>> = {}, ...more: readonly string[]): RawRequest {
  const headers = {
    Host: 'console.example',
    Origin: https,
    'Sec-Fetch-Site': 'same-origin',
    'X-Keyward-Console': 'a-handle',
    ...changes,
  }
  const sent = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
  return {
    method: 'POST',
    target: '/api/iam/ListUsers',
    basePath: '',
    rawHeaders: [...sent, ...more],
    body: Buffer.alloc(0),
    sourceIp: '192.0.2.7',
    secure: true,
  }
}

const thrownBy = (request: RawRequest): { code?: string; message?: string } => {
  try {
    readBrowser(request, origins)
    return {}
  } catch (error) {
    return error as { code: string; message: string }
  }
}
const refusal = (request: RawRequest): unknown => thrownBy(request).code

describe('a call of a page', () => {
  it('names its session by the handle and by the hash of the cookie', () => {
    const browser = readBrowser(call({ Cookie: 'other=1; __Host-keyward=secret; __Host-keyward-device=d' }), origins)
    expect(browser).toEqual({
      origin: https,
      handle: 'a-handle',
      sessionId: '2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b',
      device: 'd',
      remembered: undefined,
      attempt: undefined,
    })
    expect(JSON.stringify(browser)).not.toContain('secret')
  })

  it('before sign-in has no handle', () => {
    expect(readBrowser(call({ 'X-Keyward-Console': '-' }), origins)).toMatchObject({
      handle: undefined,
      sessionId: undefined,
    })
  })

  it('is told from a call that carries a signature, whatever cookies come with it', () => {
    expect(isFromPage(call())).toBe(true)
    expect(isFromPage(call({ 'X-Keyward-Console': undefined }))).toBe(false)
    expect(isFromPage(call({ authorization: 'AWS4-HMAC-SHA256 …' }))).toBe(false)
    expect(isFromPage({ ...call(), target: '/api/iam/ListUsers?x-amz-Signature=1' })).toBe(false)
  })
})

describe('is refused', () => {
  it('under a host that the console was not given, also where Host and Origin agree: a rebound name', () => {
    expect(refusal(call({ Host: 'evil.example', Origin: 'https://evil.example' }))).toBe('MisdirectedRequest')
    expect(refusal(call({ Host: 'console.example:444' }))).toBe('MisdirectedRequest')
    expect(refusal(call({ Host: undefined }))).toBe('MisdirectedRequest')
    expect(refusal(call({ Host: '127.0.0.1:8750', Origin: 'http://127.0.0.1:8750' }))).toBe('MisdirectedRequest')
  })

  it('without an origin, or from another', () => {
    expect(refusal(call({ Origin: undefined }))).toBe('OriginRefused')
    expect(refusal(call({ Origin: 'null' }))).toBe('OriginRefused')
    expect(refusal(call({ Origin: 'https://evil.example' }))).toBe('OriginRefused')
    expect(refusal(call({ Origin: 'http://console.example' }))).toBe('OriginRefused')
    expect(refusal(call({ Origin: 'https://console.example.evil.example' }))).toBe('OriginRefused')
  })

  it("from one of the console's own origins to another of them", () => {
    expect(refusal(call({ Origin: loopback }))).toBe('OriginRefused')
  })

  it('where the browser itself says it comes from elsewhere', () => {
    expect(refusal(call({ 'Sec-Fetch-Site': 'same-site' }))).toBe('OriginRefused')
    expect(refusal(call({ 'Sec-Fetch-Site': 'cross-site' }))).toBe('OriginRefused')
    expect(refusal(call({ 'Sec-Fetch-Site': undefined }))).toBeUndefined()
  })

  it('with a handle that is none', () => {
    for (const handle of ['', 'a b', 'x'.repeat(65), '<script>']) {
      expect(refusal(call({ 'X-Keyward-Console': handle }))).toBe('MalformedInput')
    }
  })

  it('with two cookies of our name, in one header or in two', () => {
    expect(refusal(call({ Cookie: '__Host-keyward=a; __Host-keyward=b' }))).toBe('MalformedInput')
    expect(refusal(call({ Cookie: '__Host-keyward=a' }, 'Cookie', '__Host-keyward=b'))).toBe('MalformedInput')
    expect(refusal(call({ Cookie: 'a=b' }, 'cookie', '__Host-keyward=b'))).toBeUndefined()
  })
})

it('a refusal says what is wrong, and to whom it matters what to do', () => {
  expect(thrownBy(call({ Host: 'evil.example' })).message).toBe(
    'The console is not served under this host name: see --console-origin.',
  )
  expect(thrownBy(call({ Origin: undefined })).message).toBe('This call does not come from a page of the console.')
  expect(thrownBy(call({ 'X-Keyward-Console': '' })).message).toBe(
    'The header x-keyward-console must hold a session handle, or a hyphen.',
  )
  expect(thrownBy(call({ Cookie: '__Host-keyward=a; __Host-keyward=b' })).message).toBe(
    'Two cookies named for the session were sent.',
  )
})

describe('cookies', () => {
  const loopbackCall = (Cookie: string) => call({ Host: 'keyward.localhost:8750', Origin: loopback, Cookie })

  it('carry the port on loopback: another server of this machine has others', () => {
    expect(readBrowser(loopbackCall('keyward-9000=theirs; keyward-8750=ours'), origins).sessionId).toBe(
      readBrowser(loopbackCall('keyward-8750=ours'), origins).sessionId,
    )
    expect(readBrowser(loopbackCall('keyward-9000=theirs; __Host-keyward=theirs'), origins).sessionId).toBeUndefined()
  })

  it('are of this host alone, for no script, and go with no request of another site', () => {
    const cookies = [
      { name: 'session', value: 'v', secondsMax: undefined },
      { name: 'device', value: 'd', secondsMax: 60 },
      { name: 'attempt', value: undefined, secondsMax: undefined },
    ] as const
    expect(cookieHeaders(cookies, https)).toEqual([
      ...['Set-Cookie', '__Host-keyward=v; Path=/; HttpOnly; SameSite=Strict; Secure'],
      ...['Set-Cookie', '__Host-keyward-device=d; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure'],
      ...['Set-Cookie', '__Host-keyward-attempt=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure'],
    ])
    expect(cookieHeaders(cookies.slice(0, 1), loopback)).toEqual([
      'Set-Cookie',
      'keyward-8750=v; Path=/; HttpOnly; SameSite=Strict',
    ])
  })

  it('that are too long are none of ours', () => {
    expect(readBrowser(call({ Cookie: `__Host-keyward=${'x'.repeat(2_000)}` }), origins).sessionId).toBeUndefined()
  })
})
