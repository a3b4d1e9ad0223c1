import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Failure } from '../../parts/failure.tsx'
import { sayGone } from './gone.ts'
import { LastUseFact } from './key-facts.tsx'
import type { KeyDialogProps } from './key-dialog.ts'
import { labels } from './labels.ts'
import { named } from './owner.ts'

export interface DeactivateDialogProps extends KeyDialogProps {
  readonly onDeactivated?: () => void
}

/** Asks before an active key is stopped. `children`: what else the screen has to say first. */
export function DeactivateDialog({ owner, of: key, onClose, onDeactivated, children }: DeactivateDialogProps) {
  const t = useT()
  const update = useChange('iam', 'UpdateAccessKey')
  const deactivate = async () => {
    const { error } = await update.run({ ...named(owner), AccessKeyId: key.id, Status: 'Inactive' })
    if (error?.code === 'NoSuchEntity') sayGone(t, key)
    else if (error) return
    else {
      flash({ name: key.id, type: 'success', content: t(labels.deactivated, { id: key.id }) })
      onDeactivated?.()
    }
    onClose()
  }
  return (
    <ConfirmModal
      title={t(labels.deactivateTitle, { id: key.id })}
      confirm={t(labels.deactivate)}
      pending={update.pending}
      onConfirm={deactivate}
      onCancel={onClose}
    >
      <div>{t(labels.deactivateText)}</div>
      <LastUseFact of={key} />
      {children}
      <Failure error={update.error} action="iam:UpdateAccessKey" resource={owner.arn} />
    </ConfirmModal>
  )
}
