import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { ModalButtons } from './modal-buttons.tsx'

export interface ChoiceModalProps {
  readonly title: string
  /** The word on the button that does it. */
  readonly save: string
  /** Nothing is chosen yet. */
  readonly disabled: boolean
  readonly pending: boolean
  readonly children: ReactNode
  readonly onSave: () => unknown
  readonly onCancel: () => void
}

/** A list to choose from, in a dialog. No form: Enter in its search box sends nothing. */
export function ChoiceModal({ title, save, disabled, pending, children, onSave, onCancel }: ChoiceModalProps) {
  return (
    <Modal
      visible
      size="large"
      header={title}
      onDismiss={onCancel}
      footer={
        <ModalButtons confirm={save} disabled={disabled} pending={pending} onConfirm={onSave} onCancel={onCancel} />
      }
    >
      <SpaceBetween size="m">{children}</SpaceBetween>
    </Modal>
  )
}
