import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { markStale } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../confirm-modal.tsx'
import { Denied } from '../denied.tsx'
import { Failure } from '../failure.tsx'
import { carryOut, type Outcome, type Step } from './cascade.ts'
import { doingOf, type Deletion, type Found } from './deletion.ts'
import { labels } from './labels.ts'

export interface DeleteDialogProps<S extends Step> {
  /** What must be typed, and what the calls are judged on. */
  readonly name: string
  readonly arn: string
  readonly deletion: Deletion<S>
  readonly textOf: (step: S) => string
  /** What it says of this kind of thing. */
  readonly words: {
    readonly title: string
    readonly warning: string
    /** In bold after the warning: "This is you." */
    readonly caution?: string | undefined
    readonly goesWith: string
    readonly goesNothing: string
    /** Above what must be seen to elsewhere first. */
    readonly inTheWay?: string
    readonly hidden: string
    readonly question: string
    readonly replaced: string
    readonly gone: string
    readonly deleted: string
  }
  readonly onClose: () => void
  readonly onDeleted: () => void
}

/** Deletes something with everything it has, step by step, once its name has been typed. */
export function DeleteDialog<S extends Step>(props: DeleteDialogProps<S>) {
  const { name, arn, deletion, textOf, words, onClose, onDeleted } = props
  const t = useT()
  const [found, setFound] = useState<Found<S>>()
  const [error, setError] = useState<ApiError>()
  const [running, setRunning] = useState<S>()
  const [outcome, setOutcome] = useState<Outcome<S, ApiError>>()
  // Read once, when the dialog opens: what is confirmed is what was shown.
  const look = useRef(deletion.read)
  useEffect(() => {
    look.current().then(setFound, (thrown: unknown) => {
      if (!(thrown instanceof ApiError)) throw thrown
      setError(thrown)
    })
  }, [])

  const remove = async () => {
    if (!found || running) return
    setOutcome(undefined)
    const steps = outcome?.kind === 'failed' ? outcome.remaining : found.steps
    const ended = await carryOut(steps, found.id, doingOf(deletion, setRunning))
    setRunning(undefined)
    if (ended.kind !== 'deleted') {
      setOutcome(ended)
      return
    }
    flash({ name: 'deletion', type: 'success', content: words.deleted })
    onDeleted()
  }
  const inTheWay = found?.inTheWay ?? []
  const isBlocked = inTheWay.length > 0
  const close = () => {
    // Part of it may be gone: what stands behind this is read again.
    const last = found?.steps.at(-1)
    if (outcome && last) markStale('iam', last.operation)
    onClose()
  }
  return (
    <ConfirmModal
      title={words.title}
      confirm={t(outcome ? labels.goOn : labels.delete)}
      expected={name}
      question={words.question}
      ready={found !== undefined && !isBlocked && outcome?.kind !== 'replaced' && !isGone(outcome)}
      pending={running !== undefined}
      onConfirm={remove}
      onCancel={close}
    >
      {error &&
        (error.code === 'NoSuchEntity' ? (
          <Alert type="info">{words.gone}</Alert>
        ) : (
          <Failure error={error} resource={arn} />
        ))}
      {!found && !error && <StatusIndicator type="loading">{words.goesWith}</StatusIndicator>}
      {found && (
        <SpaceBetween size="m">
          <Alert type="warning">
            {words.warning}
            {words.caution !== undefined && <Box variant="strong"> {words.caution}</Box>}
          </Alert>
          {isBlocked && (
            <Alert type="error">
              <List title={words.inTheWay ?? ''} items={inTheWay} />
            </Alert>
          )}
          {!outcome && !isBlocked && <Goes found={found} textOf={textOf} words={words} />}
          {found.refused.length > 0 && (
            <SpaceBetween size="s">
              <Box>{words.hidden}</Box>
              {found.refused.map((one) => (
                <Denied key={one.requestId} error={one} resource={arn} />
              ))}
            </SpaceBetween>
          )}
        </SpaceBetween>
      )}
      {running && (
        <div role="status">
          <StatusIndicator type="in-progress">{t(labels.deletingStep, { step: textOf(running) })}</StatusIndicator>
        </div>
      )}
      {outcome && <Ended outcome={outcome} arn={arn} textOf={textOf} words={words} />}
    </ConfirmModal>
  )
}

const isGone = (outcome: Outcome<unknown, ApiError> | undefined) =>
  outcome?.kind === 'failed' && outcome.failure.code === 'NoSuchEntity'

interface GoesProps<S extends Step> extends Pick<DeleteDialogProps<S>, 'textOf' | 'words'> {
  readonly found: Found<S>
}

function Goes<S extends Step>({ found, textOf, words }: GoesProps<S>) {
  const items = [...found.steps.slice(0, -1).map(textOf), ...found.besides]
  if (items.length === 0) return <Box>{words.goesNothing}</Box>
  return <List title={words.goesWith} items={items} />
}

interface EndedProps<S extends Step> extends Pick<DeleteDialogProps<S>, 'arn' | 'textOf' | 'words'> {
  readonly outcome: Outcome<S, ApiError>
}

function Ended<S extends Step>({ outcome, arn, textOf, words }: EndedProps<S>) {
  const t = useT()
  if (outcome.kind === 'deleted') return null
  if (outcome.kind === 'replaced') return <Alert type="error">{words.replaced}</Alert>
  if (isGone(outcome)) return <Alert type="info">{words.gone}</Alert>
  return (
    <SpaceBetween size="s">
      <Alert type="error" header={t(labels.deleteFailed)}>
        <List title={t(labels.remains)} items={outcome.remaining.map(textOf)} />
      </Alert>
      <Failure error={outcome.failure} resource={arn} />
    </SpaceBetween>
  )
}

/** As many as a dialog holds; the others are counted. */
const listed = 30

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  const t = useT()
  return (
    <div>
      <Box variant="strong">{title}</Box>
      <ul className="kw-list">
        {items.slice(0, listed).map((item) => (
          <li key={item}>{item}</li>
        ))}
        {items.length > listed && <li>{t(labels.others, { count: items.length - listed })}</li>}
      </ul>
    </div>
  )
}
