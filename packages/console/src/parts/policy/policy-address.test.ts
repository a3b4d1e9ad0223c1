import { matchRoutes } from 'react-router'
import { describe, expect, it } from 'vitest'
import { returnAddress } from '../../session/return-address.ts'
import { editPolicyAddress, policyAddress } from './policy-address.ts'

const origin = 'http://keyward.localhost:8750'
const arnAt = (path: string, pathname: string) => matchRoutes([{ path }], pathname)?.[0]?.params['arn']

describe('the address of a policy', () => {
  it.each([
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'arn:aws:iam::aws:policy/job-function/SupportUser',
    'arn:aws:iam::123456789012:policy/team/+=,.@_-/Deploy+=,.@_-',
    'arn:aws:iam::123456789012:policy/../../users/Odd',
    'arn:aws:iam::123456789012:policy/./Odd',
  ])('leads to %s and to nothing else, through a browser and through sign-in', (arn) => {
    const { pathname } = new URL(policyAddress(arn, 'versions'), origin)
    expect(arnAt('/iam/policies/details/:arn', pathname)).toBe(arn)
    expect(returnAddress(policyAddress(arn, 'versions'), origin)).toBe(policyAddress(arn, 'versions'))
    const edit = new URL(editPolicyAddress(arn), origin)
    expect(arnAt('/iam/policies/details/:arn/edit', edit.pathname)).toBe(arn)
  })

  it('can be read', () => {
    expect(policyAddress('arn:aws:iam::aws:policy/ReadOnlyAccess')).toBe(
      '/iam/policies/details/arn:aws:iam::aws:policy%2FReadOnlyAccess',
    )
  })
})
