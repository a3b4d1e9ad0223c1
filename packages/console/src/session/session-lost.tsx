import './session-lost.css'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useId, useRef, useState } from 'react'
import type { Session } from '../api/types.ts'
import { useT } from '../i18n/language-provider.tsx'
import { useTitle } from '../layout/page.tsx'
import { Brand } from '../pages/signin/brand.tsx'
import { begin } from './begin.ts'
import { labels } from './labels.ts'
import { isSamePerson, nameAtAccount, openSession } from './session-state.ts'
import { SignInAgain } from './sign-in-again.tsx'

export interface SessionLostProps {
  readonly phase: 'ended' | 'changed'
  /** That of the pages behind. */
  readonly session: Session
}

/** All that is left on screen when the session is gone: the way back in. */
export function SessionLost({ phase, session }: SessionLostProps) {
  const t = useT()
  const titleId = useId()
  const [other, setOther] = useState<Session>()
  const [asked, setAsked] = useState(phase === 'ended')
  const [again, setAgain] = useState(false)
  const card = useRef<HTMLDivElement>(null)
  const was = nameAtAccount(session, t(labels.rootUser))

  useEffect(() => {
    if (phase !== 'changed') return
    void begin()
      .then(({ Session: now }) => {
        // The same person has signed in again in another tab: these are still their pages.
        if (now && isSamePerson(session, now)) openSession(now)
        else setOther(now)
      })
      .catch(() => undefined)
      .finally(() => setAsked(true))
  }, [phase, session])

  // Where nothing in the card has taken the focus: what had it is out of sight.
  useEffect(() => {
    if (asked && !card.current?.contains(document.activeElement)) card.current?.focus()
  }, [asked])

  const title = t(other ? labels.changedTitle : labels.endedTitle)
  useTitle(title)
  if (!asked) return null
  return (
    <div className="kw-signin" role="dialog" aria-modal="true" aria-labelledby={titleId}>
      <Brand />
      <div className="kw-signin-card" ref={card} tabIndex={-1}>
        <h1 id={titleId}>{title}</h1>
        {other && !again ? (
          <SpaceBetween size="m">
            <div>{t(labels.changedText, { now: nameAtAccount(other, t(labels.rootUser)), was })}</div>
            <Button variant="primary" fullWidth onClick={() => openSession(other)}>
              {t(labels.continueAs, { who: nameAtAccount(other, t(labels.rootUser)) })}
            </Button>
            <Button fullWidth onClick={() => setAgain(true)}>
              {t(labels.signInAgainAs, { who: was })}
            </Button>
          </SpaceBetween>
        ) : (
          <>
            <p>{t(labels.endedText)}</p>
            <SignInAgain session={session} />
            <nav className="kw-signin-links">
              {/* Loaded anew: nothing of the pages behind is taken along. */}
              <a href="/signin">{t(labels.differentAccount)}</a>
            </nav>
          </>
        )}
      </div>
    </div>
  )
}
