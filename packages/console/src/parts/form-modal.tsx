import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Form } from './form.tsx'
import { labels } from './labels.ts'

export interface FormModalProps {
  readonly title: string
  /** The word on the button that sends the form. */
  readonly save: string
  readonly pending: boolean
  readonly children: ReactNode
  readonly onSave: () => unknown
  readonly onCancel: () => void
}

/** A few fields in a dialog. Enter sends them, Escape leaves. Rendered only while it is open. */
export function FormModal({ title, save, pending, children, onSave, onCancel }: FormModalProps) {
  const t = useT()
  return (
    <Modal
      visible
      header={title}
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              {t(labels.cancel)}
            </Button>
            <Button variant="primary" loading={pending} onClick={() => void onSave()}>
              {save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <Form onSubmit={onSave}>
        <SpaceBetween size="m">{children}</SpaceBetween>
      </Form>
    </Modal>
  )
}
