import { call } from '../../api/call.ts'
import { everyPage } from '../../api/lists.ts'
import { keyOf, useReadBy, type Read } from '../../api/use-read.ts'
import type { PolicyVersion } from './use-policy.ts'

/** [AWS] IAM quotas: versions of one policy. */
export const versionsMax = 5

/** The versions of a policy, the newest first, without their documents. */
export async function readVersions(arn: string, signal?: AbortSignal): Promise<readonly PolicyVersion[]> {
  const versions = await everyPage(
    (place) => call('iam', 'ListPolicyVersions', { PolicyArn: arn, ...place }, { ...(signal && { signal }) }),
    ({ Versions }) => Versions,
  )
  return versions.toSorted((a, b) => numberOf(b) - numberOf(a))
}

export function useVersions(arn: string): Read<readonly PolicyVersion[]> {
  return useReadBy(
    { queryKey: keyOf('iam:ListPolicyVersions', { arn }), queryFn: ({ signal }) => readVersions(arn, signal) },
    { expects: ['NoSuchEntity', 'InvalidInput'] },
  )
}

/** `v12` is the twelfth. */
const numberOf = ({ VersionId = '' }: PolicyVersion) => Number(VersionId.slice(1))
