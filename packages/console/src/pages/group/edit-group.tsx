import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import type { Group } from '../../api/lists.ts'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Failure } from '../../parts/failure.tsx'
import { faultText, useFieldFaults } from '../../parts/field-fault.ts'
import { FormModal } from '../../parts/form-modal.tsx'
import { labels } from './labels.ts'

export interface EditGroupProps {
  readonly group: Group
  /** With its name, which may be another. */
  readonly onSaved: (name: string) => void
  readonly onClose: () => void
}

/** Another name, another path, or both. */
export function EditGroup({ group, onSaved, onClose }: EditGroupProps) {
  const t = useT()
  const [name, setName] = useState(group.GroupName)
  const [path, setPath] = useState(group.Path)
  const [tried, setTried] = useState(false)
  const update = useChange('iam', 'UpdateGroup')
  const faults = useFieldFaults('iam:UpdateGroup', update.error, tried)
  const taken = update.error?.code === 'EntityAlreadyExists'
  const pathFault = faultText(t, 'iam:UpdateGroup', 'NewPath', path)
  const save = async () => {
    setTried(true)
    if (faultText(t, 'iam:UpdateGroup', 'NewGroupName', name) !== undefined || pathFault !== undefined) return
    const changes = {
      ...(name !== group.GroupName && { NewGroupName: name }),
      ...(path !== group.Path && { NewPath: path }),
    }
    if (Object.keys(changes).length === 0) {
      onClose()
      return
    }
    const { error } = await update.run({ GroupName: group.GroupName, ...changes })
    if (error) return
    flash({ name: 'group', type: 'success', content: t(labels.edited, { name }) })
    onSaved(name)
  }
  return (
    <FormModal
      title={t(labels.editTitle, { name: group.GroupName })}
      save={t(labels.save)}
      pending={update.pending}
      onSave={save}
      onCancel={onClose}
    >
      <Box>{t(labels.editText)}</Box>
      <FormField
        label={t(labels.groupName)}
        constraintText={t(labels.groupNameText)}
        errorText={(taken && update.error?.message) || faults.of('NewGroupName', name)}
      >
        <Input
          value={name}
          autoFocus
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => setName(detail.value)}
        />
      </FormField>
      <FormField
        label={t(labels.path)}
        constraintText={t(labels.pathText)}
        errorText={pathFault === undefined ? faults.of('NewPath', path) : t(labels.pathForm)}
      >
        <Input value={path} autoComplete={false} spellcheck={false} onChange={({ detail }) => setPath(detail.value)} />
      </FormField>
      {!taken && (update.error?.isDenied || faults.rest !== undefined) && (
        <Failure error={update.error} {...(!update.error?.isDenied && { resource: group.Arn })} />
      )}
    </FormModal>
  )
}
