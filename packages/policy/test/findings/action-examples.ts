import { allow, deny, type Examples, two } from './example.ts'

const inline = { kind: 'identity-inline' } as const
const sound = allow()

/** Actions, resources, and what a statement lets in. */
export const actionExamples: Examples = {
  KEYWARD_ACTION_WITHOUT_SERVICE: { ...inline, triggers: allow({ Action: 'GetObject' }), spares: sound },
  KEYWARD_ACTION_COLONS: { ...inline, triggers: allow({ Action: 's3:Get:Object' }), spares: sound },
  KEYWARD_ACTION_SERVICE_FORM: {
    ...inline,
    triggers: deny({ Action: 's*:GetObject' }),
    spares: deny({ Action: 's3:Get*' }),
  },
  INVALID_SERVICE_IN_ACTION: {
    ...inline,
    triggers: deny({ Action: 'dynamodbb:GetItem', Resource: '*' }),
    spares: deny({ Action: 'dynamodb:GetItem', Resource: '*' }),
  },
  INVALID_ACTION: { ...inline, triggers: allow({ Action: 's3:GetObjects' }), spares: sound },
  KEYWARD_ACTION_MATCHES_NOTHING: {
    ...inline,
    triggers: allow({ Action: 's3:Fetch*' }),
    spares: allow({ Action: 's3:GetObject*' }),
  },
  INVALID_ARN_PREFIX: { ...inline, triggers: allow({ Resource: 'bucket/*' }), spares: sound },
  MISSING_ARN_FIELD: { ...inline, triggers: allow({ Resource: 'arn:aws:s3:bucket/*' }), spares: sound },
  INVALID_PARTITION: { ...inline, triggers: allow({ Resource: 'arn:amazon:s3:::bucket/*' }), spares: sound },
  KEYWARD_ARN_SERVICE_FORM: { ...inline, triggers: allow({ Resource: 'arn:aws:s*:::bucket/*' }), spares: sound },
  WILDCARD_IN_SERVICE_NAME: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s*:::bucket/*' }),
    spares: sound,
    also: ['KEYWARD_ARN_SERVICE_FORM'],
  },
  KEYWARD_VARIABLE_BEFORE_RESOURCE: {
    ...inline,
    triggers: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::${aws:PrincipalAccount}:user/*' }),
    spares: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/${aws:username}' }),
  },
  ARN_REGION_NOT_ALLOWED: {
    ...inline,
    triggers: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam:us-east-1:123456789012:user/alice' }),
    spares: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::123456789012:user/alice' }),
  },
  KEYWARD_IAM_RESOURCE_PATH: {
    ...inline,
    triggers: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::123456789012:alice' }),
    spares: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::123456789012:user/alice' }),
  },
  INVALID_ARN_ACCOUNT: {
    ...inline,
    triggers: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::1234:user/alice' }),
    spares: allow({ Action: 'iam:GetUser', Resource: 'arn:aws:iam::123456789012:user/alice' }),
  },
  INVALID_ARN_SERVICE_CASE: { ...inline, triggers: allow({ Resource: 'arn:aws:S3:::bucket/*' }), spares: sound },
  INVALID_SERVICE: {
    ...inline,
    triggers: allow({ Action: 's3:*', Resource: 'arn:aws:s33:::bucket/*' }),
    spares: allow({ Action: 's3:*' }),
  },
  ARN_ACCOUNT_NOT_ALLOWED: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s3::123456789012:bucket/*' }),
    spares: sound,
  },
  MISSING_ARN_ACCOUNT: {
    ...inline,
    triggers: allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1::queue' }),
    spares: allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:*:queue' }),
  },
  MISSING_ARN_REGION: {
    ...inline,
    triggers: allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs::123456789012:queue' }),
    spares: allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:123456789012:queue' }),
  },
  INVALID_ARN_RESOURCE: {
    ...inline,
    triggers: allow({ Action: 'lambda:*', Resource: 'arn:aws:lambda:us-east-1:123456789012:fn:mail' }),
    spares: allow({ Action: 'lambda:*', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:mail' }),
  },
  KEYWARD_ACTION_NEEDS_ALL_RESOURCES: {
    ...inline,
    triggers: allow({ Action: 's3:ListAllMyBuckets' }),
    spares: allow({ Action: 's3:ListAllMyBuckets', Resource: '*' }),
  },
  KEYWARD_ACTION_WITHOUT_ITS_RESOURCE: {
    ...inline,
    triggers: allow({ Action: 's3:ListBucket' }),
    spares: allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::bucket' }),
  },
  REDUNDANT_ACTION: {
    ...inline,
    triggers: allow({ Action: ['s3:Get*', 's3:GetObject'] }),
    spares: allow({ Action: ['s3:Get*', 's3:PutObject'] }),
  },
  REDUNDANT_RESOURCE: {
    ...inline,
    triggers: allow({ Resource: ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/logs/*'] }),
    spares: allow({ Resource: ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::other/logs/*'] }),
  },
  KEYWARD_ALLOWS_EVERYTHING: {
    ...inline,
    triggers: allow({ Action: '*', Resource: '*' }),
    spares: allow({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } }),
  },
  KEYWARD_ALLOW_WITH_NOT_ACTION: {
    ...inline,
    triggers: allow({ Action: undefined, NotAction: 'iam:*' }),
    spares: deny({ Action: undefined, NotAction: 'iam:*' }),
  },
  KEYWARD_ALLOW_WITH_NOT_RESOURCE: {
    ...inline,
    triggers: allow({ Resource: undefined, NotResource: 'arn:aws:s3:::bucket/*' }),
    spares: deny({ Resource: undefined, NotResource: 'arn:aws:s3:::bucket/*' }),
  },
  KEYWARD_PRIVILEGE_ESCALATION: {
    ...inline,
    triggers: allow({ Action: 'iam:PutUserPolicy', Resource: '*' }),
    spares: allow({ Action: 'iam:PutUserPolicy', Resource: 'arn:aws:iam::123456789012:user/bots/*' }),
  },
  KEYWARD_ALLOW_ALWAYS_DENIED: {
    ...inline,
    triggers: two({}, { Effect: 'Deny', Action: 's3:Get*' }),
    spares: two({}, { Effect: 'Deny', Action: 's3:Put*' }),
  },
  ...roleActions('PASS_ROLE', 'iam:PassRole', 'iam:Pass*', 'iam:PassedToService', 'ec2.amazonaws.com'),
  ...roleActions(
    'CREATE_SLR',
    'iam:CreateServiceLinkedRole',
    'iam:CreateService*',
    'iam:AWSServiceName',
    'ecs.amazonaws.com',
  ),
}

function roleActions(code: string, action: string, wild: string, key: string, service: string): Examples {
  const role = 'arn:aws:iam::123456789012:role/app'
  const one = { Resource: undefined, NotResource: role }
  const narrow = { Condition: { StringEquals: { [key]: service } } }
  const others = { Action: undefined, NotAction: 's3:*' }
  return {
    [`${code}_WITH_NOT_RESOURCE`]: {
      ...inline,
      triggers: allow({ Action: action, ...one }),
      spares: allow({ Action: action, Resource: role }),
    },
    [`${code}_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE`]: {
      ...inline,
      triggers: allow({ Action: wild, ...one }),
      spares: allow({ Action: 's3:*', ...one }),
    },
    [`${code}_WITH_NOT_ACTION_AND_NOT_RESOURCE`]: {
      ...inline,
      triggers: allow({ ...others, ...one }),
      spares: allow({ ...others, NotAction: 'iam:*', ...one }),
    },
    [`${code}_WITH_STAR_IN_RESOURCE`]: {
      ...inline,
      triggers: allow({ Action: action, Resource: '*' }),
      spares: allow({ Action: action, Resource: '*', ...narrow }),
    },
    [`${code}_WITH_STAR_IN_ACTION_AND_RESOURCE`]: {
      ...inline,
      triggers: allow({ Action: wild, Resource: '*' }),
      spares: allow({ Action: wild, Resource: role }),
    },
    [`${code}_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION`]: {
      ...inline,
      triggers: allow({ ...others, Resource: '*' }),
      spares: deny({ ...others, Resource: '*' }),
    },
  }
}
