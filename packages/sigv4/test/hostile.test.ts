import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSigningKey, readProof, type SignableRequest, SigV4Error, verifyProof } from '../src/index.ts'
import { header, options, region, secretAccessKey, service, signedRequest, withHeaders } from './requests.ts'

const key = deriveSigningKey(secretAccessKey, '20150830', region, service)

/** Whether a hostile request was refused as it should be: by a SigV4Error, or by a signature that is not right. */
function refused(request: SignableRequest): boolean {
  try {
    return !verifyProof(readProof(request, options), key)
  } catch (error) {
    if (error instanceof SigV4Error) return true
    throw error
  }
}

/** Milliseconds that reading it took, best of a few: a pause of the machine is not the reader's. */
function cost(request: SignableRequest): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    expect(refused(request)).toBe(true)
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const honest = signedRequest()
const authorization = header(honest, 'authorization')
const query = (text: string) => ({ ...honest, target: `/?${text}` })
const path = (text: string) => ({ ...honest, target: `/${text}` })
const set = (name: string, value: string) => withHeaders(honest, { [name]: value })
const pairs = (count: number, name: string, value: string) => {
  return { ...honest, rawHeaders: [...honest.rawHeaders, ...Array.from({ length: count }, () => [name, value]).flat()] }
}
const names = Array.from({ length: 126 }, (_, index) => `x-${1000 + index}`).join(';')

describe('hostile requests are refused in bounded time', () => {
  // A megabyte, and the largest that is still read.
  test.each<[string, (size: number) => SignableRequest]>([
    ['a query of one value', (size) => query('a'.repeat(size))],
    ['a query of escapes', (size) => query('%41'.repeat(size / 3))],
    ['a query of broken escapes', (size) => query('%4'.repeat(size / 2))],
    ['a query of ampersands', (size) => query('&'.repeat(size))],
    ['a query of equal signs', (size) => query('='.repeat(size))],
    ['a query of equal names', (size) => query('a=b&'.repeat(Math.min(size / 4, 4000)))],
    ['a query of pluses', (size) => query('+'.repeat(size))],
    ['a path of slashes', (size) => path(`${'/'.repeat(size)}x`)],
    ['a path of dots', (size) => path(`${'./'.repeat(size / 2)}x`)],
    ['a path up and down', (size) => path(`${'a/../'.repeat(size / 5)}x`)],
    ['a path of bytes', (size) => path('\xff'.repeat(size))],
    ['an Authorization header of commas', (size) => set('authorization', `AWS4-HMAC-SHA256 ${','.repeat(size)}`)],
    ['an Authorization header of blanks', (size) => set('authorization', `AWS4-HMAC-SHA256 ${' '.repeat(size)}x`)],
    [
      'an Authorization header of equal signs',
      (size) => set('authorization', `AWS4-HMAC-SHA256 ${'=,'.repeat(size / 2)}`),
    ],
    [
      'an Authorization header of parameters',
      (size) => set('authorization', `${authorization}${',Credential='.repeat(size / 12)}`),
    ],
    ['an Authorization header without a space', (size) => set('authorization', 'A'.repeat(size))],
    ['a credential of slashes', (size) => set('authorization', authorization.replace('/us', '/'.repeat(size)))],
    [
      'signed headers of semicolons',
      (size) => set('authorization', authorization.replace('host', `host${';'.repeat(size)}`)),
    ],
    ['a date of blanks', (size) => set('x-amz-date', ' '.repeat(size))],
    ['a header of blanks', (size) => set('content-type', `a${' \t'.repeat(size / 2)}b`)],
    ['a header of NULs', (size) => set('content-type', '\0'.repeat(size))],
    ['a session token', (size) => set('x-amz-security-token', 'a'.repeat(size))],
    ['one header many times', (size) => pairs(Math.min(size / 20, 500), 'content-type', 'a'.repeat(100))],
    [
      'many headers of the length of signed ones',
      (size) => {
        const request = pairs(Math.min(size / 20, 500), 'X-ABCD', 'a')
        return withHeaders(request, {
          authorization: authorization.replace(/SignedHeaders=[^,]*/, `SignedHeaders=host;x-amz-date;${names}`),
        })
      },
    ],
  ])('%s', (_, make) => {
    expect(cost(make(1 << 20))).toBeLessThan(50)
    expect(cost(make(60_000))).toBeLessThan(50)
    expect(cost(make(8_000))).toBeLessThan(50)
  })
})

describe('whatever comes, only a SigV4Error is thrown', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...'%=&;,/ :\n\r\t\0+\xff\u0141', 'AWS4-HMAC-SHA256', 'X-Amz-', 'Credential', 'host'),
      maxLength: 20,
    }),
  )

  test('as a request', () => {
    const anyRequest = fc.record({
      method: anyText,
      target: anyText,
      rawHeaders: fc.array(fc.oneof(anyText, fc.constantFrom('authorization', 'x-amz-date', 'host')), {
        maxLength: 12,
      }),
      body: fc.uint8Array({ maxLength: 8 }),
    })
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(refused(request)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('as any part of an honest one', () => {
    const signature = /Signature=(.*)/.exec(authorization)?.[1] ?? ''
    const part = fc.record({
      credential: fc.oneof(anyText, fc.constant('AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request')),
      signedHeaders: fc.oneof(anyText, fc.constant('content-type;host;x-amz-date')),
      signature: fc.oneof(anyText, fc.constant(signature)),
      date: fc.oneof(anyText, fc.constant('20150830T123600Z')),
      extra: anyText.filter((text) => text !== ''),
      inQuery: fc.boolean(),
    })
    fc.assert(
      fc.property(part, ({ credential, signedHeaders, signature, date, extra, inQuery }) => {
        const rawHeaders = ['Host', 'localhost:8750', 'Content-Type', extra]
        const body = new Uint8Array()
        const parameters = { Algorithm: 'AWS4-HMAC-SHA256', Credential: credential, SignedHeaders: signedHeaders }
        const pieces = Object.entries({ ...parameters, Signature: signature, Date: date }).map(
          ([name, value]) =>
            `X-Amz-${name}=${[...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`,
        )
        const text = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`
        const request = inQuery
          ? { method: 'GET', target: `/?${pieces.join('&')}`, rawHeaders, body }
          : { method: 'GET', target: '/', rawHeaders: [...rawHeaders, 'Authorization', text, 'X-Amz-Date', date], body }
        expect(refused(request)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
