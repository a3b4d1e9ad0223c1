import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ChoiceModal } from '../choice-modal.tsx'
import { Failure } from '../failure.tsx'
import { calls, named, policyName, type Identity } from './identity.ts'
import { labels } from './labels.ts'
import { PolicyChoice } from './policy-choice.tsx'

export interface AttachPoliciesProps {
  readonly identity: Identity
  readonly attached: readonly string[]
  readonly onClose: () => void
}

/** Attaches managed policies, one call each. What was attached before a refusal stays, and leaves the choice. */
export function AttachPolicies({ identity, attached, onClose }: AttachPoliciesProps) {
  const t = useT()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const operation = calls[identity.kind].attach
  const attach = useChange('iam', operation)
  const save = async () => {
    const done: string[] = []
    for (const PolicyArn of chosen) {
      const { error } = await attach.run({ ...named(identity), PolicyArn })
      if (error) break
      done.push(PolicyArn)
    }
    if (done.length > 0) {
      const policies = done.map(policyName).join(', ')
      flash({ name: 'policies', type: 'success', content: t(labels.attached, { name: identity.name, policies }) })
    }
    if (done.length === chosen.length) onClose()
    else setChosen(chosen.filter((one) => !done.includes(one)))
  }
  return (
    <ChoiceModal
      title={t(labels.attachTo, { name: identity.name })}
      save={t(labels.attach)}
      disabled={chosen.length === 0}
      pending={attach.pending}
      onSave={save}
      onCancel={onClose}
    >
      <PolicyChoice chosen={chosen} without={attached} onChange={setChosen} />
      <Failure error={attach.error} action={`iam:${operation}`} resource={identity.arn} />
    </ChoiceModal>
  )
}
