import { managedPolicy, type ManagedPolicy } from '../../../authz/managed-policies.ts'
import type { Requirement } from '../../../authz/requirement.ts'
import type { View } from '../../../directory/view.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { ServiceError } from '../../../errors.ts'
import type { Policy as PolicyShape } from '../../../protocol/types/iam.ts'
import { groupAttachments, userAttachments } from '../../../store/attachments.ts'

// Printable ASCII alone: PostgreSQL holds no NUL in a text, and no policy's name or path has anything else.
const policyArn = /^arn:[\w-]+:iam::\w*:policy\/[\u0021-\u007e]+$/

/** Throws ValidationError for what is no policy's ARN. */
export function checkPolicyArn(arn: string): void {
  if (!policyArn.test(arn)) throw new ServiceError('ValidationError', 'Invalid ARN:  Could not be parsed!')
}

/** An action on the managed policy of this ARN. AWS's refusal prints the ARN after the word for its kind. */
export function onPolicy(action: string, arn: string): Requirement<ManagedPolicy> {
  checkPolicyArn(arn)
  return {
    action,
    resource: arn,
    spokenAs: `policy ${arn}`,
    target: () => {
      const policy = managedPolicy(arn)
      if (policy === undefined) throw new ServiceError('NoSuchEntity', `Policy ${arn} was not found.`)
      return policy
    },
  }
}

export const attachmentsOf = ({ arn }: ManagedPolicy, account: AccountId, view: View): number =>
  view.get(userAttachments.count, { account, policyArn: arn }) +
  view.get(groupAttachments.count, { account, policyArn: arn })

/** A policy as lists show it, with how often this account uses it: without its description, which GetPolicy adds. */
export function describePolicy(policy: ManagedPolicy, account: AccountId, view: View): PolicyShape {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.versionId,
    AttachmentCount: attachmentsOf(policy, account, view),
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.createdAt,
  }
}
