import Alert from '@cloudscape-design/components/alert'
import type { ApiError } from '../../api/api-error.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { refusalLabel } from './sign-in-call.ts'

/** Why a step was refused. The place is always there, so that what comes into it is read aloud. */
export function StepError({
  error,
  text,
}: {
  readonly error: ApiError | undefined
  readonly text?: string | undefined
}) {
  const t = useT()
  const label = error && refusalLabel(error)
  return (
    <div role="alert" className="kw-alert">
      {error && <Alert type="error">{text ?? (label ? t(label) : error.message)}</Alert>}
    </div>
  )
}
