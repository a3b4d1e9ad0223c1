import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useFieldFaults } from '../../parts/field-fault.ts'
import { FormModal } from '../../parts/form-modal.tsx'
import { sayGone } from './gone.ts'
import type { KeyDialogProps } from './key-dialog.ts'
import { labels } from './labels.ts'
import { statusNow } from './status-now.ts'

export interface DescriptionDialogProps extends KeyDialogProps {
  readonly userName: string
  readonly description: string
}

/** Sets, changes or clears a key's description. Cleared is an empty value: the seed's policies grant TagUser alone. */
export function DescriptionDialog({ owner, userName, of: key, description, onClose }: DescriptionDialogProps) {
  const t = useT()
  const [value, setValue] = useState(description)
  const tag = useChange('iam', 'TagUser')
  const faults = useFieldFaults('iam:TagUser', tag.error, true)
  const fault = faults.of('Tags.Value', value)

  const save = async () => {
    if (fault !== undefined && !tag.error) return
    // A tag does not ask whether its key is still there.
    if ((await statusNow(owner, key.id)) === undefined) {
      sayGone(t, key)
      return onClose()
    }
    const { error } = await tag.run({ UserName: userName, Tags: [{ Key: key.id, Value: value }] })
    if (error) return
    flash({ name: key.id, type: 'success', content: t(labels.described, { id: key.id }) })
    onClose()
  }

  return (
    <FormModal title={t(labels.editTitle)} save={t(labels.save)} pending={tag.pending} onSave={save} onCancel={onClose}>
      <FormField
        label={t(labels.tagValue)}
        description={t(labels.tagText)}
        constraintText={t(labels.tagConstraint)}
        errorText={fault}
        stretch
      >
        <Input
          value={value}
          onChange={({ detail }) => {
            tag.reset()
            setValue(detail.value)
          }}
          autoComplete={false}
          autoFocus
        />
      </FormField>
      {faults.rest !== undefined && <Failure error={tag.error} action="iam:TagUser" resource={owner.arn} />}
    </FormModal>
  )
}
