import { describe, expect, test } from 'vitest'
import { presign, sign } from './sign.ts'
import { accessKeyId, now, region, secretAccessKey, service, unsigned, withHeaders } from '../test/requests.ts'

const credentials = { accessKeyId, secretAccessKey }
const options = { now, region, service }

describe('sign', () => {
  test('answers the headers to set, in place of those of an earlier signature', () => {
    const added = sign(unsigned, { ...credentials, sessionToken: 'token' }, options)
    expect(Object.keys(added)).toEqual(['x-amz-date', 'x-amz-security-token', 'authorization'])
    expect(added['x-amz-date']).toBe('20150830T123600Z')
    expect(added['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20150830\/us-east-1\/iam\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
    )
    const again = withHeaders(unsigned, { 'X-Amz-Date': 'old', 'X-Amz-Security-Token': 'old', Authorization: 'old' })
    expect(sign(again, { ...credentials, sessionToken: 'token' }, options)).toEqual(added)
  })

  test('leaves out what changes on the way', () => {
    const names = ['User-Agent', 'Connection', 'Expect', 'Transfer-Encoding', 'Content-Length', 'X-Amzn-Trace-Id']
    const request = withHeaders(unsigned, Object.fromEntries(names.map((name) => [name, 'x'])))
    expect(sign(request, credentials, options)).toEqual(sign(unsigned, credentials, options))
  })

  test('throws without a Host header', () => {
    expect(() => sign(withHeaders(unsigned, { host: undefined }), credentials, options)).toThrow(RangeError)
  })
})

describe('presign', () => {
  test('adds the signature to the query that is there', () => {
    const target = presign({ ...unsigned, target: '/iam?a=%20&b' }, credentials, options)
    expect(target).toMatch(
      /^\/iam\?a=%20&b&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fiam%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=900&X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Signature=[0-9a-f]{64}$/,
    )
    expect(presign(unsigned, credentials, options)).toMatch(/^\/\?X-Amz-Algorithm=/)
  })

  test('throws without a Host header', () => {
    expect(() => presign(withHeaders(unsigned, { host: undefined }), credentials, options)).toThrow(RangeError)
  })
})
