import { type AuthorizationRequest } from '../decision.ts'
import { type RequestPrincipal } from './request-principal.ts'

/** Answers whether the principal belongs to an account, and so has policies of its own. One that is not known is taken for a user. */
export function ownsPolicies(principal: RequestPrincipal | undefined): boolean {
  if (!principal) return true
  switch (principal.type) {
    case 'Root':
    case 'User':
    case 'AssumedRole':
    case 'FederatedUser':
      return true
    case 'Service':
    case 'Federated':
    case 'CanonicalUser':
    case 'Anonymous':
      return false
    default:
      return principal satisfies never
  }
}

/** Answers whether the principal is the root user, or a federated user of the root user: its user's id is then the account's. */
export function isRoot(principal: RequestPrincipal | undefined): boolean {
  if (principal?.type === 'FederatedUser') return principal.userId === principal.account
  return principal?.type === 'Root'
}

/** Answers whether the resource is another account's than the principal's. */
export function isOfAnotherAccount({ principal, resourceAccount }: AuthorizationRequest): boolean {
  if (resourceAccount === undefined || principal === undefined || !('account' in principal)) return false
  return principal.account !== resourceAccount
}
