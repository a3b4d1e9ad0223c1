import { describe, expect, it } from 'vitest'
import type { PasswordPolicy } from '../../../store/password-policies.ts'
import { checkPassword } from './password-rules.ts'

const lax: PasswordPolicy = {
  minimumLength: 6,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercase: false,
  requireLowercase: false,
  usersMayChange: false,
  daysMax: undefined,
  reusePrevention: undefined,
  hardExpiry: false,
}
const names = ['123456789012', 'Example-Corp-1', 'root@example.com']

/** What is wrong with a password; undefined for nothing. */
function wrong(password: string, policy?: Partial<PasswordPolicy>): string | undefined {
  try {
    checkPassword(password, { policy: policy && { ...lax, ...policy }, names })
    return undefined
  } catch (error) {
    expect(error).toMatchObject({ code: 'PasswordPolicyViolation' })
    return error instanceof Error ? error.message : String(error)
  }
}

const classes = 'Password should have at least three of these: uppercase letters, lowercase letters, numbers, symbols'
const isName = 'Password should not be the name or the e-mail address of the account'

describe('without a policy of the account', () => {
  it.each([
    ['Abcdef1', 'Password should have a minimum length of 8'],
    ['Abcdefg1', undefined],
    ['abcdefg1', classes],
    ['ABCDEFG!', classes],
    ['ÄÖÜäöü12', classes],
    ['abcdef1!', undefined],
    ['123456789012', classes],
    ['example-corp-1', isName],
    ['ROOT@EXAMPLE.COM', 'Password should have at least three'],
    ['Root@example.com', isName],
    ['Root@example.com1', undefined],
    [`Ab1${'x'.repeat(125)}`, undefined],
  ])('%j: %s', (password, said) => {
    if (said === undefined) expect(wrong(password)).toBeUndefined()
    else expect(wrong(password)).toContain(said)
  })
})

describe('with a policy of the account', () => {
  it('its length counts, and nothing that it does not ask for', () => {
    expect(wrong('abcdef', {})).toBeUndefined()
    expect(wrong('abcde', {})).toBe('Password should have a minimum length of 6')
    expect(wrong('root@example.com', { minimumLength: 16 })).toBeUndefined()
    expect(wrong('abcdefghijklmno', { minimumLength: 16 })).toBe('Password should have a minimum length of 16')
  })

  it.each([
    ['requireSymbols', 'abc~12A?', 'Password should have at least one symbol'],
    ['requireNumbers', 'abc!A_', 'Password should have at least one number'],
    ['requireUppercase', 'abcä1!É', 'Password should have at least one uppercase letter'],
    ['requireLowercase', 'ABC1!é', 'Password should have at least one lowercase letter'],
  ])('%s', (rule, without, said) => {
    expect(wrong(without, { [rule]: true })).toBe(said)
    expect(wrong(`${without}aA1!`, { [rule]: true })).toBeUndefined()
  })

  it.each([..."!@#$%^&*()_+-=[]{}|'"])('%s is a symbol', (symbol) => {
    expect(wrong(`abcdef${symbol}`, { requireSymbols: true })).toBeUndefined()
  })

  it.each([...'~`"\\;:,.<>/? \t§'])('%s is none', (character) => {
    expect(wrong(`abcdef${character}`, { requireSymbols: true })).toBe('Password should have at least one symbol')
  })
})
