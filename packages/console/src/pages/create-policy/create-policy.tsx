import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Page } from '../../layout/page.tsx'
import { Failure } from '../../parts/failure.tsx'
import { faultText, useFieldFaults } from '../../parts/field-fault.ts'
import { Help } from '../../parts/help.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import { policyAddress } from '../../parts/policy/policy-address.ts'
import { PolicyEditor } from '../../parts/policy/policy-editor.tsx'
import { Steps, useStepFocus } from '../../parts/steps.tsx'
import { hasTagFault } from '../../parts/tags/tag-faults.ts'
import { useSession } from '../../session/session-state.ts'
import { firstDraft, type Draft } from './draft.ts'
import { labels } from './labels.ts'
import { ReviewStep } from './review-step.tsx'

type Step = 'permissions' | 'review'

/** The way to a new policy: what it says, and then what it is called. */
export function CreatePolicy() {
  const t = useT()
  const navigate = useNavigate()
  const { AccountId } = useSession()
  const [parameters, setParameters] = useSearchParams()
  const [draft, setDraft] = useState(firstDraft)
  const [tried, setTried] = useState(false)
  const [created, setCreated] = useState<string>()
  const create = useChange('iam', 'CreatePolicy')
  const fault = findPolicyFault(draft.document, 'identity-managed')
  // A draft that is gone, by a reload, begins again.
  const step: Step = parameters.get('step') === 'review' && !fault && draft !== firstDraft ? 'review' : 'permissions'
  useStepFocus(step)
  const faults = useFieldFaults('iam:CreatePolicy', create.error, tried)
  const path = draft.path === '' ? '/' : draft.path
  const arn = `arn:aws:iam::${AccountId}:policy${path}${draft.name}`
  const said = (code: string) => (create.error?.code === code ? create.error.message : undefined)
  const malformed = said('MalformedPolicyDocument')

  useEffect(() => {
    // From an effect, when the guard has been told.
    if (created !== undefined) void navigate(policyAddress(created))
  }, [created, navigate])

  const change = (changed: Partial<Draft>) => {
    create.reset()
    setDraft((before) => ({ ...before, ...changed }))
  }
  const show = (next: Step) => {
    setTried(false)
    setParameters(next === 'permissions' ? {} : { step: next })
  }
  const next = () => (fault ? setTried(true) : show('review'))
  const pathFault = draft.path === '' ? undefined : faultText(t, 'iam:CreatePolicy', 'Path', draft.path)
  const save = async () => {
    setTried(true)
    const { name, description, document, tags } = draft
    const isWrong =
      faultText(t, 'iam:CreatePolicy', 'PolicyName', name) !== undefined ||
      faultText(t, 'iam:CreatePolicy', 'Description', description) !== undefined ||
      pathFault !== undefined ||
      hasTagFault(t, tags)
    if (isWrong) return
    const { output, error } = await create.run({
      PolicyName: name,
      PolicyDocument: document,
      ...(description !== '' && { Description: description }),
      ...(draft.path !== '' && { Path: draft.path }),
      ...(tags.length > 0 && { Tags: tags }),
    })
    if (error?.code === 'MalformedPolicyDocument') show('permissions')
    if (error) return
    flash({ name: 'policy', type: 'success', content: t(labels.created, { name }) })
    setCreated(output.Policy?.Arn ?? arn)
  }
  const titles = { permissions: t(labels.permissions), review: t(labels.review) }
  return (
    <Page
      title={titles[step]}
      kind="wizard"
      crumbs={[
        { text: t(labels.policies), href: '/iam/policies' },
        { text: t(labels.title), href: '/iam/policies/create' },
      ]}
      help={
        <Help title={t(labels.helpTitle)}>
          <p>{t(labels.helpText)}</p>
          <p>{t(labels.helpAttach)}</p>
        </Help>
      }
    >
      <LeaveGuard when={created === undefined && draft !== firstDraft} />
      <Steps
        label={t(labels.steps)}
        steps={(['permissions', 'review'] as const).map((id) => ({ id, title: titles[id] }))}
        current={step}
      >
        <SpaceBetween size="l">
          {step === 'permissions' && (
            <Container
              header={
                <Header variant="h2" description={t(labels.documentText)}>
                  {t(labels.document)}
                </Header>
              }
            >
              <PolicyEditor
                value={draft.document}
                home="managed"
                refusal={malformed}
                onChange={(document) => change({ document })}
                onTemplate={(name) => draft.name === '' && change({ name })}
              />
            </Container>
          )}
          {step === 'permissions' && tried && fault && (
            <div role="alert">
              <Alert type="error">{t(labels.mendFirst)}</Alert>
            </div>
          )}
          {step === 'review' && (
            <ReviewStep
              draft={draft}
              tried={tried}
              errors={{
                name:
                  said('EntityAlreadyExists') === undefined ? faults.of('PolicyName', draft.name) : t(labels.nameTaken),
                description: faults.of('Description', draft.description),
                path: pathFault === undefined ? undefined : t(labels.pathForm),
              }}
              onChange={change}
              onEdit={() => show('permissions')}
            />
          )}
          {step === 'review' && said('EntityAlreadyExists') === undefined && (
            <Failure
              error={faults.rest === undefined ? undefined : create.error}
              action="iam:CreatePolicy"
              resource={arn}
            />
          )}
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={() => void navigate('/iam/policies')}>
                {t(labels.cancel)}
              </Button>
              {step === 'review' && (
                <Button disabled={create.pending} onClick={() => show('permissions')}>
                  {t(labels.previous)}
                </Button>
              )}
              {step === 'review' ? (
                <Button variant="primary" loading={create.pending} onClick={() => void save()}>
                  {t(labels.create)}
                </Button>
              ) : (
                <Button variant="primary" onClick={next}>
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
