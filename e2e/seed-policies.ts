const own = 'arn:aws:iam::*:user/${aws:username}'

const policy = (Sid: string, Action: readonly string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid, Effect: 'Allow', Action, Resource: own }] })

const creating = ['iam:CreateAccessKey', 'iam:GetUser', 'iam:ListAccessKeys']

/** The two policies of AWS's page about access keys, as they stand there. */
export const createOwnAccessKeys = policy('CreateOwnAccessKeys', [...creating, 'iam:TagUser'])

const managing = [
  'iam:CreateAccessKey',
  'iam:DeleteAccessKey',
  'iam:GetAccessKeyLastUsed',
  'iam:GetUser',
  'iam:ListAccessKeys',
  'iam:UpdateAccessKey',
]

export const manageOwnAccessKeys = policy('ManageOwnAccessKeys', [...managing, 'iam:TagUser'])

/** iam:TagUser is optional, the page says. */
export const createWithoutTags = policy('CreateOwnAccessKeys', creating)
export const manageWithoutTags = policy('ManageOwnAccessKeys', managing)

/** What AWS's page says of multi-factor authentication, as a policy. */
export const endInstancesWithMfa = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['ec2:RunInstances', 'ec2:DescribeInstances', 'ec2:StopInstances'], Resource: '*' },
    {
      Effect: 'Allow',
      Action: 'ec2:TerminateInstances',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
  ],
})
