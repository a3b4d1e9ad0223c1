import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { absoluteTime } from '../../i18n/when.ts'
import { Copyable } from '../../parts/copy.tsx'
import { Link } from '../../parts/link.tsx'
import type { DecodedReason } from '../../parts/why/decoded-reason.ts'
import { userAddress } from '../user/user-address.ts'
import { labels } from './labels.ts'

/** Who was denied what, and when. */
export function Facts({ decoded: { reason, principal, at, onEveryResource } }: { readonly decoded: DecodedReason }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <KeyValuePairs
      columns={2}
      minColumnWidth={230}
      items={[
        {
          label: t(labels.principal),
          value:
            principal.name === undefined ? (
              <Copyable text={principal.arn ?? principal.id} />
            ) : (
              <Link href={userAddress(principal.name)}>{principal.name}</Link>
            ),
        },
        { label: t(labels.time), value: absoluteTime(at, language) },
        { label: t(labels.action), value: <Copyable text={reason.action} /> },
        {
          label: t(labels.resource),
          value: onEveryResource ? (
            <span className="kw-breaks">{t(labels.everyResource, { resource: reason.resource })}</span>
          ) : (
            <Copyable text={reason.resource} />
          ),
        },
      ]}
    />
  )
}
