import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export interface ModalButtonsProps {
  /** The word on the button that does it. */
  readonly confirm: string
  readonly disabled?: boolean
  readonly pending: boolean
  readonly onConfirm: () => unknown
  readonly onCancel: () => void
}

/** The two buttons at a dialog's end. */
export function ModalButtons({ confirm, disabled = false, pending, onConfirm, onCancel }: ModalButtonsProps) {
  const t = useT()
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onCancel}>
          {t(labels.cancel)}
        </Button>
        <Button variant="primary" disabled={disabled} loading={pending} onClick={() => void onConfirm()}>
          {confirm}
        </Button>
      </SpaceBetween>
    </Box>
  )
}
