import { Link } from '../link.tsx'
import { policyName } from './identity.ts'

/** A managed policy by its name, which leads to its page. */
export function PolicyLink({ arn }: { readonly arn: string }) {
  return <Link href={`/iam/policies/details/${encodeURIComponent(arn)}`}>{policyName(arn)}</Link>
}
