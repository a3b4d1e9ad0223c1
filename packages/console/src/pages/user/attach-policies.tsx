import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Failure } from '../../parts/failure.tsx'
import { FormModal } from '../../parts/form-modal.tsx'
import { labels } from './labels.ts'
import { PolicyChoice } from './policy-choice.tsx'

export interface AttachPoliciesProps {
  readonly name: string
  readonly arn: string
  readonly attached: readonly string[]
  readonly onClose: () => void
}

/** Attaches managed policies, one call each. What was attached before a refusal stays, and leaves the choice. */
export function AttachPolicies({ name, arn, attached, onClose }: AttachPoliciesProps) {
  const t = useT()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const attach = useChange('iam', 'AttachUserPolicy')
  const save = async () => {
    const done: string[] = []
    for (const PolicyArn of chosen) {
      const { error } = await attach.run({ UserName: name, PolicyArn })
      if (error) break
      done.push(PolicyArn)
    }
    if (done.length > 0) {
      const policies = done.map((one) => one.slice(one.lastIndexOf('/') + 1)).join(', ')
      flash({ name: 'user', type: 'success', content: t(labels.attached, { user: name, policies }) })
    }
    if (done.length === chosen.length) onClose()
    else setChosen(chosen.filter((one) => !done.includes(one)))
  }
  return (
    <FormModal
      title={t(labels.attach)}
      save={t(labels.attach)}
      pending={attach.pending}
      onSave={save}
      onCancel={onClose}
    >
      <Box>{t(labels.choosePolicies)}</Box>
      <PolicyChoice chosen={chosen} without={attached} onChange={setChosen} />
      <Failure error={attach.error} action="iam:AttachUserPolicy" resource={arn} />
    </FormModal>
  )
}
