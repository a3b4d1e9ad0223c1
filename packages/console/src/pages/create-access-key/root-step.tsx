import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Link, LinkButton } from '../../parts/link.tsx'
import type { Owner } from '../access-keys/owner.ts'
import { Buttons } from './buttons.tsx'
import { Frame } from './frame.tsx'
import { labels } from './labels.ts'
import { OutcomeAlert } from './outcome-alert.tsx'
import type { Creation } from './use-create.ts'

export interface RootStepProps {
  readonly owner: Owner
  readonly creation: Creation
}

/** Root's single step: what is better, and that one knows. Root carries no tags, so its keys have no description. */
export function RootStep({ owner, creation: { create, outcome, pending } }: RootStepProps) {
  const t = useT()
  const [ticked, setTicked] = useState(false)
  const over = outcome?.kind === 'lost' || outcome?.kind === 'unknown'
  return (
    <Frame owner={owner} step="use-case">
      <SpaceBetween size="l">
        {outcome && <OutcomeAlert owner={owner} outcome={outcome} />}
        <Alert type="warning">{t(labels.rootText)}</Alert>
        <Container>
          <SpaceBetween size="m">
            <Box variant="p">{t(labels.rootInstead)}</Box>
            <Link href="/iam/users/create">{t(labels.toCreateUser)}</Link>
            <Checkbox checked={ticked} onChange={({ detail }) => setTicked(detail.checked)}>
              {t(labels.rootUnderstand)}
            </Checkbox>
          </SpaceBetween>
        </Container>
        <Buttons>
          <LinkButton variant="link" href={owner.home}>
            {t(labels.cancel)}
          </LinkButton>
          <Button
            variant="primary"
            disabled={!ticked || over}
            disabledReason={t(labels.tickFirst)}
            loading={pending}
            onClick={() => void create('')}
          >
            {t(labels.create)}
          </Button>
        </Buttons>
      </SpaceBetween>
    </Frame>
  )
}
