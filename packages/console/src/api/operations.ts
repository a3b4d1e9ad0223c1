import type { IamOperations, KeywardOperations, SigninOperations, StsOperations } from '@keyward/server'

/**
 * The operations that the console calls, and the only ones it can. tools/console-model.ts writes model.ts from this list:
 * run `npm exec -- node tools/console-model.ts` after adding to it.
 */
export const operations = {
  iam: [
    'AttachUserPolicy',
    'ChangePassword',
    'CreateAccessKey',
    'CreateAccountAlias',
    'CreateLoginProfile',
    'CreateUser',
    'DeleteAccessKey',
    'DeleteAccountAlias',
    'DeleteAccountPasswordPolicy',
    'DeleteLoginProfile',
    'DeleteUser',
    'DeleteUserPolicy',
    'DetachUserPolicy',
    'GenerateCredentialReport',
    'GetAccessKeyLastUsed',
    'GetAccountPasswordPolicy',
    'GetAccountSummary',
    'GetCredentialReport',
    'GetLoginProfile',
    'GetUser',
    'GetUserPolicy',
    'ListAccessKeys',
    'ListAccountAliases',
    'ListAttachedUserPolicies',
    'ListPolicies',
    'ListUserPolicies',
    'ListUserTags',
    'ListUsers',
    'PutUserPolicy',
    'TagUser',
    'UntagUser',
    'UpdateAccessKey',
    'UpdateAccountPasswordPolicy',
    'UpdateLoginProfile',
  ],
  sts: ['GetAccessKeyInfo', 'GetCallerIdentity'],
  keyward: ['ChangeRootPassword', 'SearchUsers'],
  signin: ['Begin', 'ChangePassword', 'ForgetAccount', 'SignIn', 'SignOut'],
} as const satisfies {
  readonly iam: readonly (keyof IamOperations)[]
  readonly sts: readonly (keyof StsOperations)[]
  readonly keyward: readonly (keyof KeywardOperations)[]
  readonly signin: readonly (keyof SigninOperations)[]
}
