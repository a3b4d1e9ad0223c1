import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ServiceError } from '../../src/errors.ts'
import { restJson } from '../../src/protocol/rest-json/index.ts'
import { request, requestId } from './requests.ts'

const rawHeaders = ['Host', 'localhost', 'Content-Type', 'application/json']

const member = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.object())
const names = fc.constantFrom('policyDocument', 'policyType', 'locale', 'maxResults', 'nextToken', '__proto__', 'x')

const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.dictionary(names, member).map((input) => Buffer.from(JSON.stringify(input))),
  fc
    .constantFrom('', '[]', 'null', '1', '{"policyDocument":"\\ud800"}', '['.repeat(10_000), '{"a":1,"a":2}')
    .map((text) => Buffer.from(text)),
)
const query = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 60 }).map((text) => `?${encodeURIComponent(text)}`),
  fc
    .tuple(
      fc.constantFrom('maxResults', 'nextToken', 'policyType'),
      fc.constantFrom('1', '-1', '99999999999', '%', '%ff', '1e3', 'é', ''),
    )
    .map(([name, value]) => `?${name}=${value}`),
)

test('a call of any bytes is read or refused in the form of the protocol', () => {
  const path = fc.constantFrom(
    'validation',
    'check-no-new-access',
    'check-access-not-granted',
    'check-no-public-access',
  )
  const method = fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT')
  fc.assert(
    fc.property(path, method, query, body, (name, verb, search, bytes) => {
      const call = request({ method: verb, target: `/policy/${name}${search}`, rawHeaders, body: bytes })
      expect(restJson.accepts(call)).toBe(true)
      try {
        restJson.readCall(call, 'access-analyzer')
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error
        const { status, headers, body: rendered } = restJson.renderError(error, call, 'access-analyzer', requestId)
        expect([400, 404]).toContain(status)
        expect(headers).toContain('x-amzn-ErrorType')
        expect(Object.keys(JSON.parse(rendered.toString()) as object)).toContain('message')
      }
    }),
    { numRuns: 2_000 },
  )
})

test('paths that no operation has are left to the other protocols', () => {
  for (const target of [
    '/',
    '/policy',
    '/policy/',
    '/policy/validation/',
    '/policy/Validation',
    '/policy/validation/x',
    '//policy/validation',
  ]) {
    expect(restJson.accepts(request({ target }))).toBe(false)
  }
})
