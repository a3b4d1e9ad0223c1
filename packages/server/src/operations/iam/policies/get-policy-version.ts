import { operation } from '../../operation.ts'
import { onPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html */
export const GetPolicyVersion = operation('iam', 'GetPolicyVersion', {
  access: 'Read',
  missing: "only AWS's own policies that can be attached here, each in one version",
  requires: ({ input }) => onPolicy('iam:GetPolicyVersion', input.PolicyArn),

  answer({ input, target, fault }) {
    if (input.VersionId !== target.versionId) {
      throw fault(
        'NoSuchEntity',
        `Policy ${target.arn} version ${input.VersionId} does not exist or is not attachable.`,
      )
    }
    return {
      PolicyVersion: {
        Document: target.text,
        VersionId: target.versionId,
        IsDefaultVersion: true,
        CreateDate: target.createdAt,
      },
    }
  },
})
