import type { IamOperations, KeywardOperations, SigninOperations, StsOperations } from '@keyward/server'

/**
 * The operations that the console calls, and the only ones it can. tools/console-model.ts writes model.ts from this list:
 * run `npm exec -- node tools/console-model.ts` after adding to it.
 */
export const operations = {
  iam: [
    'AddUserToGroup',
    'AttachGroupPolicy',
    'AttachUserPolicy',
    'ChangePassword',
    'CreateAccessKey',
    'CreateAccountAlias',
    'CreateGroup',
    'CreateLoginProfile',
    'CreateUser',
    'DeleteAccessKey',
    'DeleteAccountAlias',
    'DeleteAccountPasswordPolicy',
    'DeleteGroup',
    'DeleteGroupPolicy',
    'DeleteLoginProfile',
    'DeleteUser',
    'DeleteUserPermissionsBoundary',
    'DeleteUserPolicy',
    'DetachGroupPolicy',
    'DetachUserPolicy',
    'GenerateCredentialReport',
    'GetAccessKeyLastUsed',
    'GetAccountPasswordPolicy',
    'GetAccountSummary',
    'GetCredentialReport',
    'GetGroup',
    'GetGroupPolicy',
    'GetLoginProfile',
    'GetUser',
    'GetUserPolicy',
    'ListAccessKeys',
    'ListAccountAliases',
    'ListAttachedGroupPolicies',
    'ListAttachedUserPolicies',
    'ListGroupPolicies',
    'ListGroups',
    'ListGroupsForUser',
    'ListPolicies',
    'ListUserPolicies',
    'ListUserTags',
    'ListUsers',
    'PutGroupPolicy',
    'PutUserPermissionsBoundary',
    'PutUserPolicy',
    'RemoveUserFromGroup',
    'TagUser',
    'UntagUser',
    'UpdateAccessKey',
    'UpdateAccountPasswordPolicy',
    'UpdateGroup',
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
