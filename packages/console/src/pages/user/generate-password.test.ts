import { describe, expect, it } from 'vitest'
import { generatePassword } from './generate-password.ts'

describe('generatePassword', () => {
  it('has a letter of each case, a digit and a sign, every time', () => {
    for (let time = 0; time < 200; time++) {
      const password = generatePassword({ MinimumPasswordLength: 8 })
      for (const part of [/[A-Z]/, /[a-z]/, /\d/, /[!@#$%^&*()_+\-=[\]{}|]/]) expect(password).toMatch(part)
      expect(password).toHaveLength(20)
    }
  })

  it('is as long as the policy asks', () => {
    expect(generatePassword({ MinimumPasswordLength: 64 })).toHaveLength(64)
  })

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => generatePassword({ MinimumPasswordLength: 8 }))).size).toBe(100)
  })

  it('puts the classes in no order', () => {
    const first = new Set(
      Array.from({ length: 200 }, () => /[A-Z]/.test(generatePassword({ MinimumPasswordLength: 8 }).charAt(0))),
    )
    expect(first).toEqual(new Set([true, false]))
  })
})
