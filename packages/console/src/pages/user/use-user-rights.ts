import { useRead } from '../../api/use-read.ts'
import type { PasswordRules } from './generate-password.ts'

/** The policy that lets one user change her own password, and nothing else. */
export const changePasswordPolicy = 'arn:aws:iam::aws:policy/IAMUserChangePassword'

export interface PasswordTerms extends PasswordRules {
  readonly RequireUppercaseCharacters?: boolean | undefined
  readonly RequireLowercaseCharacters?: boolean | undefined
  readonly RequireNumbers?: boolean | undefined
  readonly RequireSymbols?: boolean | undefined
}

/** What the account asks of passwords, and whether it lets every user change her own. Undefined until that is known. */
export function usePasswordTerms(): { readonly terms: PasswordTerms; readonly usersMayChange: boolean | undefined } {
  const policy = useRead('iam', 'GetAccountPasswordPolicy', {}, { expects: ['NoSuchEntity'] })
  const terms = policy.data?.PasswordPolicy ?? defaultTerms
  // Who may not read the policy attaches: a permission too many of this kind does no harm.
  const usersMayChange = policy.pending ? undefined : (policy.data?.PasswordPolicy.AllowUsersToChangePassword ?? false)
  return { terms, usersMayChange }
}

/** [AWS] The rules of an account that has none of its own: three of the four kinds, which are not asked one by one. */
const defaultTerms: PasswordTerms = { MinimumPasswordLength: 8 }
