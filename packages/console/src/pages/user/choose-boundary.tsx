import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Failure } from '../../parts/failure.tsx'
import { ChoiceModal } from '../../parts/choice-modal.tsx'
import { policyName, type Identity } from '../../parts/permissions/identity.ts'
import { labels as permissionLabels } from '../../parts/permissions/labels.ts'
import { PolicyChoice } from '../../parts/permissions/policy-choice.tsx'
import { useSession } from '../../session/session-state.ts'
import { labels } from './labels.ts'

export interface ChooseBoundaryProps {
  readonly identity: Identity
  readonly boundary: string | undefined
  readonly onClose: () => void
}

/** Sets a boundary, or another in place of the one there is. */
export function ChooseBoundary({ identity, boundary, onClose }: ChooseBoundaryProps) {
  const t = useT()
  const { UserName } = useSession()
  const { name, arn } = identity
  const [chosen, setChosen] = useState<readonly string[]>(boundary === undefined ? [] : [boundary])
  const bind = useChange('iam', 'PutUserPermissionsBoundary')
  const [policy] = chosen
  const save = async () => {
    if (policy === undefined) return
    const { error } = await bind.run({ UserName: name, PermissionsBoundary: policy })
    if (error) return
    flash({ name: 'boundary', type: 'success', content: t(labels.boundarySet, { name, policy: policyName(policy) }) })
    onClose()
  }
  return (
    <ChoiceModal
      title={t(labels.boundaryOf, { name })}
      save={t(boundary === undefined ? labels.setBoundary : labels.changeBoundary)}
      disabled={policy === undefined || policy === boundary}
      pending={bind.pending}
      onSave={save}
      onCancel={onClose}
    >
      <Box>{t(permissionLabels.boundaryText)}</Box>
      {UserName === name && <Box variant="strong">{t(labels.boundarySelf)}</Box>}
      <PolicyChoice single chosen={chosen} onChange={setChosen} />
      <Failure error={bind.error} action="iam:PutUserPermissionsBoundary" resource={arn} />
    </ChoiceModal>
  )
}
