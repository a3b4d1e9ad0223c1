import { expect, it } from 'vitest'
import { draftOf, inputOf } from './policy-draft.ts'

const policy = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: false,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: true,
  MaxPasswordAge: 60,
  HardExpiry: true,
  PasswordReusePrevention: 3,
}

it('sends back what it was given, whole: the server forgets what is left out', () => {
  expect(inputOf(draftOf({ ...policy, ExpirePasswords: true }))).toEqual(policy)
})

it('sends no age, and no hard expiry, of passwords that do not expire', () => {
  const input = inputOf({ ...draftOf(policy), expires: false, remembers: false })
  expect(input).not.toHaveProperty('MaxPasswordAge')
  expect(input).not.toHaveProperty('HardExpiry')
  expect(input).not.toHaveProperty('PasswordReusePrevention')
})

it('offers an account without a policy one to start from, and says that it has none', () => {
  expect(draftOf(undefined)).toMatchObject({ kind: 'default', length: '12', days: '90' })
})
