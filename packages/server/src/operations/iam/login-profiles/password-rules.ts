import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { ServiceError } from '../../../errors.ts'
import type { PasswordRules as PasswordRulesShape } from '../../../protocol/types/signin.ts'
import type { KeyOwner } from '../../../store/access-keys.ts'
import { accountById } from '../../../store/accounts.ts'
import { aliasOfAccount } from '../../../store/aliases.ts'
import { passwordPolicyOf, type PasswordPolicy } from '../../../store/password-policies.ts'

/** What a new password is measured by. */
export interface PasswordRules {
  /** Undefined: the built-in default. */
  readonly policy: PasswordPolicy | undefined
  /** What the default forbids as a password: the account's number, alias and root e-mail address. */
  readonly names: readonly string[]
}

/** For the users of an account. */
export const passwordRules = (account: AccountId, view: View): PasswordRules => ({
  policy: view.get(passwordPolicyOf, { account }),
  names: namesOf(account, view),
})

/** For root: an account's own policy does not hold it. */
export const rootPasswordRules = (account: AccountId, view: View): PasswordRules => ({
  policy: undefined,
  names: namesOf(account, view),
})

/** For whoever owns a password. */
export const rulesOf = ({ account, userId }: KeyOwner, view: View): PasswordRules =>
  userId === undefined ? rootPasswordRules(account, view) : passwordRules(account, view)

const namesOf = (account: AccountId, view: View): readonly string[] => {
  const given = [view.get(aliasOfAccount, { account }), view.get(accountById, { id: account })?.rootEmail]
  return [account, ...given.flatMap((name) => name ?? [])]
}

/** Throws PasswordPolicyViolation for what a password shows by itself. Its longest is the model's. */
export function checkPassword(password: string, { policy, names }: PasswordRules): void {
  const broken = policy === undefined ? brokenDefault(password, names) : brokenRule(password, policy)
  if (broken !== undefined) throw new ServiceError('PasswordPolicyViolation', broken)
}

/** [AWS] The length that the built-in default asks for. A policy that does not say one asks for less. */
const defaultMinimumLength = 8
/** [AWS] How many of the four classes of characters the built-in default asks for. */
const defaultClasses = 3

const symbol = /[!@#$%^&*()_+\-=[\]{}|']/
const number = /[0-9]/
const uppercase = /[A-Z]/
const lowercase = /[a-z]/

function brokenRule(password: string, policy: PasswordPolicy): string | undefined {
  if (password.length < policy.minimumLength) return tooShort(policy.minimumLength)
  if (policy.requireSymbols && !symbol.test(password)) return 'Password should have at least one symbol'
  if (policy.requireNumbers && !number.test(password)) return 'Password should have at least one number'
  if (policy.requireUppercase && !uppercase.test(password)) return 'Password should have at least one uppercase letter'
  if (policy.requireLowercase && !lowercase.test(password)) return 'Password should have at least one lowercase letter'
  return undefined
}

function brokenDefault(password: string, names: readonly string[]): string | undefined {
  if (password.length < defaultMinimumLength) return tooShort(defaultMinimumLength)
  if ([symbol, number, uppercase, lowercase].filter((kind) => kind.test(password)).length < defaultClasses) {
    return 'Password should have at least three of these: uppercase letters, lowercase letters, numbers, symbols'
  }
  const isName = names.some((name) => name.toLowerCase() === password.toLowerCase())
  return isName ? 'Password should not be the name or the e-mail address of the account' : undefined
}

const tooShort = (minimum: number): string => `Password should have a minimum length of ${minimum}`

/** The rules as the page shows them that a password is chosen on. */
export const describeRules = ({ policy }: PasswordRules): PasswordRulesShape => ({
  MinimumPasswordLength: policy?.minimumLength ?? defaultMinimumLength,
  RequireSymbols: policy?.requireSymbols ?? false,
  RequireNumbers: policy?.requireNumbers ?? false,
  RequireUppercaseCharacters: policy?.requireUppercase ?? false,
  RequireLowercaseCharacters: policy?.requireLowercase ?? false,
  CharacterClasses: policy === undefined ? defaultClasses : 0,
  PasswordReusePrevention: policy?.reusePrevention,
})
