import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../../api/call.ts'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Page } from '../../layout/page.tsx'
import { faultText, useFieldFaults } from '../../parts/field-fault.ts'
import { Help } from '../../parts/help.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { UserChoice } from '../../parts/membership/user-choice.tsx'
import { groupIdentity, policyName } from '../../parts/permissions/identity.ts'
import { PolicyChoice } from '../../parts/permissions/policy-choice.tsx'
import { TaskProgress } from '../../parts/tasks/task-progress.tsx'
import { useTasks } from '../../parts/tasks/use-tasks.ts'
import { useSession } from '../../session/session-state.ts'
import { groupAddress } from '../groups/group-address.ts'
import { firstDraft, tasksOf, type Draft, type Task } from './draft.ts'
import { labels } from './labels.ts'

interface Order {
  readonly draft: Draft
  readonly tasks: readonly Task[]
}

/** A new group with its users and policies. Nothing is made before the button, and then each thing once. */
export function CreateGroup() {
  const t = useT()
  const navigate = useNavigate()
  const { AccountId } = useSession()
  const [draft, setDraft] = useState(firstDraft)
  const [tried, setTried] = useState(false)
  const [left, setLeft] = useState(false)
  const { progress, run, adopt } = useTasks<Task, Order>({
    send,
    madeAt: async ({ draft: { name } }) =>
      (await call('iam', 'GetGroup', { GroupName: name, MaxItems: 1 })).Group.CreateDate,
  })
  const tasks = tasksOf(draft)
  const { name, path } = draft
  const arn = groupIdentity(AccountId, `${path.replace(/^\//, '')}${name}`).arn
  const created = progress.done.has('group')
  const started = created || progress.running !== undefined || progress.failed.length > 0
  const refused = progress.failed.find(({ task, order }) => task.kind === 'group' && order.draft.name === name)?.error
  const ofGroup = useFieldFaults('iam:CreateGroup', refused, name !== '' || tried)
  const nameFault = faultText(t, 'iam:CreateGroup', 'GroupName', name)
  const pathFault = path === '' ? undefined : faultText(t, 'iam:CreateGroup', 'Path', path)
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }))

  useEffect(() => {
    // From an effect, when the guard has been told.
    if (!left) return
    flash({ name: 'group', type: 'success', content: t(labels.created, { name }) })
    void navigate(groupAddress(name))
  }, [left, navigate, name, t])

  const create = async () => {
    setTried(true)
    // What is done, what went wrong, and the fields, stand above.
    scrollTo(0, 0)
    if (nameFault !== undefined || pathFault !== undefined) return
    if ((await run({ draft, tasks })) === 'finished') setLeft(true)
  }
  return (
    <Page
      title={t(labels.title)}
      kind="form"
      crumbs={[{ text: t(labels.groups), href: '/iam/groups' }]}
      help={
        <Help title={t(labels.helpTitle)}>
          <p>{t(labels.helpText)}</p>
        </Help>
      }
    >
      <LeaveGuard
        when={!left && (draft !== firstDraft || started)}
        {...(created && { title: t(labels.leaveHalfTitle), text: t(labels.leaveHalfText) })}
      />
      <SpaceBetween size="l">
        {started && (
          <TaskProgress
            tasks={tasks}
            progress={progress}
            textOf={(task) => taskText(t, task, name)}
            resourceOf={() => arn}
            found={{
              title: t(labels.mayExistTitle, { name }),
              text: (when) => t(labels.mayExistText, { when }),
              goOn: t(labels.goOnWithIt),
            }}
            onAdopt={() => tasks[0] && adopt(tasks[0])}
          />
        )}
        <Container header={<Header variant="h2">{t(labels.nameTitle)}</Header>}>
          <SpaceBetween size="l">
            {created && <Alert type="info">{t(labels.kept)}</Alert>}
            <FormField
              label={t(labels.groupName)}
              constraintText={t(labels.groupNameText)}
              errorText={(refused?.code === 'EntityAlreadyExists' && refused.message) || ofGroup.of('GroupName', name)}
            >
              <Input
                value={name}
                readOnly={created}
                autoFocus
                autoComplete={false}
                spellcheck={false}
                onChange={({ detail }) => change({ name: detail.value })}
              />
            </FormField>
            <FormField
              label={t(labels.path)}
              constraintText={t(labels.pathText)}
              errorText={pathFault === undefined ? undefined : t(labels.pathForm)}
            >
              <Input
                value={path}
                readOnly={created}
                placeholder="/"
                autoComplete={false}
                spellcheck={false}
                onChange={({ detail }) => change({ path: detail.value })}
              />
            </FormField>
          </SpaceBetween>
        </Container>
        <Container
          header={
            <Header variant="h2" description={t(labels.usersText)}>
              {t(labels.usersTitle)}
            </Header>
          }
        >
          <UserChoice chosen={draft.users} onChange={(users) => change({ users })} />
        </Container>
        <Container
          header={
            <Header variant="h2" description={t(labels.policiesText)}>
              {t(labels.policiesTitle)}
            </Header>
          }
        >
          <PolicyChoice chosen={draft.policies} onChange={(policies) => change({ policies })} />
        </Container>
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => void navigate('/iam/groups')}>
              {t(labels.cancel)}
            </Button>
            <Button variant="primary" loading={progress.running !== undefined} onClick={() => void create()}>
              {t(started ? labels.goOn : labels.create)}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
    </Page>
  )
}

function send({ draft: { name: GroupName, path } }: Order, task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'group':
      return call('iam', 'CreateGroup', { GroupName, ...(path !== '' && { Path: path }) })
    case 'attach':
      return call('iam', 'AttachGroupPolicy', { GroupName, PolicyArn: task.arn })
    case 'user':
      return call('iam', 'AddUserToGroup', { GroupName, UserName: task.name })
    default:
      return task satisfies never
  }
}

function taskText(t: Translate, task: Task, name: string): string {
  switch (task.kind) {
    case 'group':
      return t(labels.taskGroup, { name })
    case 'attach':
      return t(labels.taskAttach, { name: policyName(task.arn) })
    case 'user':
      return t(labels.taskUser, { name: task.name })
    default:
      return task satisfies never
  }
}
