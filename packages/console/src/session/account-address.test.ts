import { describe, expect, it } from 'vitest'
import { accountAddress, accountIn } from './account-address.ts'

describe('accountAddress', () => {
  it('is that of the account page', () => {
    expect(accountAddress('acme', '?return=%2Fiam%2Fusers')).toBe('/signin/acme?return=%2Fiam%2Fusers')
  })

  it('never leads to a page that only looks like an alias', () => {
    expect(accountAddress('root')).toBe('/signin/root.')
    expect(accountAddress('Password-Change')).toBe('/signin/Password-Change.')
  })

  it('is read back', () => {
    for (const account of ['acme', 'root', '123456789012']) {
      expect(accountIn(accountAddress(account).slice('/signin/'.length))).toBe(account)
    }
  })
})
