import type { ServiceName } from '../protocol/protocol.ts'
import { ValidatePolicy } from './access-analyzer/validate-policy.ts'
import { CreateAccessKey } from './iam/access-keys/create-access-key.ts'
import { DeleteAccessKey } from './iam/access-keys/delete-access-key.ts'
import { GetAccessKeyLastUsed } from './iam/access-keys/get-access-key-last-used.ts'
import { ListAccessKeys } from './iam/access-keys/list-access-keys.ts'
import { UpdateAccessKey } from './iam/access-keys/update-access-key.ts'
import { CreateAccountAlias, DeleteAccountAlias, ListAccountAliases } from './iam/account/account-aliases.ts'
import {
  DeleteAccountPasswordPolicy,
  GetAccountPasswordPolicy,
  UpdateAccountPasswordPolicy,
} from './iam/account/account-password-policy.ts'
import { GetAccountAuthorizationDetails } from './iam/account/get-account-authorization-details.ts'
import { GetAccountSummary } from './iam/account/get-account-summary.ts'
import {
  AttachGroupPolicy,
  AttachUserPolicy,
  DetachGroupPolicy,
  DetachUserPolicy,
  ListAttachedGroupPolicies,
  ListAttachedUserPolicies,
} from './iam/attached-policies/attached-policies.ts'
import { CreateGroup } from './iam/groups/create-group.ts'
import { DeleteGroup } from './iam/groups/delete-group.ts'
import { GetGroup } from './iam/groups/get-group.ts'
import { ListGroups } from './iam/groups/list-groups.ts'
import { AddUserToGroup, ListGroupsForUser, RemoveUserFromGroup } from './iam/groups/members.ts'
import { UpdateGroup } from './iam/groups/update-group.ts'
import {
  DeleteGroupPolicy,
  DeleteUserPolicy,
  GetGroupPolicy,
  GetUserPolicy,
  ListGroupPolicies,
  ListUserPolicies,
  PutGroupPolicy,
  PutUserPolicy,
} from './iam/inline-policies/inline-policies.ts'
import { ChangePassword } from './iam/login-profiles/change-password.ts'
import { CreateLoginProfile } from './iam/login-profiles/create-login-profile.ts'
import { DeleteLoginProfile } from './iam/login-profiles/delete-login-profile.ts'
import { GetLoginProfile } from './iam/login-profiles/get-login-profile.ts'
import { GenerateCredentialReport } from './iam/credential-report/generate-credential-report.ts'
import { GetCredentialReport } from './iam/credential-report/get-credential-report.ts'
import { UpdateLoginProfile } from './iam/login-profiles/update-login-profile.ts'
import { CreatePolicy } from './iam/policies/create-policy.ts'
import { CreatePolicyVersion } from './iam/policies/create-policy-version.ts'
import { DeletePolicy } from './iam/policies/delete-policy.ts'
import { DeletePolicyVersion } from './iam/policies/delete-policy-version.ts'
import { GetPolicy } from './iam/policies/get-policy.ts'
import { GetPolicyVersion } from './iam/policies/get-policy-version.ts'
import { ListEntitiesForPolicy } from './iam/policies/list-entities-for-policy.ts'
import { ListPolicies } from './iam/policies/list-policies.ts'
import { DeleteUserPermissionsBoundary, PutUserPermissionsBoundary } from './iam/users/boundary-operations.ts'
import { GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy } from './iam/simulation/get-context-keys.ts'
import { SimulateCustomPolicy } from './iam/simulation/simulate-custom-policy.ts'
import { SimulatePrincipalPolicy } from './iam/simulation/simulate-principal-policy.ts'
import { ListPoliciesGrantingServiceAccess } from './iam/policies/list-policies-granting-service-access.ts'
import { ListPolicyVersions } from './iam/policies/list-policy-versions.ts'
import { SetDefaultPolicyVersion } from './iam/policies/set-default-policy-version.ts'
import { CreateUser } from './iam/users/create-user.ts'
import { DeleteUser } from './iam/users/delete-user.ts'
import { GetUser } from './iam/users/get-user.ts'
import { ListUsers } from './iam/users/list-users.ts'
import { UpdateUser } from './iam/users/update-user.ts'
import { ListPolicyTags, ListUserTags, TagPolicy, TagUser, UntagPolicy, UntagUser } from './iam/tags/tag-operations.ts'
import { ChangeRootPassword } from './keyward/change-root-password.ts'
import { SearchUsers } from './keyward/search-users.ts'
import type { Operation } from './operation.ts'
import { Begin } from './signin/begin.ts'
import { ChangePassword as ChangePasswordToSignIn } from './signin/change-password.ts'
import { ForgetAccount } from './signin/forget-account.ts'
import { SignIn } from './signin/sign-in.ts'
import { SignOut } from './signin/sign-out.ts'
import { DecodeAuthorizationMessage } from './sts/decode-authorization-message.ts'
import { GetAccessKeyInfo } from './sts/get-access-key-info.ts'
import { GetCallerIdentity } from './sts/get-caller-identity.ts'

/** Every written operation. What is in the model and not here answers NotImplemented; docs/coverage.md is made from this table. */
export const operations: readonly Operation[] = [
  AddUserToGroup,
  AttachGroupPolicy,
  AttachUserPolicy,
  ChangePassword,
  CreateAccessKey,
  CreateAccountAlias,
  CreateGroup,
  CreateLoginProfile,
  CreatePolicy,
  CreatePolicyVersion,
  CreateUser,
  DecodeAuthorizationMessage,
  DeleteAccessKey,
  DeleteAccountAlias,
  DeleteAccountPasswordPolicy,
  DeleteGroup,
  DeleteGroupPolicy,
  DeleteLoginProfile,
  DeletePolicy,
  DeletePolicyVersion,
  DeleteUser,
  DeleteUserPermissionsBoundary,
  DeleteUserPolicy,
  DetachGroupPolicy,
  DetachUserPolicy,
  GenerateCredentialReport,
  GetAccessKeyLastUsed,
  GetAccountAuthorizationDetails,
  GetAccountPasswordPolicy,
  GetAccountSummary,
  GetGroup,
  GetGroupPolicy,
  GetLoginProfile,
  GetContextKeysForCustomPolicy,
  GetContextKeysForPrincipalPolicy,
  GetCredentialReport,
  GetPolicy,
  GetPolicyVersion,
  GetUser,
  GetUserPolicy,
  ListAccessKeys,
  ListAccountAliases,
  ListAttachedGroupPolicies,
  ListAttachedUserPolicies,
  ListEntitiesForPolicy,
  ListGroupPolicies,
  ListGroups,
  ListGroupsForUser,
  ListPolicies,
  ListPoliciesGrantingServiceAccess,
  ListPolicyTags,
  ListPolicyVersions,
  ListUserPolicies,
  ListUsers,
  ListUserTags,
  PutGroupPolicy,
  PutUserPermissionsBoundary,
  PutUserPolicy,
  RemoveUserFromGroup,
  SimulateCustomPolicy,
  SimulatePrincipalPolicy,
  SetDefaultPolicyVersion,
  TagPolicy,
  TagUser,
  UntagPolicy,
  UntagUser,
  UpdateAccessKey,
  UpdateAccountPasswordPolicy,
  UpdateGroup,
  UpdateLoginProfile,
  UpdateUser,
  GetAccessKeyInfo,
  GetCallerIdentity,
  Begin,
  ChangePasswordToSignIn,
  ForgetAccount,
  SignIn,
  SignOut,
  ChangeRootPassword,
  SearchUsers,
  ValidatePolicy,
]

const byName = new Map(operations.map((operation) => [`${operation.model.service}:${operation.model.name}`, operation]))

export const findOperation = (service: ServiceName, name: string): Operation | undefined =>
  byName.get(`${service}:${name}`)
