import { expect, it } from 'vitest'
import { policySize } from './size.ts'

it('policySize counts every character but tab, line feed, carriage return and space', () => {
  expect(policySize('')).toBe(0)
  expect(policySize(' \t\r\n')).toBe(0)
  expect(policySize('{ "a":\r\n\t"b c" }')).toBe('{"a":"bc"}'.length)
  expect(policySize('\u00e9\u00a0')).toBe(2)
})
