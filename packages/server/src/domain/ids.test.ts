import { expect, it } from 'vitest'
import {
  accountOfKeyId,
  mintAccessKeyId,
  mintSecretAccessKey,
  mintUserId,
  parseAccountId,
  type AccountId,
} from './ids.ts'

const account = (text: string) => parseAccountId(text) as AccountId

it('puts the account into the key id as AWS does', () => {
  expect(mintAccessKeyId(account('123456789012'))).toMatch(/^AKIARZPUZDIK[A-P][A-Z2-7]{7}$/)
  expect(mintAccessKeyId(account('999999999999'))).toMatch(/^AKIA6RVFFB77[Q-Z2-7][A-Z2-7]{7}$/)
  expect(mintUserId(account('123456789012'))).toMatch(/^AIDARZPUZDIK[A-P][A-Z2-7]{8}$/)
})

it('reads the account back out of a published key id', () => {
  expect(accountOfKeyId('ASIAQNZGKIQY56JQ7WML')).toBe('029608264753')
  expect(accountOfKeyId('AKIARZPUZDIKCI2FM6E2')).toBe('123456789012')
})

it.each(['AKIAIOSFODNN7EXAMPLE', 'AKIA0189018901890189', '', 'AKIA', 'x'.repeat(128)])(
  'finds no account in %s',
  (id) => {
    expect(accountOfKeyId(id)).toBeUndefined()
  },
)

it('makes secrets of 40 base64 characters that do not repeat', () => {
  const secrets = Array.from({ length: 100 }, () => mintSecretAccessKey().reveal())
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9+/]{40}$/)
  expect(new Set(secrets).size).toBe(100)
})
