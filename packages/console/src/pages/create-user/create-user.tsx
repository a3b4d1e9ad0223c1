import Box from '@cloudscape-design/components/box'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Page } from '../../layout/page.tsx'
import { Help } from '../../parts/help.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { groupIdentity } from '../../parts/permissions/identity.ts'
import { Steps, useStepFocus } from '../../parts/steps.tsx'
import { useSession } from '../../session/session-state.ts'
import { passwordOf } from '../user/password-fields.tsx'
import { RetrievedPassword } from '../user/retrieved-password.tsx'
import { usePasswordChoice } from '../user/use-password-choice.ts'
import { usePasswordTerms } from '../user/use-password-terms.ts'
import { userAddress } from '../user/user-address.ts'
import { CreationProgress } from './creation-progress.tsx'
import { DetailsStep } from './details-step.tsx'
import { firstDraft, type Draft } from './draft.ts'
import { labels } from './labels.ts'
import { PermissionsStep } from './permissions-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { tasksOf } from './tasks.ts'
import { useCreation } from './use-creation.ts'
import { useDraftFaults } from './use-draft-faults.ts'

const order = ['details', 'permissions', 'review'] as const
type Asking = (typeof order)[number]
type Step = Asking | 'retrieve'

/** The way to a new user. Nothing is made before the third step's button, and then each thing once. */
export function CreateUser() {
  const t = useT()
  const navigate = useNavigate()
  const [parameters, setParameters] = useSearchParams()
  const [draft, setDraft] = useState(firstDraft)
  const [choice, setChoice] = usePasswordChoice()
  const [tried, setTried] = useState(false)
  const [finished, setFinished] = useState(false)
  const [left, setLeft] = useState(false)
  const terms = usePasswordTerms()
  const { progress, password, run, adopt } = useCreation()
  const { AccountId } = useSession()
  const arn = `arn:aws:iam::${AccountId}:user${draft.path === '' ? '/' : draft.path}${draft.name}`
  const tasks = tasksOf(draft, {
    resetRequired: choice.resetRequired,
    usersMayChange: terms.usersMayChange ?? false,
  })
  const faults = useDraftFaults(draft, choice, progress.failed, tried)
  const created = progress.done.has('user')
  const passwordSet = progress.done.has('password')
  const started = created || progress.running !== undefined || progress.failed.length > 0
  const step = stepOf(parameters.get('step'), finished && passwordSet, draft)
  useStepFocus(step)

  useEffect(() => {
    // From an effect, when the guard has been told.
    if (!left) return
    flash({ name: 'user', type: 'success', content: t(labels.created, { name: draft.name }) })
    void navigate(userAddress(draft.name))
  }, [left, navigate, draft.name, t])

  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }))
  const show = (next: Asking) => {
    setTried(false)
    setParameters(next === 'details' ? {} : { step: next })
  }
  const at = step === 'retrieve' ? order.length : order.indexOf(step)
  const goOn = () => {
    const next = order[at + 1]
    if (step !== 'retrieve' && faults.blocks(step)) setTried(true)
    else if (next) show(next)
  }
  const create = async () => {
    // The fields of the steps before are looked at again: the address leads anywhere.
    const wrong = order.find((one) => faults.blocks(one))
    if (wrong) {
      if (wrong !== step) show(wrong)
      setTried(true)
      return
    }
    // What is done, and what went wrong, stands above.
    scrollTo(0, 0)
    const ended = await run({
      draft,
      tasks,
      password: draft.console ? passwordOf(choice, terms.rules) : '',
      resetRequired: choice.resetRequired,
    })
    if (ended !== 'finished') return
    setChoice({ ...choice, typed: '' })
    if (draft.console) setFinished(true)
    else setLeft(true)
  }
  const titles = {
    details: t(labels.details),
    permissions: t(labels.permissions),
    review: t(labels.review),
    retrieve: t(labels.retrieve),
  }
  const shown: readonly Step[] = draft.console ? [...order, 'retrieve'] : order
  return (
    <Page
      title={titles[step]}
      kind="wizard"
      crumbs={[
        { text: t(labels.users), href: '/iam/users' },
        { text: t(labels.title), href: '/iam/users/create' },
      ]}
      help={
        <Help title={t(labels.helpTitle)}>
          <p>{t(labels.helpText)}</p>
        </Help>
      }
    >
      {step === 'retrieve' ? (
        <LeaveGuard when={!left && password !== undefined} title={t(labels.leaveTitle)} text={t(labels.leaveText)} />
      ) : (
        <LeaveGuard
          when={!left && (draft !== firstDraft || started)}
          {...(created && { title: t(labels.leaveHalfTitle), text: t(labels.leaveHalfText) })}
        />
      )}
      <Steps label={t(labels.steps)} steps={shown.map((id) => ({ id, title: titles[id] }))} current={step}>
        <SpaceBetween size="l">
          {step === 'details' && (
            <DetailsStep
              draft={draft}
              choice={choice}
              rules={terms.rules}
              created={created}
              passwordSet={passwordSet}
              errors={faults}
              onChange={change}
              onChoice={setChoice}
            />
          )}
          {step === 'permissions' && (
            <PermissionsStep draft={draft} created={created} errors={faults} onChange={change} />
          )}
          {step === 'review' && (
            <SpaceBetween size="l">
              {started && (
                <CreationProgress
                  name={draft.name}
                  arn={arn}
                  tasks={tasks}
                  progress={progress}
                  groupArn={(name) => groupIdentity(AccountId, name).arn}
                  onAdopt={() => tasks[0] && adopt(tasks[0])}
                />
              )}
              <ReviewStep
                draft={draft}
                choice={choice}
                tasks={tasks}
                arn={arn}
                mayChange={terms.usersMayChange ?? false}
                created={created}
                tried={tried}
                onChange={change}
                onEdit={show}
              />
            </SpaceBetween>
          )}
          {step === 'retrieve' && (
            <Container>
              <SpaceBetween size="m">
                <Alert type="success">{t(labels.created, { name: draft.name })}</Alert>
                {password === undefined ? (
                  <Alert
                    type="warning"
                    action={<LinkButton href={userAddress(draft.name)}>{t(labels.viewUser)}</LinkButton>}
                  >
                    {t(labels.passwordGone)}
                  </Alert>
                ) : (
                  <RetrievedPassword userName={draft.name} password={password} />
                )}
              </SpaceBetween>
            </Container>
          )}
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              {step !== 'retrieve' && (
                <Button variant="link" onClick={() => void navigate('/iam/users')}>
                  {t(labels.cancel)}
                </Button>
              )}
              {step !== 'details' && step !== 'retrieve' && (
                <Button disabled={progress.running !== undefined} onClick={() => show(order[at - 1] ?? 'details')}>
                  {t(labels.previous)}
                </Button>
              )}
              {step === 'retrieve' ? (
                <Button variant="primary" onClick={() => setLeft(true)}>
                  {t(labels.done)}
                </Button>
              ) : step === 'review' ? (
                <Button
                  variant="primary"
                  loading={progress.running !== undefined || (draft.console && terms.usersMayChange === undefined)}
                  onClick={() => void create()}
                >
                  {t(started ? labels.goOn : labels.create)}
                </Button>
              ) : (
                <Button variant="primary" onClick={goOn}>
                  {t(labels.next)}
                </Button>
              )}
            </SpaceBetween>
          </Box>
        </SpaceBetween>
      </Steps>
    </Page>
  )
}

/** The step of an address. A draft that is gone, by a reload, begins again; a password that was set is shown. */
function stepOf(asked: string | null, passwordMade: boolean, draft: Draft): Step {
  if (passwordMade) return 'retrieve'
  return (draft.name === '' ? undefined : order.find((one) => one === asked)) ?? 'details'
}
