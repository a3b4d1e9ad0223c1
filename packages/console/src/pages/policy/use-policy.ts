import type { ApiError } from '../../api/api-error.ts'
import type { Output } from '../../api/types.ts'
import { useRead, type Read } from '../../api/use-read.ts'
import { isOfAws, policyName } from '../../parts/permissions/identity.ts'

export type ManagedPolicy = NonNullable<Output<'iam', 'GetPolicy'>['Policy']>
export type PolicyVersion = NonNullable<Output<'iam', 'GetPolicyVersion'>['PolicyVersion']>

export interface KnownPolicy {
  readonly arn: string
  readonly name: string
  readonly isAws: boolean
  /** Undefined where it could not be read, or not yet. */
  readonly policy: ManagedPolicy | undefined
  readonly error: ApiError | undefined
  readonly pending: boolean
}

/** The policy that an address names. */
export function usePolicy(arn: string): KnownPolicy {
  const read = useRead('iam', 'GetPolicy', { PolicyArn: arn }, { expects: ['NoSuchEntity', 'InvalidInput'] })
  const policy = read.data?.Policy
  return {
    arn,
    name: policy?.PolicyName ?? policyName(arn),
    isAws: isOfAws(arn),
    policy,
    error: read.error,
    pending: read.pending,
  }
}

/** One version, with its document; nothing is asked until the version is known. */
export function usePolicyVersion(
  arn: string,
  version: string | undefined,
): Read<{ readonly PolicyVersion?: PolicyVersion | undefined }> {
  return useRead(
    'iam',
    'GetPolicyVersion',
    { PolicyArn: arn, VersionId: version ?? '' },
    { enabled: version !== undefined, expects: ['NoSuchEntity'] },
  )
}
