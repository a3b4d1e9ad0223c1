import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Credentials,
  deriveSigningKey,
  presign,
  readProof,
  sign,
  type SignableRequest,
  SigV4Error,
  verifyProof,
} from '../src/index.ts'
import * as any from './arbitraries.ts'
import { withHeaders } from './requests.ts'

const signer = fc.record({ now: any.now, region: any.region, service: any.service })
const unsigned = fc
  .record({ method: any.method, path: any.path, query: any.query, headers: any.headers, body: any.body })
  .map(({ method, path, query, headers, body }): SignableRequest => {
    const pieces = query.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    const target = pieces.length > 0 ? `${path}?${pieces.join('&')}` : path
    return { method, target, rawHeaders: ['Host', 'localhost', ...headers.flat()], body }
  })

type Signer = { now: number; region: string; service: string }

function signed(request: SignableRequest, credentials: Credentials, by: Signer, form: 'header' | 'query') {
  if (form === 'query') return { ...request, target: presign(request, credentials, by) }
  return withHeaders(request, sign(request, credentials, by))
}

/** True: verified. False: wrong. A code: refused before that. */
function judge(request: SignableRequest, secret: string, by: Signer): boolean | string {
  try {
    const proof = readProof(request, { now: by.now, services: [by.service] })
    return verifyProof(proof, deriveSigningKey(secret, proof.date, proof.region, proof.service))
  } catch (error) {
    if (error instanceof SigV4Error) return error.code
    throw error
  }
}

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: secret, sessionToken: 'token' }
const form = fc.constantFrom('header' as const, 'query' as const)

describe('what we sign we verify', () => {
  test('in either form, with every key, and with no other secret', () => {
    fc.assert(
      fc.property(unsigned, any.credentials, signer, form, (request, who, by, as) => {
        const { sessionToken, ...rest } = who
        const result = signed(request, sessionToken === undefined ? rest : { ...rest, sessionToken }, by, as)
        expect(judge(result, who.secretAccessKey, by)).toBe(true)
        expect(judge(result, `${who.secretAccessKey}.`, by)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('however the query is spelled and shuffled on the way', () => {
    const spelled = any.query.chain((query) =>
      fc.tuple(
        fc.constant(query),
        fc.shuffledSubarray(query, { minLength: query.length, maxLength: query.length }),
        fc.infiniteStream(fc.nat(3)),
      ),
    )
    fc.assert(
      fc.property(spelled, signer, ([query, shuffled, choices], by) => {
        const join = (list: typeof query, encode: (text: string) => string) =>
          `/?${list.map(({ name, value }) => `${encode(name)}=${encode(value)}`).join('&')}`
        const request = {
          method: 'GET',
          target: join(query, encodeURIComponent),
          rawHeaders: ['Host', 'x'],
          body: new Uint8Array(),
        }
        const result = signed(request, credentials, by, 'header')
        // Each byte in one of the spellings that mean it: escaped in capitals, in small letters, or bare where it may be.
        const encode = (text: string) =>
          [...Buffer.from(text)]
            .map((byte) => {
              const character = String.fromCharCode(byte)
              const choice = choices.next().value
              if (choice === 0 && byte === 0x20) return '+'
              if (choice < 2 && !'%&=+? #'.includes(character) && byte > 0x20) return character
              const hex = byte.toString(16).padStart(2, '0')
              return `%${choice === 2 ? hex : hex.toUpperCase()}`
            })
            .join('')
        expect(judge({ ...result, target: join(shuffled, encode) }, secret, by)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('however the headers are ordered and their names cased', () => {
    fc.assert(
      fc.property(unsigned, signer, fc.boolean(), (request, by, upper) => {
        const { rawHeaders, ...rest } = signed(request, credentials, by, 'header')
        const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, i) => rawHeaders.slice(i * 2, i * 2 + 2))
        const changed = pairs.reverse().flatMap(([name = '', value = '']) => [upper ? name.toUpperCase() : name, value])
        expect(judge({ ...rest, rawHeaders: changed }, secret, by)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('one flipped bit', () => {
  const by = { now: Date.UTC(2026, 0, 1), region: 'us-east-1', service: 'iam' }

  function flipText(text: string, at: number, bit: number): string {
    const index = at % text.length
    const flipped = String.fromCharCode(text.charCodeAt(index) ^ (1 << (bit % 8)))
    return text.slice(0, index) + flipped + text.slice(index + 1)
  }

  // Two spellings of one thing: a plus and a space, a letter of an escape in either case, a blank and another blank.
  function sameMeaning(before: string, after: string): boolean {
    const tidy = (text: string) =>
      text.replaceAll('+', '%20').replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
    return tidy(before) === tidy(after)
  }

  const flip = fc.tuple(unsigned, form, fc.nat(), fc.nat(7))

  test('in the method fails', () => {
    fc.assert(
      fc.property(flip, ([request, as, at, bit]) => {
        const result = signed(request, credentials, by, as)
        expect(judge({ ...result, method: flipText(result.method, at, bit) }, secret, by)).not.toBe(true)
      }),
    )
  })

  test('in the path fails', () => {
    fc.assert(
      fc.property(flip, ([request, as, at, bit]) => {
        // Segments that vanish when a path is tidied are not flipped into or out of being.
        const path = '/iam/a%20b/c~d/'
        const result = signed({ ...request, target: request.target.replace(/^[^?]*/, path) }, credentials, by, as)
        const flipped = flipText(path, at, bit)
        if (flipped.includes('?')) return
        expect(judge({ ...result, target: flipped + result.target.slice(path.length) }, secret, by)).not.toBe(true)
      }),
    )
  })

  test('in the query fails', () => {
    fc.assert(
      fc.property(flip, ([request, as, at, bit]) => {
        const result = signed({ ...request, target: '/?Action=ListUsers&Path=%2Fa%2F&n=a+b' }, credentials, by, as)
        const [path = '', query = ''] = result.target.split(/\?(.*)/)
        const signedQuery = query.replace(/&X-Amz-Signature=.*/, '')
        const flipped = flipText(signedQuery, at, bit)
        if (sameMeaning(signedQuery, flipped)) return
        // An empty piece and a missing equal sign mean what they meant; so does a name that is only an ampersand away.
        if (flipped.includes('&&')) return
        const target = `${path}?${flipped}${query.slice(signedQuery.length)}`
        expect(judge({ ...result, target }, secret, by)).not.toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('in the body fails', () => {
    fc.assert(
      fc.property(flip, ([request, as, at, bit]) => {
        const body = request.body.length > 0 ? request.body : Uint8Array.of(0)
        const result = signed({ ...request, body }, credentials, by, as)
        const changed = Uint8Array.from(body)
        changed[at % body.length] = (body[at % body.length] ?? 0) ^ (1 << bit)
        expect(judge({ ...result, body: changed }, secret, by)).not.toBe(true)
      }),
    )
  })

  test('in a signed header, its name or its value, fails', () => {
    fc.assert(
      fc.property(flip, fc.nat(), ([request, , at, bit], which) => {
        const result = signed(
          { ...request, rawHeaders: ['Host', 'localhost', 'X-Note', 'a b;c'] },
          credentials,
          by,
          'header',
        )
        const index = which % result.rawHeaders.length
        const before = result.rawHeaders[index] ?? ''
        if (before === 'authorization' || result.rawHeaders[index - 1] === 'authorization') return
        const after = flipText(before, at, bit)
        // The case of a name says nothing, nor which blank a blank is.
        if (index % 2 === 0 && before.toLowerCase() === after.toLowerCase()) return
        const rawHeaders = result.rawHeaders.with(index, after)
        expect(judge({ ...result, rawHeaders }, secret, by)).not.toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('in the Authorization header fails', () => {
    fc.assert(
      fc.property(flip, ([request, , at, bit]) => {
        const result = signed(request, credentials, by, 'header')
        const index = result.rawHeaders.indexOf('authorization') + 1
        const before = result.rawHeaders[index] ?? ''
        const after = flipText(before, at, bit)
        // Either of a comma and a blank parts the parameters. The key id is the server's to know: it finds another key.
        const from = before.indexOf('Credential=') + 'Credential='.length
        const inKeyId = at % before.length >= from && at % before.length < from + credentials.accessKeyId.length
        if (inKeyId || after.replace(/[ ,]+/g, ' ') === before.replace(/[ ,]+/g, ' ')) return
        expect(judge({ ...result, rawHeaders: result.rawHeaders.with(index, after) }, secret, by)).not.toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('in the signature of a query fails', () => {
    fc.assert(
      fc.property(flip, ([request, , at, bit]) => {
        const result = signed(request, credentials, by, 'query')
        const start = result.target.length - 64
        const changed = flipText(result.target.slice(start), at, bit)
        expect(judge({ ...result, target: result.target.slice(0, start) + changed }, secret, by)).not.toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
