import { describe, expect, it } from 'vitest'
import { PolicyError } from './errors.ts'
import { documentDepthMax, documentLengthMax, type JsonValue, readJson } from './json.ts'

/** The value as JSON.parse would give it. */
function plain(value: JsonValue): unknown {
  switch (value.type) {
    case 'object':
      return new Map([...value.members].map(([key, member]) => [key, plain(member.value)]))
    case 'array':
      return value.items.map(plain)
    case 'null':
      return null
    case 'number':
      return Number(value.value)
    default:
      return value.value
  }
}

function refused(text: string): PolicyError {
  try {
    readJson(text)
  } catch (error) {
    if (error instanceof PolicyError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('readJson', () => {
  it.each([
    '0',
    '-0',
    '10',
    '-1.5',
    '1e5',
    '1E+5',
    '2.50e-3',
    'true',
    'false',
    'null',
    '""',
    '"a"',
    '[]',
    '[1,[2],"x"]',
  ])('reads %s', (text) => {
    expect(plain(readJson(` \t\r\n${text} `))).toEqual(JSON.parse(text))
  })

  it('reads every escape', () => {
    const text = String.raw`"\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00"`
    expect(plain(readJson(text))).toBe(JSON.parse(text))
  })

  it('keeps a number as it was written', () => {
    expect(readJson('1.50')).toMatchObject({ type: 'number', value: '1.50' })
  })

  it('keeps members in their order, whatever their names', () => {
    const value = plain(readJson('{"b":1,"__proto__":2,"1":3,"constructor":4,"":5}'))
    expect([...(value as Map<string, number>)]).toEqual([
      ['b', 1],
      ['__proto__', 2],
      ['1', 3],
      ['constructor', 4],
      ['', 5],
    ])
  })

  it('notes where everything stands', () => {
    const value = readJson('{\n  "a": [true,\r\n\t"x\\n"]\n}')
    expect(value.span).toEqual({ line: 1, column: 1, offset: 0, length: 26 })
    const list = value.type === 'object' ? value.members.get('a') : undefined
    expect(list?.key.span).toEqual({ line: 2, column: 3, offset: 4, length: 3 })
    expect(list?.value.span).toEqual({ line: 2, column: 8, offset: 9, length: 15 })
    const items = list?.value.type === 'array' ? list.value.items : []
    expect(items.map(({ span }) => span)).toEqual([
      { line: 2, column: 9, offset: 10, length: 4 },
      { line: 3, column: 2, offset: 18, length: 5 },
    ])
  })

  it.each([
    ['nothing', ''],
    ['two values', '1 2'],
    ['a word', 'tru'],
    ['a longer word', 'trueish'],
    ['a word in the wrong case', 'True'],
    ['NaN', 'NaN'],
    ['a plus sign', '+1'],
    ['a leading zero', '01'],
    ['a leading point', '.5'],
    ['a trailing point', '1.'],
    ['an empty exponent', '1e'],
    ['a hexadecimal number', '0x1'],
    ['single quotes', "'a'"],
    ['a bare key', '{a:1}'],
    ['a key without a value', '{"a"}'],
    ['a key that is a number', '{1:1}'],
    ['a trailing comma in an object', '{"a":1,}'],
    ['a trailing comma in a list', '[1,]'],
    ['a leading comma', '[,1]'],
    ['no comma', '[1 2]'],
    ['the wrong bracket', '[1}'],
    ['a comment', '// x\n1'],
    ['an open string', '"abc'],
    ['an open escape', '"abc\\'],
    ['an unknown escape', '"\\x"'],
    ['half an escape', '"\\u12"'],
    ['a line end in a string', '"a\nb"'],
    ['a tab in a string', '"a\tb"'],
    ['a control character', '\u0000'],
    ['a control character in a string', '"\u0007"'],
    ['a byte order mark', '\uFEFF1'],
    ['a character beyond U+00FF', '"\u0100"'],
    ['a raw emoji', '"😀"'],
    ['a raw lone surrogate', '"\uD800"'],
    ['an escaped lone surrogate', '"\\ud800"'],
    ['surrogates in the wrong order', '"\\ude00\\ud83d"'],
    ['a lone surrogate as a key', '{"\\udc00":1}'],
    ['a blank JSON does not know', '\u00a01'],
    ['a vertical tab', '\u000b1'],
    ['a repeated key', '{"a":1,"a":2}'],
    ['a repeated key behind others', '{"a":1,"b":2,"\\u0061":3}'],
    ['a repeated __proto__', '{"__proto__":1,"__proto__":2}'],
  ])('refuses %s', (_name, text) => {
    expect(refused(text).message).toBe('Syntax errors in policy.')
  })

  it('says where it stopped', () => {
    expect(refused('{\n "a": 1,\n "b" 2}').span).toEqual({ line: 3, column: 6, offset: 16, length: 1 })
    expect(refused('[1').span).toEqual({ line: 1, column: 3, offset: 2, length: 0 })
    expect(refused('{"a":1,\n"a":2}').span).toEqual({ line: 2, column: 1, offset: 8, length: 3 })
    expect(refused('[\n"\u0100"]').span).toEqual({ line: 2, column: 2, offset: 3, length: 1 })
  })

  it('reads as deep as its bound and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(readJson(nested(documentDepthMax + 1)).type).toBe('array')
    expect(refused(nested(documentDepthMax + 2)).span?.offset).toBe(documentDepthMax + 1)
  })

  it.each([
    ['open lists', '['],
    ['open objects', '{"a":'],
    ['both in turn', '[{"a":'],
  ])('refuses 100,000 %s without a deep stack', (_name, piece) => {
    expect(refused(piece.repeat(Math.floor(100_000 / piece.length))).message).toBe('Syntax errors in policy.')
  })

  it('reads as long as its bound and no longer', () => {
    const long = (length: number) => `"${'a'.repeat(length - 2)}"`
    expect(readJson(long(documentLengthMax)).span.length).toBe(documentLengthMax)
    expect(refused(long(documentLengthMax + 1)).span?.offset).toBe(documentLengthMax)
  })
})
