import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { Difference } from '../../parts/policy/difference.tsx'
import type { Conflict } from './before-saving.ts'
import { labels } from './labels.ts'

export interface ConflictDialogProps {
  readonly conflict: Conflict
  readonly name: string
  readonly mine: string
  readonly pending: boolean
  readonly onOverwrite: () => unknown
  readonly onTakeTheirs: (document: string) => void
  readonly onCancel: () => void
}

const words = {
  changed: { title: labels.changedTitle, text: labels.changedText },
  taken: { title: labels.takenTitle, text: labels.takenText },
  deleted: { title: labels.deletedTitle, text: labels.deletedText },
} as const

/** Somebody else was faster: shows what would be lost, and lets the person decide. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { conflict, name, mine, pending, onOverwrite, onTakeTheirs, onCancel } = props
  const t = useT()
  const { title, text } = words[conflict.kind]
  return (
    <Modal
      visible
      size="large"
      header={t(title, { name })}
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {t(labels.cancel)}
            </Button>
            {conflict.kind === 'changed' && (
              <Button onClick={() => onTakeTheirs(conflict.theirs)}>{t(labels.takeTheirs)}</Button>
            )}
            <Button loading={pending} onClick={() => void onOverwrite()}>
              {t(labels.overwrite)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{t(text, { name })}</Box>
        {conflict.kind !== 'deleted' && <Difference before={conflict.theirs} after={mine} />}
      </SpaceBetween>
    </Modal>
  )
}
