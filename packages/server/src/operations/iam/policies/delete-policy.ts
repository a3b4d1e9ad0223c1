import { operation } from '../../operation.ts'
import { onOwnPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html */
export const DeletePolicy = operation('iam', 'DeletePolicy', {
  access: 'Permissions management',
  requires: ({ input, caller, view }) => onOwnPolicy('iam:DeletePolicy', input.PolicyArn, caller, view),

  async run({ target, caller, store, fault }) {
    const { attachments, boundaries } = await store.policyUses.of(caller.principal.account, target.arn)
    // A boundary that is gone would bound nothing, and one that is made again by its name might be anyone's.
    if (attachments + boundaries > 0) throw fault('DeleteConflict', 'Cannot delete a policy attached to entities.')
    if ((await store.managedPolicies.versions(target.id)).length > 1) {
      throw fault(
        'DeleteConflict',
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      )
    }
    await store.managedPolicies.delete(target.id)
    return undefined
  },
})
