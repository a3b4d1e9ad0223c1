import { useRead } from '../../api/use-read.ts'
import { Hidden } from '../../parts/hidden.tsx'

/** What a policy is for. Lists do not say it, as on AWS: it is asked for the rows on screen. */
export function DescriptionCell({ arn }: { readonly arn: string }) {
  const read = useRead('iam', 'GetPolicy', { PolicyArn: arn }, { expects: ['NoSuchEntity'] })
  if (read.error?.isDenied) return <Hidden action="iam:GetPolicy" />
  return read.data?.Policy?.Description
}
