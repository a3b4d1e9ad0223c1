import Alert from '@cloudscape-design/components/alert'
import { useT } from '../../i18n/language-provider.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Comparison } from '../../parts/policy/comparison.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { labels } from './labels.ts'
import { usePolicyVersion } from './use-policy.ts'

export interface VersionDifferenceProps {
  readonly arn: string
  readonly from: string
  readonly to: string
}

/** What turns one version into another. */
export function VersionDifference({ arn, from, to }: VersionDifferenceProps) {
  const t = useT()
  const [before, after] = [usePolicyVersion(arn, from), usePolicyVersion(arn, to)]
  const error = before.error ?? after.error
  if (error?.isDenied) return <Denied error={error} action="iam:GetPolicyVersion" resource={arn} />
  if (error) return <Alert type="error">{error.message}</Alert>
  const [old, young] = [before.data?.PolicyVersion?.Document, after.data?.PolicyVersion?.Document]
  if (old === undefined || young === undefined) return <Waiting />
  if (old === young) return <Alert type="info">{t(labels.equal)}</Alert>
  return <Comparison before={old} after={young} names={{ before: from, after: to }} />
}
