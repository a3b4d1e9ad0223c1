import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { useSession } from '../../session/session-state.ts'
import { oneself, userOf, type Owner } from '../access-keys/owner.ts'
import { Frame } from './frame.tsx'
import { labels } from './labels.ts'
import { RetrieveStep } from './retrieve-step.tsx'
import { RootStep } from './root-step.tsx'
import { useCreate } from './use-create.ts'
import { UserSteps } from './user-steps.tsx'

/** The way to a new key, for the user of the address, for oneself, and for root. */
export function CreateAccessKey() {
  const session = useSession()
  const { name } = useParams()
  const owner = useMemo(() => (name === undefined ? oneself(session) : userOf(session, name)), [session, name])
  return <Creating key={owner.base} owner={owner} />
}

function Creating({ owner }: { readonly owner: Owner }) {
  const t = useT()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const creation = useCreate(owner)
  const { made, undescribed, drop } = creation
  const [finished, setFinished] = useState(false)
  const next = search.get('then') === 'rotate' ? `${owner.base}/rotate-access-key` : owner.home
  const step = search.get('step')

  // In place of the step before: Back leaves the secret, with a question, and leads to no second creation.
  useEffect(() => {
    if (made && step !== 'retrieve') setSearch(withStep('retrieve'), { replace: true })
  }, [made, step, setSearch])

  useEffect(() => {
    if (!finished) return
    drop()
    // From an effect, when the guard has been told.
    void navigate(next)
  }, [finished, drop, navigate, next])

  if (made && !finished) {
    return (
      <Frame owner={owner} step="retrieve">
        <LeaveGuard when title={t(labels.leaveTitle)} text={t(labels.leaveText)} />
        <SpaceBetween size="l">
          {undescribed && (
            <Alert type="warning" header={t(labels.notDescribed)}>
              {undescribed.isDenied ? (
                <DeniedLine error={undescribed} action="iam:TagUser" resource={owner.arn} />
              ) : (
                undescribed.message
              )}
            </Alert>
          )}
          <RetrieveStep owner={owner} made={made} onDone={() => setFinished(true)} />
        </SpaceBetween>
      </Frame>
    )
  }
  // Reloaded, or the session was lost: the address alone shows no secret.
  if (step === 'retrieve') {
    const back = <LinkButton href={owner.home}>{t(labels.backToKeys)}</LinkButton>
    return (
      <Frame owner={owner} step="retrieve">
        <Alert type="warning" header={t(labels.goneTitle)} action={back}>
          {t(labels.goneText)}
        </Alert>
      </Frame>
    )
  }
  if (owner.userName === undefined) return <RootStep owner={owner} creation={creation} />
  return (
    <UserSteps
      owner={owner}
      creation={creation}
      step={step === 'description' ? 'description' : 'use-case'}
      onStep={(wanted) => setSearch(withStep(wanted))}
    />
  )
}

function withStep(step: string) {
  return (search: URLSearchParams): URLSearchParams => {
    const changed = new URLSearchParams(search)
    changed.set('step', step)
    return changed
  }
}
