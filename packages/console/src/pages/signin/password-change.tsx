import { Navigate, useLocation, useNavigate } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { ChangeStep } from './change-step.tsx'
import { Heading } from './heading.tsx'
import { labels } from './labels.ts'
import { useSignIn } from './signin-context.ts'

/** The forced change. Loaded again, or without a step before it, signing in begins again: the attempt is kept nowhere. */
export function PasswordChangePage() {
  const t = useT()
  const navigate = useNavigate()
  const { search } = useLocation()
  const { change, go } = useSignIn()
  const beginning = `/signin${search}`
  if (!change) return <Navigate to={beginning} replace />
  return (
    <>
      <Heading plain>{t(labels.changeTitle)}</Heading>
      <ChangeStep change={change} onNext={go} onRestart={() => void navigate(beginning, { replace: true })} />
    </>
  )
}
