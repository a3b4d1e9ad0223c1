import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Session } from '../api/types.ts'
import { useNow } from '../i18n/clock.ts'
import { useT } from '../i18n/language-provider.tsx'
import { dismissFlash, flash } from '../layout/flashes.tsx'
import { LinkButton } from '../parts/link.tsx'
import { begin } from './begin.ts'
import { labels } from './labels.ts'
import { isSamePerson, loseSession } from './session-state.ts'

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

const minute = 60_000
const day = 24 * 60 * minute
const warnBefore = 10 * minute
/** [AWS] The last days of a password. */
const passwordDaysWarned = 15

/** Says in time that the session ends, or the password, and lets somebody sign in again without leaving the page. */
export function SessionClock({ session }: { readonly session: Session }) {
  const t = useT()
  const [renewing, setRenewing] = useState(false)
  const { ExpiresAt, PasswordExpiresAt } = session

  useEffect(() => {
    setRenewing(false)
    const left = ExpiresAt - Date.now()
    // A clock that is wrong by half a day tells nothing; the server then says when it is over.
    if (left <= 0) return
    const warn = setTimeout(
      () => {
        flash({
          name: 'session-ends',
          type: 'warning',
          header: <Say label={labels.endsSoonTitle} />,
          content: <MinutesLeft until={ExpiresAt} />,
          action: (
            <Button onClick={() => setRenewing(true)}>
              <Say label={labels.signInAgain} />
            </Button>
          ),
        })
      },
      Math.max(0, left - warnBefore),
    )
    // Asked, not assumed: it may have been taken over by a sign-in in another tab.
    const end = setTimeout(() => void checkSession(session), left + 1000)
    return () => {
      clearTimeout(warn)
      clearTimeout(end)
      dismissFlash('session-ends')
    }
  }, [session, ExpiresAt])

  useEffect(() => {
    if (PasswordExpiresAt === undefined) return
    const days = Math.ceil((PasswordExpiresAt - Date.now()) / day)
    if (days < 1 || days > passwordDaysWarned) return
    flash({
      name: 'password-expires',
      type: 'warning',
      content: <DaysLeft days={days} />,
      action: (
        <LinkButton href="/iam/security_credentials">
          <Say label={labels.changePassword} />
        </LinkButton>
      ),
    })
    return () => dismissFlash('password-expires')
  }, [PasswordExpiresAt])

  if (!renewing) return null
  return (
    <Modal visible size="small" header={t(labels.signInAgain)} onDismiss={() => setRenewing(false)}>
      <Suspense>
        <SignInAgain session={session} />
      </Suspense>
    </Modal>
  )
}

async function checkSession(session: Session): Promise<void> {
  const begun = await begin().catch(() => undefined)
  if (!begun || begun.Session?.Handle === session.Handle) return
  loseSession(begun.Session && !isSamePerson(session, begun.Session) ? 'SessionChanged' : 'SessionEnded')
}

// A flash outlives the render that made it, and a change of language: what it says is a component.

type Saying = (typeof labels)['endsSoonTitle' | 'signInAgain' | 'changePassword']

function Say({ label }: { readonly label: Saying }) {
  const t = useT()
  return t(label)
}

function MinutesLeft({ until }: { readonly until: number }) {
  const t = useT()
  const now = useNow()
  return t(labels.endsSoonText, { count: Math.max(1, Math.ceil((until - now) / minute)) })
}

function DaysLeft({ days }: { readonly days: number }) {
  const t = useT()
  return t(labels.passwordExpires, { count: days })
}
