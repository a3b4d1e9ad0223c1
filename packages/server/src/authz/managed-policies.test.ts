import { compilePolicy, evaluate, parsePolicy, type CompiledPolicy } from '@keyward/policy'
import { describe, expect, it } from 'vitest'
import { managedPolicies, managedPolicy } from './managed-policies.ts'

const compiled = new Map<string, CompiledPolicy>()

function policy(arn: string): CompiledPolicy {
  const found = managedPolicy(arn)
  if (found === undefined) throw new Error(`no policy ${arn}`)
  const known = compiled.get(arn) ?? compilePolicy(parsePolicy(found.text, 'identity-managed'))
  compiled.set(arn, known)
  return known
}

const may = (name: string, action: string, resource = '*'): boolean => {
  const identity = [policy(`arn:aws:iam::aws:policy/${name}`)]
  const context = { get: (key: string) => (key === 'aws:username' ? 'alice' : undefined) }
  return evaluate({ identity }, { action, resource, context }).effect === 'Allow'
}
const user = (name: string) => `arn:aws:iam::123456789012:user/${name}`

it('are those that there are', () => {
  expect(managedPolicies.map(({ arn }) => arn.replace('arn:aws:iam::aws:policy/', ''))).toEqual([
    'AdministratorAccess',
    'AmazonS3FullAccess',
    'AmazonS3ReadOnlyAccess',
    'IAMAccessAdvisorReadOnly',
    'IAMFullAccess',
    'IAMReadOnlyAccess',
    'IAMSelfManageServiceSpecificCredentials',
    'IAMUserChangePassword',
    'IAMUserSSHKeys',
    'PowerUserAccess',
    'ReadOnlyAccess',
    'SecurityAudit',
    'job-function/SupportUser',
    'job-function/ViewOnlyAccess',
  ])
})

it('are listed by their names, under ids and ARNs of their own', () => {
  const names = managedPolicies.map((policy) => policy.name)
  expect(names).toEqual(names.toSorted())
  for (const { id, description, createdAt, updatedAt } of managedPolicies) {
    expect(id).toMatch(/^ANPA[A-Z2-7]{17}$/)
    expect(description).not.toBe(undefined)
    expect(createdAt).toBeGreaterThan(Date.parse('2015-01-01'))
    expect(updatedAt).toBeGreaterThanOrEqual(createdAt)
  }
  expect(new Set(managedPolicies.map((policy) => policy.id)).size).toBe(names.length)
})

const decisions: Readonly<Record<string, { readonly may: readonly string[]; readonly mayNot: readonly string[] }>> = {
  AdministratorAccess: { may: ['iam:DeleteUser', 's3:GetObject', 'organizations:LeaveOrganization'], mayNot: [] },
  PowerUserAccess: {
    may: ['ec2:RunInstances', 's3:PutObject', 'iam:CreateServiceLinkedRole', 'iam:ListRoles', 'account:ListRegions'],
    mayNot: [
      'iam:CreateUser',
      'iam:GetUser',
      'iam:PassRole',
      'organizations:LeaveOrganization',
      'account:CloseAccount',
    ],
  },
  ReadOnlyAccess: {
    may: [
      'iam:GetUser',
      'iam:ListUsers',
      'iam:GetCredentialReport',
      'ec2:DescribeInstances',
      's3:GetObject',
      'dynamodb:Query',
      'apigateway:GET',
      'sts:GetCallerIdentity',
      'kms:DescribeKey',
    ],
    mayNot: [
      'iam:CreateUser',
      'iam:PassRole',
      'ec2:RunInstances',
      'ec2:GetPasswordData',
      's3:PutObject',
      'secretsmanager:GetSecretValue',
      'secretsmanager:BatchGetSecretValue',
      'kms:Decrypt',
      'sts:AssumeRole',
      'sts:GetFederationToken',
      'sts:GetSessionToken',
      'sts:GetServiceBearerToken',
      'cognito-identity:GetCredentialsForIdentity',
      'lambda:InvokeFunction',
      'bedrock:CallWithBearerToken',
    ],
  },
  SecurityAudit: {
    may: [
      'iam:GetUser',
      'iam:ListAccessKeys',
      's3:GetBucketPolicy',
      's3:ListAllMyBuckets',
      'kms:GetKeyPolicy',
      'ec2:DescribeVpcs',
    ],
    mayNot: [
      's3:GetObject',
      's3:GetObjectVersion',
      'dynamodb:GetItem',
      'ssm:GetParameter',
      'iam:CreateUser',
      'sqs:ReceiveMessage',
    ],
  },
  'job-function/ViewOnlyAccess': {
    may: ['ec2:DescribeInstances', 's3:ListAllMyBuckets', 'iam:ListUsers'],
    mayNot: ['s3:GetObject', 'iam:GetUser', 'dynamodb:Query', 'ec2:StartInstances', 'ssm:GetParameter'],
  },
  'job-function/SupportUser': {
    may: ['support:CreateCase', 'support:DescribeCases', 'ec2:DescribeInstances', 'iam:GetUser'],
    mayNot: ['s3:GetObject', 'iam:CreateUser', 'ec2:RebootInstances', 'ssm:GetParameter'],
  },
  IAMFullAccess: {
    may: ['iam:CreateUser', 'iam:PassRole', 'organizations:ListRoots'],
    mayNot: ['s3:GetObject', 'organizations:CreateAccount'],
  },
  IAMReadOnlyAccess: {
    may: ['iam:GetUser', 'iam:ListPolicies', 'iam:GenerateCredentialReport', 'iam:SimulatePrincipalPolicy'],
    mayNot: ['iam:CreateUser', 'iam:UpdateUser', 'organizations:ListRoots'],
  },
  IAMAccessAdvisorReadOnly: {
    may: ['iam:ListPoliciesGrantingServiceAccess', 'iam:GetServiceLastAccessedDetails', 'organizations:ListRoots'],
    mayNot: ['iam:GetUser', 'iam:CreateUser'],
  },
  AmazonS3FullAccess: {
    may: ['s3:PutObject', 's3-object-lambda:GetObject'],
    mayNot: ['iam:GetUser', 's3tables:ListTables'],
  },
  AmazonS3ReadOnlyAccess: {
    may: ['s3:GetObject', 's3:ListBucket', 's3:DescribeJob'],
    mayNot: ['s3:PutObject', 's3:DeleteObject'],
  },
}

describe.each(Object.entries(decisions))('%s', (name, { may: allowed, mayNot }) => {
  if (allowed.length > 0) it.each(allowed)('allows %s', (action) => expect(may(name, action)).toBe(true))
  if (mayNot.length > 0) it.each(mayNot)('does not allow %s', (action) => expect(may(name, action)).toBe(false))
})

it.each([
  ['IAMUserChangePassword', 'iam:ChangePassword', 'iam:UpdateLoginProfile'],
  ['IAMUserSSHKeys', 'iam:UploadSSHPublicKey', 'iam:CreateAccessKey'],
  ['IAMSelfManageServiceSpecificCredentials', 'iam:CreateServiceSpecificCredential', 'iam:CreateAccessKey'],
])('%s allows %s to oneself, and nothing else', (name, action, other) => {
  expect(may(name, action, user('alice'))).toBe(true)
  expect(may(name, action, user('bob'))).toBe(false)
  expect(may(name, other, user('alice'))).toBe(false)
})

it('IAMUserChangePassword lets the rules for a password be read', () => {
  expect(may('IAMUserChangePassword', 'iam:GetAccountPasswordPolicy')).toBe(true)
})
