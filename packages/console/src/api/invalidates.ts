import type { OperationName } from './types.ts'

const ofUser = ['iam:GetUser', 'iam:ListUsers', 'keyward:SearchUsers', 'iam:GetAccountSummary'] as const
const ofKeys = [
  'iam:ListAccessKeys',
  'iam:GetAccessKeyLastUsed',
  'keyward:SearchUsers',
  'iam:GetAccountSummary',
] as const
const ofPassword = ['iam:GetLoginProfile', 'keyward:SearchUsers'] as const
const ofTags = ['iam:GetUser', 'iam:ListUserTags', 'keyward:SearchUsers'] as const
const ofAlias = ['iam:ListAccountAliases', 'iam:GetAccountSummary'] as const
const ofPasswordPolicy = ['iam:GetAccountPasswordPolicy'] as const
/** What the policies say together, whoever has them. */
const ofJudging = [
  'iam:GetContextKeysForPrincipalPolicy',
  'iam:SimulatePrincipalPolicy',
  'sts:DecodeAuthorizationMessage',
] as const
const ofInline = ['iam:ListUserPolicies', 'iam:GetUserPolicy', ...ofJudging] as const
const ofGroupInline = ['iam:ListGroupPolicies', 'iam:GetGroupPolicy', ...ofJudging] as const
const ofGroup = ['iam:ListGroups', 'iam:GetGroup', 'iam:ListGroupsForUser', 'iam:GetAccountSummary'] as const
const ofMembers = ['iam:GetGroup', 'iam:ListGroupsForUser', 'keyward:SearchUsers', ...ofJudging] as const
/** Who has a policy, and how many: a policy's own pages tell both. */
const ofEntities = ['iam:GetPolicy', 'iam:ListEntitiesForPolicy', 'iam:ListPolicies', ...ofJudging] as const
const ofAttachments = ['iam:ListAttachedUserPolicies', ...ofEntities] as const
const ofGroupAttachments = ['iam:ListAttachedGroupPolicies', ...ofEntities] as const
const ofBoundary = ['iam:GetUser', ...ofEntities] as const
const ofManaged = ['iam:GetPolicy', 'iam:ListPolicies', 'iam:GetAccountSummary'] as const
const ofVersions = [
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:ListPolicies',
  'iam:ListPolicyVersions',
  ...ofJudging,
] as const
const ofPolicyTags = ['iam:GetPolicy', 'iam:ListPolicyTags'] as const

/** What each change makes stale: those reads are asked again where they are on screen, and forgotten elsewhere. */
export const invalidates: { readonly [O in OperationName]?: readonly OperationName[] } = {
  'iam:CreateUser': [...ofUser, ...ofEntities],
  'iam:DeleteUser': [...ofUser, ...ofKeys, ...ofPassword, ...ofInline, ...ofAttachments, ...ofMembers],
  'iam:CreateAccessKey': ofKeys,
  'iam:UpdateAccessKey': ofKeys,
  // Without its last use: asked of a key that is gone, it would be a refusal.
  'iam:DeleteAccessKey': ofKeys.filter((name) => name !== 'iam:GetAccessKeyLastUsed'),
  'iam:CreateLoginProfile': ofPassword,
  'iam:UpdateLoginProfile': ofPassword,
  'iam:DeleteLoginProfile': ofPassword,
  'iam:TagUser': ofTags,
  'iam:UntagUser': ofTags,
  'iam:CreateAccountAlias': ofAlias,
  'iam:DeleteAccountAlias': ofAlias,
  'iam:UpdateAccountPasswordPolicy': ofPasswordPolicy,
  'iam:DeleteAccountPasswordPolicy': ofPasswordPolicy,
  'iam:PutUserPolicy': ofInline,
  'iam:DeleteUserPolicy': ofInline,
  'iam:AttachUserPolicy': ofAttachments,
  'iam:DetachUserPolicy': ofAttachments,
  'iam:PutUserPermissionsBoundary': ofBoundary,
  'iam:DeleteUserPermissionsBoundary': ofBoundary,
  'iam:CreateGroup': ofGroup,
  'iam:UpdateGroup': [...ofGroup, ...ofMembers, ...ofEntities],
  'iam:DeleteGroup': [...ofGroup, ...ofMembers, ...ofGroupInline, ...ofGroupAttachments],
  'iam:AddUserToGroup': ofMembers,
  'iam:RemoveUserFromGroup': ofMembers,
  'iam:PutGroupPolicy': ofGroupInline,
  'iam:DeleteGroupPolicy': ofGroupInline,
  'iam:AttachGroupPolicy': ofGroupAttachments,
  'iam:DetachGroupPolicy': ofGroupAttachments,
  'iam:CreatePolicy': ofManaged,
  // Its versions and entities are not asked again: of a policy that is gone, that would be a refusal.
  'iam:DeletePolicy': ['iam:ListPolicies', 'iam:GetAccountSummary'],
  'iam:CreatePolicyVersion': ofVersions,
  'iam:DeletePolicyVersion': ofVersions,
  'iam:SetDefaultPolicyVersion': ofVersions,
  'iam:TagPolicy': ofPolicyTags,
  'iam:UntagPolicy': ofPolicyTags,
  'iam:GenerateCredentialReport': ['iam:GetCredentialReport'],
}
