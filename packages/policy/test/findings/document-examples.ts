import { allow, deny, type Examples, rcp, resource, statement, trust, two } from './example.ts'

const inline = { kind: 'identity-inline' } as const
const sound = allow()

/** JSON, elements, version, statements and their ids. */
export const documentExamples: Examples = {
  JSON_SYNTAX_ERROR: {
    ...inline,
    triggers: '{"Version": "2012-10-17" "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}',
    spares: '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}',
  },
  KEYWARD_DUPLICATE_ELEMENT: {
    ...inline,
    triggers:
      '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Action": "s3:*", "Resource": "*"}}',
    spares: '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": ["*", "s3:*"], "Resource": "*"}}',
  },
  KEYWARD_UNSUPPORTED_CHARACTER: {
    ...inline,
    triggers: allow({ Resource: 'arn:aws:s3:::bucket/日本/*' }),
    spares: allow({ Resource: 'arn:aws:s3:::bucket/é/*' }),
  },
  KEYWARD_NESTED_TOO_DEEP: {
    ...inline,
    triggers: `${'['.repeat(40)}${']'.repeat(40)}`,
    spares: sound,
    also: ['DATA_TYPE_MISMATCH'],
  },
  KEYWARD_DOCUMENT_TOO_LONG: {
    ...inline,
    triggers: `${JSON.stringify(sound)}${' '.repeat(131_072)}`,
    spares: `${JSON.stringify(sound)}${' '.repeat(100_000)}`,
  },
  INVALID_POLICY_ELEMENT: { ...inline, triggers: allow({ Comment: 'for alice' }), spares: sound },
  DATA_TYPE_MISMATCH: { ...inline, triggers: allow({ Sid: 1 }), spares: allow({ Sid: '1' }) },
  UNSUPPORTED_ELEMENT_COMBINATION: {
    ...inline,
    triggers: deny({ NotAction: 's3:PutObject' }),
    spares: deny({ Action: undefined, NotAction: 's3:PutObject' }),
  },
  INVALID_VERSION: {
    ...inline,
    triggers: { Version: '2026-05-01', Statement: statement() },
    spares: { Version: '2012-10-17', Statement: statement() },
  },
  KEYWARD_VERSION_2012_REQUIRED: {
    kind: 'identity-managed',
    triggers: { Version: '2008-10-17', Statement: statement() },
    spares: { Version: '2012-10-17', Statement: statement() },
  },
  MISSING_VERSION: { ...inline, triggers: { Statement: statement() }, spares: sound },
  KEYWARD_OLD_VERSION: { ...inline, triggers: { Version: '2008-10-17', Statement: statement() }, spares: sound },
  MISSING_STATEMENT: { ...inline, triggers: { Version: '2012-10-17', Statement: [] }, spares: sound },
  MISSING_EFFECT: { ...inline, triggers: allow({ Effect: undefined }), spares: sound },
  INVALID_EFFECT: { ...inline, triggers: allow({ Effect: 'allow' }), spares: sound },
  MISSING_ACTION: { ...inline, triggers: allow({ Action: undefined }), spares: sound },
  MISSING_RESOURCE: { ...inline, triggers: allow({ Resource: undefined }), spares: sound },
  MISSING_PRINCIPAL: { kind: 'trust', triggers: trust({ Principal: undefined }), spares: trust() },
  REDUNDANT_STATEMENT: {
    ...inline,
    triggers: two(
      { Sid: 'One', Action: ['s3:GetObject', 's3:PutObject'] },
      { Sid: 'Two', Action: ['s3:PutObject', 's3:getobject'] },
    ),
    spares: two({ Sid: 'One' }, { Sid: 'Two', Action: 's3:PutObject' }),
  },
  UNSUPPORTED_SID: { ...inline, triggers: allow({ Sid: 'read objects' }), spares: allow({ Sid: 'ReadObjects' }) },
  UNIQUE_SIDS_REQUIRED: {
    ...inline,
    triggers: two({ Sid: 'One' }, { Sid: 'One', Action: 's3:PutObject' }),
    spares: two({ Sid: 'One' }, { Sid: 'Two', Action: 's3:PutObject' }),
  },
  EMPTY_SID_VALUE: { ...inline, triggers: allow({ Sid: '' }), spares: allow({ Sid: 'One' }) },
  EMPTY_ARRAY_ACTION: { ...inline, triggers: allow({ Action: [] }), spares: sound, also: ['MISSING_ACTION'] },
  EMPTY_ARRAY_RESOURCE: { ...inline, triggers: allow({ Resource: [] }), spares: sound, also: ['MISSING_RESOURCE'] },
  EMPTY_OBJECT_PRINCIPAL: {
    kind: 'resource',
    triggers: resource({ Principal: {} }),
    spares: resource(),
    also: ['MISSING_PRINCIPAL'],
  },
  EMPTY_ARRAY_PRINCIPAL: {
    kind: 'resource',
    triggers: resource({ Principal: { AWS: '123456789012', CanonicalUser: [] } }),
    spares: resource({ Principal: { AWS: '123456789012' } }),
  },
  EMPTY_OBJECT_CONDITION: { ...inline, triggers: allow({ Condition: {} }), spares: sound },
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: {
    kind: 'identity-managed',
    triggers: allow({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(6_200)}` }),
    spares: allow({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(5_900)}` }),
  },
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: {
    kind: 'trust',
    triggers: trust({ Condition: { StringEquals: { 'sts:ExternalId': 'a'.repeat(2_000) } } }),
    spares: trust({ Condition: { StringEquals: { 'sts:ExternalId': 'a'.repeat(1_000) } } }),
  },
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: {
    kind: 'resource',
    triggers: resource({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(20_480)}` }),
    spares: resource({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(19_000)}` }),
  },
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: {
    kind: 'service-control',
    triggers: deny({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(5_120)}` }),
    spares: deny({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(4_000)}` }),
  },
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: {
    kind: 'resource-control',
    triggers: rcp({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(5_120)}` }),
    spares: rcp({ Resource: `arn:aws:s3:::bucket/${'a'.repeat(4_000)}` }),
  },
}
