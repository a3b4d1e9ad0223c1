import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Failure } from '../failure.tsx'
import { useFieldFaults } from '../field-fault.ts'
import { FormModal } from '../form-modal.tsx'
import { labels } from './labels.ts'
import { tagKeyFault, type TypedTag } from './tag-keys.ts'
import type { Tagging } from './tags.tsx'

export interface TagFormProps {
  readonly arn: string
  readonly put: Tagging['put']
  readonly tags: readonly TypedTag[]
  /** The one to be changed; without it, a new one is made. */
  readonly tag?: TypedTag
  readonly onClose: () => void
}

/** A tag's key and value. The key of one that exists stays: under another it would be another tag. */
export function TagForm({ arn, put, tags, tag, onClose }: TagFormProps) {
  const t = useT()
  const [key, setKey] = useState(tag?.Key ?? '')
  const [value, setValue] = useState(tag?.Value ?? '')
  const [tried, setTried] = useState(false)
  // What the model asks of a tag is the same wherever it hangs.
  const faults = useFieldFaults('iam:TagUser', put.error, tried)
  const own = tag ? undefined : tagKeyFault(key, tags)
  const keyError = own === undefined ? faults.of('Tags.Key', key) : t(labels[own])
  const valueError = faults.of('Tags.Value', value)
  const save = async () => {
    setTried(true)
    if (own !== undefined || key === '') return
    const { error } = await put.run({ Key: key, Value: value })
    if (!error) onClose()
  }
  return (
    <FormModal
      title={t(tag ? labels.editTag : labels.addTag)}
      save={t(tag ? labels.save : labels.addTag)}
      pending={put.pending}
      onSave={save}
      onCancel={onClose}
    >
      <FormField label={t(labels.tagKey)} errorText={keyError}>
        <Input
          value={key}
          readOnly={tag !== undefined}
          autoFocus={tag === undefined}
          autoComplete={false}
          onChange={({ detail }) => setKey(detail.value)}
        />
      </FormField>
      <FormField label={t(labels.tagValue)} errorText={valueError}>
        <Input
          value={value}
          autoFocus={tag !== undefined}
          autoComplete={false}
          onChange={({ detail }) => setValue(detail.value)}
        />
      </FormField>
      {(put.error?.isDenied || faults.rest !== undefined) && (
        <Failure error={put.error} action={put.action} resource={arn} />
      )}
    </FormModal>
  )
}
