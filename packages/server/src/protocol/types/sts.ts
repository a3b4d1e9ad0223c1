// Written by tools/import-model.ts from the API model in packages/server/model. Change the model or the tool, not this file.

export interface AssumeRoleRequest {
  readonly RoleArn: string
  readonly RoleSessionName: string
  readonly PolicyArns?: readonly PolicyDescriptorType[] | undefined
  readonly Policy?: string | undefined
  readonly DurationSeconds?: number | undefined
  readonly Tags?: readonly Tag[] | undefined
  readonly TransitiveTagKeys?: readonly string[] | undefined
  readonly ExternalId?: string | undefined
  readonly SerialNumber?: string | undefined
  readonly TokenCode?: string | undefined
  readonly SourceIdentity?: string | undefined
  readonly ProvidedContexts?: readonly ProvidedContext[] | undefined
  readonly MinimumSessionTokenSize?: number | undefined
}

export interface AssumeRoleResponse {
  readonly Credentials?: Credentials | undefined
  readonly AssumedRoleUser?: AssumedRoleUser | undefined
  readonly PackedPolicySize?: number | undefined
  readonly SourceIdentity?: string | undefined
  readonly SessionTokenUtilization?: number | undefined
  readonly SessionTokenSize?: number | undefined
}

export interface AssumeRoleWithSAMLRequest {
  readonly RoleArn: string
  readonly PrincipalArn: string
  readonly SAMLAssertion: string
  readonly PolicyArns?: readonly PolicyDescriptorType[] | undefined
  readonly Policy?: string | undefined
  readonly DurationSeconds?: number | undefined
  readonly MinimumSessionTokenSize?: number | undefined
}

export interface AssumeRoleWithSAMLResponse {
  readonly Credentials?: Credentials | undefined
  readonly AssumedRoleUser?: AssumedRoleUser | undefined
  readonly PackedPolicySize?: number | undefined
  readonly Subject?: string | undefined
  readonly SubjectType?: string | undefined
  readonly Issuer?: string | undefined
  readonly Audience?: string | undefined
  readonly NameQualifier?: string | undefined
  readonly SourceIdentity?: string | undefined
  readonly SessionTokenUtilization?: number | undefined
  readonly SessionTokenSize?: number | undefined
}

export interface AssumeRoleWithWebIdentityRequest {
  readonly RoleArn: string
  readonly RoleSessionName: string
  readonly WebIdentityToken: string
  readonly ProviderId?: string | undefined
  readonly PolicyArns?: readonly PolicyDescriptorType[] | undefined
  readonly Policy?: string | undefined
  readonly DurationSeconds?: number | undefined
  readonly MinimumSessionTokenSize?: number | undefined
}

export interface AssumeRoleWithWebIdentityResponse {
  readonly Credentials?: Credentials | undefined
  readonly SubjectFromWebIdentityToken?: string | undefined
  readonly AssumedRoleUser?: AssumedRoleUser | undefined
  readonly PackedPolicySize?: number | undefined
  readonly Provider?: string | undefined
  readonly Audience?: string | undefined
  readonly SourceIdentity?: string | undefined
  readonly SessionTokenUtilization?: number | undefined
  readonly SessionTokenSize?: number | undefined
}

export interface AssumeRootRequest {
  readonly TargetPrincipal: string
  readonly TaskPolicyArn: PolicyDescriptorType
  readonly DurationSeconds?: number | undefined
  readonly MinimumSessionTokenSize?: number | undefined
}

export interface AssumeRootResponse {
  readonly Credentials?: Credentials | undefined
  readonly SourceIdentity?: string | undefined
  readonly SessionTokenUtilization?: number | undefined
  readonly SessionTokenSize?: number | undefined
}

export interface AssumedRoleUser {
  readonly AssumedRoleId: string
  readonly Arn: string
}

export interface Credentials {
  readonly AccessKeyId: string
  readonly SecretAccessKey: string
  readonly SessionToken: string
  readonly Expiration: number
}

export interface DecodeAuthorizationMessageRequest {
  readonly EncodedMessage: string
}

export interface DecodeAuthorizationMessageResponse {
  readonly DecodedMessage?: string | undefined
}

export interface FederatedUser {
  readonly FederatedUserId: string
  readonly Arn: string
}

export interface GetAccessKeyInfoRequest {
  readonly AccessKeyId: string
}

export interface GetAccessKeyInfoResponse {
  readonly Account?: string | undefined
}

export type GetCallerIdentityRequest = { readonly [name: string]: never }

export interface GetCallerIdentityResponse {
  readonly UserId?: string | undefined
  readonly Account?: string | undefined
  readonly Arn?: string | undefined
}

export interface GetDelegatedAccessTokenRequest {
  readonly TradeInToken: string
}

export interface GetDelegatedAccessTokenResponse {
  readonly Credentials?: Credentials | undefined
  readonly PackedPolicySize?: number | undefined
  readonly AssumedPrincipal?: string | undefined
}

export interface GetFederationTokenRequest {
  readonly Name: string
  readonly Policy?: string | undefined
  readonly PolicyArns?: readonly PolicyDescriptorType[] | undefined
  readonly DurationSeconds?: number | undefined
  readonly Tags?: readonly Tag[] | undefined
  readonly MinimumSessionTokenSize?: number | undefined
}

export interface GetFederationTokenResponse {
  readonly Credentials?: Credentials | undefined
  readonly FederatedUser?: FederatedUser | undefined
  readonly PackedPolicySize?: number | undefined
  readonly SessionTokenUtilization?: number | undefined
  readonly SessionTokenSize?: number | undefined
}

export interface GetSessionTokenRequest {
  readonly DurationSeconds?: number | undefined
  readonly SerialNumber?: string | undefined
  readonly TokenCode?: string | undefined
  readonly MinimumSessionTokenSize?: number | undefined
}

export interface GetSessionTokenResponse {
  readonly Credentials?: Credentials | undefined
  readonly SessionTokenUtilization?: number | undefined
  readonly SessionTokenSize?: number | undefined
}

export interface GetWebIdentityTokenRequest {
  readonly Audience: readonly string[]
  readonly DurationSeconds?: number | undefined
  readonly SigningAlgorithm: string
  readonly Tags?: readonly Tag[] | undefined
}

export interface GetWebIdentityTokenResponse {
  readonly WebIdentityToken?: string | undefined
  readonly Expiration?: number | undefined
}

export interface PolicyDescriptorType {
  readonly arn?: string | undefined
}

export interface ProvidedContext {
  readonly ProviderArn?: string | undefined
  readonly ContextAssertion?: string | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

/** What each operation takes, returns and may refuse with, by its wire name. Times are milliseconds since the epoch. */
export interface StsOperations {
  AssumeRole: {
    input: AssumeRoleRequest
    output: AssumeRoleResponse
    errors: 'MalformedPolicyDocument' | 'PackedPolicyTooLarge' | 'RegionDisabledException' | 'ExpiredTokenException'
  }
  AssumeRoleWithSAML: {
    input: AssumeRoleWithSAMLRequest
    output: AssumeRoleWithSAMLResponse
    errors:
      | 'MalformedPolicyDocument'
      | 'PackedPolicyTooLarge'
      | 'IDPRejectedClaim'
      | 'InvalidIdentityToken'
      | 'ExpiredTokenException'
      | 'RegionDisabledException'
  }
  AssumeRoleWithWebIdentity: {
    input: AssumeRoleWithWebIdentityRequest
    output: AssumeRoleWithWebIdentityResponse
    errors:
      | 'MalformedPolicyDocument'
      | 'PackedPolicyTooLarge'
      | 'IDPRejectedClaim'
      | 'IDPCommunicationError'
      | 'InvalidIdentityToken'
      | 'ExpiredTokenException'
      | 'RegionDisabledException'
  }
  AssumeRoot: {
    input: AssumeRootRequest
    output: AssumeRootResponse
    errors: 'RegionDisabledException' | 'ExpiredTokenException'
  }
  DecodeAuthorizationMessage: {
    input: DecodeAuthorizationMessageRequest
    output: DecodeAuthorizationMessageResponse
    errors: 'InvalidAuthorizationMessageException'
  }
  GetAccessKeyInfo: {
    input: GetAccessKeyInfoRequest
    output: GetAccessKeyInfoResponse
    errors: never
  }
  GetCallerIdentity: {
    input: GetCallerIdentityRequest
    output: GetCallerIdentityResponse
    errors: never
  }
  GetDelegatedAccessToken: {
    input: GetDelegatedAccessTokenRequest
    output: GetDelegatedAccessTokenResponse
    errors: 'ExpiredTradeInTokenException' | 'RegionDisabledException' | 'PackedPolicyTooLarge'
  }
  GetFederationToken: {
    input: GetFederationTokenRequest
    output: GetFederationTokenResponse
    errors: 'MalformedPolicyDocument' | 'PackedPolicyTooLarge' | 'RegionDisabledException'
  }
  GetSessionToken: {
    input: GetSessionTokenRequest
    output: GetSessionTokenResponse
    errors: 'RegionDisabledException'
  }
  GetWebIdentityToken: {
    input: GetWebIdentityTokenRequest
    output: GetWebIdentityTokenResponse
    errors:
      | 'SessionDurationEscalationException'
      | 'OutboundWebIdentityFederationDisabledException'
      | 'JWTPayloadSizeExceededException'
  }
}
