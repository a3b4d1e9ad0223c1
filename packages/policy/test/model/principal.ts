import { listOf, type Caller, type NaiveStatement, type RawPrincipal } from './raw.ts'

/**
 * How strongly a statement of a resource policy names the caller, weakest first: not at all; through its account, which
 * only delegates; as the role or user behind the session; itself.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export const grades = ['none', 'account', 'entity', 'direct'] as const
export type Grade = (typeof grades)[number]

export function strongest(found: readonly Grade[]): Grade {
  return grades.findLast((grade) => found.includes(grade)) ?? 'none'
}

/** Who called, when nobody is named: any user of this account. */
interface Unnamed {
  readonly type: 'Unnamed'
  readonly account: string | undefined
}

export type Asking = Caller | Unnamed

export function gradeOf(
  { Principal, NotPrincipal, Effect }: NaiveStatement,
  caller: Asking,
  hasBoundary: boolean,
): Grade {
  if (Principal !== undefined) return named(Principal, caller, Effect)
  // AWS supports NotPrincipal with Deny alone.
  if (NotPrincipal === undefined || Effect === 'Allow') return 'none'
  // "will always deny any IAM principal that has a permissions boundary policy attached"
  if (hasBoundary) return 'direct'
  return excepted(NotPrincipal, caller) ? 'none' : 'direct'
}

function named(principal: RawPrincipal, caller: Asking, effect: string): Grade {
  const aws = valuesOf(principal, 'AWS')
  const everyone = isEveryone(principal, caller) || (effect === 'Deny' && aws.includes('*'))
  if (caller.type === 'Unnamed') {
    if (effect === 'Allow') return 'none'
    return everyone || isAccount(aws, caller.account) ? 'direct' : 'none'
  }
  // Root is the account: nothing names it more directly.
  if (caller.type === 'Root') return everyone || isAccount(aws, caller.account) ? 'account' : 'none'
  if (everyone) return 'direct'
  switch (caller.type) {
    case 'User':
      if (aws.includes(caller.arn) || aws.includes(caller.userId)) return 'direct'
      return isAccount(aws, caller.account) ? 'account' : 'none'
    case 'AssumedRole':
      if (aws.includes(caller.sessionArn)) return 'direct'
      if (aws.includes(caller.roleArn) || aws.includes(caller.roleId)) return 'entity'
      return isAccount(aws, caller.account) ? 'account' : 'none'
    case 'FederatedUser': {
      if (aws.includes(caller.sessionArn)) return 'direct'
      const own = [caller.userArn, caller.userId].filter((name) => !accountNames(caller.account).includes(name))
      if (own.some((name) => aws.includes(name))) return 'entity'
      return isAccount(aws, caller.account) ? 'account' : 'none'
    }
    case 'Service':
      return isListed(principal, 'Service', caller.service)
    case 'Federated':
      return isListed(principal, 'Federated', caller.provider)
    case 'CanonicalUser':
      return isListed(principal, 'CanonicalUser', caller.id)
    case 'Anonymous':
      return 'none'
  }
}

/** AWS may ask for the account, then the role, then the session: whoever is excepted is excepted in all its forms. */
function excepted(principal: RawPrincipal, caller: Asking): boolean {
  const aws = valuesOf(principal, 'AWS')
  // Whoever is not named cannot be excepted but with everyone.
  if (caller.type === 'Unnamed') return principal === '*'
  if (isEveryone(principal, caller)) return true
  switch (caller.type) {
    case 'Root':
      return isAccount(aws, caller.account)
    case 'User':
      return isAccount(aws, caller.account) && named(principal, caller, 'Deny') === 'direct'
    case 'AssumedRole':
      return (
        isAccount(aws, caller.account) &&
        aws.includes(caller.sessionArn) &&
        (aws.includes(caller.roleArn) || aws.includes(caller.roleId))
      )
    case 'FederatedUser':
      return (
        isAccount(aws, caller.account) &&
        aws.includes(caller.sessionArn) &&
        (aws.includes(caller.userArn) ||
          aws.includes(caller.userId) ||
          accountNames(caller.account).includes(caller.userArn))
      )
    default:
      return named(principal, caller, 'Allow') === 'direct'
  }
}

/** All of AWS is not every service and every identity provider: a grant or an exception says so, or names them. */
function isEveryone(principal: RawPrincipal, { type }: Asking): boolean {
  if (principal === '*') return true
  return type !== 'Service' && type !== 'Federated' && valuesOf(principal, 'AWS').includes('*')
}

function valuesOf(principal: RawPrincipal, type: string): readonly string[] {
  return principal === '*' ? [] : listOf(principal[type] ?? [])
}

function accountNames(account: string): readonly string[] {
  return [account, `arn:aws:iam::${account}:root`]
}

function isAccount(listed: readonly string[], account: string | undefined): boolean {
  return account !== undefined && accountNames(account).some((name) => listed.includes(name))
}

function isListed(principal: RawPrincipal, type: string, name: string): Grade {
  const listed = valuesOf(principal, type)
  return listed.includes(name) || listed.includes('*') ? 'direct' : 'none'
}
