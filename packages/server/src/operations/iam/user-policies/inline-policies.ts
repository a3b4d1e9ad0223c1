import { parsePolicy, PolicyError, policySize } from '@keyward/policy'
import { policyHash } from '../../../authz/managed-policies.ts'
import { limits } from '../../../domain/limits.ts'
import { ServiceError } from '../../../errors.ts'
import { userPolicies } from '../../../store/inline-policies.ts'
import { nameKey } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging.ts'
import { onUser } from '../users/user.ts'

const noSuchPolicy = (name: string) =>
  new ServiceError('NoSuchEntity', `The user policy with name ${name} cannot be found.`)

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html */
export const PutUserPolicy = operation('iam', 'PutUserPolicy', {
  access: 'Permissions management',
  requires: ({ input, caller, view }) => onUser('iam:PutUserPolicy', input.UserName, caller, view),

  async run({ input, target, store, fault }) {
    const text = input.PolicyDocument
    try {
      parsePolicy(text, 'identity-inline')
    } catch (error) {
      if (error instanceof PolicyError) throw fault('MalformedPolicyDocument', error.message)
      throw error
    }
    const size = policySize(text)
    const sizes = new Map(await store.userPolicies.sizes(target.id)).set(nameKey(input.PolicyName), size)
    const total = [...sizes.values()].reduce((sum, one) => sum + one, 0)
    if (total > limits.userPolicySizeMax) {
      throw fault(
        'LimitExceeded',
        `Maximum policy size of ${limits.userPolicySizeMax} bytes exceeded for user ${target.name}`,
      )
    }
    await store.userPolicies.put(target.id, { name: input.PolicyName, text, hash: policyHash(text), size })
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html */
export const GetUserPolicy = operation('iam', 'GetUserPolicy', {
  access: 'Read',
  requires: ({ input, caller, view }) => onUser('iam:GetUserPolicy', input.UserName, caller, view),

  answer({ input, target, view }) {
    const policy = view.get(userPolicies.one, { owner: target.id, nameKey: nameKey(input.PolicyName) })
    if (policy === undefined) throw noSuchPolicy(input.PolicyName)
    // AWS echoes the spelling that was asked for.
    return { UserName: target.name, PolicyName: input.PolicyName, PolicyDocument: policy.text }
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html */
export const DeleteUserPolicy = operation('iam', 'DeleteUserPolicy', {
  access: 'Permissions management',
  requires: ({ input, caller, view }) => onUser('iam:DeleteUserPolicy', input.UserName, caller, view),

  async run({ input, target, store }) {
    if (!(await store.userPolicies.delete(target.id, input.PolicyName))) throw noSuchPolicy(input.PolicyName)
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html */
export const ListUserPolicies = operation('iam', 'ListUserPolicies', {
  access: 'List',
  requires: ({ input, caller, view }) => onUser('iam:ListUserPolicies', input.UserName, caller, view),

  answer({ input, target, view, means }) {
    const policies = view.get(userPolicies.of, { owner: target.id })
    const { rows, rest } = page(
      { operation: 'ListUserPolicies', account: target.account, filters: [target.id], input, view, means },
      {
        read: ([after] = [''], limit) => policies.filter((policy) => nameKey(policy.name) > after).slice(0, limit),
        positionOf: (policy) => [nameKey(policy.name)],
      },
    )
    return { PolicyNames: rows.map((policy) => policy.name), ...rest }
  },
})
