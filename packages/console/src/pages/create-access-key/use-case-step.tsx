import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { useT } from '../../i18n/language-provider.tsx'
import { Link } from '../../parts/link.tsx'
import { alternatives, useCases, type UseCase } from './alternatives.ts'
import { GoodPractices } from './good-practices.tsx'
import { labels } from './labels.ts'

const texts = {
  cli: labels.cliText,
  local: labels.localText,
  compute: labels.computeText,
  third: labels.thirdText,
  outside: labels.outsideText,
  other: labels.otherText,
} as const

export interface Choice {
  readonly useCase: UseCase | undefined
  /** The alternative was read, and a key is wanted all the same. */
  readonly ticked: boolean
}

export interface UseCaseStepProps {
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

/** What the key is for. It is advice: nothing of it is stored or sent. */
export function UseCaseStep({ choice: { useCase, ticked }, onChange }: UseCaseStepProps) {
  const t = useT()
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t(labels.useCase)}</Header>}>
        <Tiles
          ariaLabel={t(labels.useCase)}
          columns={1}
          value={useCase ?? null}
          items={useCases.map((value) => ({ value, label: t(labels[value]), description: t(texts[value]) }))}
          onChange={({ detail }) =>
            onChange({ useCase: useCases.find((value) => value === detail.value), ticked: false })
          }
        />
      </Container>
      {useCase === 'other' && (
        <Alert type="info" header={t(labels.goodPractices)}>
          <GoodPractices />
        </Alert>
      )}
      {useCase !== undefined && useCase !== 'other' && (
        <Advice useCase={useCase} ticked={ticked} onTick={(now) => onChange({ useCase, ticked: now })} />
      )}
    </SpaceBetween>
  )
}

interface AdviceProps {
  readonly useCase: Exclude<UseCase, 'other'>
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

function Advice({ useCase, ticked, onTick }: AdviceProps) {
  const t = useT()
  const alternative = alternatives[useCase]
  if (!alternative.available) {
    return (
      <Alert type="info" header={t(labels.noneYetTitle)}>
        {t(alternative.text)}
      </Alert>
    )
  }
  return (
    <SpaceBetween size="m">
      <Alert type="warning" header={t(labels.alternative)}>
        <SpaceBetween size="xs">
          <div>{t(alternative.text)}</div>
          <Link href={alternative.link.href}>{t(alternative.link.text)}</Link>
        </SpaceBetween>
      </Alert>
      <Checkbox checked={ticked} onChange={({ detail }) => onTick(detail.checked)}>
        {t(labels.understand)}
      </Checkbox>
    </SpaceBetween>
  )
}
