import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compilePattern, globUnits, matchesAllBehind, matchesPattern, matchesUnits } from './pattern.ts'

const matches = (pattern: string, text: string) => matchesPattern(compilePattern(pattern), text)

describe('matchesPattern', () => {
  it.each([
    ['*', '', true],
    ['*', 'anything\nat all', true],
    ['', '', true],
    ['', 'a', false],
    ['abc', 'abc', true],
    ['abc', 'Abc', false],
    ['abc', 'abcd', false],
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'banana', true],
    ['*a', 'ab', false],
    ['ab*ba', 'abba', true],
    ['ab*ba', 'aba', false],
    ['a*c', 'abc', true],
    ['?', '', false],
    ['?', 'a', true],
    ['?', '\n', true],
    ['?', '😀', false],
    ['??', '😀', true],
    ['a?c', 'ac', false],
    ['**', '', true],
    ['*?', '', false],
    ['?*', 'a', true],
    ['*b*', 'abc', true],
    ['*b*', 'ac', false],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'aXbXbX', false],
    ['*aab', 'aaaab', true],
    ['*a?b', 'aaab', true],
    ['[ab]', 'a', false],
    ['a.c', 'abc', false],
    ['a\\*', 'a*', false],
  ])('%j on %j is %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })

  it('compiles common shapes to comparisons that read the text once', () => {
    expect(compilePattern('*').kind).toBe('any')
    expect(compilePattern('abc').kind).toBe('exact')
    expect(['a*', '*a', 'a*b', '*a*b*'].map((text) => compilePattern(text).kind)).toEqual(Array(4).fill('stars'))
    expect(compilePattern('a*?').kind).toBe('glob')
  })
})

describe('a pattern of many stars', () => {
  it('looks for each of its pieces once, however long the text', () => {
    const search = vi.spyOn(String.prototype, 'indexOf')
    try {
      for (const size of [10, 100, 1000]) {
        const pattern = compilePattern(`${'a*'.repeat(size)}b`)
        search.mockClear()
        expect(matchesPattern(pattern, `${'a'.repeat(100 * size)}b`)).toBe(true)
        expect(matchesPattern(pattern, `${'a'.repeat(size / 2)}cb`)).toBe(false)
        expect(search.mock.calls.length).toBeLessThanOrEqual(2 * size)
      }
    } finally {
      search.mockRestore()
    }
  })
})

describe('matchesUnits', () => {
  function steps(pattern: string, text: string): number {
    let count = 0
    const counted = new Proxy(globUnits(pattern), {
      get(units, key) {
        count += 1
        return Reflect.get(units, key)
      },
    })
    expect(matchesUnits(counted, text)).toBe(false)
    return count
  }

  it.each([
    ['a*', 'a'],
    ['*a', 'a'],
    ['*?a', 'a'],
    ['?*', 'a'],
    ['*aaaa', 'a'],
    ['*ab', 'a'],
    ['ab*', 'ab'],
  ])('takes at most text × pattern steps for repeats of %j', (piece, letter) => {
    for (const size of [10, 100, 1000]) {
      const pattern = `${piece.repeat(size)}#`
      const text = letter.repeat(2 * size)
      expect(steps(pattern, text)).toBeLessThanOrEqual(2 * pattern.length * (text.length + 2))
    }
  })
})

it('a pattern that is longer than the text is not tried', () => {
  const pattern = compilePattern('*aaa?b*')
  if (pattern.kind !== 'glob') throw new Error(pattern.kind)
  const untouchable = new Proxy<ArrayLike<number>>([], {
    get() {
      throw new Error('tried')
    },
  })
  expect(matchesPattern({ ...pattern, units: untouchable }, 'aaab')).toBe(false)
  expect(() => matchesPattern({ ...pattern, units: untouchable }, 'aaaab')).toThrow('tried')
  expect(matchesPattern(pattern, 'aaaab')).toBe(true)
})

describe('matchesAllBehind', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
  const starts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 })

  it('answers what trying all texts behind it would', () => {
    // Three letters, of which patterns know two; no pattern here has more to say than six more units can show.
    const behind = [1, 2, 3, 6].flatMap((length) => combinations('abc', length))
    fc.assert(
      fc.property(texts, starts, (text, start) => {
        const pattern = compilePattern(text)
        expect(matchesAllBehind(pattern, start)).toBe(behind.every((rest) => matchesPattern(pattern, start + rest)))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['a\uffff', 'a*\uffff*', 'a\uffff?*', 'a?*\uffff*', '\uffff*'])('is not fooled by %j', (text) => {
    expect(matchesAllBehind(compilePattern(text), 'a')).toBe(false)
  })

  function combinations(letters: string, length: number): readonly string[] {
    if (length === 0) return ['']
    return combinations(letters, length - 1).flatMap((rest) => [...letters].map((letter) => letter + rest))
  }
})
