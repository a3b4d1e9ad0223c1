import Box from '@cloudscape-design/components/box'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { useState } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { useNow } from '../../i18n/clock.ts'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { when } from '../../i18n/when.ts'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Failure } from '../../parts/failure.tsx'
import { labels } from './labels.ts'
import type { PolicyVersion } from './use-policy.ts'

export interface FullDialogProps {
  readonly arn: string
  /** The newest first. */
  readonly versions: readonly PolicyVersion[]
  readonly pending: boolean
  readonly error: ApiError | undefined
  readonly onChoose: (version: string) => unknown
  readonly onCancel: () => void
}

/** Asks which version makes room for a new one. The oldest is proposed; the one in force is not among them. */
export function FullDialog({ arn, versions, pending, error, onChoose, onCancel }: FullDialogProps) {
  const t = useT()
  const { language } = useLanguage()
  const now = useNow()
  const others = versions.filter(({ IsDefaultVersion }) => IsDefaultVersion !== true)
  const [chosen, setChosen] = useState(others.at(-1)?.VersionId ?? '')
  return (
    <ConfirmModal
      title={t(labels.fullTitle)}
      confirm={t(labels.deleteAndSave)}
      pending={pending}
      onConfirm={() => onChoose(chosen)}
      onCancel={onCancel}
    >
      <Box>{t(labels.fullText)}</Box>
      <RadioGroup
        ariaLabel={t(labels.versions)}
        value={chosen}
        items={others.map(({ VersionId = '', CreateDate = 0 }) => ({
          value: VersionId,
          label: t(labels.versionOf, { version: VersionId, when: when(CreateDate, now, language) }),
        }))}
        onChange={({ detail }) => setChosen(detail.value)}
      />
      <Failure error={error} action="iam:DeletePolicyVersion" resource={arn} />
    </ConfirmModal>
  )
}
