import { lazy, Suspense, useLayoutEffect, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { firstAddress } from './first-address.ts'
import { useSessionState } from './session-state.ts'
import { SessionClock } from './session-clock.tsx'

const SessionLost = lazy(async () => ({ default: (await import('./session-lost.tsx')).SessionLost }))

export interface SessionKeeperProps {
  readonly children: ReactNode
}

/**
 * Holds the pages of one person. When the session is lost they stay as they are, so that a form keeps what was typed, but
 * out of sight; they come back for the same person only.
 */
export function SessionKeeper({ children }: SessionKeeperProps) {
  const { phase, session, remembered } = useSessionState()
  const place = useLocation()
  const lost = phase === 'ended' || phase === 'changed'

  // Dialogs and menus hang on the body, outside the pages: they are hidden with them (session-lost.css).
  useLayoutEffect(() => {
    document.body.classList.toggle('kw-session-lost', lost)
    return () => document.body.classList.remove('kw-session-lost')
  }, [lost])

  if (!session)
    return <Navigate to={firstAddress(place, { Session: session, Remembered: remembered }) ?? '/'} replace />
  return (
    <>
      <div key={`${session.AccountId} ${session.PrincipalId}`} hidden={lost}>
        <SessionClock session={session} />
        {children}
      </div>
      {lost && (
        <Suspense>
          <SessionLost key={phase} phase={phase} session={session} />
        </Suspense>
      )}
    </>
  )
}
