import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { faultText } from '../../parts/field-fault.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { LinkButton } from '../../parts/link.tsx'
import type { Owner } from '../access-keys/owner.ts'
import { useKeys } from '../access-keys/use-keys.ts'
import { mayGoOn } from './alternatives.ts'
import { Buttons } from './buttons.tsx'
import { DescriptionStep } from './description-step.tsx'
import { Frame, type Step } from './frame.tsx'
import { labels } from './labels.ts'
import { OutcomeAlert } from './outcome-alert.tsx'
import type { Creation } from './use-create.ts'
import { UseCaseStep, type Choice } from './use-case-step.tsx'

export interface UserStepsProps {
  readonly owner: Owner
  readonly creation: Creation
  readonly step: Step
  readonly onStep: (step: Step) => void
}

/** The two steps before a user's key is made. What was typed stays, whatever the server answers. */
export function UserSteps({ owner, creation, step, onStep }: UserStepsProps) {
  const t = useT()
  const [choice, setChoice] = useState<Choice>({ useCase: undefined, ticked: false })
  const [description, setDescription] = useState('')
  const { create, outcome, pending } = creation
  const { keys } = useKeys(owner)
  const chosen = mayGoOn(choice.useCase, choice.ticked)
  const valid = faultText(t, 'iam:TagUser', 'Tags.Value', description) === undefined
  const submit = () => (valid && !pending ? create(description) : undefined)
  const cancel = (
    <LinkButton variant="link" href={owner.home}>
      {t(labels.cancel)}
    </LinkButton>
  )

  // A key that was lost is dealt with first; making another from here could be the second.
  if (outcome?.kind === 'lost' || outcome?.kind === 'unknown') {
    return (
      <Frame owner={owner} step="retrieve">
        <OutcomeAlert owner={owner} outcome={outcome} />
      </Frame>
    )
  }
  // Without a choice the address of the second step is that of the first: the choice is stored nowhere.
  if (step === 'use-case' || !chosen) {
    return (
      <Frame owner={owner} step="use-case" description={t(labels.bestPracticesText)}>
        <SpaceBetween size="l">
          {keys !== undefined && keys.length >= 2 && (
            <Alert type="warning" action={<LinkButton href={owner.home}>{t(labels.backToKeys)}</LinkButton>}>
              {t(labels.alreadyTwo)}
            </Alert>
          )}
          <UseCaseStep choice={choice} onChange={setChoice} />
          <Buttons>
            {cancel}
            <Button
              variant="primary"
              disabled={!chosen}
              disabledReason={t(choice.useCase === undefined ? labels.chooseFirst : labels.tickFirst)}
              onClick={() => onStep('description')}
            >
              {t(labels.next)}
            </Button>
          </Buttons>
        </SpaceBetween>
      </Frame>
    )
  }
  return (
    <Frame owner={owner} step="description" description={t(labels.descriptionText)}>
      <LeaveGuard when={description !== ''} />
      <SpaceBetween size="l">
        {outcome && <OutcomeAlert owner={owner} outcome={outcome} />}
        <DescriptionStep value={description} onChange={setDescription} onSubmit={submit} />
        <Buttons>
          {cancel}
          <Button onClick={() => onStep('use-case')}>{t(labels.previous)}</Button>
          <Button variant="primary" loading={pending} onClick={() => void submit()}>
            {t(labels.create)}
          </Button>
        </Buttons>
      </SpaceBetween>
    </Frame>
  )
}
