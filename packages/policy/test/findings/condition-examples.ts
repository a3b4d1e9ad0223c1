import { allow, deny, type Examples, when } from './example.ts'

const inline = { kind: 'identity-inline' } as const

/** Operators, condition keys, their values, and variables. */
export const conditionExamples: Examples = {
  EMPTY_ARRAY_CONDITION: {
    ...inline,
    triggers: when('StringEquals', 'aws:username', []),
    spares: when('StringEquals', 'aws:username', ['alice']),
  },
  EMPTY_ARRAY_CONDITION_FORALLVALUES: {
    ...inline,
    triggers: when('ForAllValues:StringEquals', 'aws:TagKeys', []),
    spares: when('ForAllValues:StringEquals', 'aws:TagKeys', ['team']),
  },
  EMPTY_ARRAY_CONDITION_FORANYVALUE: {
    ...inline,
    triggers: when('ForAnyValue:StringEquals', 'aws:TagKeys', []),
    spares: when('ForAnyValue:StringEquals', 'aws:TagKeys', ['team']),
  },
  EMPTY_ARRAY_CONDITION_IFEXISTS: {
    ...inline,
    triggers: when('StringEqualsIfExists', 'aws:username', []),
    spares: when('StringEqualsIfExists', 'aws:username', ['alice']),
  },
  INVALID_CONDITION_OPERATOR: {
    ...inline,
    triggers: when('StringEqual', 'aws:username', 'alice'),
    spares: when('StringEquals', 'aws:username', 'alice'),
  },
  NULL_WITH_IF_EXISTS: {
    ...inline,
    triggers: when('NullIfExists', 'aws:username', 'true'),
    spares: when('Null', 'aws:username', 'true'),
  },
  NULL_WITH_QUALIFIER: {
    ...inline,
    triggers: when('ForAllValues:Null', 'aws:TagKeys', 'true'),
    spares: when('Null', 'aws:TagKeys', 'true'),
  },
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: {
    ...inline,
    triggers: allow({ Condition: { StringEquals: { 'aws:username': 'alice', 'aws:UserName': 'bob' } } }),
    spares: allow({ Condition: { StringEquals: { 'aws:username': ['alice', 'bob'] } } }),
  },
  INVALID_CONDITION_KEY_FORMAT: {
    ...inline,
    triggers: when('StringEquals', 'username', 'alice'),
    spares: when('StringEquals', 'aws:username', 'alice'),
  },
  MISSING_TAG_KEY_IN_CONDITION: {
    ...inline,
    triggers: when('StringEquals', 'aws:PrincipalTag', 'red'),
    spares: when('StringEquals', 'aws:PrincipalTag/team', 'red'),
  },
  UNSUPPORTED_GLOBAL_CONDITION_KEY: {
    ...inline,
    triggers: when('ArnEquals', 'aws:ARN', 'arn:aws:iam::123456789012:user/alice'),
    spares: when('ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::123456789012:user/alice'),
  },
  INVALID_GLOBAL_CONDITION_KEY: {
    ...inline,
    triggers: when('IpAddress', 'aws:SourceIP4', '203.0.113.0/24'),
    spares: when('IpAddress', 'aws:sourceip', '203.0.113.0/24'),
  },
  INVALID_SERVICE_CONDITION_KEY: {
    ...inline,
    triggers: when('StringLike', 's3:prefixes', 'home/*', { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::bucket' }),
    spares: when('StringLike', 's3:prefix', 'home/*', { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::bucket' }),
  },
  KEYWARD_UNKNOWN_KEY_SERVICE: {
    ...inline,
    triggers: when('StringEquals', 'amazon:username', 'alice'),
    spares: when('StringEquals', 'aws:username', 'alice'),
  },
  MISSING_QUALIFIER: {
    ...inline,
    triggers: when('StringEquals', 'aws:TagKeys', 'team'),
    spares: when('ForAnyValue:StringEquals', 'aws:TagKeys', 'team'),
  },
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: {
    ...inline,
    triggers: when('ForAllValues:StringEquals', 'aws:username', ['alice', 'bob']),
    spares: when('StringEquals', 'aws:username', ['alice', 'bob']),
  },
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: {
    ...inline,
    triggers: when('StringEquals', 's3:prefix', 'home/'),
    spares: when('StringEquals', 's3:prefix', 'home/', { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::bucket' }),
  },
  UNTRUSTWORTHY_CONDITION_KEY: {
    ...inline,
    triggers: when('StringLike', 'aws:referer', 'https://example.com/*'),
    spares: when('StringLike', 'aws:PrincipalTag/site', 'example*'),
  },
  MISSING_PAIRED_CONDITION_KEYS: {
    ...inline,
    triggers: when('IpAddress', 'aws:VpcSourceIp', '10.1.0.0/16'),
    spares: allow({
      Condition: {
        IpAddress: { 'aws:VpcSourceIp': '10.1.0.0/16' },
        StringEquals: { 'aws:SourceVpc': 'vpc-12345678' },
      },
    }),
  },
  DYNAMODB_ATTRIBUTES_WITHOUT_SELECT: {
    ...inline,
    triggers: when('ForAllValues:StringEquals', 'dynamodb:Attributes', ['id'], {
      Action: 'dynamodb:GetItem',
      Resource: '*',
    }),
    spares: allow({
      Action: 'dynamodb:Query',
      Resource: '*',
      Condition: {
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id'] },
        StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      },
    }),
  },
  S3_PREFIX_IN_NEGATIVE_CONTEXT: {
    ...inline,
    triggers: when('StringLike', 's3:prefix', 'private/*', {
      Effect: 'Deny',
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::bucket',
    }),
    spares: when('StringNotLike', 's3:prefix', 'public/*', {
      Effect: 'Deny',
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::bucket',
    }),
  },
  KEYWARD_KEY_ASKED_TWICE: {
    ...inline,
    triggers: allow({
      Condition: { StringEquals: { 'aws:username': 'alice' }, StringLike: { 'aws:username': 'bob' } },
    }),
    spares: allow({ Condition: { StringEquals: { 'aws:username': 'alice' }, StringLike: { 'aws:username': 'al*' } } }),
  },
  TYPE_MISMATCH_IP_RANGE: {
    ...inline,
    triggers: when('IpAddress', 'aws:SourceIp', '203.0.113.0/33'),
    spares: when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'),
  },
  KEYWARD_UNREADABLE_VALUE: {
    ...inline,
    triggers: when('ArnLike', 'aws:PrincipalArn', 'alice'),
    spares: when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:user/alice'),
  },
  TYPE_MISMATCH_DATE: {
    kind: 'session',
    triggers: when('DateLessThan', 'aws:CurrentTime', 'tomorrow'),
    spares: when('DateLessThan', 'aws:CurrentTime', '2026-05-01'),
  },
  TYPE_MISMATCH_NUMBER: {
    kind: 'session',
    triggers: when('NumericLessThan', 'aws:MultiFactorAuthAge', 'an hour'),
    spares: when('NumericLessThan', 'aws:MultiFactorAuthAge', '3600'),
  },
  TYPE_MISMATCH_STRING: {
    kind: 'session',
    triggers: when('BinaryEquals', 'aws:PrincipalTag/key', '!'),
    spares: when('BinaryEquals', 'aws:PrincipalTag/key', 'QQ=='),
  },
  TYPE_MISMATCH_BOOLEAN: {
    ...inline,
    triggers: when('Bool', 'aws:SecureTransport', 'yes'),
    spares: when('Bool', 'aws:SecureTransport', 'true'),
  },
  INVALID_CONDITION_MULTIPLE_BOOLEAN: {
    ...inline,
    triggers: when('Bool', 'aws:SecureTransport', ['true', 'false']),
    spares: when('Bool', 'aws:SecureTransport', ['true']),
  },
  INVALID_CONDITION_DATA_TYPE: {
    ...inline,
    triggers: when('StringEquals', 'aws:PrincipalTag/floor', ['ground', 1]),
    spares: when('StringEquals', 'aws:PrincipalTag/floor', ['ground', '1']),
  },
  TYPE_MISMATCH: {
    ...inline,
    triggers: when('StringEquals', 'aws:MultiFactorAuthPresent', 'true'),
    spares: when('Bool', 'aws:MultiFactorAuthPresent', 'true'),
  },
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: {
    ...inline,
    triggers: when('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/app'),
    spares: when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/app'),
  },
  WILDCARD_WITHOUT_LIKE_OPERATOR: {
    ...inline,
    triggers: when('StringEquals', 'aws:username', 'al*'),
    spares: when('StringLike', 'aws:username', 'al*'),
  },
  INVALID_DATE_VALUE: {
    ...inline,
    triggers: when('DateLessThan', 'aws:CurrentTime', '1777593600'),
    spares: when('DateLessThan', 'aws:CurrentTime', '2026-05-01T00:00:00Z'),
  },
  INVALID_VPC_FORMAT: {
    ...inline,
    triggers: when('StringEquals', 'aws:SourceVpc', 'vpc-1'),
    spares: when('StringEquals', 'aws:SourceVpc', 'vpc-12345678'),
  },
  INVALID_VPCE_FORMAT: {
    ...inline,
    triggers: when('StringEquals', 'aws:SourceVpce', 'vpc-12345678'),
    spares: when('StringEquals', 'aws:SourceVpce', 'vpce-12345678'),
  },
  INVALID_REGION: {
    ...inline,
    triggers: when('StringEquals', 'aws:RequestedRegion', 'Ireland'),
    spares: when('StringEquals', 'aws:RequestedRegion', 'eu-west-1'),
  },
  EQUIVALENT_TO_NULL_FALSE: {
    ...inline,
    triggers: when('StringLike', 'aws:PrincipalTag/team', '*'),
    spares: when('StringLike', 'aws:PrincipalTag/team', 'r*'),
  },
  EQUIVALENT_TO_NULL_TRUE: {
    ...inline,
    triggers: when('StringNotLike', 'aws:PrincipalTag/team', '*'),
    spares: when('StringNotLike', 'aws:PrincipalTag/team', 'r*'),
  },
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: {
    ...inline,
    triggers: when('StringLikeIfExists', 'aws:PrincipalTag/team', '*'),
    spares: when('StringLikeIfExists', 'aws:PrincipalTag/team', 'r*'),
  },
  REDUNDANT_CONDITION_VALUE_NUM: {
    ...inline,
    triggers: when('NumericLessThan', 'aws:MultiFactorAuthAge', ['2700', '3600']),
    spares: when('NumericLessThan', 'aws:MultiFactorAuthAge', '3600'),
  },
  IMPROVE_IP_RANGE: {
    ...inline,
    triggers: when('IpAddress', 'aws:SourceIp', '203.0.113.9/24'),
    spares: when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'),
  },
  VARIABLE_UNSUPPORTED_IN_VERSION: {
    ...inline,
    triggers: {
      Version: '2008-10-17',
      Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/${aws:username}/*' },
    },
    spares: allow({ Resource: 'arn:aws:s3:::bucket/${aws:username}/*' }),
  },
  VARIABLE_UNSUPPORTED_IN_ELEMENT: {
    ...inline,
    triggers: deny({ Action: 's3:${aws:username}', Resource: '*' }),
    spares: deny({ Action: 's3:Get*', Resource: 'arn:aws:s3:::bucket/${aws:username}' }),
    also: ['KEYWARD_ACTION_COLONS'],
  },
  INVALID_VARIABLE_FOR_OPERATOR: {
    ...inline,
    triggers: when('Bool', 'aws:SecureTransport', '${aws:ViaAWSService}'),
    spares: when('StringEquals', 'aws:PrincipalTag/name', '${aws:username}'),
  },
  MISSING_BRACE_IN_VARIABLE: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s3:::bucket/${aws:username/*' }),
    spares: allow({ Resource: 'arn:aws:s3:::bucket/${aws:username}/*' }),
  },
  EMPTY_VARIABLE: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s3:::bucket/${}/*' }),
    spares: allow({ Resource: 'arn:aws:s3:::bucket/${$}/*' }),
  },
  MISSING_QUOTE_IN_VARIABLE: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s3:::bucket/${aws:username, guest}/*' }),
    spares: allow({ Resource: "arn:aws:s3:::bucket/${aws:username, 'guest'}/*" }),
  },
  UNSUPPORTED_SPACE_IN_VARIABLE: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s3:::bucket/${ aws:username }/*' }),
    spares: allow({ Resource: 'arn:aws:s3:::bucket/${aws:PrincipalTag/cost center}/*' }),
  },
  KEYWARD_UNKNOWN_VARIABLE: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s3:::bucket/${aws:user}/*' }),
    spares: allow({ Resource: 'arn:aws:s3:::bucket/${aws:username}/*' }),
  },
  KEYWARD_MFA_DENY_WITHOUT_IF_EXISTS: {
    ...inline,
    triggers: when('Bool', 'aws:MultiFactorAuthPresent', 'false', { Effect: 'Deny' }),
    spares: when('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false', { Effect: 'Deny' }),
  },
  KEYWARD_ALLOW_WITH_NEGATED_CONDITION: {
    ...inline,
    triggers: when('StringNotEquals', 'aws:PrincipalTag/team', 'red'),
    spares: when('StringEquals', 'aws:PrincipalTag/team', 'blue'),
  },
}
