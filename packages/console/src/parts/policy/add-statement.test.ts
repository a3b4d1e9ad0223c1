import { describe, expect, it } from 'vitest'
import { addStatement, policyWith, suggestionIn, suggestionParameters } from './add-statement.ts'

const suggested = { action: 'iam:GetUser', resource: '*' }
const added = { Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }
const first = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }

describe('a statement that is added', () => {
  it('stands behind the last, and leaves what was written as it was', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [first] }, null, 2)
    expect(addStatement(text, suggested)).toBe(
      JSON.stringify({ Version: '2012-10-17', Statement: [first, added] }, null, 2),
    )
  })

  it('keeps a document of one line on one line', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [first, first] })
    const whole = addStatement(text, suggested)
    expect(whole).not.toContain('\n')
    expect(whole.startsWith(text.slice(0, -2))).toBe(true)
    expect(JSON.parse(whole)).toEqual({ Version: '2012-10-17', Statement: [first, first, added] })
  })

  it('makes a list of a statement that stands alone', () => {
    const text = JSON.stringify({ Statement: first, Version: '2012-10-17' }, null, 2)
    expect(JSON.parse(addStatement(text, suggested))).toEqual({ Statement: [first, added], Version: '2012-10-17' })
  })

  it('is not put into what is no policy', () => {
    expect(addStatement('{', suggested)).toBe('{')
  })

  it('is a policy by itself', () => {
    expect(JSON.parse(policyWith(suggested))).toEqual({ Version: '2012-10-17', Statement: [added] })
  })
})

describe('a suggestion in an address', () => {
  it('comes out as it went in', () => {
    const odd = { action: 'iam:GetUser', resource: 'arn:aws:iam::123456789012:user/a b&c' }
    expect(suggestionIn(new URLSearchParams(suggestionParameters(odd)))).toEqual(odd)
  })

  it('counts for nothing where it is half or too long', () => {
    expect(suggestionIn(new URLSearchParams({ action: 'iam:GetUser' }))).toBeUndefined()
    expect(suggestionIn(new URLSearchParams({ action: 'iam:GetUser', resource: 'x'.repeat(3000) }))).toBeUndefined()
  })
})
