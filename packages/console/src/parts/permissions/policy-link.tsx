import { Link } from '../link.tsx'
import { policyAddress } from '../policy/policy-address.ts'
import { policyName } from './identity.ts'

/** A managed policy by its name, which leads to its page. */
export function PolicyLink({ arn }: { readonly arn: string }) {
  return <Link href={policyAddress(arn)}>{policyName(arn)}</Link>
}
