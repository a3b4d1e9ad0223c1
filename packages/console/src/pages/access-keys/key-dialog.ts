import type { ReactNode } from 'react'
import type { Key } from './key.ts'
import type { Owner } from './owner.ts'

/** What every dialog about one key takes. It is rendered only while it is open. */
export interface KeyDialogProps {
  readonly owner: Owner
  readonly of: Key
  readonly onClose: () => void
  readonly children?: ReactNode
}
