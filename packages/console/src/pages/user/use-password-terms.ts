import { useRead } from '../../api/use-read.ts'
import type { PasswordRules } from '../../parts/password-rules.ts'

/** The policy that lets one user change her own password, and nothing else. */
export const changePasswordPolicy = 'arn:aws:iam::aws:policy/IAMUserChangePassword'

export interface PasswordTerms {
  readonly rules: PasswordRules
  /** Whether the account lets every user change her own password. Undefined until it is known. */
  readonly usersMayChange: boolean | undefined
}

/** [AWS] The rules of an account that has none of its own. */
const builtIn: PasswordRules = {
  MinimumPasswordLength: 8,
  CharacterClasses: 3,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  RequireNumbers: false,
  RequireSymbols: false,
}

/** What the account asks of passwords. Who may not read it is told by the server when a password is refused. */
export function usePasswordTerms(): PasswordTerms {
  const { data, pending } = useRead('iam', 'GetAccountPasswordPolicy', {}, { expects: ['NoSuchEntity'] })
  const policy = data?.PasswordPolicy
  return {
    rules: policy
      ? {
          MinimumPasswordLength: policy.MinimumPasswordLength ?? 6,
          CharacterClasses: 0,
          RequireUppercaseCharacters: policy.RequireUppercaseCharacters ?? false,
          RequireLowercaseCharacters: policy.RequireLowercaseCharacters ?? false,
          RequireNumbers: policy.RequireNumbers ?? false,
          RequireSymbols: policy.RequireSymbols ?? false,
        }
      : builtIn,
    // Where it may not be read it is taken for no: attaching the policy then does no harm.
    usersMayChange: pending ? undefined : (policy?.AllowUsersToChangePassword ?? false),
  }
}
