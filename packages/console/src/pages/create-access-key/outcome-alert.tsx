import Alert from '@cloudscape-design/components/alert'
import { useT } from '../../i18n/language-provider.tsx'
import { Failure } from '../../parts/failure.tsx'
import { LinkButton } from '../../parts/link.tsx'
import type { Owner } from '../access-keys/owner.ts'
import type { Outcome } from './create-key.ts'
import { labels } from './labels.ts'

export interface OutcomeAlertProps {
  readonly owner: Owner
  readonly outcome: Exclude<Outcome, { readonly kind: 'made' }>
}

/** Why there is no secret to show, and whether there is a key all the same. Said aloud as soon as it is known. */
export function OutcomeAlert(props: OutcomeAlertProps) {
  return (
    <div role="alert">
      <Told {...props} />
    </div>
  )
}

function Told({ owner, outcome }: OutcomeAlertProps) {
  const t = useT()
  const back = <LinkButton href={owner.home}>{t(labels.backToKeys)}</LinkButton>
  if (outcome.kind === 'lost') {
    return (
      <Alert type="error" header={t(labels.lostTitle)} action={back}>
        {t(labels.lostText, { id: outcome.accessKeyId })}
      </Alert>
    )
  }
  const { error } = outcome
  // The session ended under the call: the sign-in dialog says so.
  if (error.isSessionLoss) return null
  if (outcome.kind === 'unknown') {
    return (
      <Alert type="error" action={back}>
        {t(labels.noAnswerUnknown)}
      </Alert>
    )
  }
  if (error.isUncertain) return <Alert type="error">{t(labels.noAnswerNotMade)}</Alert>
  if (error.code === 'LimitExceeded') {
    return (
      <Alert type="error" action={back}>
        {t(labels.raced)}
      </Alert>
    )
  }
  return <Failure error={error} action="iam:CreateAccessKey" resource={owner.arn} />
}
