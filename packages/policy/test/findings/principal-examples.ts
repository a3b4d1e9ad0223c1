import { allow, deny, type Examples, rcp, resource, trust } from './example.ts'

const inResource = { kind: 'resource' } as const
const inTrust = { kind: 'trust' } as const
const inRcp = { kind: 'resource-control' } as const

const user = 'arn:aws:iam::123456789012:user/alice'
const oidc = (host: string) => `arn:aws:iam::123456789012:oidc-provider/${host}`
const saml = 'arn:aws:iam::123456789012:saml-provider/adfs'
const github = 'token.actions.githubusercontent.com'

const federated = (provider: string, action: string, condition?: object) =>
  trust({ Principal: { Federated: provider }, Action: action, Condition: condition })

const web = 'sts:AssumeRoleWithWebIdentity'

/** Principals of resource and trust policies, and the policies of organizations. */
export const principalExamples: Examples = {
  UNSUPPORTED_PRINCIPAL: { kind: 'identity-inline', triggers: allow({ Principal: { AWS: user } }), spares: allow() },
  INVALID_PRINCIPAL_FORMAT: { ...inResource, triggers: resource({ Principal: user }), spares: resource() },
  INVALID_PRINCIPAL_KEY: { ...inResource, triggers: resource({ Principal: { Aws: user } }), spares: resource() },
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: {
    ...inResource,
    triggers: resource({ Principal: { AWS: 'arn:aws:iam::123456789012:user/*' } }),
    spares: resource(),
  },
  KEYWARD_INVALID_PRINCIPAL: {
    ...inResource,
    triggers: resource({ Principal: { AWS: 'arn:aws:iam::123456789012:group/admins' } }),
    spares: resource({ Principal: { AWS: 'arn:aws:iam::123456789012:role/admin' } }),
  },
  INVALID_SERVICE_PRINCIPAL_FORMAT: {
    ...inTrust,
    triggers: trust({ Principal: { Service: 'ec2' } }),
    spares: trust({ Principal: { Service: 'ec2.amazonaws.com' } }),
  },
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY: {
    ...inTrust,
    triggers: federated('adfs', 'sts:AssumeRoleWithSAML'),
    spares: federated(saml, 'sts:AssumeRoleWithSAML'),
    also: ['MISMATCHED_ACTION_FOR_PRINCIPAL'],
  },
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: {
    ...inResource,
    triggers: resource({ Principal: { Federated: saml } }),
    spares: resource(),
  },
  KEYWARD_ALLOW_WITH_NOT_PRINCIPAL: {
    ...inResource,
    triggers: resource({ Principal: undefined, NotPrincipal: { AWS: user } }),
    spares: resource({ Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: user } }),
  },
  ALLOW_WITH_NOT_PRINCIPAL: {
    ...inResource,
    triggers: resource({ Principal: undefined, NotPrincipal: { AWS: user } }),
    spares: resource({ Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: user } }),
    also: ['KEYWARD_ALLOW_WITH_NOT_PRINCIPAL'],
  },
  UNSUPPORTED_ACTION_IN_POLICY: {
    ...inResource,
    attachedTo: 's3',
    triggers: resource({ Action: ['s3:GetObject', 'sqs:SendMessage'] }),
    spares: resource(),
  },
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY: {
    ...inResource,
    attachedTo: 's3',
    triggers: resource({ Resource: ['arn:aws:s3:::bucket/*', 'arn:aws:sqs:us-east-1:123456789012:queue'] }),
    spares: resource(),
  },
  INVALID_ROLE_REFERENCE: {
    ...inTrust,
    triggers: trust({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } }),
    spares: trust(),
  },
  INVALID_USER_REFERENCE: {
    ...inTrust,
    triggers: trust({ Principal: { AWS: 'AIDAEXAMPLEEXAMPLE123' } }),
    spares: trust(),
  },
  KEYWARD_PUBLIC_ACCESS: {
    ...inResource,
    triggers: resource({ Principal: '*' }),
    spares: resource({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } } }),
  },
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: {
    ...inResource,
    triggers: resource({ Principal: { Service: 'cloudtrail.amazonaws.com' } }),
    spares: resource({
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
    }),
  },
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: {
    ...inTrust,
    triggers: trust({ Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: user } }),
    spares: trust({ Effect: 'Deny' }),
  },
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: {
    ...inTrust,
    triggers: trust({ Principal: '*' }),
    spares: trust(),
  },
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: { ...inTrust, triggers: trust({ Resource: '*' }), spares: trust() },
  KEYWARD_TRUST_ACTION: { ...inTrust, triggers: trust({ Action: 's3:GetObject' }), spares: trust() },
  KEYWARD_COGNITO_WITHOUT_CONDITION: {
    ...inTrust,
    triggers: federated('cognito-identity.amazonaws.com', web),
    spares: federated('cognito-identity.amazonaws.com', web, {
      StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:12345678' },
    }),
  },
  KEYWARD_SHARED_PROVIDER_UNSCOPED: {
    ...inTrust,
    triggers: federated(oidc('gitlab.com'), web, { StringLike: { 'gitlab.com:sub': '*' } }),
    spares: federated(oidc('gitlab.com'), web, { StringLike: { 'gitlab.com:sub': 'project_path:example/*' } }),
  },
  MISMATCHED_ACTION_FOR_PRINCIPAL: {
    ...inTrust,
    triggers: federated(saml, web),
    spares: federated(saml, 'sts:AssumeRoleWithSAML'),
  },
  MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY: {
    ...inTrust,
    triggers: trust({ Principal: { Service: 'rolesanywhere.amazonaws.com' } }),
    spares: trust({
      Principal: { Service: 'rolesanywhere.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    }),
  },
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: {
    ...inTrust,
    triggers: federated(oidc('login.example.com'), web),
    spares: federated(oidc('login.example.com'), web, { StringEquals: { 'login.example.com:aud': 'app' } }),
  },
  MISSING_GITHUB_REPO_CONDITION_KEY: {
    ...inTrust,
    triggers: federated(oidc(github), web, { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }),
    spares: federated(oidc(github), web, {
      StringEquals: { [`${github}:sub`]: 'repo:example/app:ref:refs/heads/main' },
    }),
    also: ['KEYWARD_SHARED_PROVIDER_UNSCOPED'],
  },
  SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED: {
    ...inTrust,
    triggers: federated(oidc(github), web, { StringLike: { [`${github}:sub`]: 'repo:example/*' } }),
    spares: federated(oidc(github), web, {
      StringEquals: { [`${github}:sub`]: 'repo:example/app:ref:refs/heads/main' },
    }),
  },
  FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE: {
    ...inTrust,
    triggers: federated(oidc('login.example.com'), web, {
      'ForAnyValue:StringEquals': { 'login.example.com:aud': 'app' },
    }),
    spares: federated(oidc('login.example.com'), web, { StringEquals: { 'login.example.com:aud': 'app' } }),
  },
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: {
    ...inTrust,
    triggers: trust({
      Principal: { AWS: ['arn:aws:iam::123456789012:role/app', 'arn:aws:sts::123456789012:assumed-role/app/one'] },
    }),
    spares: trust({
      Principal: { AWS: ['arn:aws:iam::123456789012:role/app', 'arn:aws:sts::123456789012:assumed-role/other/one'] },
    }),
  },
  KEYWARD_TRUSTS_EVERYONE: {
    ...inTrust,
    triggers: trust({ Principal: { AWS: '*' } }),
    spares: trust({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } } }),
  },
  SCP_SYNTAX_ERROR_PRINCIPAL: { kind: 'service-control', triggers: deny({ Principal: '*' }), spares: deny() },
  KEYWARD_SCP_ALLOW_IS_NO_GRANT: {
    kind: 'service-control',
    triggers: allow({ Action: 's3:*' }),
    spares: allow({ Action: '*', Resource: '*' }),
  },
  RCP_SYNTAX_ERROR_PRINCIPAL: { ...inRcp, triggers: rcp({ Principal: { AWS: user } }), spares: rcp() },
  RCP_SYNTAX_ERROR_ALLOW: {
    ...inRcp,
    triggers: rcp({ Effect: 'Allow' }),
    spares: rcp({ Effect: 'Allow', Action: '*' }),
  },
  RCP_SYNTAX_ERROR_NOTACTION: {
    ...inRcp,
    triggers: rcp({ Action: undefined, NotAction: 's3:GetObject' }),
    spares: rcp(),
  },
  RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY: {
    ...inRcp,
    triggers: rcp({ Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-example' } } }),
    spares: rcp({
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-example' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  },
  RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY: {
    ...inRcp,
    triggers: rcp({ Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-example' } } }),
    spares: rcp({
      Condition: {
        StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-example' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' },
      },
    }),
  },
  RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK: {
    ...inRcp,
    triggers: rcp({ Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-example' } } }),
    spares: rcp({
      Condition: {
        StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-example' },
        Null: { 'aws:SourceAccount': 'false' },
      },
    }),
  },
}
