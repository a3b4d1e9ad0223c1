import { isRoot } from './account.ts'
import { type CompiledPrincipals } from './compile.ts'
import { type RequestPrincipal } from './request-principal.ts'

/**
 * How closely an Allow of a resource names who asks, and so what it can do without within an account.
 * `account`: nothing, it leaves the matter to the account's own policies. `entity`: the identity policies, but neither boundary
 * nor session policies. `caller`: all of them.
 */
export const closeness = { none: 0, account: 1, entity: 2, caller: 3 } as const

export type Closeness = (typeof closeness)[keyof typeof closeness]

/** How closely a statement that allows names the principal. NotPrincipal allows nothing: AWS does not support it there. */
export function closenessOf(names: CompiledPrincipals | undefined, principal: RequestPrincipal | undefined): Closeness {
  if (!names || names.negated || !principal) return closeness.none
  const everyAws = names.everyone || names.everyAws
  switch (principal.type) {
    case 'Root':
      // The root user is its account. What is granted to it is no way around the task policy of a session.
      return everyAws || names.accounts.has(principal.account) ? closeness.account : closeness.none
    case 'User':
      if (everyAws || hasEither(names, principal.arn, principal.userId)) return closeness.caller
      return ofAccount(names, principal.account)
    case 'AssumedRole':
      if (everyAws || names.entities.has(principal.sessionArn)) return closeness.caller
      if (hasEither(names, principal.roleArn, principal.roleId)) return closeness.entity
      return ofAccount(names, principal.account)
    case 'FederatedUser':
      if (everyAws || names.entities.has(principal.sessionArn)) return closeness.caller
      if (hasEither(names, principal.userArn, principal.userId)) return closeness.entity
      return ofAccount(names, principal.account)
    case 'Service':
      return asCaller(names.everyone || hasOrAll(names.services, principal.service))
    case 'Federated':
      return asCaller(names.everyone || hasOrAll(names.providers, principal.provider))
    case 'CanonicalUser':
      return asCaller(everyAws || hasOrAll(names.canonicalUsers, principal.id))
    case 'Anonymous':
      return asCaller(everyAws)
    default:
      return principal satisfies never
  }
}

/** Who a Deny of a resource is held against. */
export interface Denied {
  readonly principal: RequestPrincipal | undefined
  /** The account of a principal that is not known. */
  readonly account: string | undefined
  readonly hasBoundary: boolean
}

/** Answers whether a statement that denies is about the principal. In doubt it is. */
export function isDenied(names: CompiledPrincipals | undefined, denied: Denied): boolean {
  if (!names) return true
  // AWS denies whoever has a permissions boundary, whatever NotPrincipal names.
  if (names.negated) return denied.hasBoundary || !isExcepted(names, denied.principal)
  const { principal, account } = denied
  if (names.everyone || names.everyAws) return true
  if (principal) return closenessOf(names, principal) !== closeness.none
  return account !== undefined && names.accounts.has(account)
}

/**
 * Answers whether NotPrincipal names the principal in each of its forms. AWS looks at the account, then at the role, then at
 * the session, and denies at the first that is not named.
 */
function isExcepted(names: CompiledPrincipals, principal: RequestPrincipal | undefined): boolean {
  if (names.everyone) return true
  if (!principal) return false
  switch (principal.type) {
    case 'Root':
      return names.everyAws || names.accounts.has(principal.account)
    case 'User':
      return (
        names.everyAws || (names.accounts.has(principal.account) && hasEither(names, principal.arn, principal.userId))
      )
    case 'AssumedRole':
      return (
        names.everyAws ||
        (names.accounts.has(principal.account) &&
          hasEither(names, principal.roleArn, principal.roleId) &&
          names.entities.has(principal.sessionArn))
      )
    case 'FederatedUser':
      return (
        names.everyAws ||
        (names.accounts.has(principal.account) &&
          // The root user's own form is its account.
          (isRoot(principal) || hasEither(names, principal.userArn, principal.userId)) &&
          names.entities.has(principal.sessionArn))
      )
    case 'Service':
    case 'Federated':
    case 'CanonicalUser':
    case 'Anonymous':
      return closenessOf({ ...names, negated: false }, principal) !== closeness.none
    default:
      return principal satisfies never
  }
}

function hasEither({ entities }: CompiledPrincipals, arn: string, id: string): boolean {
  return entities.has(arn) || entities.has(id)
}

function hasOrAll(names: ReadonlySet<string>, name: string): boolean {
  return names.has(name) || names.has('*')
}

function ofAccount({ accounts }: CompiledPrincipals, account: string): Closeness {
  return accounts.has(account) ? closeness.account : closeness.none
}

function asCaller(named: boolean): Closeness {
  return named ? closeness.caller : closeness.none
}
