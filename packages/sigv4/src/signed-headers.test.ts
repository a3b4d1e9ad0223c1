import { describe, expect, test } from 'vitest'
import { SigV4Error } from './errors.ts'
import { parseSignedHeaders, requireSigned } from './signed-headers.ts'

describe('parseSignedHeaders', () => {
  test('takes a list apart, the first time and every time after', () => {
    for (let time = 0; time < 3; time++) {
      expect(parseSignedHeaders('content-type;host;x-amz-date')).toMatchObject({
        text: 'content-type;host;x-amz-date',
        names: ['content-type', 'host', 'x-amz-date'],
      })
    }
  })

  test('remembers no refusal, and refuses the second time too', () => {
    for (let time = 0; time < 2; time++) {
      expect(() => parseSignedHeaders('host;accept')).toThrow(SigV4Error)
      expect(() => parseSignedHeaders('accept')).toThrow("'Host' or ':authority'")
    }
  })

  test('stays right when more lists came than it keeps', () => {
    for (let round = 0; round < 2; round++) {
      for (let index = 0; index < 1000; index++) {
        expect(parseSignedHeaders(`host;x-${index}`).names).toEqual(['host', `x-${index}`])
      }
    }
  })
})

test('requireSigned names the header as AWS prints it', () => {
  const signedHeaders = parseSignedHeaders('host;x-amz-date')
  expect(() => requireSigned(signedHeaders, 'X-Amz-Date')).not.toThrow()
  expect(() => requireSigned(signedHeaders, 'Date')).toThrow("'Date' must be a 'SignedHeader'")
})
