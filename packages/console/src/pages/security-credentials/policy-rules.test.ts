import { expect, test } from 'vitest'
import { judgePassword } from '../../parts/password-rules.ts'
import { builtInRules, rulesOf } from './policy-rules.ts'

test('a policy that says nothing asks for the shortest password that a policy may ask for', () => {
  expect(judgePassword('abcdef', rulesOf({}))).toEqual([['length', true]])
  expect(judgePassword('abcde', rulesOf({}))).toEqual([['length', false]])
})

test('a policy of the account takes the place of the built-in rules, and is not added to them', () => {
  const rules = rulesOf({ MinimumPasswordLength: 6, RequireNumbers: true, PasswordReusePrevention: 3 })
  expect(rules).toMatchObject({ CharacterClasses: 0, PasswordReusePrevention: 3 })
  expect(judgePassword('abcde1', rules).every(([, met]) => met)).toBe(true)
  expect(judgePassword('abcde1', builtInRules).every(([, met]) => met)).toBe(false)
})
