import { expect, it } from 'vitest'
import { findPolicyFault } from './find-fault.ts'

it('finds nothing wrong with a policy that the server takes', () => {
  const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:GetUser","Resource":"*"}]}'
  expect(findPolicyFault(document)).toBeUndefined()
})

it('tells a mistake of form at its place', () => {
  const text = '{\n  "Version": "2012-10-17",\n  "Statement": [oops]\n}'
  expect(findPolicyFault(text)).toMatchObject({
    message: 'Syntax errors in policy.',
    line: 3,
    from: text.indexOf('oops'),
  })
})

it('tells a wrong value at its place', () => {
  const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Perhaps","Action":"iam:GetUser","Resource":"*"}]}'
  const { from = 0, to = 0 } = findPolicyFault(text) ?? {}
  expect(text.slice(from, to)).toContain('Perhaps')
})

it('stays inside the text', () => {
  expect(findPolicyFault('')).toMatchObject({ from: 0, to: 0 })
  expect(findPolicyFault('{')).toMatchObject({ from: expect.any(Number) as number })
})
