import { managedPolicy, type ManagedPolicy } from '../../../authz/managed-policies.ts'
import type { Requirement } from '../../../authz/requirement.ts'
import type { View } from '../../../directory/view.ts'
import type { Caller } from '../../../domain/caller.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { ServiceError } from '../../../errors.ts'
import type { Policy as PolicyShape } from '../../../protocol/types/iam.ts'
import { storedPolicyByArn, type StoredPolicy } from '../../../store/managed-policies.ts'
import type { PolicyUses } from '../../../store/policy-uses.ts'
import { policyTags, tagKeyKey } from '../../../store/tags.ts'

// Printable ASCII alone: PostgreSQL holds no NUL in a text, and no policy's name or path has anything else.
const policyArn = /^arn:[\w-]+:iam::(\w*):policy\/[\u0021-\u007e]+$/

/** Whose policy an ARN names. Throws ValidationError for what is no policy's ARN. */
export function readPolicyArn(arn: string): string {
  const [, account] = policyArn.exec(arn) ?? []
  if (account === undefined) throw new ServiceError('ValidationError', 'Invalid ARN:  Could not be parsed!')
  return account
}

/** A managed policy that an account may use: its own, or AWS's. */
function usablePolicy(arn: string, account: AccountId, view: View): StoredPolicy | undefined {
  const owner = readPolicyArn(arn)
  if (owner !== 'aws' && owner !== account) return undefined
  return managedPolicy(arn) ?? view.get(storedPolicyByArn, { arn })
}

/** One that may be attached, or bound: undefined for one whose file is gone. */
export function attachablePolicy(arn: string, account: AccountId, view: View): StoredPolicy | undefined {
  const policy = usablePolicy(arn, account, view)
  return policy?.withdrawnAt === undefined ? policy : undefined
}

/** An action on the managed policy of this ARN. AWS's refusal prints the ARN after the word for its kind. */
export function onPolicy(action: string, arn: string, caller: Caller, view: View): Requirement<StoredPolicy> {
  const { account } = caller.principal
  const owner = readPolicyArn(arn)
  const policy = usablePolicy(arn, account, view)
  return {
    action,
    resource: arn,
    spokenAs: `policy ${arn}`,
    isForeign: owner !== 'aws' && owner !== account,
    resourceTags: () => tagsOf(policy, view),
    target: () => {
      if (policy === undefined) throw new ServiceError('NoSuchEntity', `Policy ${arn} was not found.`)
      return policy
    },
  }
}

/** An action that changes a policy: AWS's own are for nobody to change, not for root either. */
export const onOwnPolicy = (action: string, arn: string, caller: Caller, view: View): Requirement<StoredPolicy> => ({
  ...onPolicy(action, arn, caller, view),
  isForeign: readPolicyArn(arn) !== caller.principal.account,
})

/** The tags a condition may ask for, by their keys in lower case. */
function tagsOf(policy: StoredPolicy | undefined, view: View): ReadonlyMap<string, string> {
  const tags = policy === undefined ? [] : view.get(policyTags.of, { owner: policy.id })
  return new Map(tags.map((tag) => [tagKeyKey(tag.key), tag.value]))
}

/** Is its document in the program, and not in the database? */
export const isBuiltIn = (policy: StoredPolicy): policy is ManagedPolicy => managedPolicy(policy.arn) !== undefined

export const versionId = (n: number): string => `v${n}`

/** A policy as lists show it, with how often this account uses it: without description and tags, which GetPolicy adds. */
export const describePolicy = (policy: StoredPolicy, { attachments, boundaries }: PolicyUses): PolicyShape => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: versionId(policy.defaultVersion),
  AttachmentCount: attachments,
  PermissionsBoundaryUsageCount: boundaries,
  // As of a policy that AWS deprecates.
  IsAttachable: policy.withdrawnAt === undefined,
  CreateDate: policy.createdAt,
  UpdateDate: policy.updatedAt,
})
