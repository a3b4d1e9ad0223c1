import { operation } from '../../operation.ts'
import { noSuchVersion, versionNumber } from './policy-version.ts'
import { onOwnPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html */
export const DeletePolicyVersion = operation('iam', 'DeletePolicyVersion', {
  access: 'Permissions management',
  requires: ({ input, caller, view }) => onOwnPolicy('iam:DeletePolicyVersion', input.PolicyArn, caller, view),

  async run({ input, target, store, fault }) {
    const n = versionNumber(input.VersionId)
    if (n === target.defaultVersion) throw fault('DeleteConflict', 'Cannot delete the default version of a policy.')
    if (!(await store.managedPolicies.deleteVersion(target.id, n))) throw noSuchVersion(target.arn, input.VersionId)
    return undefined
  },
})
