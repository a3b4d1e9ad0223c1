import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { Form } from './form.tsx'
import { ModalButtons } from './modal-buttons.tsx'

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
  return (
    <Modal
      visible
      header={title}
      onDismiss={onCancel}
      footer={<ModalButtons confirm={save} pending={pending} onConfirm={onSave} onCancel={onCancel} />}
    >
      <Form onSubmit={onSave}>
        <SpaceBetween size="m">{children}</SpaceBetween>
      </Form>
    </Modal>
  )
}
