import { useState } from 'react'
import type { Session } from '../api/types.ts'
import { useT } from '../i18n/language-provider.tsx'
import { ChangeStep, forcedChange, type ForcedChange } from '../pages/signin/change-step.tsx'
import { PasswordStep } from '../pages/signin/password-step.tsx'
import type { Step, Who } from '../pages/signin/sign-in-call.ts'
import { labels } from './labels.ts'
import { nameAtAccount, openSession } from './session-state.ts'

/** Signing in as the person whose pages these are, in place. */
export function SignInAgain({ session }: { readonly session: Session }) {
  const t = useT()
  const [change, setChange] = useState<ForcedChange>()
  const who: Who =
    session.PrincipalType === 'User'
      ? { PrincipalType: 'User', Account: session.AccountAlias ?? session.AccountId, UserName: session.UserName ?? '' }
      : { PrincipalType: 'Root', Email: session.Email ?? '' }

  const go = (step: Step) => {
    setChange(forcedChange(step, who))
    if (step.Session) openSession(step.Session)
  }

  if (change) return <ChangeStep change={change} onNext={go} onRestart={() => setChange(undefined)} />
  return (
    <PasswordStep
      who={who}
      focusPassword
      onNext={go}
      fields={() => (
        <>
          {/* Not seen: a password manager learns here whose password it is. */}
          <input
            hidden
            readOnly
            name="username"
            autoComplete="username"
            value={who.PrincipalType === 'User' ? who.UserName : who.Email}
          />
          <strong translate="no">{nameAtAccount(session, t(labels.rootUser))}</strong>
        </>
      )}
    />
  )
}
