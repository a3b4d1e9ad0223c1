import { createHmac } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSigningKey, SigningKey } from './signing-key.ts'

const hmac = (key: string | Buffer, message: string) => createHmac('sha256', key).update(message).digest()

function plainSignature(secret: string, scope: string, timestamp: string, hash: string): string {
  const key = scope.split('/').reduce<string | Buffer>((key, element) => hmac(key, element), `AWS4${secret}`)
  return hmac(key, `AWS4-HMAC-SHA256\n${timestamp}\n${scope}\n${hash}`).toString('hex')
}

const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

describe('a signing key', () => {
  test('signs as an HMAC object does, for secrets and scopes of every length', () => {
    const element = fc.string({ unit: 'binary', maxLength: 70 }).map((text) => text.replaceAll('/', ''))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), element, element, (secret, region, service) => {
        const scope = `20150830/${region}/${service}/aws4_request`
        const key = deriveSigningKey(secret, '20150830', region, service)
        expect(key.scope).toBe(scope)
        expect(key.sign('20150830T123600Z', hash)).toBe(plainSignature(secret, scope, '20150830T123600Z', hash))
      }),
      { numRuns: 300 },
    )
  })

  // 60 characters fill a block of the hash; a longer key is hashed first.
  test.each([0, 1, 40, 59, 60, 61, 64, 100, 500])('signs with a secret of %i characters', (length) => {
    const secret = 'aé'.repeat(length).slice(0, length)
    const key = deriveSigningKey(secret, '20150830', 'us-east-1', 'iam')
    expect(key.sign('20150830T123600Z', hash)).toBe(plainSignature(secret, key.scope, '20150830T123600Z', hash))
  })

  test('signs each string anew, between signatures of other keys', () => {
    const one = deriveSigningKey('one', '20150830', 'us-east-1', 'iam')
    const two = deriveSigningKey('two', '20150830', 'us-east-1', 'iam')
    const first = one.sign('20150830T123600Z', hash)
    expect(two.sign('20150830T123600Z', hash)).not.toBe(first)
    expect(one.sign('20150830T123601Z', hash)).not.toBe(first)
    expect(one.sign('20150830T123600Z', hash)).toBe(first)
  })

  test('refuses a time or a hash of another length, which would leave old bytes in place', () => {
    const key = deriveSigningKey('one', '20150830', 'us-east-1', 'iam')
    expect(() => key.sign('20150830T12360Z', hash)).toThrow(RangeError)
    expect(() => key.sign('20150830T123600Z', hash.slice(1))).toThrow(RangeError)
  })

  test('prints nothing of itself', () => {
    const key = deriveSigningKey('secret', '20150830', 'us-east-1', 'iam')
    expect(key).toBeInstanceOf(SigningKey)
    expect(inspect(key)).toBe('[signing key]')
    expect(inspect({ key }, { depth: 9, showHidden: true })).toBe('{ key: [signing key] }')
    expect(JSON.stringify({ key })).toBe('{"key":"[signing key]"}')
    expect(`${key}`).toBe('[signing key]')
    expect(Object.values(key)).toEqual(['20150830/us-east-1/iam/aws4_request'])
  })
})
