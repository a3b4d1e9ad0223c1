import { useMemo } from 'react'
import { useRead } from '../../api/use-read.ts'
import { boundaryForbids } from './boundary-forbids.ts'

/** Whether the policy of this ARN, as a boundary, keeps the user from an action. False where nobody can say. */
export function useBoundaryForbids(policyArn: string | undefined, action: string, userArn: string): boolean {
  const PolicyArn = policyArn ?? ''
  const expects = ['NoSuchEntity', 'InvalidInput'] as const
  const policy = useRead('iam', 'GetPolicy', { PolicyArn }, { enabled: PolicyArn !== '', expects })
  const VersionId = policy.data?.Policy?.DefaultVersionId ?? ''
  const enabled = PolicyArn !== '' && VersionId !== ''
  const version = useRead('iam', 'GetPolicyVersion', { PolicyArn, VersionId }, { enabled, expects })
  const document = policyArn === undefined ? undefined : version.data?.PolicyVersion?.Document
  return useMemo(
    () => document !== undefined && boundaryForbids(document, action, userArn),
    [document, action, userArn],
  )
}
