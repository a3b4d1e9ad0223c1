import Alert from '@cloudscape-design/components/alert'
import type { ApiError } from '../api/api-error.ts'
import { useT } from '../i18n/language-provider.tsx'
import { Denied, type DeniedProps } from './denied.tsx'
import { labels } from './labels.ts'

export interface FailureProps extends Pick<DeniedProps, 'action' | 'resource'> {
  /** Why a change failed; nothing is shown without one. */
  readonly error: ApiError | undefined
  /** The screen's own words for it, instead of the server's. */
  readonly text?: string
}

/** Why a change was not made: the denial panel, the server's sentence, or that no answer came. */
export function Failure({ error, ...props }: FailureProps) {
  if (!error || error.isSessionLoss) return null
  return (
    <div role="alert">
      <Told error={error} {...props} />
    </div>
  )
}

function Told({ error, text, ...asked }: FailureProps & { readonly error: ApiError }) {
  const t = useT()
  if (error.isDenied) return <Denied error={error} {...asked} />
  return (
    <Alert type="error">
      {error.isUncertain ? t(labels.uncertain) : (text ?? error.message)}
      {error.requestId !== '' && (
        <div className="kw-quiet">
          {t(labels.requestId)}: <code translate="no">{error.requestId}</code>
        </div>
      )}
    </Alert>
  )
}
