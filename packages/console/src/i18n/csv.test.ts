import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'

describe('csv', () => {
  it('ends every row as RFC 4180 says, and quotes what must be quoted', () => {
    expect(
      csv([
        ['User name', 'Path'],
        ['alice', '/a,"b"/'],
      ]),
    ).toBe('User name,Path\r\nalice,"/a,""b""/"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps a spreadsheet from running %j', (cell) => {
    expect(csv([[cell]])).toMatch(/^"?'/)
  })

  it('leaves the values of a key file exact', () => {
    expect(csv([['=a', '+b/c']], { exact: true })).toBe('=a,+b/c\r\n')
  })
})
