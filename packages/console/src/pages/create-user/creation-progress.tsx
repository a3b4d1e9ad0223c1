import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { policyName } from '../../parts/permissions/identity.ts'
import { TaskProgress } from '../../parts/tasks/task-progress.tsx'
import { labels } from './labels.ts'
import type { Task } from './tasks.ts'
import type { Creation } from './use-creation.ts'

export interface CreationProgressProps {
  readonly name: string
  /** What the calls are judged on, but those that add to a group. */
  readonly arn: string
  readonly groupArn: (name: string) => string
  readonly tasks: readonly Task[]
  readonly progress: Creation
  readonly onAdopt: () => void
}

/** How far the creation of a user is. */
export function CreationProgress({ name, arn, groupArn, tasks, progress, onAdopt }: CreationProgressProps) {
  const t = useT()
  return (
    <TaskProgress
      tasks={tasks}
      progress={progress}
      textOf={(task) => taskText(t, task, name)}
      resourceOf={(task) => (task.kind === 'group' ? groupArn(task.name) : arn)}
      found={{
        title: t(labels.mayExistTitle, { name }),
        text: (when) => t(labels.mayExistText, { when }),
        goOn: t(labels.goOnWithIt),
      }}
      onAdopt={onAdopt}
    />
  )
}

function taskText(t: Translate, task: Task, name: string): string {
  switch (task.kind) {
    case 'user':
      return t(labels.taskUser, { name })
    case 'password':
      return t(labels.taskPassword)
    case 'group':
      return t(labels.taskGroup, { name: task.name })
    case 'attach':
      return t(labels.taskAttach, { name: policyName(task.arn) })
    case 'inline':
      return t(labels.taskInline, { name: task.name })
    default:
      return task satisfies never
  }
}
