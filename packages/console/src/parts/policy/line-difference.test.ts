import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineDifference } from './line-difference.ts'

describe('lineDifference', () => {
  it('keeps what is the same and names the rest', () => {
    expect(lineDifference('a\nb\nc', 'a\nx\nc')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: 'c' },
    ])
  })

  it('gives up on pairing the lines of two long texts that have nothing in common', () => {
    const lines = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word} ${at}`)
    const found = lineDifference(['same', ...lines('a'), 'end'].join('\n'), ['same', ...lines('b'), 'end'].join('\n'))
    expect(found.map(({ kind }) => kind)).toEqual([
      'same',
      ...lines('').map(() => 'removed'),
      ...lines('').map(() => 'added'),
      'same',
    ])
  })

  it('gives both texts back', () => {
    const text = fc.array(fc.constantFrom('{', '}', 'x', 'y', '')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before, after)
        const of = (kind: string) => lines.filter((line) => line.kind === 'same' || line.kind === kind)
        const joined = (kind: string) =>
          of(kind)
            .map((line) => line.text)
            .join('\n')
        expect([joined('removed'), joined('added')]).toEqual([before, after])
      }),
    )
  })
})
