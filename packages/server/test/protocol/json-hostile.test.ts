import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ServiceError } from '../../src/errors.ts'
import { json } from '../../src/protocol/json/index.ts'
import { limits } from '../../src/protocol/limits.ts'
import { operationModel, services, type ServiceName, type Shape } from '../../src/protocol/model.ts'
import { jsonCall, readJson, refusal } from './requests.ts'

const mega = 1 << 20

/** Reads a body of this text, which must end in little time, and gives the input or the refusal. */
function outcome(operation: string, body: string | Buffer, service: ServiceName = 'iam'): unknown {
  const start = performance.now()
  try {
    return json.readCall(jsonCall(`/api/${service}/${operation}`, body), undefined).input
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return `${error.code}: ${error.message}`
  } finally {
    // Generous: what is quadratic takes minutes with these sizes.
    expect(performance.now() - start).toBeLessThan(5_000)
  }
}

const notJson = 'MalformedInput: The request body is not valid JSON'
const tooDeep = 'MalformedInput: The request body nests deeper than 10 levels'
const tooMany = 'MalformedInput: The request body holds more than 10000 values'

describe('a hostile body is refused, in bounded time', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \t\r\n'],
    ['a word', 'nonsense'],
    ['an open object', '{'],
    ['an open text', '{"MaxItems'],
    ['an open escape', '{"MaxItems\\'],
    ['half an escape', '{"\\u00"}'],
    ['a trailing comma', '{"MaxItems":5,}'],
    ['single quotes', "{'MaxItems':5}"],
    ['a comment', '{"MaxItems":5/**/}'],
    ['NaN', '{"MaxItems":NaN}'],
    ['a leading zero', '{"MaxItems":05}'],
    ['two objects', '{}{}'],
    ['closing brackets', '}]}]'],
    ['a byte order mark', '\ufeff{}'],
    ['a raw line feed in a text', '{"Marker":"a\nb"}'],
    ['a NUL behind the end', '{}\u0000'],
  ])('that is %s', (_what, body) => {
    expect(outcome('ListUsers', body)).toBe(notJson)
  })

  test.each(['null', '5', '"text"', 'true', '[]', '[{}]'])('that is no object but %s', (body) => {
    expect(outcome('ListUsers', body)).toBe('MalformedInput: The request body is not a JSON object')
  })

  test.each([
    ['in the middle of a character', [0xc3]],
    ['behind three bytes of four', [0xf0, 0x9f, 0x98]],
    ['by a byte that never is UTF-8', [0xff]],
    ['by a slash of two bytes', [0xc0, 0xaf]],
    ['by half a surrogate pair', [0xed, 0xa0, 0x80]],
  ])('that is not UTF-8, %s', (_where, bytes) => {
    const body = Buffer.concat([Buffer.from('{"Marker":"'), Buffer.from(bytes), Buffer.from('"}')])
    expect(outcome('ListUsers', body)).toBe('MalformedInput: The request body is not valid UTF-8')
  })

  test('that nests deeply', () => {
    expect(outcome('ListUsers', '['.repeat(mega))).toBe(tooDeep)
    expect(outcome('ListUsers', '{"a":'.repeat(mega / 5))).toBe(tooDeep)
    expect(outcome('ListUsers', `{"Marker":${'['.repeat(10)}${']'.repeat(10)}}`)).toBe(tooDeep)
    expect(outcome('ListUsers', `{"Marker":${'['.repeat(9)}${']'.repeat(9)}}`)).toBe(
      'MalformedInput: Marker is not a string',
    )
    // Brackets inside a text are text.
    expect(outcome('ListUsers', JSON.stringify({ Marker: '[{"'.repeat(50) }))).toEqual({ Marker: '[{"'.repeat(50) })
  })

  test('that holds many values', () => {
    const list = (count: number) => JSON.stringify({ TagKeys: new Array(count).fill(0), UserName: 'bob' })
    expect(outcome('UntagUser', list(limits.jsonValuesMax))).toBe(tooMany)
    expect(outcome('UntagUser', list(limits.jsonValuesMax - 1))).toBe('MalformedInput: TagKeys[0] is not a string')
    expect(outcome('ListUsers', ','.repeat(mega))).toBe(tooMany)
    expect(outcome('ListUsers', `{${Array.from({ length: 90_000 }, (_, i) => `"k${i}":1`).join(',')}}`)).toBe(tooMany)
    expect(outcome('UntagUser', JSON.stringify({ UserName: 'bob', TagKeys: new Array(9_000).fill('k') }))).toMatch(
      /^ValidationError: /,
    )
    const commas = ','.repeat(300)
    expect(outcome('ListUsers', JSON.stringify({ Marker: commas }))).toEqual({ Marker: commas })
  })

  test.each(['"', '\\', '\\"', '":', '{"', '"\\u0061":', '{}', '-', '9', 'e', '\u00e9', 'null', '{"a":1},'])(
    'of nothing but %j',
    (piece) => {
      const text = piece.repeat(mega / piece.length)
      expect(outcome('ListUsers', text)).toMatch(/^MalformedInput: /)
      expect(outcome('ListUsers', `{"MaxItems":${text}`)).toMatch(/^MalformedInput: /)
      expect(outcome('ListUsers', `{"MaxItems":5,"${text}`)).toMatch(/^MalformedInput: /)
    },
  )

  test('with long texts and long keys', () => {
    expect(outcome('ListUsers', JSON.stringify({ Marker: '\u0001'.repeat(mega / 6) }))).toMatch(/^ValidationError: /)
    expect(String(outcome('ListUsers', JSON.stringify({ ['\u0001'.repeat(mega / 6)]: 1 }))).length).toBeLessThan(500)
    const keys = `{${`"${'\\u0061'.repeat(10)}":1,`.repeat(9_000)}"b":1}`
    expect(outcome('ListUsers', keys)).toBe('MalformedInput: "aaaaaaaaaa" stands twice in one object')
  })

  test('with numbers that are none', () => {
    const numbers = ['1e999', '-1e999', '1e-999', '9007199254740993', '2147483648', '0.1', '-0.0000001']
    for (const text of [...numbers.filter((each) => each !== '1e-999'), '9'.repeat(mega)]) {
      expect(outcome('ListUsers', `{"MaxItems":${text}}`)).toBe('MalformedInput: MaxItems is not a 32-bit integer')
    }
    expect(outcome('ListUsers', '{"MaxItems":1e-999}')).toMatch(/^ValidationError: .*greater than or equal to 1$/)
    // A minus zero would be printed as one.
    const zero = outcome('SearchUsers', '{"KeyOlderThanDays":-0}', 'keyward')
    expect(Object.is((zero as { KeyOlderThanDays: number }).KeyOlderThanDays, 0)).toBe(true)
  })

  test.each([
    ['{"UserName":"a","UserName":"b"}', 'UserName'],
    ['{"UserName":"a","User\\u004eame":"b"}', 'UserName'],
    ['{"UserName":null,"UserName":"b"}', 'UserName'],
    ['{"UserName":{"a":{}},"b":[{"c":1}],"UserName":"b"}', 'UserName'],
    ['{"UserName":"a","Tags":[{"Key":"k","Value":"v"},{"Key":"k","Value":"v","Key":"z"}]}', 'Key'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":1,"":2}', ''],
  ])('with a key that stands twice: %s', (body, key) => {
    expect(outcome('CreateUser', body)).toBe(`MalformedInput: ${JSON.stringify(key)} stands twice in one object`)
  })

  test('and the same key in two objects, or as a value, is no key that stands twice', () => {
    const body = '{"Tags":[{"Key":"Key","Value":"Key"},{"Key":"Tags","Value":"Tags"}],"UserName":"Tags"}'
    expect(outcome('CreateUser', body)).toEqual(JSON.parse(body))
  })

  test('with names that objects have anyway', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype']) {
      expect(outcome('CreateUser', `{"UserName":"bob","${name}":{"polluted":1}}`)).toBe(
        `MalformedInput: "${name}" is not a member of the input`,
      )
      expect(outcome('CreateUser', `{"UserName":"bob","Tags":[{"Key":"k","${name}":"v"}]}`)).toBe(
        `MalformedInput: Tags[0]."${name}" is not a member of the input`,
      )
    }
    expect({}).not.toHaveProperty('polluted')
    const map = outcome(
      'AcquireRole',
      '{"TemplateArn":"arn:aws:iam::aws:template/x","ReplacementValues":{"__proto__":{"Values":["v"]}}}',
    )
    const { ReplacementValues: values } = map as { ReplacementValues: object }
    expect(Object.entries(values)).toEqual([['__proto__', { Values: ['v'] }]])
  })

  test('with halves of surrogate pairs, as values and as keys', () => {
    const refused = /^MalformedInput: .* is not well-formed text without U\+0000$/
    expect(outcome('ListUsers', '{"Marker":"\\ud83d"}')).toMatch(refused)
    expect(outcome('ListUsers', '{"Marker":"\\ude00\\ud83d"}')).toMatch(refused)
    expect(outcome('ListUsers', '{"Marker":"\\ud83d\\ude00"}')).toMatch(/^ValidationError: /)
    expect(outcome('AcquireRole', '{"ReplacementValues":{"\\ud83d":{"Values":["v"]}}}')).toMatch(refused)
    expect(String(outcome('ListUsers', '{"\\ud83d":1}')).isWellFormed()).toBe(true)
    // A pair that the excerpt cuts in two.
    expect(String(outcome('ListUsers', JSON.stringify({ [`${'x'.repeat(63)}😀`]: 1 }))).isWellFormed()).toBe(true)
  })

  test('with texts that patterns could stumble over', () => {
    for (const service of Object.keys(services) as ServiceName[]) {
      for (const name of services[service].operationNames) {
        const members = operationModel(service, name)?.input?.members ?? []
        const strings = members.filter(({ shape }) => shape.type === 'string')
        for (const unit of ['a', 'a-', ' ', 'é', '\u0001']) {
          const text = unit.repeat(10_000 / unit.length)
          const body = JSON.stringify(Object.fromEntries(strings.map((member) => [member.name, text])))
          expect(String(outcome(name, body, service))).toMatch(/^(ValidationError: |\[object)/)
        }
      }
    }
  })
})

function levels(shape: Shape): number {
  switch (shape.type) {
    case 'structure':
      return 1 + Math.max(0, ...shape.members.map((member) => levels(member.shape)))
    case 'list':
      return 1 + levels(shape.member)
    case 'map':
      return 1 + levels(shape.value)
    default:
      return 0
  }
}

test('the deepest input of the model nests well below the bound', () => {
  const inputs = (Object.keys(services) as ServiceName[]).flatMap((service) =>
    services[service].operationNames.flatMap((name) => operationModel(service, name)?.input ?? []),
  )
  expect(Math.max(...inputs.map(levels))).toBe(5)
})

const key = fc.constantFrom('UserName', 'Tags', 'Key', 'Value', '__proto__', 'a"b', '\\', 'é')
const anyJson = fc.letrec<{ value: unknown; object: [string, unknown][] }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, 'text', '"', '{', ':'),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }),
}))

/** Members in turn, each written as often as it stands there, its name in either of two spellings. */
function written(value: unknown): { text: string; twice: boolean } {
  if (!Array.isArray(value)) return { text: JSON.stringify(value), twice: false }
  const isObject = value.length > 0 && value.every((each) => Array.isArray(each) && typeof each[0] === 'string')
  if (!isObject) {
    const parts = value.map(written)
    return { text: `[${parts.map(({ text }) => text).join(' , ')}]`, twice: parts.some(({ twice }) => twice) }
  }
  const members = value as [string, unknown][]
  const parts = members.map(([, each]) => written(each))
  const names = members.map(([name], i) => (i % 2 === 0 ? JSON.stringify(name) : escaped(name)))
  return {
    text: `{${parts.map(({ text }, i) => `${names[i]} :\n${text}`).join(',')}}`,
    twice: new Set(members.map(([name]) => name)).size < members.length || parts.some(({ twice }) => twice),
  }
}

const escaped = (name: string): string =>
  `"${[...name].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`

test('a key that stands twice is found wherever it stands, and no other', () => {
  fc.assert(
    fc.property(anyJson.object, (object) => {
      const { text, twice } = written(object)
      const found = outcome('CreateUser', text)
      if (String(found).includes('nests deeper')) return
      expect(String(found).endsWith('stands twice in one object')).toBe(twice)
    }),
    { numRuns: 1_000 },
  )
})

test('whatever the bytes, a call is read or refused, and the refusal is one', () => {
  const piece = fc.constantFrom(...'{}[]",:\\', 'null', '1', '"UserName"', '"Tags"', '"Key"', '\\u0000', 'é')
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join('')))
  const bytes = fc.uint8Array({ maxLength: 40 }).map((each) => Buffer.from(each))
  fc.assert(
    fc.property(fc.oneof(text, bytes), fc.string({ unit: 'binary' }), (body, target) => {
      expect(outcome('CreateUser', body)).toMatch(/^(MalformedInput|ValidationError): /)
      const call = jsonCall(`/api/${target}`, body)
      json.accepts(call)
      json.namesOperation(call)
      json.unsignedOperation(call)
      expect(refusal(() => json.readCall(call, undefined))).toMatch(/^(InvalidAction|MalformedInput): /)
    }),
    { numRuns: 2_000 },
  )
})

test('a value of any type in any place is read or refused by its place', () => {
  const input = operationModel('iam', 'SimulateCustomPolicy')!.input!
  const member = fc.constantFrom(...input.members.map(({ name }) => name))
  fc.assert(
    fc.property(fc.dictionary(member, fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true }), (body) => {
      try {
        readJson('iam', 'SimulateCustomPolicy', body)
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error
        expect(error.code).toMatch(/^(MalformedInput|ValidationError)$/)
      }
    }),
    { numRuns: 1_000 },
  )
})
