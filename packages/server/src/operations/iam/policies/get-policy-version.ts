import { operation } from '../../operation.ts'
import { describeVersion, findVersion, noSuchVersion } from './policy-version.ts'
import { onPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html */
export const GetPolicyVersion = operation('iam', 'GetPolicyVersion', {
  access: 'Read',
  requires: ({ input, caller, view }) => onPolicy('iam:GetPolicyVersion', input.PolicyArn, caller, view),

  answer({ input, target, view }) {
    const version = findVersion(target, input.VersionId, view)
    if (version === undefined) throw noSuchVersion(target.arn, input.VersionId)
    return { PolicyVersion: { Document: version.text, ...describeVersion(version, target.defaultVersion) } }
  },
})
