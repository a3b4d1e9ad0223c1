import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useCallback, useEffect, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { markStale } from '../../api/use-read.ts'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useSession } from '../../session/session-state.ts'
import { deletionOf, readBelongings, type Found } from './belongings.ts'
import { carryOut, deletionSteps, type Outcome, type Step } from './cascade.ts'
import { labels } from './labels.ts'

export interface DeleteUserProps {
  readonly name: string
  /** What the calls are judged on, for the sentences that name it. */
  readonly arn: string
  readonly onClose: () => void
  readonly onDeleted: () => void
}

/** Deletes a user with everything she has, step by step, once her name has been typed. */
export function DeleteUser({ name, arn, onClose, onDeleted }: DeleteUserProps) {
  const t = useT()
  const session = useSession()
  const [found, setFound] = useState<Found>()
  const [error, setError] = useState<ApiError>()
  const [running, setRunning] = useState<Step>()
  const [outcome, setOutcome] = useState<Outcome<ApiError>>()
  const steps = found && deletionSteps(found)

  const look = useCallback(async () => {
    try {
      setFound(await readBelongings(name))
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      setError(thrown)
    }
  }, [name])
  useEffect(() => void look(), [look])

  const remove = async () => {
    if (!found || !steps || running) return
    setOutcome(undefined)
    const ended = await carryOut(remainingOf(outcome) ?? steps, found.id, deletionOf(name, setRunning))
    setRunning(undefined)
    if (ended.kind !== 'deleted') {
      setOutcome(ended)
      return
    }
    flash({ name: 'user', type: 'success', content: t(labels.deleted, { name }) })
    onDeleted()
  }
  const close = () => {
    // Part of it may be gone: what stands behind this is read again.
    if (outcome) markStale('iam', 'DeleteUser')
    onClose()
  }
  return (
    <ConfirmModal
      title={t(labels.deleteTitle, { name })}
      confirm={t(outcome ? labels.goOn : labels.delete)}
      expected={name}
      question={t(labels.typeName)}
      ready={found !== undefined && outcome?.kind !== 'replaced' && !isGone(outcome)}
      pending={running !== undefined}
      onConfirm={remove}
      onCancel={close}
    >
      {error &&
        (error.code === 'NoSuchEntity' ? (
          <Alert type="info">{t(labels.goneMeanwhile)}</Alert>
        ) : (
          <Failure error={error} resource={arn} />
        ))}
      {!found && !error && <StatusIndicator type="loading">{t(labels.goesWith)}</StatusIndicator>}
      {found && (
        <SpaceBetween size="m">
          <Alert type="warning">
            {t(labels.deleteText, { name })}
            {session.UserName === name && <Box variant="strong"> {t(labels.deleteSelf)}</Box>}
          </Alert>
          {!outcome && steps && <Goes found={found} steps={steps} name={name} />}
          {found.refused.length > 0 && (
            <SpaceBetween size="s">
              <Box>{t(labels.listHidden)}</Box>
              {found.refused.map((one) => (
                <Denied key={one.requestId} error={one} resource={arn} />
              ))}
            </SpaceBetween>
          )}
        </SpaceBetween>
      )}
      {running && (
        <div role="status">
          <StatusIndicator type="in-progress">
            {t(labels.deletingStep, { step: stepText(t, running, name) })}
          </StatusIndicator>
        </div>
      )}
      {outcome && <Ended outcome={outcome} name={name} arn={arn} />}
    </ConfirmModal>
  )
}

const remainingOf = (outcome: Outcome<ApiError> | undefined) =>
  outcome?.kind === 'failed' ? outcome.remaining : undefined

const isGone = (outcome: Outcome<ApiError> | undefined) =>
  outcome?.kind === 'failed' && outcome.failure.code === 'NoSuchEntity'

interface GoesProps {
  readonly found: Found
  readonly steps: readonly Step[]
  readonly name: string
}

function Goes({ found, steps, name }: GoesProps) {
  const t = useT()
  const items = [
    ...steps.filter(({ operation }) => operation !== 'DeleteUser').map((step) => stepText(t, step, name)),
    ...(found.tags > 0 ? [t(labels.itemTags, { count: found.tags })] : []),
  ]
  if (items.length === 0) return <Box>{t(labels.goesNothing)}</Box>
  return <List title={t(labels.goesWith)} items={items} />
}

interface EndedProps extends Pick<DeleteUserProps, 'name' | 'arn'> {
  readonly outcome: Outcome<ApiError>
}

function Ended({ outcome, name, arn }: EndedProps) {
  const t = useT()
  if (outcome.kind === 'deleted') return null
  if (outcome.kind === 'replaced') return <Alert type="error">{t(labels.replaced)}</Alert>
  if (isGone(outcome)) return <Alert type="info">{t(labels.goneMeanwhile)}</Alert>
  return (
    <SpaceBetween size="s">
      <Alert type="error" header={t(labels.deleteFailed)}>
        <List title={t(labels.remains)} items={outcome.remaining.map((step) => stepText(t, step, name))} />
      </Alert>
      <Failure error={outcome.failure} resource={arn} />
    </SpaceBetween>
  )
}

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <div>
      <Box variant="strong">{title}</Box>
      <ul className="kw-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  )
}

function stepText(t: Translate, step: Step, name: string): string {
  switch (step.operation) {
    case 'DeleteLoginProfile':
      return t(labels.itemPassword)
    case 'DeleteAccessKey':
      return t(labels.itemKey, { id: step.id })
    case 'DeleteUserPolicy':
      return t(labels.itemInline, { name: step.name })
    case 'DetachUserPolicy':
      return t(labels.itemAttached, { name: step.name })
    case 'DeleteUser':
      return t(labels.itemUser, { name })
    default:
      return step satisfies never
  }
}
