import { describe, expect, it } from 'vitest'
import { normalAccount } from './sign-in-call.ts'

describe('normalAccount', () => {
  it('reads an account id with or without hyphens', () => {
    expect(normalAccount(' 1234-5678-9012 ')).toBe('123456789012')
    expect(normalAccount('123456789012')).toBe('123456789012')
  })

  it('leaves the hyphens of an alias, and lowers its letters', () => {
    expect(normalAccount('Acme-Co')).toBe('acme-co')
    expect(normalAccount('12-34')).toBe('12-34')
  })
})
