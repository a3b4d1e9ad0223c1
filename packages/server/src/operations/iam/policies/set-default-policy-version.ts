import { operation } from '../../operation.ts'
import { noSuchVersion, versionNumber } from './policy-version.ts'
import { onOwnPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html */
export const SetDefaultPolicyVersion = operation('iam', 'SetDefaultPolicyVersion', {
  access: 'Permissions management',
  requires: ({ input, caller, view }) => onOwnPolicy('iam:SetDefaultPolicyVersion', input.PolicyArn, caller, view),

  async run({ input, target, store }) {
    const n = versionNumber(input.VersionId)
    if (!(await store.managedPolicies.versions(target.id)).includes(n)) throw noSuchVersion(target.arn, input.VersionId)
    await store.managedPolicies.setDefault(target.id, n)
    return undefined
  },
})
