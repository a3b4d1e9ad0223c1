import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalPath, canonicalQuery, hashCanonicalRequest, parseQuery } from './canonical.ts'
import { SigV4Error } from './errors.ts'
import { signedHeadersOf } from './signed-headers.ts'

describe('canonicalPath', () => {
  test.each([
    ['', '/'],
    ['/', '/'],
    ['//', '/'],
    ['/./', '/'],
    ['/iam', '/iam'],
    ['/iam/', '/iam/'],
    ['/a//b///', '/a/b/'],
    ['/a/./b/..', '/a'],
    ['/a/b/../', '/a/'],
    ['/a/..', '/'],
    ['/a%20b/../c//d/%C3%A9', '/c/d/%25C3%25A9'],
    ['/a%20b', '/a%2520b'],
    ['/a b+c', '/a%20b%2Bc'],
    ['/%2e%2e/a', '/%252e%252e/a'],
    ['/-._~', '/-._~'],
    ["/it's(*)!", '/it%27s%28%2A%29%21'],
    ['/...', '/...'],
  ])('tidies and encodes %s to %s', (path, canonical) => {
    expect(canonicalPath(path, 'normalised')).toBe(canonical)
  })

  test.each([
    ['', '/'],
    ['/a%20b/../c//d/%C3%A9', '/a%20b/../c//d/%C3%A9'],
    ['/%7e%2f%c3', '/~%2F%C3'],
    ['/a b+c', '/a%20b%2Bc'],
    ['/../..', '/../..'],
  ])('for S3 gives every byte of %s one spelling: %s', (path, canonical) => {
    expect(canonicalPath(path, 'as-sent')).toBe(canonical)
  })

  test.each(['/..', '/a/../..', '/./..', '//../a'])('refuses %s, which leads above the root', (path) => {
    expect(() => canonicalPath(path, 'normalised')).toThrow(SigV4Error)
  })

  test.each(['/\u0141', '/a/\u{1f600}'])('refuses a character that is no byte', (path) => {
    expect(() => canonicalPath(path, 'normalised')).toThrow('a character that is not a byte')
    expect(() => canonicalPath(path, 'as-sent')).toThrow('a character that is not a byte')
  })
})

describe('a canonical query', () => {
  const canonical = (query: string) => canonicalQuery(parseQuery(query))

  test.each([
    ['', ''],
    ['&&', ''],
    ['a', 'a='],
    ['a=', 'a='],
    ['=a', '=a'],
    ['a=b=c', 'a=b%3Dc'],
    ['b=1&a=2', 'a=2&b=1'],
    ['a=2&a=10&a=1', 'a=1&a=10&a=2'],
    ['a-b=1&a=2', 'a=2&a-b=1'],
    ['a%3D=1&a=2', 'a=2&a%3D=1'],
    ['a=%7E%2f%c3%a9', 'a=~%2F%C3%A9'],
    ['a=b+c', 'a=b%20c'],
    ['a=b%2Bc', 'a=b%2Bc'],
    ['B=1&a=1', 'B=1&a=1'],
    ['a=\xe9', 'a=%E9'],
    ['a?b=c/d', 'a%3Fb=c%2Fd'],
  ])('of "%s" is "%s"', (query, expected) => {
    expect(canonical(query)).toBe(expected)
  })

  test('leaves out every parameter of the name it is told', () => {
    expect(canonicalQuery(parseQuery('b=1&X-Amz-Signature=2&a=3&X-Amz-Signature=4'), 'X-Amz-Signature')).toBe('a=3&b=1')
  })

  test.each(['%', 'a=%', '%4', 'a=%4&b', 'a=1&%z'])('refuses "%s": an escape without its end', (query) => {
    expect(() => parseQuery(query)).toThrow('Incomplete trailing escape % sequence')
  })

  test.each(['%zz', 'a=%4g', 'a=%-1', 'a=% 1', 'a=%%41'])('refuses "%s": no hexadecimal', (query) => {
    expect(() => parseQuery(query)).toThrow(/^Illegal hex character in escape % pattern: %../)
  })
})

describe('hashCanonicalRequest', () => {
  const sha256 = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex')
  const request = { method: 'GET', target: '/', rawHeaders: ['Host', 'h', 'X-A', 'é'], body: Buffer.from('b') }

  test('hashes bytes, not characters', () => {
    expect(hashCanonicalRequest(request, '/', '', signedHeadersOf(['host', 'x-a']))).toBe(
      sha256(`GET\n/\n\nhost:h\nx-a:é\n\nhost;x-a\n${sha256('b')}`),
    )
  })

  test('refuses a value with a character that is no byte, instead of cutting it to one', () => {
    const wide = { ...request, rawHeaders: ['Host', 'h', 'X-A', '\u0141'] }
    expect(() => hashCanonicalRequest(wide, '/', '', signedHeadersOf(['host', 'x-a']))).toThrow(SigV4Error)
  })

  test.each(['GET\n/', 'GET ', '', 'G\u0141T', 'G'.repeat(33)])('refuses the method %j', (method) => {
    expect(() => hashCanonicalRequest({ ...request, method }, '/', '', signedHeadersOf(['host']))).toThrow(SigV4Error)
  })

  test('lets no header value end its line', () => {
    const split = { ...request, rawHeaders: ['Host', 'h\nx-a:1'] }
    expect(hashCanonicalRequest(split, '/', '', signedHeadersOf(['host']))).toBe(
      sha256(`GET\n/\n\nhost:h x-a:1\n\nhost\n${sha256('b')}`),
    )
  })
})
