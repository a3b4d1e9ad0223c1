import { managedPolicy } from '../../../authz/managed-policies.ts'
import type { Requirement } from '../../../authz/requirement.ts'
import { limits } from '../../../domain/limits.ts'
import { userAttachments, type Attachment } from '../../../store/attachments.ts'
import type { User } from '../../../store/users.ts'
import { operation, type Judging } from '../../operation.ts'
import { page, shortDigest, type Position } from '../../paging.ts'
import { checkPolicyArn } from '../policies/policy.ts'
import { onBoundedUser } from '../users/boundary.ts'
import { onUser } from '../users/user.ts'

interface Attaching {
  readonly UserName: string
  readonly PolicyArn: string
}

function onAttachment(action: string, { input, caller, view }: Judging<Attaching>): Requirement<User> {
  checkPolicyArn(input.PolicyArn)
  const on = onBoundedUser(action, input.UserName, caller, view)
  return { ...on, context: new Map([...on.context, ['iam:policyarn', input.PolicyArn]]) }
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html */
export const AttachUserPolicy = operation('iam', 'AttachUserPolicy', {
  access: 'Permissions management',
  missing: 'the policies that can be attached are AdministratorAccess and IAMUserChangePassword',
  requires: (judging) => onAttachment('iam:AttachUserPolicy', judging),

  async run({ input, target, store, now, fault }) {
    const policy = managedPolicy(input.PolicyArn)
    if (policy === undefined) {
      throw fault('NoSuchEntity', `Policy ${input.PolicyArn} does not exist or is not attachable.`)
    }
    const attached = await store.userAttachments.of(target.id)
    const others = attached.filter((attachment) => attachment.policyArn !== policy.arn)
    if (others.length >= limits.attachedPoliciesPerUser) {
      throw fault('LimitExceeded', `Cannot exceed quota for PoliciesPerUser: ${limits.attachedPoliciesPerUser}`)
    }
    await store.userAttachments.attach(target.id, { policyArn: policy.arn, policyName: policy.name }, now)
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html */
export const DetachUserPolicy = operation('iam', 'DetachUserPolicy', {
  access: 'Permissions management',
  requires: (judging) => onAttachment('iam:DetachUserPolicy', judging),

  async run({ input, target, store, fault }) {
    if (!(await store.userAttachments.detach(target.id, input.PolicyArn))) {
      throw fault('NoSuchEntity', `Policy ${input.PolicyArn} was not found.`)
    }
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html */
export const ListAttachedUserPolicies = operation('iam', 'ListAttachedUserPolicies', {
  access: 'List',
  requires: ({ input, caller, view }) => onUser('iam:ListAttachedUserPolicies', input.UserName, caller, view),

  answer({ input, target, view, means }) {
    const prefix = input.PathPrefix ?? '/'
    const attached = view
      .get(userAttachments.of, { owner: target.id })
      .filter((policy) => pathOf(policy.policyArn).startsWith(prefix))
      .toSorted((a, b) => (isAfter(positionOf(a), positionOf(b)) ? 1 : -1))
    const { rows, rest } = page(
      {
        operation: 'ListAttachedUserPolicies',
        account: target.account,
        filters: [target.id, prefix],
        input,
        view,
        means,
      },
      {
        read: (after = [''], limit) => attached.filter((policy) => isAfter(positionOf(policy), after)).slice(0, limit),
        positionOf,
      },
    )
    return {
      AttachedPolicies: rows.map(({ policyArn, policyName }) => ({ PolicyName: policyName, PolicyArn: policyArn })),
      ...rest,
    }
  },
})

/** `/job-function/` of `arn:aws:iam::aws:policy/job-function/Billing` */
const pathOf = (policyArn: string): string => policyArn.replace(/^.*?:policy/, '').replace(/[^/]*$/, '')

/** By name, and where AWS and an account have policies of one name, by their ARNs in some order. */
const positionOf = ({ policyName, policyArn }: Attachment): Position => [policyName, shortDigest(policyArn)]

function isAfter([name, arn = '']: Position, [otherName, otherArn = '']: Position): boolean {
  return name > otherName || (name === otherName && arn > otherArn)
}
