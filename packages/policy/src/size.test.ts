import { expect, it } from 'vitest'
import { policySize } from './size.ts'

it('policySize leaves out the white space around tokens', () => {
  expect(policySize('')).toBe(0)
  expect(policySize(' \t\r\n')).toBe(0)
  expect(policySize('{ "a":\r\n\t"bc" }')).toBe('{"a":"bc"}'.length)
  expect(policySize('\u00e9\u00a0')).toBe(2)
})

it('policySize counts white space in strings: a pattern of blanks is a pattern', () => {
  expect(policySize(`{ "a": "*${' '.repeat(15_000)}b" }`)).toBe('{"a":"*b"}'.length + 15_000)
  expect(policySize('{ "a\\" ": " " }')).toBe('{"a\\" ":" "}'.length)
})
