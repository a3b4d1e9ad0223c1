import { useState } from 'react'
import { Outlet, useLocation, useNavigate, useSearchParams } from 'react-router'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { languages } from '../../i18n/language.ts'
import { CopyListener } from '../../parts/copy.tsx'
import { returnAddress } from '../../session/return-address.ts'
import { openSession } from '../../session/session-state.ts'
import { Brand } from './brand.tsx'
import { forcedChange, type ForcedChange } from './change-step.tsx'
import { labels } from './labels.ts'
import type { Step, Who } from './sign-in-call.ts'
import type { SignIn } from './signin-context.ts'

/** Around the pages of signing in: the name of the house, one card, and the languages. */
export function SignInFrame() {
  const navigate = useNavigate()
  const { search } = useLocation()
  const [params] = useSearchParams()
  const [change, setChange] = useState<ForcedChange>()

  const go = (step: Step, who: Who) => {
    const forced = forcedChange(step, who)
    if (forced) {
      setChange(forced)
      void navigate(`/signin/password-change${search}`)
    } else if (step.Session) {
      openSession(step.Session)
      void navigate(returnAddress(params.get('return'), location.origin), { replace: true })
    }
  }

  return (
    <div className="kw-signin">
      <Brand />
      <main className="kw-signin-card">
        <Outlet context={{ change, go } satisfies SignIn} />
      </main>
      <footer className="kw-signin-foot">
        <LanguageChoice />
      </footer>
      <CopyListener />
    </div>
  )
}

function LanguageChoice() {
  const t = useT()
  const { language, speak } = useLanguage()
  return (
    <div role="group" aria-label={t(labels.language)}>
      {(['en', 'ja'] as const).map((id) => (
        <button key={id} type="button" lang={id} aria-pressed={id === language} onClick={() => speak(id)}>
          {languages[id]}
        </button>
      ))}
    </div>
  )
}
