// Written by tools/console-model.ts from the API model and operations.ts. Change those or the tool, not this file.

/** The members of answers that are times: seconds on the wire. */
export const timestamps: ReadonlySet<string> = new Set([
  'CreateDate',
  'ExpiresAt',
  'GeneratedTime',
  'KeyLastUsedDate',
  'LastActivityDate',
  'LastUsedDate',
  'OldestActiveKeyDate',
  'PasswordExpiresAt',
  'PasswordLastChanged',
  'PasswordLastUsed',
  'UpdateDate',
])

/** What the model asks of the members that people type, by operation. */
export const constraints = {
  'iam:AddUserToGroup': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:AttachGroupPolicy': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyArn: { type: 'string', min: 20, max: 2048 },
  },
  'iam:AttachUserPolicy': {
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    PolicyArn: { type: 'string', min: 20, max: 2048 },
  },
  'iam:ChangePassword': {
    OldPassword: { type: 'string', min: 1, max: 128, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
    NewPassword: { type: 'string', min: 1, max: 128, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  },
  'iam:CreateAccessKey': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:CreateAccountAlias': {
    AccountAlias: { type: 'string', min: 3, max: 63, pattern: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$' },
  },
  'iam:CreateGroup': {
    Path: { type: 'string', min: 1, max: 512, pattern: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)' },
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:CreateLoginProfile': {
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    Password: { type: 'string', min: 1, max: 128, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  },
  'iam:CreatePolicy': {
    PolicyName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    Path: { type: 'string', min: 1, max: 512, pattern: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/' },
    PolicyDocument: { type: 'string', min: 1, max: 131072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
    Description: { type: 'string', max: 1000 },
    'Tags.Key': { type: 'string', min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' },
    'Tags.Value': { type: 'string', min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' },
  },
  'iam:CreatePolicyVersion': {
    PolicyArn: { type: 'string', min: 20, max: 2048 },
    PolicyDocument: { type: 'string', min: 1, max: 131072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  },
  'iam:CreateUser': {
    Path: { type: 'string', min: 1, max: 512, pattern: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)' },
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    PermissionsBoundary: { type: 'string', min: 20, max: 2048 },
    'Tags.Key': { type: 'string', min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' },
    'Tags.Value': { type: 'string', min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' },
  },
  'iam:DeleteAccessKey': {
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    AccessKeyId: { type: 'string', min: 16, max: 128, pattern: '[\\w]+' },
  },
  'iam:DeleteAccountAlias': {
    AccountAlias: { type: 'string', min: 3, max: 63, pattern: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$' },
  },
  'iam:DeleteGroup': { GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:DeleteGroupPolicy': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:DeleteLoginProfile': { UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' } },
  'iam:DeletePolicy': { PolicyArn: { type: 'string', min: 20, max: 2048 } },
  'iam:DeletePolicyVersion': {
    PolicyArn: { type: 'string', min: 20, max: 2048 },
    VersionId: { type: 'string', pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' },
  },
  'iam:DeleteUser': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:DeleteUserPermissionsBoundary': { UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' } },
  'iam:DeleteUserPolicy': {
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:DetachGroupPolicy': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyArn: { type: 'string', min: 20, max: 2048 },
  },
  'iam:DetachUserPolicy': {
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    PolicyArn: { type: 'string', min: 20, max: 2048 },
  },
  'iam:GetAccessKeyLastUsed': { AccessKeyId: { type: 'string', min: 16, max: 128, pattern: '[\\w]+' } },
  'iam:GetContextKeysForPrincipalPolicy': { PolicySourceArn: { type: 'string', min: 20, max: 2048 } },
  'iam:GetGroup': { GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:GetGroupPolicy': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:GetLoginProfile': { UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' } },
  'iam:GetPolicy': { PolicyArn: { type: 'string', min: 20, max: 2048 } },
  'iam:GetPolicyVersion': {
    PolicyArn: { type: 'string', min: 20, max: 2048 },
    VersionId: { type: 'string', pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' },
  },
  'iam:GetUser': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:GetUserPolicy': {
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:ListAccessKeys': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:ListAttachedGroupPolicies': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PathPrefix: { type: 'string', min: 1, max: 512, pattern: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/' },
  },
  'iam:ListAttachedUserPolicies': {
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    PathPrefix: { type: 'string', min: 1, max: 512, pattern: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/' },
  },
  'iam:ListEntitiesForPolicy': {
    PolicyArn: { type: 'string', min: 20, max: 2048 },
    PathPrefix: { type: 'string', min: 1, max: 512, pattern: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)' },
  },
  'iam:ListGroupPolicies': { GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:ListGroups': { PathPrefix: { type: 'string', min: 1, max: 512, pattern: '\\u002F[\\u0021-\\u007F]*' } },
  'iam:ListGroupsForUser': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:ListPolicies': { PathPrefix: { type: 'string', min: 1, max: 512, pattern: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/' } },
  'iam:ListPolicyTags': { PolicyArn: { type: 'string', min: 20, max: 2048 } },
  'iam:ListPolicyVersions': { PolicyArn: { type: 'string', min: 20, max: 2048 } },
  'iam:ListUserPolicies': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:ListUserTags': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:ListUsers': { PathPrefix: { type: 'string', min: 1, max: 512, pattern: '\\u002F[\\u0021-\\u007F]*' } },
  'iam:PutGroupPolicy': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyDocument: { type: 'string', min: 1, max: 131072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  },
  'iam:PutUserPermissionsBoundary': {
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    PermissionsBoundary: { type: 'string', min: 20, max: 2048 },
  },
  'iam:PutUserPolicy': {
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    PolicyDocument: { type: 'string', min: 1, max: 131072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  },
  'iam:RemoveUserFromGroup': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:SetDefaultPolicyVersion': {
    PolicyArn: { type: 'string', min: 20, max: 2048 },
    VersionId: { type: 'string', pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' },
  },
  'iam:SimulateCustomPolicy': {
    ResourcePolicy: { type: 'string', min: 1, max: 131072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
    ResourceOwner: { type: 'string', min: 1, max: 2048 },
    CallerArn: { type: 'string', min: 1, max: 2048 },
    'ContextEntries.ContextKeyName': { type: 'string', min: 5, max: 256 },
    ResourceHandlingOption: { type: 'string', min: 1, max: 64 },
  },
  'iam:SimulatePrincipalPolicy': {
    PolicySourceArn: { type: 'string', min: 20, max: 2048 },
    'PolicyExclusionList.PolicyArn': { type: 'string', min: 20, max: 2048 },
    'PolicyExclusionList.InlinePolicyIdentifier.PolicyName': {
      type: 'string',
      min: 1,
      max: 128,
      pattern: '[\\w+=,.@-]+',
    },
    'PolicyExclusionList.InlinePolicyIdentifier.AttachmentName': {
      type: 'string',
      min: 1,
      max: 128,
      pattern: '[\\w+=,.@-]+',
    },
    ResourcePolicy: { type: 'string', min: 1, max: 131072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
    ResourceOwner: { type: 'string', min: 1, max: 2048 },
    CallerArn: { type: 'string', min: 1, max: 2048 },
    'ContextEntries.ContextKeyName': { type: 'string', min: 5, max: 256 },
    ResourceHandlingOption: { type: 'string', min: 1, max: 64 },
  },
  'iam:TagPolicy': {
    PolicyArn: { type: 'string', min: 20, max: 2048 },
    'Tags.Key': { type: 'string', min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' },
    'Tags.Value': { type: 'string', min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' },
  },
  'iam:TagUser': {
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    'Tags.Key': { type: 'string', min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' },
    'Tags.Value': { type: 'string', min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' },
  },
  'iam:UntagPolicy': { PolicyArn: { type: 'string', min: 20, max: 2048 } },
  'iam:UntagUser': { UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' } },
  'iam:UpdateAccessKey': {
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    AccessKeyId: { type: 'string', min: 16, max: 128, pattern: '[\\w]+' },
  },
  'iam:UpdateAccountPasswordPolicy': {
    MinimumPasswordLength: { type: 'integer', min: 6, max: 128 },
    MaxPasswordAge: { type: 'integer', min: 1, max: 1095 },
    PasswordReusePrevention: { type: 'integer', min: 1, max: 24 },
  },
  'iam:UpdateGroup': {
    GroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    NewPath: { type: 'string', min: 1, max: 512, pattern: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)' },
    NewGroupName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
  },
  'iam:UpdateLoginProfile': {
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    Password: { type: 'string', min: 1, max: 128, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  },
  'sts:DecodeAuthorizationMessage': { EncodedMessage: { type: 'string', min: 1, max: 10240 } },
  'sts:GetAccessKeyInfo': { AccessKeyId: { type: 'string', min: 16, max: 128, pattern: '[\\w]*' } },
  'keyward:ChangeRootPassword': {
    OldPassword: { type: 'string', min: 1, max: 128, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
    NewPassword: { type: 'string', min: 1, max: 128, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
  },
  'keyward:SearchUsers': {
    Text: { type: 'string', min: 1, max: 512 },
    UserName: { type: 'string', min: 1, max: 128, pattern: '[\\w+=,.@-]+' },
    AccessKeyId: { type: 'string', min: 16, max: 128, pattern: '[\\w]+' },
    KeyOlderThanDays: { type: 'integer', min: 0, max: 36500 },
    KeyNotUsedForDays: { type: 'integer', min: 0, max: 36500 },
  },
  'signin:ChangePassword': {
    OldPassword: { type: 'string', min: 1, max: 128 },
    NewPassword: { type: 'string', min: 1, max: 128 },
  },
  'signin:SignIn': {
    Account: { type: 'string', min: 1, max: 63, pattern: '[a-zA-Z0-9-]+' },
    UserName: { type: 'string', min: 1, max: 64, pattern: '[\\w+=,.@-]+' },
    Email: { type: 'string', min: 1, max: 320 },
    Password: { type: 'string', min: 1, max: 128 },
  },
} as const
