// Written by tools/import-model.ts from the API model in packages/server/model. Change the model or the tool, not this file.

export interface Access {
  readonly actions?: readonly string[] | undefined
  readonly resources?: readonly string[] | undefined
}

export type AccessCheckPolicyType = 'IDENTITY_POLICY' | 'RESOURCE_POLICY'

export type AccessCheckResourceType =
  | 'AWS::DynamoDB::Table'
  | 'AWS::DynamoDB::Stream'
  | 'AWS::EFS::FileSystem'
  | 'AWS::OpenSearchService::Domain'
  | 'AWS::Kinesis::Stream'
  | 'AWS::Kinesis::StreamConsumer'
  | 'AWS::KMS::Key'
  | 'AWS::Lambda::Function'
  | 'AWS::S3::Bucket'
  | 'AWS::S3::AccessPoint'
  | 'AWS::S3Express::DirectoryBucket'
  | 'AWS::S3::Glacier'
  | 'AWS::S3Outposts::Bucket'
  | 'AWS::S3Outposts::AccessPoint'
  | 'AWS::SecretsManager::Secret'
  | 'AWS::SNS::Topic'
  | 'AWS::SQS::Queue'
  | 'AWS::IAM::AssumeRolePolicyDocument'
  | 'AWS::S3Tables::TableBucket'
  | 'AWS::ApiGateway::RestApi'
  | 'AWS::CodeArtifact::Domain'
  | 'AWS::Backup::BackupVault'
  | 'AWS::CloudTrail::Dashboard'
  | 'AWS::CloudTrail::EventDataStore'
  | 'AWS::S3Tables::Table'
  | 'AWS::S3Express::AccessPoint'

export interface CheckAccessNotGrantedRequest {
  readonly policyDocument: string
  readonly access: readonly Access[]
  readonly policyType: AccessCheckPolicyType
}

export interface CheckAccessNotGrantedResponse {
  readonly result?: CheckAccessNotGrantedResult | undefined
  readonly message?: string | undefined
  readonly reasons?: readonly ReasonSummary[] | undefined
}

export type CheckAccessNotGrantedResult = 'PASS' | 'FAIL'

export interface CheckNoNewAccessRequest {
  readonly newPolicyDocument: string
  readonly existingPolicyDocument: string
  readonly policyType: AccessCheckPolicyType
}

export interface CheckNoNewAccessResponse {
  readonly result?: CheckNoNewAccessResult | undefined
  readonly message?: string | undefined
  readonly reasons?: readonly ReasonSummary[] | undefined
}

export type CheckNoNewAccessResult = 'PASS' | 'FAIL'

export interface CheckNoPublicAccessRequest {
  readonly policyDocument: string
  readonly resourceType: AccessCheckResourceType
}

export interface CheckNoPublicAccessResponse {
  readonly result?: CheckNoPublicAccessResult | undefined
  readonly message?: string | undefined
  readonly reasons?: readonly ReasonSummary[] | undefined
}

export type CheckNoPublicAccessResult = 'PASS' | 'FAIL'

export type Locale = 'DE' | 'EN' | 'ES' | 'FR' | 'IT' | 'JA' | 'KO' | 'PT_BR' | 'ZH_CN' | 'ZH_TW'

export interface Location {
  readonly path: readonly PathElement[]
  readonly span: Span
}

export interface PathElement {
  readonly index?: number | undefined
  readonly key?: string | undefined
  readonly substring?: Substring | undefined
  readonly value?: string | undefined
}

export type PolicyType = 'IDENTITY_POLICY' | 'RESOURCE_POLICY' | 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'

export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

export interface ReasonSummary {
  readonly description?: string | undefined
  readonly statementIndex?: number | undefined
  readonly statementId?: string | undefined
}

export interface Span {
  readonly start: Position
  readonly end: Position
}

export interface Substring {
  readonly start: number
  readonly length: number
}

export interface ValidatePolicyFinding {
  readonly findingDetails: string
  readonly findingType: ValidatePolicyFindingType
  readonly issueCode: string
  readonly learnMoreLink: string
  readonly locations: readonly Location[]
}

export type ValidatePolicyFindingType = 'ERROR' | 'SECURITY_WARNING' | 'SUGGESTION' | 'WARNING'

export interface ValidatePolicyRequest {
  readonly locale?: Locale | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly policyDocument: string
  readonly policyType: PolicyType
  readonly validatePolicyResourceType?: ValidatePolicyResourceType | undefined
}

export type ValidatePolicyResourceType =
  | 'AWS::S3::Bucket'
  | 'AWS::S3::AccessPoint'
  | 'AWS::S3::MultiRegionAccessPoint'
  | 'AWS::S3ObjectLambda::AccessPoint'
  | 'AWS::IAM::AssumeRolePolicyDocument'
  | 'AWS::DynamoDB::Table'

export interface ValidatePolicyResponse {
  readonly findings: readonly ValidatePolicyFinding[]
  readonly nextToken?: string | undefined
}

/** What each operation takes, returns and may refuse with, by its wire name. Times are milliseconds since the epoch. */
export interface AccessAnalyzerOperations {
  ValidatePolicy: {
    input: ValidatePolicyRequest
    output: ValidatePolicyResponse
    errors: 'InternalServerException' | 'ValidationException' | 'ThrottlingException' | 'AccessDeniedException'
  }
  CheckNoNewAccess: {
    input: CheckNoNewAccessRequest
    output: CheckNoNewAccessResponse
    errors:
      | 'InternalServerException'
      | 'ValidationException'
      | 'InvalidParameterException'
      | 'UnprocessableEntityException'
      | 'ThrottlingException'
      | 'AccessDeniedException'
  }
  CheckAccessNotGranted: {
    input: CheckAccessNotGrantedRequest
    output: CheckAccessNotGrantedResponse
    errors:
      | 'InternalServerException'
      | 'ValidationException'
      | 'InvalidParameterException'
      | 'UnprocessableEntityException'
      | 'ThrottlingException'
      | 'AccessDeniedException'
  }
  CheckNoPublicAccess: {
    input: CheckNoPublicAccessRequest
    output: CheckNoPublicAccessResponse
    errors:
      | 'InternalServerException'
      | 'ValidationException'
      | 'InvalidParameterException'
      | 'UnprocessableEntityException'
      | 'ThrottlingException'
      | 'AccessDeniedException'
  }
}
