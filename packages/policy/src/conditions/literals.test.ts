import { describe, expect, it } from 'vitest'
import { parseArnPattern } from './arn.ts'
import { parseBase64 } from './binary.ts'
import { parseDate } from './date.ts'
import { contains, parseAddress, parseNetwork } from './ip.ts'
import { compareDecimals, parseDecimal } from './numeric.ts'

describe('parseDate', () => {
  // Where JavaScript's own reader knows the form, both must agree.
  it.each([
    '1970-01-01',
    '1969-12-31',
    '2000-02-29',
    '1900-03-01',
    '2100-02-28',
    '0001-01-01',
    '0000-01-01',
    '9999-12-31',
    '2026-05-01T12:34:56Z',
    '2026-05-01T12:34:56.7Z',
    '2026-05-01T12:34:56.789Z',
    '2026-05-01T12:34Z',
    '2026-05-01T23:59:59+23:59',
    '2026-05-01T00:00:00-11:30',
    '2026-12-31T23:59:59.999Z',
    '-000001-01-01',
    '+012345-06-07',
  ])('reads %s as JavaScript does', (text) => {
    expect(parseDate(text)).toBe(Date.parse(text))
  })

  it('reads every day of 800 years as JavaScript does', () => {
    for (let day = Date.UTC(1600, 0, 1); day < Date.UTC(2400, 0, 1); day += 86_400_000) {
      const text = new Date(day).toISOString().slice(0, 10)
      if (parseDate(text) !== day) expect.fail(`${text} is ${String(parseDate(text))}`)
    }
  })

  it.each([
    ['0', 0],
    ['1777636800', 1_777_636_800_000],
    ['2026-5-1', Date.UTC(2026, 4, 1)],
    ['2026-05-01T', Date.UTC(2026, 4, 1)],
    ['2026-05-01T6', Date.UTC(2026, 4, 1, 6)],
    ['2026-05-01TZ', Date.UTC(2026, 4, 1)],
    ['2026T', Date.UTC(2026, 0, 1)],
    ['2026-05-01T12:00:00+0130', Date.UTC(2026, 4, 1, 10, 30)],
    ['2026-05-01T12:00:00.123999999Z', Date.UTC(2026, 4, 1, 12, 0, 0, 123)],
  ])('reads %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected)
  })

  it.each([
    '',
    'T',
    '-',
    '2026-00-01',
    '2026-13-01',
    '2026-01-00',
    '2026-04-31',
    '2025-02-29',
    '1900-02-29',
    '2026-05-01Z',
    '2026-05-01T24:00:00Z',
    '2026-05-01T12:60:00Z',
    '2026-05-01T12:00:60Z',
    '2026-05-01T12:00:00+24:00',
    '2026-05-01T12:00:00+01:60',
    '2026-05-01T12:00:00+1',
    '2026-05-01T12:00:00.Z',
    '2026-05-01T12:00:00.1234567890Z',
    '2026-05-01T12:00:00 Z',
    ' 2026-05-01',
    '2026-05-01\n',
    '1.5',
    '1e9',
    '292278994T',
    '9223372036854775808',
    '12345678901234567890',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
})

describe('parseDecimal', () => {
  const sorted = [
    '-1e400',
    '-10',
    '-2.5',
    '-2.49',
    '-1e-400',
    '0',
    '1e-400',
    '.1',
    '0.10000000000000001',
    '1',
    '9',
    '10',
    '10.5',
    '1e400',
  ]

  it('puts numbers in their order, whatever their size', () => {
    const numbers = sorted.map((text) => parseDecimal(text)!)
    numbers.forEach((a, left) =>
      numbers.forEach((b, right) => {
        expect(Math.sign(compareDecimals(a, b)) + 0).toBe(Math.sign(left - right))
      }),
    )
  })

  it.each([
    ['1', '1.000'],
    ['1', '+01e0'],
    ['100', '1e2'],
    ['100', '.1e3'],
    ['0.001', '1e-3'],
    ['0', '-0.0e5'],
    ['1e999999999', '10e999999998'],
  ])('%s equals %s', (a, b) => {
    expect(compareDecimals(parseDecimal(a)!, parseDecimal(b)!)).toBe(0)
  })

  it.each([
    '',
    '.',
    '+',
    'e1',
    '1e',
    '1e+',
    '1e1.5',
    '1e1234567890',
    ' 1',
    '1\n',
    '0x10',
    '１',
    'NaN',
    'Infinity',
    '1n',
    '1,000',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })
})

describe('parseBase64', () => {
  it('gives one text for one sequence of bytes', () => {
    const texts = ['', 'AA==', 'AB==', 'QQ==', 'QUE=', 'QUF=', 'QUFB', 'QUFC', '+/+/']
    for (const a of texts) {
      for (const b of texts) {
        expect(parseBase64(a) === parseBase64(b)).toBe(Buffer.from(a, 'base64').equals(Buffer.from(b, 'base64')))
      }
    }
  })

  it.each(['A', 'AA', 'AAA', 'A===', '====', 'AA=A', 'A=AA', 'AA==AA==', 'AA_-', 'AA==\n', ' AA=='])(
    'refuses %j',
    (text) => {
      expect(parseBase64(text)).toBeUndefined()
    },
  )
})

describe('parseAddress and parseNetwork', () => {
  it.each([
    ['0.0.0.0', [0, 0]],
    ['255.255.255.255', [0xffff, 0xffff]],
    ['1.2.3.4', [0x0102, 0x0304]],
    ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['::1', [0, 0, 0, 0, 0, 0, 0, 1]],
    ['1::', [1, 0, 0, 0, 0, 0, 0, 0]],
    ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['1:2:3:4:5:6:7::', [1, 2, 3, 4, 5, 6, 7, 0]],
    ['2001:DB8::a:0', [0x2001, 0xdb8, 0, 0, 0, 0, 0xa, 0]],
    ['::ffff:1.2.3.4', [0x0102, 0x0304]],
    ['::ffff:102:304', [0x0102, 0x0304]],
    ['0:0:0:0:0:ffff:1.2.3.4', [0x0102, 0x0304]],
    ['64:ff9b::1.2.3.4', [0x64, 0xff9b, 0, 0, 0, 0, 0x0102, 0x0304]],
  ])('reads %s', (text, groups) => {
    expect(parseAddress(text)).toEqual(groups)
  })

  it.each([
    '',
    '1',
    '1.2.3',
    '1.2.3.',
    '.1.2.3',
    '1..2.3',
    '1.2.3.4.',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.04',
    '00.1.1.1',
    '1.2.3.4 ',
    '1.2.3.-4',
    '1.2.3.4/32',
    ':',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1::2::3',
    ':1::',
    '1:',
    '12345::',
    'g::',
    '::1%lo',
    '[::1]',
    '::1.2.3',
    '::1.2.3.256',
    '1.2.3.4::',
    '::1.2.3.4:5',
    '1:2:3:4:5:6:7:1.2.3.4',
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })

  it.each([
    '',
    '/8',
    '1.2.3.4/',
    '1.2.3.4/33',
    '1.2.3.4/-1',
    '1.2.3.4/8/8',
    '1.2.3.4/a',
    '1.2.3.4/ 8',
    '::/129',
    '::1/127',
    '1::/15',
    '::ffff:1.2.3.4',
  ])('refuses the network %j', (text) => {
    expect(parseNetwork(text)).toBeUndefined()
  })

  it('finds every prefix length', () => {
    for (let prefix = 0; prefix <= 128; prefix += 1) {
      const bits = `${'1'.repeat(prefix)}${'0'.repeat(128 - prefix)}`
      const spell = (all: string) => all.replace(/.{16}/g, (group) => `:${parseInt(group, 2).toString(16)}`).slice(1)
      const network = parseNetwork(`${spell(bits)}/${prefix}`)!
      const flip = (at: number) => spell(`${bits.slice(0, at)}${bits[at] === '1' ? '0' : '1'}${bits.slice(at + 1)}`)
      expect(contains(network, parseAddress(spell(bits))!)).toBe(true)
      if (prefix < 128) expect(contains(network, parseAddress(flip(prefix))!)).toBe(true)
      if (prefix > 0) expect(contains(network, parseAddress(flip(prefix - 1))!)).toBe(false)
    }
  })
})

describe('parseArnPattern', () => {
  it.each(['arn:aws:s3:::x', 'arn:*:*:*:*:*', 'a*:aws:s3:::', '???:::::', '*:*:*:*:*:*', 'arn:aws:logs:::a:b:c'])(
    'reads %s',
    (text) => {
      expect(parseArnPattern(text)).toHaveLength(6)
    },
  )

  it.each(['', '*', 'arn', 'arn:aws', 'arn:aws:s3::x', 'ARN:aws:s3:::x', 'urn:aws:s3:::x', ':aws:s3:::x'])(
    'refuses %j',
    (text) => {
      expect(parseArnPattern(text)).toBeUndefined()
    },
  )
})
