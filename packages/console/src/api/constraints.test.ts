import { describe, expect, it } from 'vitest'
import { faultOf, judge } from './constraints.ts'

describe('faultOf', () => {
  it('lets a user name of the model pass, and names what is wrong with another', () => {
    expect(faultOf('iam:CreateUser', 'UserName', 'alice@example.com')).toBeUndefined()
    expect(faultOf('iam:CreateUser', 'UserName', '')).toMatchObject({ kind: 'required' })
    expect(faultOf('iam:CreateUser', 'UserName', 'a b')).toMatchObject({ kind: 'badCharacters' })
    expect(faultOf('iam:CreateUser', 'UserName', 'a'.repeat(65))).toEqual({ kind: 'tooLong', bound: 64 })
  })

  it('judges the whole value, not a part of it', () => {
    expect(faultOf('iam:CreateUser', 'UserName', 'alice\n')).toMatchObject({ kind: 'badCharacters' })
  })

  it('knows letters of every language where the model does', () => {
    expect(faultOf('iam:TagUser', 'Tags.Value', '鍵 for the build server')).toBeUndefined()
    expect(faultOf('iam:TagUser', 'Tags.Value', '<b>')).toMatchObject({ kind: 'badCharacters' })
    expect(faultOf('iam:TagUser', 'Tags.Value', '')).toBeUndefined()
  })
})

describe('judge', () => {
  it('holds numbers between their bounds', () => {
    const days = { type: 'integer', min: 1, max: 1095 } as const
    expect(judge(days, '90')).toBeUndefined()
    expect(judge(days, '0')).toEqual({ kind: 'tooSmall', bound: 1 })
    expect(judge(days, '1096')).toEqual({ kind: 'tooLarge', bound: 1095 })
    expect(judge(days, '1.5')).toMatchObject({ kind: 'notWhole' })
    expect(judge(days, '')).toMatchObject({ kind: 'required' })
  })
})
