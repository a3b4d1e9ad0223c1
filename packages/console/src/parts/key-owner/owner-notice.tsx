import Alert from '@cloudscape-design/components/alert'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useT } from '../../i18n/language-provider.tsx'
import type { KeyOwner } from './key-owner.ts'
import { labels } from './labels.ts'

export interface OwnerNoticeProps {
  readonly id: string
  /** Undefined while it is being looked for. */
  readonly owner: KeyOwner | undefined
  /** To those who may know it. */
  readonly status?: string | undefined
}

/** One sentence on the key id that was searched for. */
export function OwnerNotice({ id, owner, status }: OwnerNoticeProps) {
  const t = useT()
  if (owner === undefined) return <StatusIndicator type="loading">{t(labels.searchingOwner)}</StatusIndicator>
  const sentence = () => {
    switch (owner.kind) {
      case 'user': {
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
