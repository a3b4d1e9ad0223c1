import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basicFormatOf, formatTimestamp, parseTimestamp } from './timestamp.ts'

describe('parseTimestamp', () => {
  test('reads what formatTimestamp writes, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) }), (milliseconds) => {
        expect(parseTimestamp(formatTimestamp(milliseconds))).toBe(Math.floor(milliseconds / 1000) * 1000)
      }),
    )
  })

  test.each(['20240229T000000Z', '20000229T235959Z', '20151231T235959Z', '20150430T000000Z'])('knows %s', (text) => {
    const parsed = parseTimestamp(text)
    expect(parsed).toBeDefined()
    expect(formatTimestamp(parsed ?? 0)).toBe(text)
  })

  test.each([
    '',
    '20150830T123600',
    '20150830T123600z',
    '20150830t123600Z',
    '20150830 123600Z',
    '20150830T123600ZZ',
    ' 20150830T123600Z',
    '2015083OT123600Z',
    '2015-830T123600Z',
    '20150830T1236+0Z',
    '20150830T12360\u0660Z',
    '00500830T123600Z',
    '20150030T000000Z',
    '20151330T000000Z',
    '20150100T000000Z',
    '20150132T000000Z',
    '20150431T000000Z',
    '20150229T000000Z',
    '21000229T000000Z',
    '20150101T240000Z',
    '20150101T006000Z',
    '20150101T000060Z',
  ])('knows no moment %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined()
  })
})

describe('basicFormatOf', () => {
  test.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', '19941106T084937Z'],
    ['2015-08-30T12:36:00Z', '20150830T123600Z'],
    ['2015-08-30T12:36:00.999Z', '20150830T123600Z'],
  ])('turns %s to %s', (text, expected) => {
    expect(basicFormatOf(text)).toBe(expected)
  })

  test.each([
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 +0100',
    '2015-08-30T12:36:00+01:00',
    '2015-08-30T12:36:00',
    'toString',
  ])('does not know %s', (text) => {
    expect(basicFormatOf(text)).toBeUndefined()
  })
})

test('formatTimestamp throws for a time that is none', () => {
  for (const time of [Number.NaN, Number.POSITIVE_INFINITY, 1e17, Date.UTC(10_000, 0, 1)]) {
    expect(() => formatTimestamp(time)).toThrow(RangeError)
  }
})
