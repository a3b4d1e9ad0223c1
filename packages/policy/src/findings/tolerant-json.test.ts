import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson, type JsonValue } from '../json.ts'
import { readTolerantly } from './tolerant-json.ts'

/** A value without its places. */
function plain(value: JsonValue | undefined): unknown {
  switch (value?.type) {
    case 'object':
      return Object.fromEntries([...value.members.values()].map(({ key, value: member }) => [key.value, plain(member)]))
    case 'array':
      return value.items.map(plain)
    case 'number':
      return Number(value.value)
    case 'string':
    case 'boolean':
      return value.value
    default:
      return null
  }
}

const told = (text: string) => readTolerantly(text).faults.map(({ message, span }) => `${span.offset}: ${message}`)

describe('reads on behind a mistake', () => {
  it.each<[string, string, unknown, readonly string[]]>([
    ['a missing comma', '{"a": 1 "b": 2}', { a: 1, b: 2 }, ['8: A comma is missing before this.']],
    ['a comma too many', '[1,, 2]', [1, 2], ['3: A comma too many. Remove it.']],
    ['a comma at the end', '[1, 2,]', [1, 2], ['5: Nothing follows this comma. Remove it.']],
    ['a missing colon', '{"a" 1}', { a: 1 }, ['5: A colon is missing behind "a".']],
    ['an equals sign', '{"a" = 1}', { a: 1 }, ['5: A colon is missing behind "a".']],
    ['a missing value', '{"a": , "b": 2}', { b: 2 }, ['6: The value of "a" is missing.']],
    ['a name without quotes', '{a: 1}', { a: 1 }, ['1: Names stand in double quotes: "a".']],
    ['a text without quotes', '[s3:Get*]', ['s3:Get*'], ['1: Text stands in double quotes: "s3:Get*".']],
    ['single quotes', "['a']", ['a'], ['1: JSON takes straight double quotes (") and no \'.']],
    ['quotes of a word processor', '[“a”]', ['a'], ['1: JSON takes straight double quotes (") and no “.']],
    [
      'a quote that never ends',
      '{"a": "b,\n"c": 1}',
      { a: 'b', c: 1 },
      ['6: The quote that ends this string is missing.'],
    ],
    ['a comment', '[1 // one\n]', [1], ['3: JSON has no comments. Remove this.']],
    ['a comment on several lines', '[1 /* one\n */]', [1], ['3: JSON has no comments. Remove this.']],
    ['words of Python', '[True, None]', [true, null], ['1: JSON writes True as true.', '7: JSON writes None as null.']],
    ['a number that is none', '[01]', [1], ['1: JSON knows no number like this. Text stands in double quotes: "01".']],
    ['an escape that is none', '["\\d"]', ['\\d'], ['2: JSON knows no such escape. A backslash is written as two.']],
    ['a tab in a string', '["a\tb"]', ['a\tb'], ['3: A control character in a string is written as an escape: \\t.']],
    ['a name that stands twice', '{"a": 1, "a": 2}', { a: 1 }, ['9: "a" stands twice in one object. Merge the two.']],
    [
      'a bracket that is missing',
      '{"a": [1, "b": 2}',
      { a: [1, 'b'] },
      [
        '13: A list holds values without names. Put { and } around the names and their values.',
        '16: The [ of line 1 is closed by ], not by }.',
      ],
    ],
    [
      'the wrong bracket',
      '{"a": [1}, "b": 2}',
      { a: [1] },
      [
        '8: The [ of line 1 is closed by ], not by }.',
        '9: This stands behind the end of the document. Remove it, or look for a bracket that closes too early.',
      ],
    ],
    [
      'an end that is missing',
      '{"a": [1',
      { a: [1] },
      ['0: This { is never closed: a } is missing.', '6: This [ is never closed: a ] is missing.'],
    ],
    [
      'a bracket too many',
      '[1]]',
      [1],
      ['3: This ] closes nothing. Remove it, or look for a bracket that closes too early.'],
    ],
    [
      'a space that is none',
      '{\u00A0"a": 1}',
      { a: 1 },
      ['1: This space, or mark at the start of a file, is none that JSON knows.'],
    ],
    [
      'the mark of a text editor',
      '\uFEFF[]',
      [],
      ['0: This space, or mark at the start of a file, is none that JSON knows.'],
    ],
    ['nothing at all', '', null, ['0: The document holds no JSON value. A policy is an object: { … }.']],
  ])('%s', (_, text, value, faults) => {
    expect(told(text)).toEqual(faults)
    expect(plain(readTolerantly(text).value)).toEqual(value)
  })
})

it('has nothing to say of what the strict reader takes, and something of all else', () => {
  const text = fc.oneof(
    fc.json(),
    fc.string({ unit: fc.constantFrom(...'{}[]:,"\\\n/*\'ab01-.tru\u00A0é\u2028'), maxLength: 40 }),
  )
  fc.assert(
    fc.property(text, (document) => {
      let strict: JsonValue | undefined
      try {
        strict = readJson(document)
      } catch {
        strict = undefined
      }
      const { value, faults } = readTolerantly(document)
      expect(faults.length === 0).toBe(strict !== undefined)
      if (strict !== undefined) expect(value).toEqual(strict)
    }),
    { numRuns: 3_000 },
  )
})
