import Alert from '@cloudscape-design/components/alert'
import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { useChange } from '../../api/use-change.ts'
import { markStale } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ActionButton } from '../../parts/action-button.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Failure } from '../../parts/failure.tsx'
import { sayGone } from './gone.ts'
import type { KeyDialogProps } from './key-dialog.ts'
import { LastUseFact } from './key-facts.tsx'
import { labels } from './labels.ts'
import { named, type Owner } from './owner.ts'
import { statusNow } from './status-now.ts'

export interface DeleteDialogProps extends KeyDialogProps {
  readonly onDeleted?: () => void
}

/** Deletes a key once it is inactive, by a press of the person's own, and once its id has been typed. */
export function DeleteDialog({ owner, of: key, onClose, onDeleted, children }: DeleteDialogProps) {
  const t = useT()
  const [stopped, setStopped] = useState<'here' | 'again'>()
  const [error, setError] = useState<ApiError>()
  const [pending, setPending] = useState(false)
  const update = useChange('iam', 'UpdateAccessKey')
  const remove = useChange('iam', 'DeleteAccessKey')
  const active = key.status === 'Active'

  const gone = () => {
    sayGone(t, key)
    onClose()
  }

  const deactivate = async () => {
    const { error: refused } = await update.run({ ...named(owner), AccessKeyId: key.id, Status: 'Inactive' })
    if (refused?.code === 'NoSuchEntity') return gone()
    if (!refused) setStopped('here')
  }

  const deleteNow = async () => {
    setError(undefined)
    // Read again just before: somebody may have needed the key, and activated it. What remains is the width of one call.
    const status = await statusNow(owner, key.id)
    if (status instanceof ApiError) return setError(status)
    if (status === undefined) return gone()
    if (status === 'Active') return setStopped('again')
    const { error: refused } = await remove.run({ ...named(owner), AccessKeyId: key.id })
    if (refused?.code === 'NoSuchEntity') return gone()
    if (refused) return
    await forgetDescription(owner, key.id)
    flash({ name: key.id, type: 'success', content: t(labels.deleted, { id: key.id }) })
    onDeleted?.()
    onClose()
  }

  const confirm = async () => {
    setPending(true)
    try {
      await deleteNow()
    } finally {
      setPending(false)
    }
  }

  return (
    <ConfirmModal
      title={t(labels.deleteTitle, { id: key.id })}
      confirm={t(labels.delete)}
      expected={key.id}
      question={t(labels.confirmDelete)}
      ready={!active}
      pending={pending}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <div>{t(labels.deleteText)}</div>
      <LastUseFact of={key} />
      {children}
      {active && (
        <Alert type="warning" action={<ActionButton onPress={deactivate}>{t(labels.deactivate)}</ActionButton>}>
          <span role="status">{stopped === 'again' ? t(labels.activeAgain) : t(labels.deactivateFirst)}</span>
        </Alert>
      )}
      {!active && stopped === 'here' && <Alert type="success">{t(labels.deactivatedNow)}</Alert>}
      <Failure error={update.error} action="iam:UpdateAccessKey" resource={owner.arn} />
      <Failure error={error} action="iam:ListAccessKeys" resource={owner.arn} />
      <Failure error={remove.error} action="iam:DeleteAccessKey" resource={owner.arn} />
    </ConfirmModal>
  )
}

/** The description went with the key. The seed's policies do not grant this, so a refusal is no news. */
async function forgetDescription({ userName }: Owner, id: string): Promise<void> {
  if (userName === undefined) return
  try {
    await call('iam', 'UntagUser', { UserName: userName, TagKeys: [id] })
    markStale('iam', 'UntagUser')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}
