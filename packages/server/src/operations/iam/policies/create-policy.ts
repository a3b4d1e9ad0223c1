import { policyArn } from '../../../domain/arn.ts'
import { mintPolicyId } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import { operation } from '../../operation.ts'
import { checkTagQuota, checkTags, describeTags, readTags } from '../tags/tags.ts'
import { checkManagedDocument } from './policy-version.ts'
import { describePolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const CreatePolicy = operation('iam', 'CreatePolicy', {
  access: 'Permissions management',
  requires({ input, caller }) {
    const arn = policyArn(caller.principal.account, input.Path ?? '/', input.PolicyName)
    const requestTags = readTags(input.Tags)
    const on = { resource: arn, spokenAs: `policy ${arn}` }
    // As on AWS, whoever may not tag policies may not make tagged ones: tags decide in policies.
    const further = requestTags.length === 0 ? [] : [{ action: 'iam:TagPolicy', ...on }]
    return { action: 'iam:CreatePolicy', ...on, further, requestTags, target: () => arn }
  },

  async run({ input, caller, target: arn, store, now, fault }) {
    const document = checkManagedDocument(input.PolicyDocument)
    const tags = readTags(input.Tags)
    checkTags(tags)
    checkTagQuota('Policy', [], tags)
    const { account } = caller.principal
    const policy = {
      id: mintPolicyId(account),
      account,
      arn,
      name: input.PolicyName,
      path: input.Path ?? '/',
      description: input.Description,
      createdAt: now,
      updatedAt: now,
      defaultVersion: 1,
      lastVersion: 1,
    }
    if (!(await store.managedPolicies.insert(policy, { ...document, n: 1, createdAt: now }))) {
      throw fault(
        'EntityAlreadyExists',
        `A policy called ${policy.name} already exists. Duplicate names are not allowed.`,
      )
    }
    if ((await store.managedPolicies.countIn(account)) > limits.policiesPerAccount)
      throw fault('LimitExceeded', `Cannot exceed quota for PoliciesPerAccount: ${limits.policiesPerAccount}`)
    await store.policyTags.put(policy.id, tags)
    return {
      Policy: {
        ...describePolicy(policy, { attachments: 0, boundaries: 0 }),
        // As on AWS, only what was given.
        ...(input.Description === undefined ? {} : { Description: input.Description }),
        ...describeTags(tags),
      },
    }
  },
})
