import './task-progress.css'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useNow } from '../../i18n/clock.ts'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { when } from '../../i18n/when.ts'
import { Failure } from '../failure.tsx'
import { labels } from './labels.ts'
import type { Order, Progress, Task } from './use-tasks.ts'

export interface TaskProgressProps<T extends Task, O extends Order<T>> {
  readonly tasks: readonly T[]
  readonly progress: Progress<T, O>
  readonly textOf: (task: T) => string
  /** What the call of a task is judged on. */
  readonly resourceOf: (task: T) => string
  /** What it says of something that has the name, where the first answer was lost. */
  readonly found: { readonly title: string; readonly text: (when: string) => string; readonly goOn: string }
  readonly onAdopt: () => void
}

/** Each call with its own result: what was made, what failed and why, and what remains. */
export function TaskProgress<T extends Task, O extends Order<T>>(props: TaskProgressProps<T, O>) {
  const { tasks, progress, textOf, resourceOf, found, onAdopt } = props
  const t = useT()
  const { language } = useLanguage()
  const now = useNow()
  const stateOf = (key: string): readonly [StatusIndicatorProps.Type, string] => {
    if (progress.done.has(key)) return ['success', t(labels.finished)]
    if (progress.running === key) return ['in-progress', t(labels.running)]
    const failed = progress.failed.find(({ task }) => task.key === key)
    if (!failed) return ['pending', t(labels.waiting)]
    return failed.error.isUncertain ? ['warning', t(labels.unknown)] : ['error', t(labels.failed)]
  }
  return (
    <Container header={<Header variant="h2">{t(labels.progress)}</Header>}>
      <SpaceBetween size="m">
        <ul className="kw-tasks" aria-live="polite">
          {tasks.map((task) => {
            const [type, word] = stateOf(task.key)
            const failed = progress.failed.find((one) => one.task.key === task.key)
            return (
              <li key={task.key}>
                <StatusIndicator type={type}>{word}</StatusIndicator>
                <span>{textOf(task)}</span>
                {failed && (
                  <div className="kw-task-failure">
                    <Failure error={failed.error} resource={resourceOf(task)} />
                  </div>
                )}
              </li>
            )
          })}
        </ul>
        {progress.failed.length > 0 &&
          progress.running === undefined &&
          (progress.found ? (
            <Alert type="warning" header={found.title} action={<Button onClick={onAdopt}>{found.goOn}</Button>}>
              {found.text(when(progress.found.at, now, language))}
            </Alert>
          ) : (
            <Alert type="info" header={t(labels.stoppedTitle)}>
              {t(labels.stoppedText)}
            </Alert>
          ))}
      </SpaceBetween>
    </Container>
  )
}
