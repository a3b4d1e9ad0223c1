// Written by tools/import-model.ts from the API model in packages/server/model. Change the model or the tool, not this file.

export interface AcceptDelegationRequestRequest {
  readonly DelegationRequestId: string
}

export type AccessAdvisorUsageGranularityType = 'SERVICE_LEVEL' | 'ACTION_LEVEL'

export interface AccessDetail {
  readonly ServiceName: string
  readonly ServiceNamespace: string
  readonly Region?: string | undefined
  readonly EntityPath?: string | undefined
  readonly LastAuthenticatedTime?: number | undefined
  readonly TotalAuthenticatedEntities?: number | undefined
}

export interface AccessKey {
  readonly UserName: string
  readonly AccessKeyId: string
  readonly Status: StatusType
  readonly SecretAccessKey: string
  readonly CreateDate?: number | undefined
}

export interface AccessKeyLastUsed {
  readonly LastUsedDate?: number | undefined
  readonly ServiceName: string
  readonly Region: string
}

export interface AccessKeyMetadata {
  readonly UserName?: string | undefined
  readonly AccessKeyId?: string | undefined
  readonly Status?: StatusType | undefined
  readonly CreateDate?: number | undefined
}

export interface AcquireRoleRequest {
  readonly TemplateArn: string
  readonly TemplateMinorVersion?: number | undefined
  readonly ReplacementValues?: { readonly [key: string]: ReplacementValueEntry } | undefined
}

export interface AcquireRoleResponse {
  readonly Role: Role
}

export interface AddClientIDToOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string
  readonly ClientID: string
}

export interface AddRoleToInstanceProfileRequest {
  readonly InstanceProfileName: string
  readonly RoleName: string
}

export interface AddUserToGroupRequest {
  readonly GroupName: string
  readonly UserName: string
}

export interface AssociateDelegationRequestRequest {
  readonly DelegationRequestId: string
}

export interface AttachGroupPolicyRequest {
  readonly GroupName: string
  readonly PolicyArn: string
}

export interface AttachRolePolicyRequest {
  readonly RoleName: string
  readonly PolicyArn: string
}

export interface AttachUserPolicyRequest {
  readonly UserName: string
  readonly PolicyArn: string
}

export interface AttachedPermissionsBoundary {
  readonly PermissionsBoundaryType?: PermissionsBoundaryAttachmentType | undefined
  readonly PermissionsBoundaryArn?: string | undefined
}

export interface AttachedPolicy {
  readonly PolicyName?: string | undefined
  readonly PolicyArn?: string | undefined
}

export type AttachmentType = 'user' | 'group' | 'role'

export interface ChangePasswordRequest {
  readonly OldPassword: string
  readonly NewPassword: string
}

export interface ContextEntry {
  readonly ContextKeyName?: string | undefined
  readonly ContextKeyValues?: readonly string[] | undefined
  readonly ContextKeyType?: ContextKeyTypeEnum | undefined
}

export type ContextKeyTypeEnum =
  | 'string'
  | 'stringList'
  | 'numeric'
  | 'numericList'
  | 'boolean'
  | 'booleanList'
  | 'ip'
  | 'ipList'
  | 'binary'
  | 'binaryList'
  | 'date'
  | 'dateList'

export interface CreateAccessKeyRequest {
  readonly UserName?: string | undefined
}

export interface CreateAccessKeyResponse {
  readonly AccessKey: AccessKey
}

export interface CreateAccountAliasRequest {
  readonly AccountAlias: string
}

export interface CreateDelegationRequestRequest {
  readonly OwnerAccountId?: string | undefined
  readonly Description: string
  readonly Permissions: DelegationPermission
  readonly RequestMessage?: string | undefined
  readonly RequestorWorkflowId: string
  readonly RedirectUrl?: string | undefined
  readonly NotificationChannel: string
  readonly SessionDuration: number
  readonly OnlySendByOwner?: boolean | undefined
}

export interface CreateDelegationRequestResponse {
  readonly ConsoleDeepLink?: string | undefined
  readonly DelegationRequestId?: string | undefined
}

export interface CreateGroupRequest {
  readonly Path?: string | undefined
  readonly GroupName: string
}

export interface CreateGroupResponse {
  readonly Group: Group
}

export interface CreateInstanceProfileRequest {
  readonly InstanceProfileName: string
  readonly Path?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreateInstanceProfileResponse {
  readonly InstanceProfile: InstanceProfile
}

export interface CreateLoginProfileRequest {
  readonly UserName?: string | undefined
  readonly Password?: string | undefined
  readonly PasswordResetRequired?: boolean | undefined
}

export interface CreateLoginProfileResponse {
  readonly LoginProfile: LoginProfile
}

export interface CreateOpenIDConnectProviderRequest {
  readonly Url: string
  readonly ClientIDList?: readonly string[] | undefined
  readonly ThumbprintList?: readonly string[] | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreateOpenIDConnectProviderResponse {
  readonly OpenIDConnectProviderArn?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreatePolicyRequest {
  readonly PolicyName: string
  readonly Path?: string | undefined
  readonly PolicyDocument: string
  readonly Description?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreatePolicyResponse {
  readonly Policy?: Policy | undefined
}

export interface CreatePolicyVersionRequest {
  readonly PolicyArn: string
  readonly PolicyDocument: string
  readonly SetAsDefault?: boolean | undefined
}

export interface CreatePolicyVersionResponse {
  readonly PolicyVersion?: PolicyVersion | undefined
}

export interface CreateRoleRequest {
  readonly Path?: string | undefined
  readonly RoleName: string
  readonly AssumeRolePolicyDocument: string
  readonly Description?: string | undefined
  readonly MaxSessionDuration?: number | undefined
  readonly PermissionsBoundary?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreateRoleResponse {
  readonly Role: Role
}

export interface CreateSAMLProviderRequest {
  readonly SAMLMetadataDocument: string
  readonly Name: string
  readonly Tags?: readonly Tag[] | undefined
  readonly AssertionEncryptionMode?: AssertionEncryptionModeType | undefined
  readonly AddPrivateKey?: string | undefined
}

export interface CreateSAMLProviderResponse {
  readonly SAMLProviderArn?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreateServiceLinkedRoleRequest {
  readonly AWSServiceName: string
  readonly Description?: string | undefined
  readonly CustomSuffix?: string | undefined
}

export interface CreateServiceLinkedRoleResponse {
  readonly Role?: Role | undefined
}

export interface CreateServiceSpecificCredentialRequest {
  readonly UserName: string
  readonly ServiceName: string
  readonly CredentialAgeDays?: number | undefined
}

export interface CreateServiceSpecificCredentialResponse {
  readonly ServiceSpecificCredential?: ServiceSpecificCredential | undefined
}

export interface CreateUserRequest {
  readonly Path?: string | undefined
  readonly UserName: string
  readonly PermissionsBoundary?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreateUserResponse {
  readonly User?: User | undefined
}

export interface CreateVirtualMFADeviceRequest {
  readonly Path?: string | undefined
  readonly VirtualMFADeviceName: string
  readonly Tags?: readonly Tag[] | undefined
}

export interface CreateVirtualMFADeviceResponse {
  readonly VirtualMFADevice: VirtualMFADevice
}

export interface DeactivateMFADeviceRequest {
  readonly UserName?: string | undefined
  readonly SerialNumber: string
}

export interface DelegationPermission {
  readonly PolicyTemplateArn?: string | undefined
  readonly Parameters?: readonly PolicyParameter[] | undefined
}

export interface DelegationRequest {
  readonly DelegationRequestId?: string | undefined
  readonly OwnerAccountId?: string | undefined
  readonly Description?: string | undefined
  readonly RequestMessage?: string | undefined
  readonly Permissions?: DelegationPermission | undefined
  readonly PermissionPolicy?: string | undefined
  readonly RolePermissionRestrictionArns?: readonly string[] | undefined
  readonly OwnerId?: string | undefined
  readonly ApproverId?: string | undefined
  readonly State?: StateType | undefined
  readonly ExpirationTime?: number | undefined
  readonly RequestorId?: string | undefined
  readonly RequestorName?: string | undefined
  readonly CreateDate?: number | undefined
  readonly SessionDuration?: number | undefined
  readonly RedirectUrl?: string | undefined
  readonly Notes?: string | undefined
  readonly RejectionReason?: string | undefined
  readonly OnlySendByOwner?: boolean | undefined
  readonly UpdatedTime?: number | undefined
}

export interface DeleteAccessKeyRequest {
  readonly UserName?: string | undefined
  readonly AccessKeyId: string
}

export interface DeleteAccountAliasRequest {
  readonly AccountAlias: string
}

export interface DeleteGroupPolicyRequest {
  readonly GroupName: string
  readonly PolicyName: string
}

export interface DeleteGroupRequest {
  readonly GroupName: string
}

export interface DeleteInstanceProfileRequest {
  readonly InstanceProfileName: string
}

export interface DeleteLoginProfileRequest {
  readonly UserName?: string | undefined
}

export interface DeleteOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string
}

export interface DeletePolicyRequest {
  readonly PolicyArn: string
}

export interface DeletePolicyVersionRequest {
  readonly PolicyArn: string
  readonly VersionId: string
}

export interface DeleteRolePermissionsBoundaryRequest {
  readonly RoleName: string
}

export interface DeleteRolePolicyRequest {
  readonly RoleName: string
  readonly PolicyName: string
}

export interface DeleteRoleRequest {
  readonly RoleName: string
}

export interface DeleteSAMLProviderRequest {
  readonly SAMLProviderArn: string
}

export interface DeleteSSHPublicKeyRequest {
  readonly UserName: string
  readonly SSHPublicKeyId: string
}

export interface DeleteServerCertificateRequest {
  readonly ServerCertificateName: string
}

export interface DeleteServiceLinkedRoleRequest {
  readonly RoleName: string
}

export interface DeleteServiceLinkedRoleResponse {
  readonly DeletionTaskId: string
}

export interface DeleteServiceSpecificCredentialRequest {
  readonly UserName?: string | undefined
  readonly ServiceSpecificCredentialId: string
}

export interface DeleteSigningCertificateRequest {
  readonly UserName?: string | undefined
  readonly CertificateId: string
}

export interface DeleteUserPermissionsBoundaryRequest {
  readonly UserName: string
}

export interface DeleteUserPolicyRequest {
  readonly UserName: string
  readonly PolicyName: string
}

export interface DeleteUserRequest {
  readonly UserName: string
}

export interface DeleteVirtualMFADeviceRequest {
  readonly SerialNumber: string
}

export interface DeletionTaskFailureReasonType {
  readonly Reason?: string | undefined
  readonly RoleUsageList?: readonly RoleUsageType[] | undefined
}

export type DeletionTaskStatusType = 'SUCCEEDED' | 'IN_PROGRESS' | 'FAILED' | 'NOT_STARTED'

export interface DetachGroupPolicyRequest {
  readonly GroupName: string
  readonly PolicyArn: string
}

export interface DetachRolePolicyRequest {
  readonly RoleName: string
  readonly PolicyArn: string
}

export interface DetachUserPolicyRequest {
  readonly UserName: string
  readonly PolicyArn: string
}

export type DisableOrganizationsRootCredentialsManagementRequest = { readonly [name: string]: never }

export interface DisableOrganizationsRootCredentialsManagementResponse {
  readonly OrganizationId?: string | undefined
  readonly EnabledFeatures?: readonly FeatureType[] | undefined
}

export type DisableOrganizationsRootSessionsRequest = { readonly [name: string]: never }

export interface DisableOrganizationsRootSessionsResponse {
  readonly OrganizationId?: string | undefined
  readonly EnabledFeatures?: readonly FeatureType[] | undefined
}

export interface EnableMFADeviceRequest {
  readonly UserName: string
  readonly SerialNumber: string
  readonly AuthenticationCode1: string
  readonly AuthenticationCode2: string
}

export type EnableOrganizationsRootCredentialsManagementRequest = { readonly [name: string]: never }

export interface EnableOrganizationsRootCredentialsManagementResponse {
  readonly OrganizationId?: string | undefined
  readonly EnabledFeatures?: readonly FeatureType[] | undefined
}

export type EnableOrganizationsRootSessionsRequest = { readonly [name: string]: never }

export interface EnableOrganizationsRootSessionsResponse {
  readonly OrganizationId?: string | undefined
  readonly EnabledFeatures?: readonly FeatureType[] | undefined
}

export interface EnableOutboundWebIdentityFederationResponse {
  readonly IssuerIdentifier?: string | undefined
}

export interface EntityDetails {
  readonly EntityInfo: EntityInfo
  readonly LastAuthenticated?: number | undefined
}

export interface EntityInfo {
  readonly Arn: string
  readonly Name: string
  readonly Type: PolicyOwnerEntityType
  readonly Id: string
  readonly Path?: string | undefined
}

export type EntityType = 'User' | 'Role' | 'Group' | 'LocalManagedPolicy' | 'AWSManagedPolicy'

export interface ErrorDetails {
  readonly Message: string
  readonly Code: string
}

export interface EvaluationResult {
  readonly EvalActionName: string
  readonly EvalResourceName?: string | undefined
  readonly EvalDecision: PolicyEvaluationDecisionType
  readonly MatchedStatements?: readonly Statement[] | undefined
  readonly MissingContextValues?: readonly string[] | undefined
  readonly OrganizationsDecisionDetail?: OrganizationsDecisionDetail | undefined
  readonly PermissionsBoundaryDecisionDetail?: PermissionsBoundaryDecisionDetail | undefined
  readonly EvalDecisionDetails?: { readonly [key: string]: PolicyEvaluationDecisionType } | undefined
  readonly ResourceSpecificResults?: readonly ResourceSpecificResult[] | undefined
}

export type FeatureType = 'RootCredentialsManagement' | 'RootSessions'

export interface GenerateCredentialReportResponse {
  readonly State?: ReportStateType | undefined
  readonly Description?: string | undefined
}

export interface GenerateOrganizationsAccessReportRequest {
  readonly EntityPath: string
  readonly OrganizationsPolicyId?: string | undefined
}

export interface GenerateOrganizationsAccessReportResponse {
  readonly JobId?: string | undefined
}

export interface GenerateServiceLastAccessedDetailsRequest {
  readonly Arn: string
  readonly Granularity?: AccessAdvisorUsageGranularityType | undefined
}

export interface GenerateServiceLastAccessedDetailsResponse {
  readonly JobId?: string | undefined
}

export interface GetAccessKeyLastUsedRequest {
  readonly AccessKeyId: string
}

export interface GetAccessKeyLastUsedResponse {
  readonly UserName?: string | undefined
  readonly AccessKeyLastUsed?: AccessKeyLastUsed | undefined
}

export interface GetAccountAuthorizationDetailsRequest {
  readonly Filter?: readonly EntityType[] | undefined
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
}

export interface GetAccountAuthorizationDetailsResponse {
  readonly UserDetailList?: readonly UserDetail[] | undefined
  readonly GroupDetailList?: readonly GroupDetail[] | undefined
  readonly RoleDetailList?: readonly RoleDetail[] | undefined
  readonly Policies?: readonly ManagedPolicyDetail[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface GetAccountPasswordPolicyResponse {
  readonly PasswordPolicy: PasswordPolicy
}

export type GetAccountPropertiesRequest = { readonly [name: string]: never }

export interface GetAccountPropertiesResponse {
  readonly Properties?: { readonly [key: string]: string } | undefined
}

export interface GetAccountSummaryResponse {
  readonly SummaryMap?: { readonly [key: string]: number } | undefined
}

export interface GetContextKeysForCustomPolicyRequest {
  readonly PolicyInputList: readonly string[]
}

export interface GetContextKeysForPolicyResponse {
  readonly ContextKeyNames?: readonly string[] | undefined
}

export interface GetContextKeysForPrincipalPolicyRequest {
  readonly PolicySourceArn: string
  readonly PolicyInputList?: readonly string[] | undefined
}

export interface GetCredentialReportResponse {
  readonly Content?: Uint8Array | undefined
  readonly ReportFormat?: ReportFormatType | undefined
  readonly GeneratedTime?: number | undefined
}

export interface GetDelegationRequestRequest {
  readonly DelegationRequestId: string
  readonly DelegationPermissionCheck?: boolean | undefined
}

export interface GetDelegationRequestResponse {
  readonly DelegationRequest?: DelegationRequest | undefined
  readonly PermissionCheckStatus?: PermissionCheckStatusType | undefined
  readonly PermissionCheckResult?: PermissionCheckResultType | undefined
}

export interface GetGroupPolicyRequest {
  readonly GroupName: string
  readonly PolicyName: string
}

export interface GetGroupPolicyResponse {
  readonly GroupName: string
  readonly PolicyName: string
  readonly PolicyDocument: string
}

export interface GetGroupRequest {
  readonly GroupName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface GetGroupResponse {
  readonly Group: Group
  readonly Users: readonly User[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface GetHumanReadableSummaryRequest {
  readonly EntityArn: string
  readonly Locale?: string | undefined
}

export interface GetHumanReadableSummaryResponse {
  readonly SummaryContent?: string | undefined
  readonly Locale?: string | undefined
  readonly SummaryState?: SummaryStateType | undefined
}

export interface GetInstanceProfileRequest {
  readonly InstanceProfileName: string
}

export interface GetInstanceProfileResponse {
  readonly InstanceProfile: InstanceProfile
}

export interface GetLoginProfileRequest {
  readonly UserName?: string | undefined
}

export interface GetLoginProfileResponse {
  readonly LoginProfile: LoginProfile
}

export interface GetMFADeviceRequest {
  readonly SerialNumber: string
  readonly UserName?: string | undefined
}

export interface GetMFADeviceResponse {
  readonly UserName?: string | undefined
  readonly SerialNumber: string
  readonly EnableDate?: number | undefined
  readonly Certifications?: { readonly [key: string]: string } | undefined
}

export interface GetOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string
}

export interface GetOpenIDConnectProviderResponse {
  readonly Url?: string | undefined
  readonly ClientIDList?: readonly string[] | undefined
  readonly ThumbprintList?: readonly string[] | undefined
  readonly CreateDate?: number | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface GetOrganizationsAccessReportRequest {
  readonly JobId: string
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
  readonly SortKey?: SortKeyType | undefined
}

export interface GetOrganizationsAccessReportResponse {
  readonly JobStatus: JobStatusType
  readonly JobCreationDate: number
  readonly JobCompletionDate?: number | undefined
  readonly NumberOfServicesAccessible?: number | undefined
  readonly NumberOfServicesNotAccessed?: number | undefined
  readonly AccessDetails?: readonly AccessDetail[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
  readonly ErrorDetails?: ErrorDetails | undefined
}

export interface GetOutboundWebIdentityFederationInfoResponse {
  readonly IssuerIdentifier?: string | undefined
  readonly JwtVendingEnabled?: boolean | undefined
}

export interface GetPolicyRequest {
  readonly PolicyArn: string
}

export interface GetPolicyResponse {
  readonly Policy?: Policy | undefined
}

export interface GetPolicyVersionRequest {
  readonly PolicyArn: string
  readonly VersionId: string
}

export interface GetPolicyVersionResponse {
  readonly PolicyVersion?: PolicyVersion | undefined
}

export interface GetRolePolicyRequest {
  readonly RoleName: string
  readonly PolicyName: string
}

export interface GetRolePolicyResponse {
  readonly RoleName: string
  readonly PolicyName: string
  readonly PolicyDocument: string
}

export interface GetRoleRequest {
  readonly RoleName: string
}

export interface GetRoleResponse {
  readonly Role: Role
}

export interface GetRoleTemplateVersionRequest {
  readonly TemplateArn: string
  readonly MinorVersion?: number | undefined
}

export interface GetRoleTemplateVersionResponse {
  readonly RoleTemplateVersion: RoleTemplateVersion
}

export interface GetSAMLProviderRequest {
  readonly SAMLProviderArn: string
}

export interface GetSAMLProviderResponse {
  readonly SAMLProviderUUID?: string | undefined
  readonly SAMLMetadataDocument?: string | undefined
  readonly CreateDate?: number | undefined
  readonly ValidUntil?: number | undefined
  readonly Tags?: readonly Tag[] | undefined
  readonly AssertionEncryptionMode?: AssertionEncryptionModeType | undefined
  readonly PrivateKeyList?: readonly SAMLPrivateKey[] | undefined
}

export interface GetSSHPublicKeyRequest {
  readonly UserName: string
  readonly SSHPublicKeyId: string
  readonly Encoding: EncodingType
}

export interface GetSSHPublicKeyResponse {
  readonly SSHPublicKey?: SSHPublicKey | undefined
}

export interface GetServerCertificateRequest {
  readonly ServerCertificateName: string
}

export interface GetServerCertificateResponse {
  readonly ServerCertificate: ServerCertificate
}

export interface GetServiceLastAccessedDetailsRequest {
  readonly JobId: string
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
}

export interface GetServiceLastAccessedDetailsResponse {
  readonly JobStatus: JobStatusType
  readonly JobType?: AccessAdvisorUsageGranularityType | undefined
  readonly JobCreationDate: number
  readonly ServicesLastAccessed: readonly ServiceLastAccessed[]
  readonly JobCompletionDate: number
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
  readonly Error?: ErrorDetails | undefined
}

export interface GetServiceLastAccessedDetailsWithEntitiesRequest {
  readonly JobId: string
  readonly ServiceNamespace: string
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
}

export interface GetServiceLastAccessedDetailsWithEntitiesResponse {
  readonly JobStatus: JobStatusType
  readonly JobCreationDate: number
  readonly JobCompletionDate: number
  readonly EntityDetailsList: readonly EntityDetails[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
  readonly Error?: ErrorDetails | undefined
}

export interface GetServiceLinkedRoleDeletionStatusRequest {
  readonly DeletionTaskId: string
}

export interface GetServiceLinkedRoleDeletionStatusResponse {
  readonly Status: DeletionTaskStatusType
  readonly Reason?: DeletionTaskFailureReasonType | undefined
}

export interface GetUserPolicyRequest {
  readonly UserName: string
  readonly PolicyName: string
}

export interface GetUserPolicyResponse {
  readonly UserName: string
  readonly PolicyName: string
  readonly PolicyDocument: string
}

export interface GetUserRequest {
  readonly UserName?: string | undefined
}

export interface GetUserResponse {
  readonly User: User
}

export interface Group {
  readonly Path: string
  readonly GroupName: string
  readonly GroupId: string
  readonly Arn: string
  readonly CreateDate: number
}

export interface GroupDetail {
  readonly Path?: string | undefined
  readonly GroupName?: string | undefined
  readonly GroupId?: string | undefined
  readonly Arn?: string | undefined
  readonly CreateDate?: number | undefined
  readonly GroupPolicyList?: readonly PolicyDetail[] | undefined
  readonly AttachedManagedPolicies?: readonly AttachedPolicy[] | undefined
}

export interface InlinePolicy {
  readonly PolicyName: string
  readonly PolicyDocument: string
}

export interface InlinePolicyIdentifierType {
  readonly PolicyName: string
  readonly AttachmentType: AttachmentType
  readonly AttachmentName: string
}

export interface InstanceProfile {
  readonly Path: string
  readonly InstanceProfileName: string
  readonly InstanceProfileId: string
  readonly Arn: string
  readonly CreateDate: number
  readonly Roles: readonly Role[]
  readonly Tags?: readonly Tag[] | undefined
}

export interface ListAccessKeysRequest {
  readonly UserName?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListAccessKeysResponse {
  readonly AccessKeyMetadata: readonly AccessKeyMetadata[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListAccountAliasesRequest {
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListAccountAliasesResponse {
  readonly AccountAliases: readonly string[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListAttachedGroupPoliciesRequest {
  readonly GroupName: string
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListAttachedGroupPoliciesResponse {
  readonly AttachedPolicies?: readonly AttachedPolicy[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListAttachedRolePoliciesRequest {
  readonly RoleName: string
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListAttachedRolePoliciesResponse {
  readonly AttachedPolicies?: readonly AttachedPolicy[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListAttachedUserPoliciesRequest {
  readonly UserName: string
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListAttachedUserPoliciesResponse {
  readonly AttachedPolicies?: readonly AttachedPolicy[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListDelegationRequestsRequest {
  readonly OwnerId?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListDelegationRequestsResponse {
  readonly DelegationRequests?: readonly DelegationRequest[] | undefined
  readonly Marker?: string | undefined
  readonly isTruncated?: boolean | undefined
}

export interface ListEntitiesForPolicyRequest {
  readonly PolicyArn: string
  readonly EntityFilter?: EntityType | undefined
  readonly PathPrefix?: string | undefined
  readonly PolicyUsageFilter?: PolicyUsageType | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListEntitiesForPolicyResponse {
  readonly PolicyGroups?: readonly PolicyGroup[] | undefined
  readonly PolicyUsers?: readonly PolicyUser[] | undefined
  readonly PolicyRoles?: readonly PolicyRole[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListGroupPoliciesRequest {
  readonly GroupName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListGroupPoliciesResponse {
  readonly PolicyNames: readonly string[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListGroupsForUserRequest {
  readonly UserName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListGroupsForUserResponse {
  readonly Groups: readonly Group[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListGroupsRequest {
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListGroupsResponse {
  readonly Groups: readonly Group[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListInstanceProfileTagsRequest {
  readonly InstanceProfileName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListInstanceProfileTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListInstanceProfilesForRoleRequest {
  readonly RoleName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListInstanceProfilesForRoleResponse {
  readonly InstanceProfiles: readonly InstanceProfile[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListInstanceProfilesRequest {
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListInstanceProfilesResponse {
  readonly InstanceProfiles: readonly InstanceProfile[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListMFADeviceTagsRequest {
  readonly SerialNumber: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListMFADeviceTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListMFADevicesRequest {
  readonly UserName?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListMFADevicesResponse {
  readonly MFADevices: readonly MFADevice[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListOpenIDConnectProviderTagsRequest {
  readonly OpenIDConnectProviderArn: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListOpenIDConnectProviderTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export type ListOpenIDConnectProvidersRequest = { readonly [name: string]: never }

export interface ListOpenIDConnectProvidersResponse {
  readonly OpenIDConnectProviderList?: readonly OpenIDConnectProviderListEntry[] | undefined
}

export type ListOrganizationsFeaturesRequest = { readonly [name: string]: never }

export interface ListOrganizationsFeaturesResponse {
  readonly OrganizationId?: string | undefined
  readonly EnabledFeatures?: readonly FeatureType[] | undefined
}

export interface ListPoliciesGrantingServiceAccessEntry {
  readonly ServiceNamespace?: string | undefined
  readonly Policies?: readonly PolicyGrantingServiceAccess[] | undefined
}

export interface ListPoliciesGrantingServiceAccessRequest {
  readonly Marker?: string | undefined
  readonly Arn: string
  readonly ServiceNamespaces: readonly string[]
}

export interface ListPoliciesGrantingServiceAccessResponse {
  readonly PoliciesGrantingServiceAccess: readonly ListPoliciesGrantingServiceAccessEntry[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListPoliciesRequest {
  readonly Scope?: PolicyScopeType | undefined
  readonly OnlyAttached?: boolean | undefined
  readonly PathPrefix?: string | undefined
  readonly PolicyUsageFilter?: PolicyUsageType | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListPoliciesResponse {
  readonly Policies?: readonly Policy[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListPolicyTagsRequest {
  readonly PolicyArn: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListPolicyTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListPolicyVersionsRequest {
  readonly PolicyArn: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListPolicyVersionsResponse {
  readonly Versions?: readonly PolicyVersion[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListRolePoliciesRequest {
  readonly RoleName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListRolePoliciesResponse {
  readonly PolicyNames: readonly string[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListRoleTagsRequest {
  readonly RoleName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListRoleTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListRolesRequest {
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListRolesResponse {
  readonly Roles: readonly Role[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListSAMLProviderTagsRequest {
  readonly SAMLProviderArn: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListSAMLProviderTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export type ListSAMLProvidersRequest = { readonly [name: string]: never }

export interface ListSAMLProvidersResponse {
  readonly SAMLProviderList?: readonly SAMLProviderListEntry[] | undefined
}

export interface ListSSHPublicKeysRequest {
  readonly UserName?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListSSHPublicKeysResponse {
  readonly SSHPublicKeys?: readonly SSHPublicKeyMetadata[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListServerCertificateTagsRequest {
  readonly ServerCertificateName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListServerCertificateTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListServerCertificatesRequest {
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListServerCertificatesResponse {
  readonly ServerCertificateMetadataList: readonly ServerCertificateMetadata[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListServiceSpecificCredentialsRequest {
  readonly UserName?: string | undefined
  readonly ServiceName?: string | undefined
  readonly AllUsers?: boolean | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListServiceSpecificCredentialsResponse {
  readonly ServiceSpecificCredentials?: readonly ServiceSpecificCredentialMetadata[] | undefined
  readonly Marker?: string | undefined
  readonly IsTruncated?: boolean | undefined
}

export interface ListSigningCertificatesRequest {
  readonly UserName?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListSigningCertificatesResponse {
  readonly Certificates: readonly SigningCertificate[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListUserPoliciesRequest {
  readonly UserName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListUserPoliciesResponse {
  readonly PolicyNames: readonly string[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListUserTagsRequest {
  readonly UserName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListUserTagsResponse {
  readonly Tags: readonly Tag[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListUsersRequest {
  readonly PathPrefix?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListUsersResponse {
  readonly Users: readonly User[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface ListVirtualMFADevicesRequest {
  readonly AssignmentStatus?: AssignmentStatusType | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListVirtualMFADevicesResponse {
  readonly VirtualMFADevices: readonly VirtualMFADevice[]
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface LoginProfile {
  readonly UserName: string
  readonly CreateDate: number
  readonly PasswordResetRequired?: boolean | undefined
}

export interface MFADevice {
  readonly UserName: string
  readonly SerialNumber: string
  readonly EnableDate: number
}

export interface ManagedPolicyDetail {
  readonly PolicyName?: string | undefined
  readonly PolicyId?: string | undefined
  readonly Arn?: string | undefined
  readonly Path?: string | undefined
  readonly DefaultVersionId?: string | undefined
  readonly AttachmentCount?: number | undefined
  readonly PermissionsBoundaryUsageCount?: number | undefined
  readonly IsAttachable?: boolean | undefined
  readonly Description?: string | undefined
  readonly CreateDate?: number | undefined
  readonly UpdateDate?: number | undefined
  readonly PolicyVersionList?: readonly PolicyVersion[] | undefined
}

export interface OpenIDConnectProviderListEntry {
  readonly Arn?: string | undefined
}

export interface OrderedOrganizationPolicyType {
  readonly ServiceControlPolicyInputList?: readonly string[] | undefined
}

export interface OrganizationsDecisionDetail {
  readonly AllowedByOrganizations?: boolean | undefined
}

export interface ParameterDefinition {
  readonly Name: string
  readonly Type: ParameterTypeType
  readonly SubType?: string | undefined
  readonly Description?: string | undefined
  readonly IsRequired?: boolean | undefined
  readonly DefaultValue?: string | undefined
  readonly Immutable?: boolean | undefined
}

export interface PasswordPolicy {
  readonly MinimumPasswordLength?: number | undefined
  readonly RequireSymbols?: boolean | undefined
  readonly RequireNumbers?: boolean | undefined
  readonly RequireUppercaseCharacters?: boolean | undefined
  readonly RequireLowercaseCharacters?: boolean | undefined
  readonly AllowUsersToChangePassword?: boolean | undefined
  readonly ExpirePasswords?: boolean | undefined
  readonly MaxPasswordAge?: number | undefined
  readonly PasswordReusePrevention?: number | undefined
  readonly HardExpiry?: boolean | undefined
}

export type PermissionsBoundaryAttachmentType = 'PermissionsBoundaryPolicy'

export interface PermissionsBoundaryDecisionDetail {
  readonly AllowedByPermissionsBoundary?: boolean | undefined
}

export interface Policy {
  readonly PolicyName?: string | undefined
  readonly PolicyId?: string | undefined
  readonly Arn?: string | undefined
  readonly Path?: string | undefined
  readonly DefaultVersionId?: string | undefined
  readonly AttachmentCount?: number | undefined
  readonly PermissionsBoundaryUsageCount?: number | undefined
  readonly IsAttachable?: boolean | undefined
  readonly Description?: string | undefined
  readonly CreateDate?: number | undefined
  readonly UpdateDate?: number | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface PolicyDetail {
  readonly PolicyName?: string | undefined
  readonly PolicyDocument?: string | undefined
}

export type PolicyEvaluationDecisionType = 'allowed' | 'explicitDeny' | 'implicitDeny'

export interface PolicyGrantingServiceAccess {
  readonly PolicyName: string
  readonly PolicyType: PolicyType
  readonly PolicyArn?: string | undefined
  readonly EntityType?: PolicyOwnerEntityType | undefined
  readonly EntityName?: string | undefined
}

export interface PolicyGroup {
  readonly GroupName?: string | undefined
  readonly GroupId?: string | undefined
}

export interface PolicyIdentifier {
  readonly PolicyType?: PolicyIdentifierPolicyType | undefined
  readonly PolicyArn?: string | undefined
  readonly InlinePolicyIdentifier?: InlinePolicyIdentifierType | undefined
}

export type PolicyIdentifierPolicyType =
  'inline' | 'aws-managed' | 'user-managed' | 'permission-boundary' | 'scp' | 'rcp'

export interface PolicyParameter {
  readonly Name?: string | undefined
  readonly Values?: readonly string[] | undefined
  readonly Type?: PolicyParameterTypeEnum | undefined
}

export type PolicyParameterTypeEnum = 'string' | 'stringList'

export interface PolicyRole {
  readonly RoleName?: string | undefined
  readonly RoleId?: string | undefined
}

export type PolicySourceType = 'user' | 'group' | 'role' | 'aws-managed' | 'user-managed' | 'resource' | 'none'

export type PolicyUsageType = 'PermissionsPolicy' | 'PermissionsBoundary'

export interface PolicyUser {
  readonly UserName?: string | undefined
  readonly UserId?: string | undefined
}

export interface PolicyVersion {
  readonly Document?: string | undefined
  readonly VersionId?: string | undefined
  readonly IsDefaultVersion?: boolean | undefined
  readonly CreateDate?: number | undefined
}

export interface Position {
  readonly Line?: number | undefined
  readonly Column?: number | undefined
}

export interface PutAccountPropertiesRequest {
  readonly Properties: { readonly [key: string]: string }
}

export type PutAccountPropertiesResponse = { readonly [name: string]: never }

export interface PutGroupPolicyRequest {
  readonly GroupName: string
  readonly PolicyName: string
  readonly PolicyDocument: string
}

export interface PutRolePermissionsBoundaryRequest {
  readonly RoleName: string
  readonly PermissionsBoundary: string
}

export interface PutRolePolicyRequest {
  readonly RoleName: string
  readonly PolicyName: string
  readonly PolicyDocument: string
}

export interface PutUserPermissionsBoundaryRequest {
  readonly UserName: string
  readonly PermissionsBoundary: string
}

export interface PutUserPolicyRequest {
  readonly UserName: string
  readonly PolicyName: string
  readonly PolicyDocument: string
}

export interface RejectDelegationRequestRequest {
  readonly DelegationRequestId: string
  readonly Notes?: string | undefined
}

export interface RemoveClientIDFromOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string
  readonly ClientID: string
}

export interface RemoveRoleFromInstanceProfileRequest {
  readonly InstanceProfileName: string
  readonly RoleName: string
}

export interface RemoveUserFromGroupRequest {
  readonly GroupName: string
  readonly UserName: string
}

export interface ReplacementValueEntry {
  readonly Values: readonly string[]
}

export type ReportFormatType = 'text/csv'

export type ReportStateType = 'STARTED' | 'INPROGRESS' | 'COMPLETE'

export interface ResetServiceSpecificCredentialRequest {
  readonly UserName?: string | undefined
  readonly ServiceSpecificCredentialId: string
}

export interface ResetServiceSpecificCredentialResponse {
  readonly ServiceSpecificCredential?: ServiceSpecificCredential | undefined
}

export interface ResourceSpecificResult {
  readonly EvalResourceName: string
  readonly EvalResourceDecision: PolicyEvaluationDecisionType
  readonly MatchedStatements?: readonly Statement[] | undefined
  readonly MissingContextValues?: readonly string[] | undefined
  readonly EvalDecisionDetails?: { readonly [key: string]: PolicyEvaluationDecisionType } | undefined
  readonly PermissionsBoundaryDecisionDetail?: PermissionsBoundaryDecisionDetail | undefined
}

export interface ResyncMFADeviceRequest {
  readonly UserName: string
  readonly SerialNumber: string
  readonly AuthenticationCode1: string
  readonly AuthenticationCode2: string
}

export interface Role {
  readonly Path: string
  readonly RoleName: string
  readonly RoleId: string
  readonly Arn: string
  readonly CreateDate: number
  readonly AssumeRolePolicyDocument?: string | undefined
  readonly Description?: string | undefined
  readonly MaxSessionDuration?: number | undefined
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined
  readonly Tags?: readonly Tag[] | undefined
  readonly RoleLastUsed?: RoleLastUsed | undefined
  readonly SourceRoleTemplate?: SourceRoleTemplate | undefined
}

export interface RoleDetail {
  readonly Path?: string | undefined
  readonly RoleName?: string | undefined
  readonly RoleId?: string | undefined
  readonly Arn?: string | undefined
  readonly CreateDate?: number | undefined
  readonly AssumeRolePolicyDocument?: string | undefined
  readonly InstanceProfileList?: readonly InstanceProfile[] | undefined
  readonly RolePolicyList?: readonly PolicyDetail[] | undefined
  readonly AttachedManagedPolicies?: readonly AttachedPolicy[] | undefined
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined
  readonly Tags?: readonly Tag[] | undefined
  readonly RoleLastUsed?: RoleLastUsed | undefined
}

export interface RoleLastUsed {
  readonly LastUsedDate?: number | undefined
  readonly Region?: string | undefined
}

export interface RoleTemplateVersion {
  readonly TemplateArn?: string | undefined
  readonly TemplateName?: string | undefined
  readonly TemplateVersionId?: string | undefined
  readonly Description?: string | undefined
  readonly MajorVersion?: number | undefined
  readonly DefaultMinorVersion?: number | undefined
  readonly ManagedByType?: ManagedByTypeType | undefined
  readonly ManagedByValue?: string | undefined
  readonly Enabled?: boolean | undefined
  readonly MinorVersion?: number | undefined
  readonly RoleNamePattern?: string | undefined
  readonly RolePathPattern?: string | undefined
  readonly RoleDescriptionPattern?: string | undefined
  readonly AssumeRolePolicyDocumentTemplate?: string | undefined
  readonly InlinePolicyTemplates?: readonly InlinePolicy[] | undefined
  readonly ManagedPolicyArns?: readonly string[] | undefined
  readonly PermissionBoundaryArn?: string | undefined
  readonly ParametersDefinition?: readonly ParameterDefinition[] | undefined
  readonly RoleTagsTemplate?: readonly TagTemplate[] | undefined
  readonly MaxSessionDuration?: number | undefined
  readonly VersionEnabled?: boolean | undefined
  readonly CreateTimestamp?: number | undefined
  readonly UpdateTimestamp?: number | undefined
}

export interface RoleUsageType {
  readonly Region?: string | undefined
  readonly Resources?: readonly string[] | undefined
}

export interface SAMLPrivateKey {
  readonly KeyId?: string | undefined
  readonly Timestamp?: number | undefined
}

export interface SAMLProviderListEntry {
  readonly Arn?: string | undefined
  readonly ValidUntil?: number | undefined
  readonly CreateDate?: number | undefined
}

export interface SSHPublicKey {
  readonly UserName: string
  readonly SSHPublicKeyId: string
  readonly Fingerprint: string
  readonly SSHPublicKeyBody: string
  readonly Status: StatusType
  readonly UploadDate?: number | undefined
}

export interface SSHPublicKeyMetadata {
  readonly UserName: string
  readonly SSHPublicKeyId: string
  readonly Status: StatusType
  readonly UploadDate: number
}

export interface SendDelegationTokenRequest {
  readonly DelegationRequestId: string
}

export interface ServerCertificate {
  readonly ServerCertificateMetadata: ServerCertificateMetadata
  readonly CertificateBody: string
  readonly CertificateChain?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface ServerCertificateMetadata {
  readonly Path: string
  readonly ServerCertificateName: string
  readonly ServerCertificateId: string
  readonly Arn: string
  readonly UploadDate?: number | undefined
  readonly Expiration?: number | undefined
}

export interface ServiceLastAccessed {
  readonly ServiceName: string
  readonly LastAuthenticated?: number | undefined
  readonly ServiceNamespace: string
  readonly LastAuthenticatedEntity?: string | undefined
  readonly LastAuthenticatedRegion?: string | undefined
  readonly TotalAuthenticatedEntities?: number | undefined
  readonly TrackedActionsLastAccessed?: readonly TrackedActionLastAccessed[] | undefined
}

export interface ServiceSpecificCredential {
  readonly CreateDate: number
  readonly ExpirationDate?: number | undefined
  readonly ServiceName: string
  readonly ServiceUserName?: string | undefined
  readonly ServicePassword?: string | undefined
  readonly ServiceCredentialAlias?: string | undefined
  readonly ServiceCredentialSecret?: string | undefined
  readonly ServiceSpecificCredentialId: string
  readonly UserName: string
  readonly Status: StatusType
}

export interface ServiceSpecificCredentialMetadata {
  readonly UserName: string
  readonly Status: StatusType
  readonly ServiceUserName?: string | undefined
  readonly ServiceCredentialAlias?: string | undefined
  readonly CreateDate: number
  readonly ExpirationDate?: number | undefined
  readonly ServiceSpecificCredentialId: string
  readonly ServiceName: string
}

export interface SetDefaultPolicyVersionRequest {
  readonly PolicyArn: string
  readonly VersionId: string
}

export interface SetSecurityTokenServicePreferencesRequest {
  readonly GlobalEndpointTokenVersion: GlobalEndpointTokenVersion
}

export interface SigningCertificate {
  readonly UserName: string
  readonly CertificateId: string
  readonly CertificateBody: string
  readonly Status: StatusType
  readonly UploadDate?: number | undefined
}

export interface SimulateCustomPolicyRequest {
  readonly PolicyInputList: readonly string[]
  readonly PermissionsBoundaryPolicyInputList?: readonly string[] | undefined
  readonly OrderedOrganizationPolicyInputList?: readonly OrderedOrganizationPolicyType[] | undefined
  readonly ActionNames: readonly string[]
  readonly ResourceArns?: readonly string[] | undefined
  readonly ResourcePolicy?: string | undefined
  readonly ResourceOwner?: string | undefined
  readonly CallerArn?: string | undefined
  readonly ContextEntries?: readonly ContextEntry[] | undefined
  readonly ResourceHandlingOption?: string | undefined
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
}

export interface SimulatePolicyResponse {
  readonly EvaluationResults?: readonly EvaluationResult[] | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

export interface SimulatePrincipalPolicyRequest {
  readonly PolicySourceArn: string
  readonly PolicyInputList?: readonly string[] | undefined
  readonly PermissionsBoundaryPolicyInputList?: readonly string[] | undefined
  readonly PolicyExclusionList?: readonly PolicyIdentifier[] | undefined
  readonly ActionNames: readonly string[]
  readonly ResourceArns?: readonly string[] | undefined
  readonly ResourcePolicy?: string | undefined
  readonly ResourceOwner?: string | undefined
  readonly CallerArn?: string | undefined
  readonly ContextEntries?: readonly ContextEntry[] | undefined
  readonly ResourceHandlingOption?: string | undefined
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
}

export interface SourceRoleTemplate {
  readonly TemplateArn: string
  readonly TemplateMinorVersion: number
}

export interface Statement {
  readonly SourcePolicyId?: string | undefined
  readonly SourcePolicyType?: PolicySourceType | undefined
  readonly StartPosition?: Position | undefined
  readonly EndPosition?: Position | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface TagInstanceProfileRequest {
  readonly InstanceProfileName: string
  readonly Tags: readonly Tag[]
}

export interface TagMFADeviceRequest {
  readonly SerialNumber: string
  readonly Tags: readonly Tag[]
}

export interface TagOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string
  readonly Tags: readonly Tag[]
}

export interface TagPolicyRequest {
  readonly PolicyArn: string
  readonly Tags: readonly Tag[]
}

export interface TagRoleRequest {
  readonly RoleName: string
  readonly Tags: readonly Tag[]
}

export interface TagSAMLProviderRequest {
  readonly SAMLProviderArn: string
  readonly Tags: readonly Tag[]
}

export interface TagServerCertificateRequest {
  readonly ServerCertificateName: string
  readonly Tags: readonly Tag[]
}

export interface TagTemplate {
  readonly Key: string
  readonly Value: string
}

export interface TagUserRequest {
  readonly UserName: string
  readonly Tags: readonly Tag[]
}

export interface TrackedActionLastAccessed {
  readonly ActionName?: string | undefined
  readonly LastAccessedEntity?: string | undefined
  readonly LastAccessedTime?: number | undefined
  readonly LastAccessedRegion?: string | undefined
}

export interface UntagInstanceProfileRequest {
  readonly InstanceProfileName: string
  readonly TagKeys: readonly string[]
}

export interface UntagMFADeviceRequest {
  readonly SerialNumber: string
  readonly TagKeys: readonly string[]
}

export interface UntagOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string
  readonly TagKeys: readonly string[]
}

export interface UntagPolicyRequest {
  readonly PolicyArn: string
  readonly TagKeys: readonly string[]
}

export interface UntagRoleRequest {
  readonly RoleName: string
  readonly TagKeys: readonly string[]
}

export interface UntagSAMLProviderRequest {
  readonly SAMLProviderArn: string
  readonly TagKeys: readonly string[]
}

export interface UntagServerCertificateRequest {
  readonly ServerCertificateName: string
  readonly TagKeys: readonly string[]
}

export interface UntagUserRequest {
  readonly UserName: string
  readonly TagKeys: readonly string[]
}

export interface UpdateAccessKeyRequest {
  readonly UserName?: string | undefined
  readonly AccessKeyId: string
  readonly Status: StatusType
}

export interface UpdateAccountPasswordPolicyRequest {
  readonly MinimumPasswordLength?: number | undefined
  readonly RequireSymbols?: boolean | undefined
  readonly RequireNumbers?: boolean | undefined
  readonly RequireUppercaseCharacters?: boolean | undefined
  readonly RequireLowercaseCharacters?: boolean | undefined
  readonly AllowUsersToChangePassword?: boolean | undefined
  readonly MaxPasswordAge?: number | undefined
  readonly PasswordReusePrevention?: number | undefined
  readonly HardExpiry?: boolean | undefined
}

export interface UpdateAssumeRolePolicyRequest {
  readonly RoleName: string
  readonly PolicyDocument: string
}

export interface UpdateDelegationRequestRequest {
  readonly DelegationRequestId: string
  readonly Notes?: string | undefined
}

export interface UpdateGroupRequest {
  readonly GroupName: string
  readonly NewPath?: string | undefined
  readonly NewGroupName?: string | undefined
}

export interface UpdateLoginProfileRequest {
  readonly UserName: string
  readonly Password?: string | undefined
  readonly PasswordResetRequired?: boolean | undefined
}

export interface UpdateOpenIDConnectProviderThumbprintRequest {
  readonly OpenIDConnectProviderArn: string
  readonly ThumbprintList: readonly string[]
}

export interface UpdateRoleDescriptionRequest {
  readonly RoleName: string
  readonly Description: string
}

export interface UpdateRoleDescriptionResponse {
  readonly Role?: Role | undefined
}

export interface UpdateRoleRequest {
  readonly RoleName: string
  readonly Description?: string | undefined
  readonly MaxSessionDuration?: number | undefined
}

export type UpdateRoleResponse = { readonly [name: string]: never }

export interface UpdateSAMLProviderRequest {
  readonly SAMLMetadataDocument?: string | undefined
  readonly SAMLProviderArn: string
  readonly AssertionEncryptionMode?: AssertionEncryptionModeType | undefined
  readonly AddPrivateKey?: string | undefined
  readonly RemovePrivateKey?: string | undefined
}

export interface UpdateSAMLProviderResponse {
  readonly SAMLProviderArn?: string | undefined
}

export interface UpdateSSHPublicKeyRequest {
  readonly UserName: string
  readonly SSHPublicKeyId: string
  readonly Status: StatusType
}

export interface UpdateServerCertificateRequest {
  readonly ServerCertificateName: string
  readonly NewPath?: string | undefined
  readonly NewServerCertificateName?: string | undefined
}

export interface UpdateServiceSpecificCredentialRequest {
  readonly UserName?: string | undefined
  readonly ServiceSpecificCredentialId: string
  readonly Status: StatusType
}

export interface UpdateSigningCertificateRequest {
  readonly UserName?: string | undefined
  readonly CertificateId: string
  readonly Status: StatusType
}

export interface UpdateUserRequest {
  readonly UserName: string
  readonly NewPath?: string | undefined
  readonly NewUserName?: string | undefined
}

export interface UploadSSHPublicKeyRequest {
  readonly UserName: string
  readonly SSHPublicKeyBody: string
}

export interface UploadSSHPublicKeyResponse {
  readonly SSHPublicKey?: SSHPublicKey | undefined
}

export interface UploadServerCertificateRequest {
  readonly Path?: string | undefined
  readonly ServerCertificateName: string
  readonly CertificateBody: string
  readonly PrivateKey: string
  readonly CertificateChain?: string | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface UploadServerCertificateResponse {
  readonly ServerCertificateMetadata?: ServerCertificateMetadata | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface UploadSigningCertificateRequest {
  readonly UserName?: string | undefined
  readonly CertificateBody: string
}

export interface UploadSigningCertificateResponse {
  readonly Certificate: SigningCertificate
}

export interface User {
  readonly Path: string
  readonly UserName: string
  readonly UserId: string
  readonly Arn: string
  readonly CreateDate: number
  readonly PasswordLastUsed?: number | undefined
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface UserDetail {
  readonly Path?: string | undefined
  readonly UserName?: string | undefined
  readonly UserId?: string | undefined
  readonly Arn?: string | undefined
  readonly CreateDate?: number | undefined
  readonly UserPolicyList?: readonly PolicyDetail[] | undefined
  readonly GroupList?: readonly string[] | undefined
  readonly AttachedManagedPolicies?: readonly AttachedPolicy[] | undefined
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export interface VirtualMFADevice {
  readonly SerialNumber: string
  readonly Base32StringSeed?: Uint8Array | undefined
  readonly QRCodePNG?: Uint8Array | undefined
  readonly User?: User | undefined
  readonly EnableDate?: number | undefined
  readonly Tags?: readonly Tag[] | undefined
}

export type AssertionEncryptionModeType = 'Required' | 'Allowed'

export type AssignmentStatusType = 'Assigned' | 'Unassigned' | 'Any'

export type EncodingType = 'SSH' | 'PEM'

export type GlobalEndpointTokenVersion = 'v1Token' | 'v2Token'

export type JobStatusType = 'IN_PROGRESS' | 'COMPLETED' | 'FAILED'

export type ManagedByTypeType = 'Service'

export type ParameterTypeType = 'String' | 'StringList' | 'Number' | 'NumberList' | 'Arn' | 'ArnList'

export type PermissionCheckResultType = 'ALLOWED' | 'DENIED' | 'UNSURE'

export type PermissionCheckStatusType = 'COMPLETE' | 'IN_PROGRESS' | 'FAILED'

export type PolicyOwnerEntityType = 'USER' | 'ROLE' | 'GROUP'

export type PolicyScopeType = 'All' | 'AWS' | 'Local'

export type PolicyType = 'INLINE' | 'MANAGED'

export type SortKeyType =
  | 'SERVICE_NAMESPACE_ASCENDING'
  | 'SERVICE_NAMESPACE_DESCENDING'
  | 'LAST_AUTHENTICATED_TIME_ASCENDING'
  | 'LAST_AUTHENTICATED_TIME_DESCENDING'

export type StateType =
  'UNASSIGNED' | 'ASSIGNED' | 'PENDING_APPROVAL' | 'FINALIZED' | 'ACCEPTED' | 'REJECTED' | 'EXPIRED'

export type StatusType = 'Active' | 'Inactive' | 'Expired'

export type SummaryKeyType =
  | 'Users'
  | 'UsersQuota'
  | 'Groups'
  | 'GroupsQuota'
  | 'ServerCertificates'
  | 'ServerCertificatesQuota'
  | 'UserPolicySizeQuota'
  | 'GroupPolicySizeQuota'
  | 'GroupsPerUserQuota'
  | 'SigningCertificatesPerUserQuota'
  | 'AccessKeysPerUserQuota'
  | 'MFADevices'
  | 'MFADevicesInUse'
  | 'AccountMFAEnabled'
  | 'AccountAccessKeysPresent'
  | 'AccountPasswordPresent'
  | 'AccountSigningCertificatesPresent'
  | 'AttachedPoliciesPerGroupQuota'
  | 'AttachedPoliciesPerRoleQuota'
  | 'AttachedPoliciesPerUserQuota'
  | 'Policies'
  | 'PoliciesQuota'
  | 'PolicySizeQuota'
  | 'PolicyVersionsInUse'
  | 'PolicyVersionsInUseQuota'
  | 'VersionsPerPolicyQuota'
  | 'GlobalEndpointTokenVersion'
  | 'AssumeRolePolicySizeQuota'
  | 'InstanceProfiles'
  | 'InstanceProfilesQuota'
  | 'Providers'
  | 'RolePolicySizeQuota'
  | 'Roles'
  | 'RolesQuota'

export type SummaryStateType = 'AVAILABLE' | 'NOT_AVAILABLE' | 'NOT_SUPPORTED' | 'FAILED'

/** What each operation takes, returns and may refuse with, by its wire name. Times are milliseconds since the epoch. */
export interface IamOperations {
  AcceptDelegationRequest: {
    input: AcceptDelegationRequestRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'ConcurrentModification'
  }
  AcquireRole: {
    input: AcquireRoleRequest
    output: AcquireRoleResponse
    errors:
      | 'LimitExceeded'
      | 'InvalidInput'
      | 'EntityAlreadyExists'
      | 'RoleModified'
      | 'NameConflict'
      | 'MalformedPolicyDocument'
      | 'ConcurrentModification'
      | 'ServiceFailure'
      | 'NoSuchEntity'
      | 'RoleTemplateDisabled'
  }
  AddClientIDToOpenIDConnectProvider: {
    input: AddClientIDToOpenIDConnectProviderRequest
    output: undefined
    errors: 'ConcurrentModification' | 'InvalidInput' | 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  AddRoleToInstanceProfile: {
    input: AddRoleToInstanceProfileRequest
    output: undefined
    errors: 'NoSuchEntity' | 'EntityAlreadyExists' | 'LimitExceeded' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  AddUserToGroup: {
    input: AddUserToGroupRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  AssociateDelegationRequest: {
    input: AssociateDelegationRequestRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'ConcurrentModification' | 'InvalidInput'
  }
  AttachGroupPolicy: {
    input: AttachGroupPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'PolicyNotAttachable' | 'ServiceFailure'
  }
  AttachRolePolicy: {
    input: AttachRolePolicyRequest
    output: undefined
    errors:
      | 'NoSuchEntity'
      | 'LimitExceeded'
      | 'InvalidInput'
      | 'UnmodifiableEntity'
      | 'PolicyNotAttachable'
      | 'ServiceFailure'
  }
  AttachUserPolicy: {
    input: AttachUserPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'PolicyNotAttachable' | 'ServiceFailure'
  }
  ChangePassword: {
    input: ChangePasswordRequest
    output: undefined
    errors:
      | 'NoSuchEntity'
      | 'InvalidUserType'
      | 'LimitExceeded'
      | 'EntityTemporarilyUnmodifiable'
      | 'PasswordPolicyViolation'
      | 'ServiceFailure'
  }
  CreateAccessKey: {
    input: CreateAccessKeyRequest
    output: CreateAccessKeyResponse
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  CreateAccountAlias: {
    input: CreateAccountAliasRequest
    output: undefined
    errors: 'ConcurrentModification' | 'EntityAlreadyExists' | 'LimitExceeded' | 'ServiceFailure'
  }
  CreateDelegationRequest: {
    input: CreateDelegationRequestRequest
    output: CreateDelegationRequestResponse
    errors: 'EntityAlreadyExists' | 'ServiceFailure' | 'InvalidInput' | 'LimitExceeded' | 'ConcurrentModification'
  }
  CreateGroup: {
    input: CreateGroupRequest
    output: CreateGroupResponse
    errors: 'LimitExceeded' | 'EntityAlreadyExists' | 'NoSuchEntity' | 'ServiceFailure'
  }
  CreateInstanceProfile: {
    input: CreateInstanceProfileRequest
    output: CreateInstanceProfileResponse
    errors: 'EntityAlreadyExists' | 'InvalidInput' | 'LimitExceeded' | 'ConcurrentModification' | 'ServiceFailure'
  }
  CreateLoginProfile: {
    input: CreateLoginProfileRequest
    output: CreateLoginProfileResponse
    errors: 'EntityAlreadyExists' | 'NoSuchEntity' | 'PasswordPolicyViolation' | 'LimitExceeded' | 'ServiceFailure'
  }
  CreateOpenIDConnectProvider: {
    input: CreateOpenIDConnectProviderRequest
    output: CreateOpenIDConnectProviderResponse
    errors:
      | 'InvalidInput'
      | 'EntityAlreadyExists'
      | 'LimitExceeded'
      | 'ConcurrentModification'
      | 'ServiceFailure'
      | 'OpenIdIdpCommunicationError'
  }
  CreatePolicy: {
    input: CreatePolicyRequest
    output: CreatePolicyResponse
    errors:
      | 'InvalidInput'
      | 'LimitExceeded'
      | 'EntityAlreadyExists'
      | 'MalformedPolicyDocument'
      | 'ConcurrentModification'
      | 'ServiceFailure'
  }
  CreatePolicyVersion: {
    input: CreatePolicyVersionRequest
    output: CreatePolicyVersionResponse
    errors: 'NoSuchEntity' | 'MalformedPolicyDocument' | 'InvalidInput' | 'LimitExceeded' | 'ServiceFailure'
  }
  CreateRole: {
    input: CreateRoleRequest
    output: CreateRoleResponse
    errors:
      | 'LimitExceeded'
      | 'InvalidInput'
      | 'EntityAlreadyExists'
      | 'MalformedPolicyDocument'
      | 'ConcurrentModification'
      | 'ServiceFailure'
  }
  CreateSAMLProvider: {
    input: CreateSAMLProviderRequest
    output: CreateSAMLProviderResponse
    errors: 'InvalidInput' | 'EntityAlreadyExists' | 'LimitExceeded' | 'ConcurrentModification' | 'ServiceFailure'
  }
  CreateServiceLinkedRole: {
    input: CreateServiceLinkedRoleRequest
    output: CreateServiceLinkedRoleResponse
    errors: 'InvalidInput' | 'LimitExceeded' | 'NoSuchEntity' | 'ServiceFailure'
  }
  CreateServiceSpecificCredential: {
    input: CreateServiceSpecificCredentialRequest
    output: CreateServiceSpecificCredentialResponse
    errors: 'LimitExceeded' | 'NoSuchEntity' | 'NotSupportedService'
  }
  CreateUser: {
    input: CreateUserRequest
    output: CreateUserResponse
    errors:
      | 'LimitExceeded'
      | 'EntityAlreadyExists'
      | 'NoSuchEntity'
      | 'InvalidInput'
      | 'ConcurrentModification'
      | 'ServiceFailure'
  }
  CreateVirtualMFADevice: {
    input: CreateVirtualMFADeviceRequest
    output: CreateVirtualMFADeviceResponse
    errors: 'LimitExceeded' | 'InvalidInput' | 'EntityAlreadyExists' | 'ConcurrentModification' | 'ServiceFailure'
  }
  DeactivateMFADevice: {
    input: DeactivateMFADeviceRequest
    output: undefined
    errors:
      'EntityTemporarilyUnmodifiable' | 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure' | 'ConcurrentModification'
  }
  DeleteAccessKey: {
    input: DeleteAccessKeyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteAccountAlias: {
    input: DeleteAccountAliasRequest
    output: undefined
    errors: 'ConcurrentModification' | 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteAccountPasswordPolicy: {
    input: { readonly [name: string]: never }
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteGroup: {
    input: DeleteGroupRequest
    output: undefined
    errors: 'NoSuchEntity' | 'DeleteConflict' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteGroupPolicy: {
    input: DeleteGroupPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteInstanceProfile: {
    input: DeleteInstanceProfileRequest
    output: undefined
    errors: 'NoSuchEntity' | 'DeleteConflict' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteLoginProfile: {
    input: DeleteLoginProfileRequest
    output: undefined
    errors: 'EntityTemporarilyUnmodifiable' | 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteOpenIDConnectProvider: {
    input: DeleteOpenIDConnectProviderRequest
    output: undefined
    errors: 'InvalidInput' | 'NoSuchEntity' | 'ServiceFailure'
  }
  DeletePolicy: {
    input: DeletePolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'DeleteConflict' | 'ServiceFailure'
  }
  DeletePolicyVersion: {
    input: DeletePolicyVersionRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'DeleteConflict' | 'ServiceFailure'
  }
  DeleteRole: {
    input: DeleteRoleRequest
    output: undefined
    errors:
      | 'NoSuchEntity'
      | 'DeleteConflict'
      | 'LimitExceeded'
      | 'UnmodifiableEntity'
      | 'ConcurrentModification'
      | 'ServiceFailure'
  }
  DeleteRolePermissionsBoundary: {
    input: DeleteRolePermissionsBoundaryRequest
    output: undefined
    errors: 'NoSuchEntity' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  DeleteRolePolicy: {
    input: DeleteRolePolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  DeleteSAMLProvider: {
    input: DeleteSAMLProviderRequest
    output: undefined
    errors: 'InvalidInput' | 'LimitExceeded' | 'NoSuchEntity' | 'ServiceFailure'
  }
  DeleteSSHPublicKey: {
    input: DeleteSSHPublicKeyRequest
    output: undefined
    errors: 'NoSuchEntity'
  }
  DeleteServerCertificate: {
    input: DeleteServerCertificateRequest
    output: undefined
    errors: 'NoSuchEntity' | 'DeleteConflict' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteServiceLinkedRole: {
    input: DeleteServiceLinkedRoleRequest
    output: DeleteServiceLinkedRoleResponse
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteServiceSpecificCredential: {
    input: DeleteServiceSpecificCredentialRequest
    output: undefined
    errors: 'NoSuchEntity'
  }
  DeleteSigningCertificate: {
    input: DeleteSigningCertificateRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ConcurrentModification' | 'ServiceFailure'
  }
  DeleteUser: {
    input: DeleteUserRequest
    output: undefined
    errors: 'LimitExceeded' | 'NoSuchEntity' | 'DeleteConflict' | 'ConcurrentModification' | 'ServiceFailure'
  }
  DeleteUserPermissionsBoundary: {
    input: DeleteUserPermissionsBoundaryRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  DeleteUserPolicy: {
    input: DeleteUserPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  DeleteVirtualMFADevice: {
    input: DeleteVirtualMFADeviceRequest
    output: undefined
    errors: 'NoSuchEntity' | 'DeleteConflict' | 'LimitExceeded' | 'ServiceFailure' | 'ConcurrentModification'
  }
  DetachGroupPolicy: {
    input: DetachGroupPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'ServiceFailure'
  }
  DetachRolePolicy: {
    input: DetachRolePolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  DetachUserPolicy: {
    input: DetachUserPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'ServiceFailure'
  }
  DisableOrganizationsRootCredentialsManagement: {
    input: DisableOrganizationsRootCredentialsManagementRequest
    output: DisableOrganizationsRootCredentialsManagementResponse
    errors:
      | 'ServiceAccessNotEnabledException'
      | 'AccountNotManagementOrDelegatedAdministratorException'
      | 'OrganizationNotFoundException'
      | 'OrganizationNotInAllFeaturesModeException'
  }
  DisableOrganizationsRootSessions: {
    input: DisableOrganizationsRootSessionsRequest
    output: DisableOrganizationsRootSessionsResponse
    errors:
      | 'ServiceAccessNotEnabledException'
      | 'AccountNotManagementOrDelegatedAdministratorException'
      | 'OrganizationNotFoundException'
      | 'OrganizationNotInAllFeaturesModeException'
  }
  DisableOutboundWebIdentityFederation: {
    input: { readonly [name: string]: never }
    output: undefined
    errors: 'FeatureDisabled'
  }
  EnableMFADevice: {
    input: EnableMFADeviceRequest
    output: undefined
    errors:
      | 'EntityAlreadyExists'
      | 'EntityTemporarilyUnmodifiable'
      | 'InvalidAuthenticationCode'
      | 'LimitExceeded'
      | 'NoSuchEntity'
      | 'ServiceFailure'
      | 'ConcurrentModification'
  }
  EnableOrganizationsRootCredentialsManagement: {
    input: EnableOrganizationsRootCredentialsManagementRequest
    output: EnableOrganizationsRootCredentialsManagementResponse
    errors:
      | 'ServiceAccessNotEnabledException'
      | 'AccountNotManagementOrDelegatedAdministratorException'
      | 'OrganizationNotFoundException'
      | 'OrganizationNotInAllFeaturesModeException'
      | 'CallerIsNotManagementAccountException'
  }
  EnableOrganizationsRootSessions: {
    input: EnableOrganizationsRootSessionsRequest
    output: EnableOrganizationsRootSessionsResponse
    errors:
      | 'ServiceAccessNotEnabledException'
      | 'AccountNotManagementOrDelegatedAdministratorException'
      | 'OrganizationNotFoundException'
      | 'OrganizationNotInAllFeaturesModeException'
      | 'CallerIsNotManagementAccountException'
  }
  EnableOutboundWebIdentityFederation: {
    input: { readonly [name: string]: never }
    output: EnableOutboundWebIdentityFederationResponse
    errors: 'FeatureEnabled'
  }
  GenerateCredentialReport: {
    input: { readonly [name: string]: never }
    output: GenerateCredentialReportResponse
    errors: 'LimitExceeded' | 'ServiceFailure'
  }
  GenerateOrganizationsAccessReport: {
    input: GenerateOrganizationsAccessReportRequest
    output: GenerateOrganizationsAccessReportResponse
    errors: 'ReportGenerationLimitExceeded'
  }
  GenerateServiceLastAccessedDetails: {
    input: GenerateServiceLastAccessedDetailsRequest
    output: GenerateServiceLastAccessedDetailsResponse
    errors: 'NoSuchEntity' | 'InvalidInput'
  }
  GetAccessKeyLastUsed: {
    input: GetAccessKeyLastUsedRequest
    output: GetAccessKeyLastUsedResponse
    errors: never
  }
  GetAccountAuthorizationDetails: {
    input: GetAccountAuthorizationDetailsRequest
    output: GetAccountAuthorizationDetailsResponse
    errors: 'ServiceFailure'
  }
  GetAccountPasswordPolicy: {
    input: { readonly [name: string]: never }
    output: GetAccountPasswordPolicyResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetAccountProperties: {
    input: GetAccountPropertiesRequest
    output: GetAccountPropertiesResponse
    errors: 'InvalidInput' | 'ServiceFailure'
  }
  GetAccountSummary: {
    input: { readonly [name: string]: never }
    output: GetAccountSummaryResponse
    errors: 'ServiceFailure'
  }
  GetContextKeysForCustomPolicy: {
    input: GetContextKeysForCustomPolicyRequest
    output: GetContextKeysForPolicyResponse
    errors: 'InvalidInput'
  }
  GetContextKeysForPrincipalPolicy: {
    input: GetContextKeysForPrincipalPolicyRequest
    output: GetContextKeysForPolicyResponse
    errors: 'NoSuchEntity' | 'InvalidInput'
  }
  GetCredentialReport: {
    input: { readonly [name: string]: never }
    output: GetCredentialReportResponse
    errors: 'ReportNotPresent' | 'ReportExpired' | 'ReportInProgress' | 'ServiceFailure'
  }
  GetDelegationRequest: {
    input: GetDelegationRequestRequest
    output: GetDelegationRequestResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetGroup: {
    input: GetGroupRequest
    output: GetGroupResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetGroupPolicy: {
    input: GetGroupPolicyRequest
    output: GetGroupPolicyResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetHumanReadableSummary: {
    input: GetHumanReadableSummaryRequest
    output: GetHumanReadableSummaryResponse
    errors: 'InvalidInput' | 'NoSuchEntity' | 'ServiceFailure'
  }
  GetInstanceProfile: {
    input: GetInstanceProfileRequest
    output: GetInstanceProfileResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetLoginProfile: {
    input: GetLoginProfileRequest
    output: GetLoginProfileResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetMFADevice: {
    input: GetMFADeviceRequest
    output: GetMFADeviceResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetOpenIDConnectProvider: {
    input: GetOpenIDConnectProviderRequest
    output: GetOpenIDConnectProviderResponse
    errors: 'InvalidInput' | 'NoSuchEntity' | 'ServiceFailure'
  }
  GetOrganizationsAccessReport: {
    input: GetOrganizationsAccessReportRequest
    output: GetOrganizationsAccessReportResponse
    errors: 'NoSuchEntity'
  }
  GetOutboundWebIdentityFederationInfo: {
    input: { readonly [name: string]: never }
    output: GetOutboundWebIdentityFederationInfoResponse
    errors: 'FeatureDisabled'
  }
  GetPolicy: {
    input: GetPolicyRequest
    output: GetPolicyResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  GetPolicyVersion: {
    input: GetPolicyVersionRequest
    output: GetPolicyVersionResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  GetRole: {
    input: GetRoleRequest
    output: GetRoleResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetRolePolicy: {
    input: GetRolePolicyRequest
    output: GetRolePolicyResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetRoleTemplateVersion: {
    input: GetRoleTemplateVersionRequest
    output: GetRoleTemplateVersionResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  GetSAMLProvider: {
    input: GetSAMLProviderRequest
    output: GetSAMLProviderResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  GetSSHPublicKey: {
    input: GetSSHPublicKeyRequest
    output: GetSSHPublicKeyResponse
    errors: 'NoSuchEntity' | 'UnrecognizedPublicKeyEncoding'
  }
  GetServerCertificate: {
    input: GetServerCertificateRequest
    output: GetServerCertificateResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetServiceLastAccessedDetails: {
    input: GetServiceLastAccessedDetailsRequest
    output: GetServiceLastAccessedDetailsResponse
    errors: 'NoSuchEntity' | 'InvalidInput'
  }
  GetServiceLastAccessedDetailsWithEntities: {
    input: GetServiceLastAccessedDetailsWithEntitiesRequest
    output: GetServiceLastAccessedDetailsWithEntitiesResponse
    errors: 'NoSuchEntity' | 'InvalidInput'
  }
  GetServiceLinkedRoleDeletionStatus: {
    input: GetServiceLinkedRoleDeletionStatusRequest
    output: GetServiceLinkedRoleDeletionStatusResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  GetUser: {
    input: GetUserRequest
    output: GetUserResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  GetUserPolicy: {
    input: GetUserPolicyRequest
    output: GetUserPolicyResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListAccessKeys: {
    input: ListAccessKeysRequest
    output: ListAccessKeysResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListAccountAliases: {
    input: ListAccountAliasesRequest
    output: ListAccountAliasesResponse
    errors: 'ServiceFailure'
  }
  ListAttachedGroupPolicies: {
    input: ListAttachedGroupPoliciesRequest
    output: ListAttachedGroupPoliciesResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  ListAttachedRolePolicies: {
    input: ListAttachedRolePoliciesRequest
    output: ListAttachedRolePoliciesResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  ListAttachedUserPolicies: {
    input: ListAttachedUserPoliciesRequest
    output: ListAttachedUserPoliciesResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  ListDelegationRequests: {
    input: ListDelegationRequestsRequest
    output: ListDelegationRequestsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'InvalidInput'
  }
  ListEntitiesForPolicy: {
    input: ListEntitiesForPolicyRequest
    output: ListEntitiesForPolicyResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  ListGroupPolicies: {
    input: ListGroupPoliciesRequest
    output: ListGroupPoliciesResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListGroups: {
    input: ListGroupsRequest
    output: ListGroupsResponse
    errors: 'ServiceFailure'
  }
  ListGroupsForUser: {
    input: ListGroupsForUserRequest
    output: ListGroupsForUserResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListInstanceProfileTags: {
    input: ListInstanceProfileTagsRequest
    output: ListInstanceProfileTagsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListInstanceProfiles: {
    input: ListInstanceProfilesRequest
    output: ListInstanceProfilesResponse
    errors: 'ServiceFailure'
  }
  ListInstanceProfilesForRole: {
    input: ListInstanceProfilesForRoleRequest
    output: ListInstanceProfilesForRoleResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListMFADeviceTags: {
    input: ListMFADeviceTagsRequest
    output: ListMFADeviceTagsResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  ListMFADevices: {
    input: ListMFADevicesRequest
    output: ListMFADevicesResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListOpenIDConnectProviderTags: {
    input: ListOpenIDConnectProviderTagsRequest
    output: ListOpenIDConnectProviderTagsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'InvalidInput'
  }
  ListOpenIDConnectProviders: {
    input: ListOpenIDConnectProvidersRequest
    output: ListOpenIDConnectProvidersResponse
    errors: 'ServiceFailure'
  }
  ListOrganizationsFeatures: {
    input: ListOrganizationsFeaturesRequest
    output: ListOrganizationsFeaturesResponse
    errors:
      | 'ServiceAccessNotEnabledException'
      | 'AccountNotManagementOrDelegatedAdministratorException'
      | 'OrganizationNotFoundException'
      | 'OrganizationNotInAllFeaturesModeException'
  }
  ListPolicies: {
    input: ListPoliciesRequest
    output: ListPoliciesResponse
    errors: 'ServiceFailure'
  }
  ListPoliciesGrantingServiceAccess: {
    input: ListPoliciesGrantingServiceAccessRequest
    output: ListPoliciesGrantingServiceAccessResponse
    errors: 'NoSuchEntity' | 'InvalidInput'
  }
  ListPolicyTags: {
    input: ListPolicyTagsRequest
    output: ListPolicyTagsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'InvalidInput'
  }
  ListPolicyVersions: {
    input: ListPolicyVersionsRequest
    output: ListPolicyVersionsResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ServiceFailure'
  }
  ListRolePolicies: {
    input: ListRolePoliciesRequest
    output: ListRolePoliciesResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListRoleTags: {
    input: ListRoleTagsRequest
    output: ListRoleTagsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListRoles: {
    input: ListRolesRequest
    output: ListRolesResponse
    errors: 'ServiceFailure'
  }
  ListSAMLProviderTags: {
    input: ListSAMLProviderTagsRequest
    output: ListSAMLProviderTagsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'InvalidInput'
  }
  ListSAMLProviders: {
    input: ListSAMLProvidersRequest
    output: ListSAMLProvidersResponse
    errors: 'ServiceFailure'
  }
  ListSSHPublicKeys: {
    input: ListSSHPublicKeysRequest
    output: ListSSHPublicKeysResponse
    errors: 'NoSuchEntity'
  }
  ListServerCertificateTags: {
    input: ListServerCertificateTagsRequest
    output: ListServerCertificateTagsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListServerCertificates: {
    input: ListServerCertificatesRequest
    output: ListServerCertificatesResponse
    errors: 'ServiceFailure'
  }
  ListServiceSpecificCredentials: {
    input: ListServiceSpecificCredentialsRequest
    output: ListServiceSpecificCredentialsResponse
    errors: 'NoSuchEntity' | 'NotSupportedService'
  }
  ListSigningCertificates: {
    input: ListSigningCertificatesRequest
    output: ListSigningCertificatesResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListUserPolicies: {
    input: ListUserPoliciesRequest
    output: ListUserPoliciesResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListUserTags: {
    input: ListUserTagsRequest
    output: ListUserTagsResponse
    errors: 'NoSuchEntity' | 'ServiceFailure'
  }
  ListUsers: {
    input: ListUsersRequest
    output: ListUsersResponse
    errors: 'ServiceFailure'
  }
  ListVirtualMFADevices: {
    input: ListVirtualMFADevicesRequest
    output: ListVirtualMFADevicesResponse
    errors: never
  }
  PutAccountProperties: {
    input: PutAccountPropertiesRequest
    output: PutAccountPropertiesResponse
    errors: 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  PutGroupPolicy: {
    input: PutGroupPolicyRequest
    output: undefined
    errors: 'LimitExceeded' | 'MalformedPolicyDocument' | 'NoSuchEntity' | 'ServiceFailure'
  }
  PutRolePermissionsBoundary: {
    input: PutRolePermissionsBoundaryRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'UnmodifiableEntity' | 'PolicyNotAttachable' | 'ServiceFailure'
  }
  PutRolePolicy: {
    input: PutRolePolicyRequest
    output: undefined
    errors: 'LimitExceeded' | 'MalformedPolicyDocument' | 'NoSuchEntity' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  PutUserPermissionsBoundary: {
    input: PutUserPermissionsBoundaryRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'PolicyNotAttachable' | 'ServiceFailure'
  }
  PutUserPolicy: {
    input: PutUserPolicyRequest
    output: undefined
    errors: 'LimitExceeded' | 'MalformedPolicyDocument' | 'NoSuchEntity' | 'ServiceFailure'
  }
  RejectDelegationRequest: {
    input: RejectDelegationRequestRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'ConcurrentModification' | 'InvalidInput'
  }
  RemoveClientIDFromOpenIDConnectProvider: {
    input: RemoveClientIDFromOpenIDConnectProviderRequest
    output: undefined
    errors: 'ConcurrentModification' | 'InvalidInput' | 'NoSuchEntity' | 'ServiceFailure'
  }
  RemoveRoleFromInstanceProfile: {
    input: RemoveRoleFromInstanceProfileRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  RemoveUserFromGroup: {
    input: RemoveUserFromGroupRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure'
  }
  ResetServiceSpecificCredential: {
    input: ResetServiceSpecificCredentialRequest
    output: ResetServiceSpecificCredentialResponse
    errors: 'NoSuchEntity'
  }
  ResyncMFADevice: {
    input: ResyncMFADeviceRequest
    output: undefined
    errors: 'InvalidAuthenticationCode' | 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure' | 'ConcurrentModification'
  }
  SendDelegationToken: {
    input: SendDelegationTokenRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'ConcurrentModification' | 'InvalidInput'
  }
  SetDefaultPolicyVersion: {
    input: SetDefaultPolicyVersionRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'LimitExceeded' | 'ServiceFailure'
  }
  SetSecurityTokenServicePreferences: {
    input: SetSecurityTokenServicePreferencesRequest
    output: undefined
    errors: 'ServiceFailure'
  }
  SimulateCustomPolicy: {
    input: SimulateCustomPolicyRequest
    output: SimulatePolicyResponse
    errors: 'InvalidInput' | 'PolicyEvaluation'
  }
  SimulatePrincipalPolicy: {
    input: SimulatePrincipalPolicyRequest
    output: SimulatePolicyResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'PolicyEvaluation'
  }
  TagInstanceProfile: {
    input: TagInstanceProfileRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'LimitExceeded' | 'ConcurrentModification' | 'ServiceFailure'
  }
  TagMFADevice: {
    input: TagMFADeviceRequest
    output: undefined
    errors: 'InvalidInput' | 'NoSuchEntity' | 'LimitExceeded' | 'ConcurrentModification' | 'ServiceFailure'
  }
  TagOpenIDConnectProvider: {
    input: TagOpenIDConnectProviderRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  TagPolicy: {
    input: TagPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  TagRole: {
    input: TagRoleRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  TagSAMLProvider: {
    input: TagSAMLProviderRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  TagServerCertificate: {
    input: TagServerCertificateRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'LimitExceeded' | 'ConcurrentModification' | 'ServiceFailure'
  }
  TagUser: {
    input: TagUserRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagInstanceProfile: {
    input: UntagInstanceProfileRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagMFADevice: {
    input: UntagMFADeviceRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagOpenIDConnectProvider: {
    input: UntagOpenIDConnectProviderRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagPolicy: {
    input: UntagPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagRole: {
    input: UntagRoleRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagSAMLProvider: {
    input: UntagSAMLProviderRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagServerCertificate: {
    input: UntagServerCertificateRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UntagUser: {
    input: UntagUserRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ConcurrentModification' | 'ServiceFailure'
  }
  UpdateAccessKey: {
    input: UpdateAccessKeyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure' | 'InvalidInput'
  }
  UpdateAccountPasswordPolicy: {
    input: UpdateAccountPasswordPolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'MalformedPolicyDocument' | 'LimitExceeded' | 'ServiceFailure'
  }
  UpdateAssumeRolePolicy: {
    input: UpdateAssumeRolePolicyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'MalformedPolicyDocument' | 'LimitExceeded' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  UpdateDelegationRequest: {
    input: UpdateDelegationRequestRequest
    output: undefined
    errors: 'NoSuchEntity' | 'ServiceFailure' | 'ConcurrentModification' | 'InvalidInput'
  }
  UpdateGroup: {
    input: UpdateGroupRequest
    output: undefined
    errors: 'NoSuchEntity' | 'EntityAlreadyExists' | 'LimitExceeded' | 'ServiceFailure'
  }
  UpdateLoginProfile: {
    input: UpdateLoginProfileRequest
    output: undefined
    errors:
      'EntityTemporarilyUnmodifiable' | 'NoSuchEntity' | 'PasswordPolicyViolation' | 'LimitExceeded' | 'ServiceFailure'
  }
  UpdateOpenIDConnectProviderThumbprint: {
    input: UpdateOpenIDConnectProviderThumbprintRequest
    output: undefined
    errors: 'ConcurrentModification' | 'InvalidInput' | 'NoSuchEntity' | 'ServiceFailure'
  }
  UpdateRole: {
    input: UpdateRoleRequest
    output: UpdateRoleResponse
    errors: 'UnmodifiableEntity' | 'NoSuchEntity' | 'ServiceFailure'
  }
  UpdateRoleDescription: {
    input: UpdateRoleDescriptionRequest
    output: UpdateRoleDescriptionResponse
    errors: 'NoSuchEntity' | 'UnmodifiableEntity' | 'ServiceFailure'
  }
  UpdateSAMLProvider: {
    input: UpdateSAMLProviderRequest
    output: UpdateSAMLProviderResponse
    errors: 'NoSuchEntity' | 'InvalidInput' | 'LimitExceeded' | 'ServiceFailure' | 'ConcurrentModification'
  }
  UpdateSSHPublicKey: {
    input: UpdateSSHPublicKeyRequest
    output: undefined
    errors: 'NoSuchEntity' | 'InvalidInput'
  }
  UpdateServerCertificate: {
    input: UpdateServerCertificateRequest
    output: undefined
    errors: 'NoSuchEntity' | 'EntityAlreadyExists' | 'LimitExceeded' | 'ServiceFailure'
  }
  UpdateServiceSpecificCredential: {
    input: UpdateServiceSpecificCredentialRequest
    output: undefined
    errors: 'NoSuchEntity'
  }
  UpdateSigningCertificate: {
    input: UpdateSigningCertificateRequest
    output: undefined
    errors: 'NoSuchEntity' | 'LimitExceeded' | 'ServiceFailure' | 'InvalidInput'
  }
  UpdateUser: {
    input: UpdateUserRequest
    output: undefined
    errors:
      | 'NoSuchEntity'
      | 'LimitExceeded'
      | 'EntityAlreadyExists'
      | 'EntityTemporarilyUnmodifiable'
      | 'ConcurrentModification'
      | 'ServiceFailure'
  }
  UploadSSHPublicKey: {
    input: UploadSSHPublicKeyRequest
    output: UploadSSHPublicKeyResponse
    errors:
      'LimitExceeded' | 'NoSuchEntity' | 'InvalidPublicKey' | 'DuplicateSSHPublicKey' | 'UnrecognizedPublicKeyEncoding'
  }
  UploadServerCertificate: {
    input: UploadServerCertificateRequest
    output: UploadServerCertificateResponse
    errors:
      | 'LimitExceeded'
      | 'InvalidInput'
      | 'EntityAlreadyExists'
      | 'MalformedCertificate'
      | 'KeyPairMismatch'
      | 'ConcurrentModification'
      | 'ServiceFailure'
  }
  UploadSigningCertificate: {
    input: UploadSigningCertificateRequest
    output: UploadSigningCertificateResponse
    errors:
      | 'LimitExceeded'
      | 'EntityAlreadyExists'
      | 'MalformedCertificate'
      | 'InvalidCertificate'
      | 'DuplicateCertificate'
      | 'NoSuchEntity'
      | 'ConcurrentModification'
      | 'ServiceFailure'
  }
}
