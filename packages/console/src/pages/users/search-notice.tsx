import Alert from '@cloudscape-design/components/alert'
import { useT } from '../../i18n/language-provider.tsx'
import type { KeyOwner } from '../../parts/key-owner/key-owner.ts'
import { labels as keyLabels } from '../../parts/key-owner/labels.ts'
import { OwnerNotice } from '../../parts/key-owner/owner-notice.tsx'
import type { Search } from '../../parts/key-owner/typed-key.ts'
import type { FoundUser } from './columns.tsx'
import { labels } from './labels.ts'

interface SearchNoticeProps {
  readonly search: Search
  readonly owner: KeyOwner | undefined
  /** The first row: of a search by key id the owner's. */
  readonly first: FoundUser | undefined
}

/** What there is to say of what was searched for, where it was a key id or a part of one. */
export function SearchNotice({ search, owner, first }: SearchNoticeProps) {
  const t = useT()
  if (search.kind === 'partOfKeyId') {
    return (
      <div role="status">
        <Alert type="info">{t(keyLabels.partOfKeyId)}</Alert>
      </div>
    )
  }
  if (search.kind !== 'keyId' && search.kind !== 'temporaryKeyId') return null
  const key = first?.AccessKeys?.find(({ AccessKeyId }) => AccessKeyId === search.id)
  return <OwnerNotice id={search.id} owner={owner} status={key?.Status} />
}

/** Somebody pasted a secret: it was cleared, and went nowhere. */
export function SecretRefused({ onDismiss }: { readonly onDismiss: () => void }) {
  const t = useT()
  return (
    <Alert
      type="error"
      header={t(keyLabels.secretRefusedTitle)}
      dismissible
      dismissAriaLabel={t(labels.dismiss)}
      onDismiss={onDismiss}
    >
      {t(keyLabels.secretRefused)}
    </Alert>
  )
}
