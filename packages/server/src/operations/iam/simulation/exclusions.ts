import type { PolicySource } from '../../../authz/policies.ts'
import { ServiceError } from '../../../errors.ts'
import type { PolicyIdentifier } from '../../../protocol/types/iam.ts'
import { nameKey } from '../../../store/users.ts'
import { sourceTypeOf } from './matched-statements.ts'

/** Does a call leave this stored policy out of its simulation? `asBoundary`: the part it plays. Throws InvalidInput for what names no policy. */
export function isExcluded(
  source: PolicySource,
  asBoundary: boolean,
  exclusions: readonly PolicyIdentifier[],
): boolean {
  return exclusions.some((exclusion) => names(exclusion, source, asBoundary))
}

function names(
  { PolicyType: type, PolicyArn: arn, InlinePolicyIdentifier: inline }: PolicyIdentifier,
  source: PolicySource,
  asBoundary: boolean,
): boolean {
  if ([type, arn, inline].filter((given) => given !== undefined).length !== 1) {
    throw new ServiceError(
      'InvalidInput',
      'A policy is excluded by one of PolicyType, PolicyArn and InlinePolicyIdentifier.',
    )
  }
  if (type !== undefined) return kindOf(source, asBoundary) === type
  if (arn !== undefined) return source.arn === arn
  // Roles, and so their inline policies, come with roles.
  return (
    inline !== undefined &&
    source.kind === 'inline' &&
    nameKey(source.name) === nameKey(inline.PolicyName) &&
    inline.AttachmentType === source.owner.type.toLowerCase() &&
    (source.owner.name === undefined || nameKey(source.owner.name) === nameKey(inline.AttachmentName))
  )
}

function kindOf(source: PolicySource, asBoundary: boolean): PolicyIdentifier['PolicyType'] {
  if (asBoundary) return 'permission-boundary'
  const type = sourceTypeOf(source)
  return type === 'aws-managed' || type === 'user-managed' ? type : 'inline'
}
