import { describe, expect, it } from 'vitest'
import { parseAddress } from '../address.ts'
import { consoleOriginsAt, isLoopbackAddress, isLoopbackName, originOf, parseConsoleOrigin } from './origins.ts'

describe('an origin of the console', () => {
  it.each([
    ['https://iam.example.com', 'https://iam.example.com'],
    ['https://IAM.example.com:443/', 'https://iam.example.com'],
    ['https://iam.example.com:8443', 'https://iam.example.com:8443'],
    ['https://192.0.2.7', 'https://192.0.2.7'],
    ['http://localhost:8750', 'http://localhost:8750'],
    ['http://keyward.localhost:8750', 'http://keyward.localhost:8750'],
    ['http://localhost:80', 'http://localhost'],
  ])('%s is %s', (text, origin) => expect(parseConsoleOrigin(text)).toBe(origin))

  it.each([
    '',
    'iam.example.com',
    'http://iam.example.com',
    'http://127.0.0.1:8750',
    'http://[::1]:8750',
    'http://localhost.example.com',
    'http://notlocalhost',
    'https://iam.example.com/console',
    'https://iam.example.com?x',
    'https://iam.example.com/#',
    'https://user@iam.example.com',
    'https://user:password@iam.example.com',
    'https://*.example.com',
    'ftp://iam.example.com',
    'data:text/html,x',
    'null',
  ])('is not %j', (text) => expect(parseConsoleOrigin(text)).toBeUndefined())
})

describe('where a server has its console', () => {
  const at = (listen: string, given: readonly string[] = [], tls = false): readonly string[] => {
    const address = parseAddress(listen)
    if (address === undefined) throw new Error(`${listen} is no address`)
    return consoleOriginsAt(address, { given, tls })
  }

  it('is on loopback at a name of its own, and at localhost', () => {
    const origins = ['http://keyward.localhost:8750', 'http://localhost:8750']
    for (const listen of ['127.0.0.1:8750', 'localhost:8750', '[::1]:8750']) expect(at(listen)).toEqual(origins)
    expect(at('127.0.0.1:80')).toEqual(['http://keyward.localhost', 'http://localhost'])
    expect(at('127.0.0.1:443', [], true)).toEqual(['https://keyward.localhost', 'https://localhost'])
  })

  it('is where it was told, and then nowhere else', () => {
    expect(at('127.0.0.1:8750', ['https://iam.example.com'])).toEqual(['https://iam.example.com'])
  })

  it('is nowhere off loopback or on a UNIX socket, unless it was told', () => {
    for (const listen of ['0.0.0.0:8750', '192.0.2.7:8750', '[::]:8750', '/run/keyward.sock']) {
      expect(at(listen)).toEqual([])
      expect(at(listen, ['https://iam.example.com'])).toEqual(['https://iam.example.com'])
    }
  })
})

describe('a Host header', () => {
  it('means the origin whose host it is, port included, and no other', () => {
    const origins = ['https://iam.example.com', 'http://localhost:8750']
    expect(originOf('iam.example.com', origins)).toBe('https://iam.example.com')
    expect(originOf('localhost:8750', origins)).toBe('http://localhost:8750')
    for (const host of [
      '',
      'iam.example.com:8750',
      'iam.example.com.',
      'x.iam.example.com',
      'localhost',
      'localhost:1',
    ]) {
      expect(originOf(host, origins), host).toBeUndefined()
    }
  })

  it('is the loopback address at the port of the server only', () => {
    for (const host of ['127.0.0.1:8750', '[::1]:8750']) expect(isLoopbackAddress(host, 8750)).toBe(true)
    for (const host of ['127.0.0.1', '127.0.0.1:8751', '127.0.0.2:8750', 'localhost:8750', '127.0.0.1:8750:8750', '']) {
      expect(isLoopbackAddress(host, 8750), host).toBe(false)
    }
    expect(isLoopbackAddress('127.0.0.1', 80)).toBe(true)
    expect(isLoopbackAddress('127.0.0.1', 443)).toBe(true)
  })

  it('is a loopback name where no browser looks for it on another machine', () => {
    for (const name of ['localhost', 'keyward.localhost']) expect(isLoopbackName(name)).toBe(true)
    for (const name of ['iam.example.com', 'localhost.example.com', 'xlocalhost', '.localhost', '']) {
      expect(isLoopbackName(name), name).toBe(false)
    }
  })
})
