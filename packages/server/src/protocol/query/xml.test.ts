import { expect, test } from 'vitest'
import { escapeText } from './xml.ts'

test.each([
  ['plain', 'plain'],
  ['"quotes" \'stay\'', '"quotes" \'stay\''],
  ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
  ['&amp;', '&amp;amp;'],
  [']]>', ']]&gt;'],
  ['\t\n', '\t\n'],
  ['a\r\nb', 'a&#xD;\nb'],
  ['\u0000\u0008\u000b\u000c\u000e\u001f\ufffe\uffff', '\ufffd'.repeat(8)],
  ['é漢😀', 'é漢😀'],
])('%j is written as %j', (text, written) => {
  expect(escapeText(text)).toBe(written)
})
