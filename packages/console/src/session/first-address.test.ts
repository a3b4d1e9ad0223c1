import { describe, expect, it } from 'vitest'
import { firstAddress } from './first-address.ts'

const at = (address: string) => new URL(address, 'http://keyward.localhost:8750')
const nobody = { Session: undefined, Remembered: undefined }
const remembered = { Session: undefined, Remembered: { Account: 'acme', UserName: 'alice' } }

const session = {
  Handle: 'h',
  AccountId: '123456789012',
  PrincipalType: 'User',
  PrincipalId: 'AIDAEXAMPLE',
  Arn: 'arn:aws:iam::123456789012:user/alice',
  ExpiresAt: 0,
} as const

describe('firstAddress', () => {
  it('sends a visitor to the main sign-in page, with the way back', () => {
    expect(firstAddress(at('/iam/users?text=a#b'), nobody)).toBe('/signin?return=%2Fiam%2Fusers%3Ftext%3Da%23b')
  })

  it('sends somebody it remembers straight to the page of the account', () => {
    expect(firstAddress(at('/iam/home'), remembered)).toBe('/signin/acme')
  })

  it('sends somebody it remembers there from the main page too, but not back from it', () => {
    expect(firstAddress(at('/signin?return=%2Fiam%2Fusers'), remembered)).toBe('/signin/acme?return=%2Fiam%2Fusers')
    expect(firstAddress(at('/signin'), remembered, { reloaded: true })).toBeUndefined()
  })

  it('leaves the pages of signing in alone, and whoever is signed in', () => {
    expect(firstAddress(at('/signin'), nobody)).toBeUndefined()
    expect(firstAddress(at('/signin/root'), remembered)).toBeUndefined()
    expect(firstAddress(at('/iam/users'), { ...remembered, Session: session })).toBeUndefined()
  })

  it('takes no other page for one of them', () => {
    expect(firstAddress(at('/signing'), nobody)).toBe('/signin?return=%2Fsigning')
  })
})
