import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useNow } from '../../i18n/clock.ts'
import { useLanguage, useT, type Translate } from '../../i18n/language-provider.tsx'
import { when } from '../../i18n/when.ts'
import { Failure } from '../../parts/failure.tsx'
import { labels } from './labels.ts'
import type { Task } from './tasks.ts'
import type { Progress } from './use-creation.ts'

export interface CreationProgressProps {
  readonly name: string
  /** What the calls are judged on. */
  readonly arn: string
  readonly tasks: readonly Task[]
  readonly progress: Progress
  readonly onAdopt: () => void
}

/** Each call with its own result: what was made, what failed and why, and what remains. */
export function CreationProgress({ name, arn, tasks, progress, onAdopt }: CreationProgressProps) {
  const t = useT()
  const { language } = useLanguage()
  const now = useNow()
  const { failed, found } = progress
  const stateOf = (key: string): readonly [StatusIndicatorProps.Type, string] => {
    if (progress.done.has(key)) return ['success', t(labels.finished)]
    if (progress.running === key) return ['in-progress', t(labels.running)]
    if (failed?.task.key !== key) return ['pending', t(labels.waiting)]
    return failed.error.isUncertain ? ['warning', t(labels.unknown)] : ['error', t(labels.failed)]
  }
  return (
    <Container header={<Header variant="h2">{t(labels.progress)}</Header>}>
      <SpaceBetween size="m">
        <ul className="kw-tasks" aria-live="polite">
          {tasks.map((task) => {
            const [type, word] = stateOf(task.key)
            return (
              <li key={task.key}>
                <StatusIndicator type={type}>{word}</StatusIndicator>
                <span>{taskText(t, task, name)}</span>
              </li>
            )
          })}
        </ul>
        {failed && (
          <SpaceBetween size="s">
            <Failure error={failed.error} resource={arn} />
            {found ? (
              <Alert
                type="warning"
                header={t(labels.mayExistTitle, { name })}
                action={<Button onClick={onAdopt}>{t(labels.goOnWithIt)}</Button>}
              >
                {t(labels.mayExistText, { when: when(found.at, now, language) })}
              </Alert>
            ) : (
              <Alert type="info" header={t(labels.stoppedTitle)}>
                {t(labels.stoppedText)}
              </Alert>
            )}
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  )
}

function taskText(t: Translate, task: Task, name: string): string {
  switch (task.kind) {
    case 'user':
      return t(labels.taskUser, { name })
    case 'password':
      return t(labels.taskPassword)
    case 'attach':
      return t(labels.taskAttach, { name: task.arn.slice(task.arn.lastIndexOf('/') + 1) })
    case 'inline':
      return t(labels.taskInline, { name: task.name })
    default:
      return task satisfies never
  }
}
