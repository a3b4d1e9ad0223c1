import { compilePolicy, evaluate, parsePolicy } from '@keyward/policy'
import { expect, it } from 'vitest'
import { managedPolicies, managedPolicy } from './managed-policies.ts'

const may = (name: string, action: string, resource: string): boolean => {
  const policy = managedPolicy(`arn:aws:iam::aws:policy/${name}`)
  if (policy === undefined) throw new Error(`no policy ${name}`)
  const identity = [compilePolicy(parsePolicy(policy.text, 'identity-managed'))]
  const context = { get: (key: string) => (key === 'aws:username' ? 'alice' : undefined) }
  return evaluate({ identity }, { action, resource, context }).effect === 'Allow'
}
const user = (name: string) => `arn:aws:iam::123456789012:user/${name}`

it('are listed by their names, under ids and ARNs of their own', () => {
  const names = managedPolicies.map((policy) => policy.name)
  expect(names).toEqual(names.toSorted())
  for (const { arn, id, name } of managedPolicies) {
    expect(id).toMatch(/^ANPA[A-Z2-7]{17}$/)
    expect(arn).toBe(`arn:aws:iam::aws:policy/${name}`)
  }
  expect(new Set(managedPolicies.map((policy) => policy.id)).size).toBe(names.length)
})

it('AdministratorAccess allows everything', () => {
  expect(may('AdministratorAccess', 'iam:DeleteUser', user('bob'))).toBe(true)
  expect(may('AdministratorAccess', 's3:GetObject', '*')).toBe(true)
})

it('IAMUserChangePassword allows a password of one’s own to be changed, and the rules for it to be read', () => {
  expect(may('IAMUserChangePassword', 'iam:ChangePassword', user('alice'))).toBe(true)
  expect(may('IAMUserChangePassword', 'iam:ChangePassword', user('bob'))).toBe(false)
  expect(may('IAMUserChangePassword', 'iam:GetAccountPasswordPolicy', '*')).toBe(true)
  expect(may('IAMUserChangePassword', 'iam:UpdateLoginProfile', user('alice'))).toBe(false)
})
