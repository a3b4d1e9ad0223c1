import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Failure } from '../../parts/failure.tsx'
import { ModalButtons } from '../../parts/modal-buttons.tsx'
import { labels } from './labels.ts'
import { VersionDifference } from './version-difference.tsx'

export interface SetDefaultProps {
  readonly arn: string
  readonly version: string
  readonly current: string
  readonly onClose: () => void
}

/** Puts another version in force, and rolls back so: what changes is shown before. */
export function SetDefault({ arn, version, current, onClose }: SetDefaultProps) {
  const t = useT()
  const change = useChange('iam', 'SetDefaultPolicyVersion')
  const set = async () => {
    const { error } = await change.run({ PolicyArn: arn, VersionId: version })
    if (error) return
    flash({ name: 'policy', type: 'success', content: t(labels.defaultSet, { version }) })
    onClose()
  }
  return (
    <Modal
      visible
      size="large"
      header={t(labels.setDefaultTitle, { version })}
      onDismiss={onClose}
      footer={
        <ModalButtons confirm={t(labels.setDefault)} pending={change.pending} onConfirm={set} onCancel={onClose} />
      }
    >
      <SpaceBetween size="m">
        <Box>{t(labels.setDefaultText, { current })}</Box>
        <VersionDifference arn={arn} from={current} to={version} />
        <Failure error={change.error} action="iam:SetDefaultPolicyVersion" resource={arn} />
      </SpaceBetween>
    </Modal>
  )
}
