import { describe, expect, it } from 'vitest'
import { ApiError } from './api-error.ts'
import { refusedFields } from './refused-fields.ts'

const refusal = (message: string) => new ApiError('ValidationError', message, 'r', 400)
const tooLong = "Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64"
const badTag =
  "Value at 'tags.1.member.value' failed to satisfy constraint: Member must satisfy regular expression pattern: [a;b]*"

describe('refusedFields', () => {
  it('gives each sentence to the field it names', () => {
    const { fields, rest } = refusedFields(refusal(`2 validation errors detected: ${tooLong}; ${badTag}`))
    expect(fields).toEqual({ userName: tooLong, 'tags.value': badTag })
    expect(rest).toBeUndefined()
  })

  it('leaves what names no field to the form', () => {
    const { fields, rest } = refusedFields(refusal('User with name alice already exists.'))
    expect(fields).toEqual({})
    expect(rest).toBe('User with name alice already exists.')
  })

  it('finds nothing where nothing was refused', () => {
    expect(refusedFields(undefined)).toEqual({ fields: {}, rest: undefined })
  })
})
