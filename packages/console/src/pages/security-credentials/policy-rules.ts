import type { Output } from '../../api/types.ts'
import type { PasswordRules } from '../../parts/password-rules.ts'

/** What holds where the account has no policy of its own, and root always. */
export const builtInRules: PasswordRules = {
  MinimumPasswordLength: 8,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  CharacterClasses: 3,
}

/** The rules of a policy. A length that it does not say is the shortest that one may say. */
export function rulesOf(policy: Output<'iam', 'GetAccountPasswordPolicy'>['PasswordPolicy']): PasswordRules {
  return {
    MinimumPasswordLength: policy.MinimumPasswordLength ?? 6,
    RequireSymbols: policy.RequireSymbols ?? false,
    RequireNumbers: policy.RequireNumbers ?? false,
    RequireUppercaseCharacters: policy.RequireUppercaseCharacters ?? false,
    RequireLowercaseCharacters: policy.RequireLowercaseCharacters ?? false,
    CharacterClasses: 0,
    PasswordReusePrevention: policy.PasswordReusePrevention,
  }
}
