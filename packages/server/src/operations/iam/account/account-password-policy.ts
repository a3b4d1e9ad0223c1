import type { PasswordPolicy as PasswordPolicyShape } from '../../../protocol/types/iam.ts'
import { passwordPolicyOf, type PasswordPolicy } from '../../../store/password-policies.ts'
import { operation } from '../../operation.ts'
import { onAccount } from './account.ts'

const noSuchPolicy = (account: string) => `The Password Policy with domain name ${account} cannot be found.`

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html */
export const GetAccountPasswordPolicy = operation('iam', 'GetAccountPasswordPolicy', {
  access: 'Read',
  requires: () => onAccount('iam:GetAccountPasswordPolicy'),

  answer({ caller, view, fault }) {
    const { account } = caller.principal
    const policy = view.get(passwordPolicyOf, { account })
    if (policy === undefined) throw fault('NoSuchEntity', noSuchPolicy(account))
    return { PasswordPolicy: describePasswordPolicy(policy) }
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html */
export const UpdateAccountPasswordPolicy = operation('iam', 'UpdateAccountPasswordPolicy', {
  access: 'Write',
  requires: () => onAccount('iam:UpdateAccountPasswordPolicy'),

  async run({ input, caller, store }) {
    // Whole, not in part: as on AWS what is left out goes back to its default.
    await store.passwordPolicies.put(caller.principal.account, {
      minimumLength: input.MinimumPasswordLength ?? 6,
      requireSymbols: input.RequireSymbols ?? false,
      requireNumbers: input.RequireNumbers ?? false,
      requireUppercase: input.RequireUppercaseCharacters ?? false,
      requireLowercase: input.RequireLowercaseCharacters ?? false,
      usersMayChange: input.AllowUsersToChangePassword ?? false,
      daysMax: input.MaxPasswordAge,
      reusePrevention: input.PasswordReusePrevention,
      hardExpiry: input.HardExpiry ?? false,
    })
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountPasswordPolicy.html */
export const DeleteAccountPasswordPolicy = operation('iam', 'DeleteAccountPasswordPolicy', {
  access: 'Write',
  requires: () => onAccount('iam:DeleteAccountPasswordPolicy'),

  async run({ caller, store, fault }) {
    const { account } = caller.principal
    if (!(await store.passwordPolicies.delete(account))) throw fault('NoSuchEntity', noSuchPolicy(account))
    return undefined
  },
})

/** A policy as IAM shows it. What is off is left out. */
const describePasswordPolicy = (policy: PasswordPolicy): PasswordPolicyShape => ({
  MinimumPasswordLength: policy.minimumLength,
  RequireSymbols: policy.requireSymbols,
  RequireNumbers: policy.requireNumbers,
  RequireUppercaseCharacters: policy.requireUppercase,
  RequireLowercaseCharacters: policy.requireLowercase,
  AllowUsersToChangePassword: policy.usersMayChange,
  ExpirePasswords: policy.daysMax !== undefined,
  ...(policy.daysMax === undefined ? {} : { MaxPasswordAge: policy.daysMax }),
  ...(policy.reusePrevention === undefined ? {} : { PasswordReusePrevention: policy.reusePrevention }),
  ...(policy.daysMax === undefined && !policy.hardExpiry ? {} : { HardExpiry: policy.hardExpiry }),
})
