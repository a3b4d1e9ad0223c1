import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ServiceError } from '../../src/errors.ts'
import { limits } from '../../src/protocol/limits.ts'
import { operationModel, services } from '../../src/protocol/model.ts'
import { query } from '../../src/protocol/query/index.ts'
import { form, get, post, read, refusal, refused, request } from './requests.ts'

/** Runs a call that must end in little time, and says how. */
function ends(call: () => unknown): string {
  const start = performance.now()
  let outcome = 'accepted'
  try {
    call()
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    outcome = error.code
  }
  // Generous: what is quadratic takes minutes with these sizes.
  expect(performance.now() - start).toBeLessThan(5_000)
  return outcome
}

const mega = 1 << 20

describe('a hostile form is refused, in bounded time', () => {
  test('with more parameters than any call has', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `x${i}=`).join('&')
    expect(read('iam', 'ListUsers', many(limits.parametersMax - 2))).toEqual({})
    expect(refused('iam', 'ListUsers', many(limits.parametersMax - 1))).toBe(
      'MalformedInput: More than 10000 parameters',
    )
    expect(ends(() => read('iam', 'ListUsers', many(500_000)))).toBe('MalformedInput')
  })

  test('split between query string and body', () => {
    const half = 'x=&'.repeat(limits.parametersMax / 2)
    const raw = { ...post(half), target: `/?${form('iam', 'ListUsers')}&${half}` }
    expect(refusal(() => query.readCall(raw, 'iam'))).toBe('MalformedInput: More than 10000 parameters')
  })

  test('with long names and deep names', () => {
    const longest = 'n'.repeat(limits.parameterNameCharactersMax)
    expect(read('iam', 'ListUsers', `${longest}=`)).toEqual({})
    expect(refused('iam', 'ListUsers', `${longest}n=`)).toBe(
      'MalformedInput: A parameter name is longer than 512 characters',
    )
    const deepest = ['Tags', ...Array.from({ length: limits.parameterNamePartsMax - 1 }, () => 'a')].join('.')
    expect(read('iam', 'CreateUser', `UserName=bob&${deepest}=`)).toEqual({ UserName: 'bob' })
    expect(refused('iam', 'CreateUser', `UserName=bob&${deepest}.a=`)).toBe(
      'MalformedInput: A parameter name has more than 10 parts',
    )
    expect(ends(() => read('iam', 'ListUsers', `${'a.'.repeat(mega)}=`))).toBe('MalformedInput')
  })

  test.each(['&', '=', '%', '+', '.', '0', '%00', '%25', 'a=&', '1.', '\u00e9'])('of nothing but "%s"', (piece) => {
    const body = piece.repeat(mega / piece.length)
    for (const text of [body, `UserName=${body}`, `Tags.member.${body}=x`]) {
      expect(ends(() => read('iam', 'CreateUser', text))).not.toBe('InternalFailure')
    }
    expect(ends(() => query.readCall(get(`/?Action=ListUsers&${body}`), 'iam'))).not.toBe('accepted')
    expect(() => query.accepts(get(`/?${body}`))).not.toThrow()
    expect(query.unsignedOperation(get(`/?${body}`))).toBeUndefined()
  })

  test('with lists as sparse as can be, one within another', () => {
    const names = Array.from({ length: 3_000 }, (_, i) => `ContextEntries.member.${(i + 1) * 11}.ContextKeyName=aws:x`)
    const values = Array.from(
      { length: 3_000 },
      (_, i) => `ContextEntries.member.1.ContextKeyValues.member.${(i + 1) * 11}=x`,
    )
    const parameters = ['ActionNames.member.1=s3:x', 'PolicyInputList.member.1=x', ...names, ...values].join('&')
    expect(ends(() => read('iam', 'SimulateCustomPolicy', parameters))).toBe('ValidationError')
    expect(refused('iam', 'SimulateCustomPolicy', parameters)).toMatch(/^ValidationError: 59999 validation errors/)
  })

  test('with an index of many digits', () => {
    expect(ends(() => read('iam', 'UntagUser', `TagKeys.member.${'9'.repeat(400)}=x`))).toBe('MalformedInput')
    expect(ends(() => read('iam', 'ListUsers', `MaxItems=${'0'.repeat(mega)}x`))).toBe('MalformedInput')
    expect(ends(() => read('iam', 'ListUsers', `MaxItems=${'9'.repeat(mega)}`))).toBe('MalformedInput')
    expect(ends(() => read('iam', 'ListUsers', `MaxItems=${'0'.repeat(mega)}1`))).toBe('accepted')
  })

  test('of an Action as long as the body', () => {
    expect(ends(() => query.readCall(post(`Action=${'A'.repeat(mega)}&Version=x`), 'iam'))).toBe('InvalidAction')
  })

  test('with texts that patterns could stumble over', () => {
    for (const service of ['iam', 'sts'] as const) {
      for (const name of services[service].operationNames) {
        const members = operationModel(service, name)?.input?.members ?? []
        for (const unit of ['/', '/a', 'a', 'a-', '-', ' ', '1', 'é', 'o-aaaaaaaaaa/r-', 'http://a', '\u0000']) {
          const text = encodeURIComponent(unit.repeat(30_000 / unit.length))
          const strings = members.filter((member) => member.shape.type === 'string')
          const parameters = strings.map((member) => `${member.name}=${text}`).join('&')
          expect(ends(() => read(service, name, parameters))).not.toBe('InternalFailure')
        }
      }
    }
  })

  test('with names that objects have anyway', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__']
    const parameters = names.flatMap((name, i) => [
      `${name}=1`,
      `${name}.polluted=1`,
      `UserName.${name}=1`,
      `Tags.member.1.${name}=1`,
      `Tags.${name}.member.${i + 1}.Key=1`,
    ])
    const input = read(
      'iam',
      'CreateUser',
      `UserName=bob&Tags.member.1.Key=k&Tags.member.1.Value=v&${parameters.join('&')}`,
    )
    expect(input).toEqual({ UserName: 'bob', Tags: [{ Key: 'k', Value: 'v' }] })
    expect(Object.keys(input as object)).toEqual(['UserName', 'Tags'])
    expect({}).not.toHaveProperty('polluted')

    const value = 'ReplacementValues.entry.1.value.Values.member.1=v'
    const template = 'TemplateArn=arn:aws:iam::aws:template/x'
    const map = read('iam', 'AcquireRole', `${template}&ReplacementValues.entry.1.key=__proto__&${value}`)
    const { ReplacementValues: values } = map as { ReplacementValues: object }
    expect(Object.entries(values)).toEqual([['__proto__', { Values: ['v'] }]])
  })
})

test('whatever the form, a call is read or refused', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...['Tags', 'UserName', 'member', 'entry', 'Key', 'Value', 'TagKeys', 'Properties', 'key', 'value'],
    ),
    fc.constantFrom('0', '1', '01', '2', '-1', '+1', '12', '', '%', '%00', '%ff', '%31', 'one', '__proto__'),
    fc.string({ maxLength: 3 }),
  )
  const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.'))
  const pair = fc.tuple(name, fc.oneof(fc.constant(''), fc.string(), part)).map((both) => both.join('='))
  const operation = fc.constantFrom(
    'TagUser',
    'UntagUser',
    'CreateUser',
    'PutAccountProperties',
    'SimulateCustomPolicy',
  )
  fc.assert(
    fc.property(operation, fc.array(pair), (action, pairs) => {
      ends(() => read('iam', action, pairs.join('&')))
    }),
    { numRuns: 2_000 },
  )
})

test('whatever the bytes, a request is read or refused, and the refusal is one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary' }), (bytes, target) => {
      const raw = request({ target: `/?${target}`, body: Buffer.from(bytes) })
      query.accepts(raw)
      query.unsignedOperation(raw)
      const refusedWith = refusal(() => query.readCall(raw, undefined))
      expect(refusedWith).toMatch(/^(NoOperationNamed|InvalidAction|MalformedInput|MalformedQueryString): /)
    }),
    { numRuns: 2_000 },
  )
})
