import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Form } from './form.tsx'
import { labels } from './labels.ts'
import { ModalButtons } from './modal-buttons.tsx'

export interface ConfirmModalProps {
  readonly title: string
  /** The word on the button that does it. */
  readonly confirm: string
  /** What must be typed first, exactly. */
  readonly expected?: string
  /** The question above the field; by default "To confirm, type …". */
  readonly question?: string
  /** False while something else must happen first. */
  readonly ready?: boolean
  readonly pending: boolean
  readonly children: ReactNode
  readonly onConfirm: () => unknown
  readonly onCancel: () => void
}

/** Asks before something that cannot be taken back. Rendered only while it is open, so that nothing typed is remembered. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { title, confirm, expected, question, ready = true, pending, children, onConfirm, onCancel } = props
  const t = useT()
  const [typed, setTyped] = useState('')
  const allowed = ready && (expected === undefined || typed.trim() === expected)
  return (
    <Modal
      visible
      header={title}
      onDismiss={onCancel}
      footer={
        <ModalButtons
          confirm={confirm}
          disabled={!allowed}
          pending={pending}
          onConfirm={() => (allowed ? onConfirm() : undefined)}
          onCancel={onCancel}
        />
      }
    >
      <SpaceBetween size="m">
        {children}
        {expected !== undefined && (
          <Form onSubmit={() => (allowed && !pending ? onConfirm() : undefined)}>
            <FormField label={question ?? t(labels.typeToConfirm, { expected })} stretch>
              <Input
                // A field that could not be typed in is made anew when it can, and takes the focus then.
                key={String(ready)}
                value={typed}
                onChange={({ detail }) => setTyped(detail.value)}
                placeholder={expected}
                autoComplete={false}
                spellcheck={false}
                disabled={!ready}
                autoFocus
              />
            </FormField>
          </Form>
        )}
      </SpaceBetween>
    </Modal>
  )
}
