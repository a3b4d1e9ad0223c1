import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useFieldFaults } from '../../parts/field-fault.ts'
import { FormModal } from '../../parts/form-modal.tsx'
import { labels } from './labels.ts'

/** Gives the account an alias, or another one in its place. */
export function ChangeAlias({ alias, onClose }: { readonly alias: string | undefined; readonly onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState(alias ?? '')
  const [tried, setTried] = useState(false)
  const change = useChange('iam', 'CreateAccountAlias')
  const faults = useFieldFaults('iam:CreateAccountAlias', change.error, tried)
  const fault = faults.of('AccountAlias', typed)
  const title = t(alias === undefined ? labels.createAlias : labels.changeAlias)

  const save = async () => {
    setTried(true)
    if (typed === alias) return onClose()
    const { error } = await change.run({ AccountAlias: typed })
    if (error) return
    flash({ name: 'alias', type: 'success', content: t(labels.aliasSaved, { alias: typed }) })
    onClose()
  }

  return (
    <FormModal title={title} save={t(labels.save)} pending={change.pending} onSave={save} onCancel={onClose}>
      {alias !== undefined && <Alert type="warning">{t(labels.aliasWarning)}</Alert>}
      {fault === undefined && <Failure error={change.error} action="iam:CreateAccountAlias" resource="*" />}
      <FormField label={t(labels.aliasField)} description={t(labels.aliasHint)} errorText={fault} stretch>
        <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} spellcheck={false} autoFocus />
      </FormField>
    </FormModal>
  )
}

export function DeleteAlias({ alias, onClose }: { readonly alias: string; readonly onClose: () => void }) {
  const t = useT()
  const change = useChange('iam', 'DeleteAccountAlias')
  const remove = async () => {
    const { error } = await change.run({ AccountAlias: alias })
    if (error) return
    flash({ name: 'alias', type: 'success', content: t(labels.aliasDeleted, { alias }) })
    onClose()
  }
  return (
    <ConfirmModal
      title={t(labels.deleteAlias)}
      confirm={t(labels.deleteAlias)}
      pending={change.pending}
      onConfirm={remove}
      onCancel={onClose}
    >
      <p>{t(labels.aliasWarning)}</p>
      <Failure error={change.error} action="iam:DeleteAccountAlias" resource="*" />
    </ConfirmModal>
  )
}
