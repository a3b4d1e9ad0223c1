/** A policy that many users need, ready to be given. */
export interface Template<Name extends string = TemplateName> {
  /** Also the name that its inline policy is given. */
  readonly name: Name
  readonly statements: readonly Statement[]
}

export type TemplateName = 'CreateOwnAccessKeys' | 'ManageOwnAccessKeys' | 'ManageOwnPasswordAndAccessKeys'

interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Action?: readonly string[]
  readonly NotAction?: readonly string[]
  /** Absent: the user herself. */
  readonly Resource?: string
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

const createOwnAccessKeys: Statement = {
  Sid: 'CreateOwnAccessKeys',
  Effect: 'Allow',
  Action: ['iam:CreateAccessKey', 'iam:GetUser', 'iam:ListAccessKeys', 'iam:TagUser'],
}

const manageOwnAccessKeys: Statement = {
  Sid: 'ManageOwnAccessKeys',
  Effect: 'Allow',
  Action: [
    'iam:CreateAccessKey',
    'iam:DeleteAccessKey',
    'iam:GetAccessKeyLastUsed',
    'iam:GetUser',
    'iam:ListAccessKeys',
    'iam:UpdateAccessKey',
    'iam:TagUser',
  ],
}

/** The seed's two, with exactly its actions, and one's own password beside the keys. */
export const templates: readonly Template[] = [
  { name: 'CreateOwnAccessKeys', statements: [createOwnAccessKeys] },
  { name: 'ManageOwnAccessKeys', statements: [manageOwnAccessKeys] },
  {
    name: 'ManageOwnPasswordAndAccessKeys',
    statements: [
      { Sid: 'ViewPasswordPolicy', Effect: 'Allow', Action: ['iam:GetAccountPasswordPolicy'], Resource: '*' },
      { Sid: 'ChangeOwnPassword', Effect: 'Allow', Action: ['iam:ChangePassword', 'iam:GetUser'] },
      manageOwnAccessKeys,
    ],
  },
]

/** Where to begin with a policy that several have: what stands in capitals is to be filled in. */
export const managedTemplates: readonly Template<'TerminateWithMfa' | 'ReadBucket' | 'DenyOtherRegions'>[] = [
  {
    name: 'TerminateWithMfa',
    statements: [
      {
        Sid: 'RunInstances',
        Effect: 'Allow',
        Action: ['ec2:DescribeInstances', 'ec2:RunInstances', 'ec2:StopInstances'],
        Resource: '*',
      },
      {
        Sid: 'TerminateWithMfa',
        Effect: 'Allow',
        Action: ['ec2:TerminateInstances'],
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    ],
  },
  {
    name: 'ReadBucket',
    statements: [
      { Sid: 'ListBucket', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: 'arn:aws:s3:::BUCKET' },
      { Sid: 'ReadObjects', Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::BUCKET/*' },
    ],
  },
  {
    name: 'DenyOtherRegions',
    statements: [
      {
        Sid: 'DenyOtherRegions',
        Effect: 'Deny',
        NotAction: ['iam:*', 'sts:*', 'organizations:*', 'route53:*', 'cloudfront:*', 'support:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['ap-northeast-1', 'us-east-1'] } },
      },
    ],
  },
]

/** The user who asks, where she has no path. `user/alice` is no `user/team/alice`. */
export const oneself = 'arn:aws:iam::*:user/${aws:username}'
/** The same user under any path. Names are unique in an account, so it matches nobody else. */
export const oneselfUnderAnyPath = 'arn:aws:iam::*:user/*/${aws:username}'

/** The document of a template. A user with a path is matched only where `withPaths` says so. */
export function templateDocument(
  { statements }: Template<string>,
  { withPaths }: { readonly withPaths: boolean },
): string {
  const own = withPaths ? [oneself, oneselfUnderAnyPath] : oneself
  const Statement = statements.map((statement) => ({ ...statement, Resource: statement.Resource ?? own }))
  return JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
}

/** Whether a document speaks of the caller in a form that no user with a path can match. */
export function missesUsersWithPath(document: string): boolean {
  return document.includes(':user/${aws:username}') && !document.includes(':user/*/${aws:username}')
}

/** The same document, which matches users with a path too: beside `oneself` wherever it stands as a resource. */
export function addPaths(document: string): string {
  const changed: unknown = JSON.parse(document, (_name, value: unknown) => {
    const list = Array.isArray(value) ? (value as unknown[]) : [value]
    if (!list.includes(oneself) || list.includes(oneselfUnderAnyPath)) return value
    return Array.isArray(value) ? [...list, oneselfUnderAnyPath] : value
  })
  return JSON.stringify(changed, withList, 2)
}

/** A single resource becomes a list of two. Elements of a list have been seen to above. */
function withList(this: unknown, _name: string, value: unknown): unknown {
  return value === oneself && !Array.isArray(this) ? [oneself, oneselfUnderAnyPath] : value
}
