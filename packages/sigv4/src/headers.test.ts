import { describe, expect, test } from 'vitest'
import { collapseBlanks, collapsedValue, firstValue, headerValue } from './headers.ts'

describe('a header', () => {
  test('is found whatever the case of its name', () => {
    expect(headerValue(['HOST', 'a', 'X-Host', 'b'], 'host')).toBe('a')
    expect(headerValue(['Host', 'a'], 'date')).toBeUndefined()
  })

  test('is looked for among names, not among values', () => {
    expect(headerValue(['x-a', 'host', 'host', 'b'], 'host')).toBe('b')
    expect(headerValue(['host'], 'host')).toBe('')
  })

  test('that comes first may be read alone, trimmed', () => {
    expect(firstValue(['a', ' 1  2 ', 'A', '3'], 'a')).toBe('1  2')
    expect(firstValue(['b', 'a'], 'a')).toBeUndefined()
  })

  test('is read with its blanks collapsed', () => {
    expect(collapsedValue(['a', ' 1  2 '], 'a')).toBe('1 2')
    expect(collapsedValue(['b', 'a'], 'a')).toBeUndefined()
  })

  test('that came several times is one, in the order received', () => {
    expect(headerValue(['a', ' 3 ', 'b', 'x', 'A', '1  2'], 'a')).toBe('3,1 2')
  })

  test.each([
    ['  a   b  ', 'a b'],
    ['a\t\tb', 'a b'],
    ['a\r\n b', 'a b'],
    ['"a   b"', '"a b"'],
    ['a b', 'a b'],
    ['   ', ''],
    ['\xa0a\xa0', '\xa0a\xa0'],
    ['\x85', '\x85'],
  ])('has its blanks collapsed: %j to %j', (value, expected) => {
    expect(collapseBlanks(value)).toBe(expected)
  })
})
