import { useT } from '../../i18n/language-provider.tsx'
import { Link } from '../link.tsx'
import { groupIdentity, userIdentity } from '../permissions/identity.ts'
import { policyAddress } from '../policy/policy-address.ts'
import type { PolicyOfStatement } from './reason.ts'
import { policyText } from './sentence.ts'

/** A policy in words, which lead to its page or its editor. */
export function PolicyName({ policy }: { readonly policy: PolicyOfStatement }) {
  const text = policyText(useT(), policy).trim()
  const href = policyHref(policy)
  return href === undefined ? (
    text
  ) : (
    <Link variant="primary" href={href}>
      {text}
    </Link>
  )
}

function policyHref({ kind, name, arn, owner }: PolicyOfStatement): string | undefined {
  if (kind === 'managed') return arn === undefined ? undefined : policyAddress(arn)
  if (kind === 'given' || owner === undefined) return undefined
  const { base } = (owner.kind === 'user' ? userIdentity : groupIdentity)('', owner.name)
  return `${base}/edit-policy?policy=${encodeURIComponent(name)}`
}
