import type { House } from '../house.ts'

const document = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)

const runInstances = {
  Sid: 'RunInstances',
  Effect: 'Allow',
  Action: ['ec2:RunInstances', 'ec2:DescribeInstances', 'ec2:StopInstances'],
  Resource: '*',
}

/** Three stages of one policy, the oldest first. */
export const stages: readonly string[] = [
  document({ ...runInstances, Action: 'ec2:*' }),
  document(runInstances, { Sid: 'Terminate', Effect: 'Allow', Action: 'ec2:TerminateInstances', Resource: '*' }),
  document(runInstances, {
    Sid: 'TerminateWithMfa',
    Effect: 'Allow',
    Action: 'ec2:TerminateInstances',
    Resource: '*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  }),
]

/** What somebody wrote in a hurry. */
export const faultyPolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Operate instances",
      "Effect": "Alow",
      "Action": ["ec2:RunInstance", "ec2:StopInstances", "iam:PassRole"],
      "Resource": "*",
      "Condition": {
        "Bool": { "aws:MultifactorPresent": "yes" }
      }
    }
  ]
}`

/** The policies that the company has written, and who has them. Gives the ARN of the one with a history. */
export async function publish({ iam }: House): Promise<string> {
  const make = async (PolicyName: string, PolicyDocument: string, more: object = {}) =>
    (await iam.createPolicy({ PolicyName, PolicyDocument, ...more })).Policy?.Arn ?? ''
  const [first = '', ...later] = stages
  const operators = await make('OperateInstances', first, {
    Path: '/operations/',
    Description: 'Starting and stopping the parcel trackers; terminating them only with MFA',
    Tags: [
      { Key: 'owner', Value: 'haruka.sato' },
      { Key: 'review', Value: '2027-03' },
    ],
  })
  for (const PolicyDocument of later) {
    await iam.createPolicyVersion({ PolicyArn: operators, PolicyDocument, SetAsDefault: true })
  }
  const labels = await make(
    'PrintLabels',
    document({
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: ['arn:aws:s3:::aozora-labels', 'arn:aws:s3:::aozora-labels/*'],
    }),
    { Path: '/applications/', Description: 'Reading the labels of today' },
  )
  const ceiling = await make(
    'EngineeringCeiling',
    document({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }),
    { Description: 'The most that an engineer may be given' },
  )
  await make(
    'OldInvoices',
    document({ Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::aozora-invoices-2019/*' }),
  )
  await iam.createGroup({ GroupName: 'operators' })
  await iam.createGroup({ GroupName: 'warehouse' })
  await iam.attachGroupPolicy({ GroupName: 'operators', PolicyArn: operators })
  await iam.attachUserPolicy({ UserName: 'kenji.mori', PolicyArn: operators })
  await iam.attachUserPolicy({ UserName: 'label-printer', PolicyArn: labels })
  for (const UserName of ['haruka.sato', 'kenji.mori']) {
    await iam.putUserPermissionsBoundary({ UserName, PermissionsBoundary: ceiling })
  }
  return operators
}
