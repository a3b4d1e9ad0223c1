import { limits } from '../../../domain/limits.ts'
import { operation } from '../../operation.ts'
import { checkManagedDocument, describeVersion } from './policy-version.ts'
import { onOwnPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html */
export const CreatePolicyVersion = operation('iam', 'CreatePolicyVersion', {
  access: 'Permissions management',
  requires: ({ input, caller, view }) => onOwnPolicy('iam:CreatePolicyVersion', input.PolicyArn, caller, view),

  async run({ input, target, store, now, fault }) {
    const document = checkManagedDocument(input.PolicyDocument)
    // Counted inside the transaction: two callers cannot both have the last place.
    if ((await store.managedPolicies.versions(target.id)).length >= limits.versionsPerPolicy) {
      throw fault(
        'LimitExceeded',
        `A managed policy can have up to ${limits.versionsPerPolicy} versions. Before you create a new version, you must delete an existing version.`,
      )
    }
    const version = { ...document, n: target.lastVersion + 1, createdAt: now }
    await store.managedPolicies.addVersion(target.id, version)
    if (input.SetAsDefault === true) await store.managedPolicies.setDefault(target.id, version.n)
    return { PolicyVersion: describeVersion(version, input.SetAsDefault === true ? version.n : target.defaultVersion) }
  },
})
