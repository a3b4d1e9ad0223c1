import Alert from '@cloudscape-design/components/alert'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useT } from '../../i18n/language-provider.tsx'
import type { FoundUser } from './columns.tsx'
import type { KeyOwner } from './key-owner.ts'
import { labels } from './labels.ts'

export interface OwnerNoticeProps {
  readonly id: string
  /** Undefined while it is being looked for. */
  readonly owner: KeyOwner | undefined
  /** The owner as the list shows her; says whether the key is active, to those who may know. */
  readonly user: FoundUser | undefined
}

/** One sentence on the key id that was searched for. */
export function OwnerNotice({ id, owner, user }: OwnerNoticeProps) {
  const t = useT()
  if (owner === undefined) return <StatusIndicator type="loading">{t(labels.searchingOwner)}</StatusIndicator>
  const sentence = () => {
    switch (owner.kind) {
      case 'user': {
        const status = user?.AccessKeys?.find((key) => key.AccessKeyId === id)?.Status
        const label =
          status === 'Active' ? labels.ownedActive : status === 'Inactive' ? labels.ownedInactive : labels.owned
        return t(label, { id, user: owner.userName })
      }
      case 'root':
        return t(labels.ownedByRoot, { id })
      case 'otherAccount':
        return t(labels.ownedElsewhere, { id, account: owner.account })
      case 'hidden':
        return t(labels.ownedHidden, { id, action: owner.action })
      case 'temporary':
        return t(labels.ownedTemporary, { id, account: owner.account })
      case 'unknown':
        return t(labels.ownedByNobody, { id })
      default:
        return owner satisfies never
    }
  }
  return (
    <div role="status">
      <Alert type="info">{sentence()}</Alert>
    </div>
  )
}
