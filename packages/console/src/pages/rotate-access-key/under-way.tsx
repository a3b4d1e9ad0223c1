import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { ActionButton } from '../../parts/action-button.tsx'
import { LastUseFact } from '../access-keys/key-facts.tsx'
import type { Key } from '../access-keys/key.ts'
import type { Owner } from '../access-keys/owner.ts'
import { ProfileBox } from '../access-keys/profile-box.tsx'
import { KeySummary } from './key-summary.tsx'
import { labels } from './labels.ts'
import { usedSinceNewKey, type Step } from './rotation.ts'
import { StepItem } from './step-item.tsx'

export interface UnderWayProps {
  readonly owner: Owner
  readonly step: Step
  readonly oldKey: Key
  readonly newKey: Key | undefined
  readonly descriptions: ReadonlyMap<string, string>
  /** The old key was activated again from step 5. */
  readonly rescued: boolean
  readonly loading: boolean
  readonly onRefresh: () => void
  readonly onCreate: () => void
  readonly onDeactivate: () => void
  readonly onActivate: () => Promise<unknown>
  readonly onDelete: () => void
}

/** The seed's six steps, at the one where the keys stand. */
export function UnderWay(props: UnderWayProps) {
  const { step, oldKey, newKey, descriptions } = props
  const t = useT()
  const refresh = (
    <Button iconName="refresh" loading={props.loading} onClick={props.onRefresh}>
      {t(labels.refresh)}
    </Button>
  )
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t(labels.progress, { step })}</Header>}>
        <SpaceBetween size="l">
          <KeySummary
            title={t(newKey ? labels.oldKey : labels.onlyKey)}
            of={oldKey}
            description={descriptions.get(oldKey.id)}
          />
          {newKey && <KeySummary title={t(labels.newKey)} of={newKey} description={descriptions.get(newKey.id)} />}
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" actions={refresh}>
            {t(labels.steps)}
          </Header>
        }
      >
        <ol className="kw-rotation">
          <StepItem step={1} current={step}>
            {newKey ? undefined : <Create {...props} />}
          </StepItem>
          <StepItem step={2} current={step}>
            {newKey && (step === 2 || props.rescued) ? <Update {...props} newKey={newKey} /> : undefined}
          </StepItem>
          <StepItem step={3} current={step}>
            {newKey && (step === 3 || step === 4) ? <Check {...props} newKey={newKey} /> : undefined}
          </StepItem>
          <StepItem step={4} current={step}>
            {newKey && oldKey.status === 'Active' ? <Deactivate {...props} /> : undefined}
          </StepItem>
          <StepItem step={5} current={step}>
            {step === 5 ? <Verify {...props} /> : undefined}
          </StepItem>
          <StepItem step={6} current={step}>
            {newKey && oldKey.status !== 'Active' ? <Delete {...props} /> : undefined}
          </StepItem>
        </ol>
      </Container>
    </SpaceBetween>
  )
}

type WithNewKey = UnderWayProps & { readonly newKey: Key }

function Create({ oldKey, onCreate }: UnderWayProps) {
  const t = useT()
  return (
    <SpaceBetween size="s">
      <Box variant="p">{t(oldKey.status === 'Active' ? labels.step1Text : labels.step1Inactive)}</Box>
      <Button variant="primary" onClick={onCreate}>
        {t(labels.create)}
      </Button>
    </SpaceBetween>
  )
}

function Update({ owner, step, oldKey, newKey }: WithNewKey) {
  const t = useT()
  return (
    <SpaceBetween size="s">
      <Box variant="p">{t(labels.step2Text, { oldId: oldKey.id, newId: newKey.id })}</Box>
      {step === 2 && <Alert type="info">{t(labels.step2Never)}</Alert>}
      <ProfileBox owner={owner} accessKeyId={newKey.id} />
    </SpaceBetween>
  )
}

function Check({ oldKey, newKey, rescued }: WithNewKey) {
  const t = useT()
  const used = usedSinceNewKey(oldKey, newKey)
  return (
    <SpaceBetween size="s">
      {rescued && <Alert type="warning">{t(labels.rescued)}</Alert>}
      <Box variant="p">{t(labels.step3Text)}</Box>
      <LastUseFact of={oldKey} />
      {used === undefined && <Alert type="info">{t(labels.step3Unknown)}</Alert>}
      {used === true && <Alert type="warning">{t(labels.step3Used)}</Alert>}
      {used === false && <Alert type="success">{t(labels.step3Quiet)}</Alert>}
    </SpaceBetween>
  )
}

function Deactivate({ step, onDeactivate }: UnderWayProps) {
  const t = useT()
  return (
    <SpaceBetween size="s">
      <Box variant="p">{t(labels.step4Text)}</Box>
      <Button variant={step === 4 ? 'primary' : 'normal'} onClick={onDeactivate}>
        {t(labels.deactivate)}
      </Button>
    </SpaceBetween>
  )
}

function Verify({ newKey, onActivate }: UnderWayProps) {
  const t = useT()
  return (
    <SpaceBetween size="s">
      <Box variant="p">{t(labels.step5Text)}</Box>
      {newKey?.use && newKey.use.at === undefined && <Alert type="warning">{t(labels.step5Never)}</Alert>}
      <Box color="text-body-secondary" fontSize="body-s">
        {t(labels.step5Since)}
      </Box>
      <ActionButton onPress={onActivate}>{t(labels.activate)}</ActionButton>
    </SpaceBetween>
  )
}

function Delete({ onDelete }: UnderWayProps) {
  const t = useT()
  return (
    <SpaceBetween size="s">
      <Box variant="p">{t(labels.step6Text)}</Box>
      <Button onClick={onDelete}>{t(labels.delete)}</Button>
    </SpaceBetween>
  )
}
