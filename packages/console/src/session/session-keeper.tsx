import type { ReactNode } from 'react'
import { useSessionState } from './session-state.ts'

export interface SessionKeeperProps {
  readonly children: ReactNode
}

/**
 * Holds the pages of one person. When the session is lost they stay as they are, so that a form keeps what was typed, but
 * out of sight; they come back for the same person only.
 */
export function SessionKeeper({ children }: SessionKeeperProps) {
  const { phase, session } = useSessionState()
  if (!session) return null
  const open = phase === 'open'
  return (
    <div key={`${session.AccountId} ${session.PrincipalId}`} hidden={!open}>
      {children}
    </div>
  )
}
