import { expect, test } from 'vitest'
import { matcher } from './pattern.ts'

test.each([
  ['[\\w+=,.@-]+', ['a', 'a-b', '+=,.@-_'], ['', 'a b', 'é', 'a\n', '\n']],
  ['[\\w+=,.@-]*', ['', 'a'], ['a b']],
  ['[\\d]*', ['', '09'], ['a', '٣']],
  ['[ -~]+', [' ', '~'], ['', '\u007f', '\n']],
  ['\\d{12}', ['123456789012'], ['12345678901', '1234567890123', '123456789012\n']],
  ['^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$', ['abc', 'a-b'], ['a--b', '-ab', 'ab-', 'ab', 'abc\n']],
  [
    '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)',
    ['/', '/a/', '/a//b/', '///'],
    ['', '//', '/a', 'a/', '/ /', '/\u007f/'],
  ],
  ['((/[A-Za-z0-9\\.,\\+@=_-]+)*)/', ['/', '/a/', '/a/b/'], ['', '//', '/a', '/!/']],
  ['[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+', ['é漢 1', '𝒳', '\u2028'], ['', '*', 'e\u0301', '😀', '\t']],
  ['[\\u0009\\u0020-\\u00FF]+', ['a\t\u00ff'], ['\u0100', '\n', '😀']],
  ['[\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+', ['\ufffd', 'é'], ['😀', '\uffff']],
])('%s', (pattern, matching, others) => {
  for (const text of matching) expect([text, matcher(pattern)(text)]).toEqual([text, true])
  for (const text of others) expect([text, matcher(pattern)(text)]).toEqual([text, false])
})
