import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useT } from '../../i18n/language-provider.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { labels } from './labels.ts'
import { useRecommendations, type Recommendation } from './use-recommendations.ts'

/** What to do for the safety of the account, most urgent first; each leads to its cure. */
export function Recommendations() {
  const t = useT()
  const { items, refresh, loading } = useRecommendations()
  const open = items.filter(({ state }) => state === 'act').length
  const known = items.every(({ state }) => state !== 'waiting')
  const unknown = items.some(({ state }) => state === 'unknown')
  return (
    <Container
      header={
        <Header
          variant="h2"
          info={known && <Summary open={open} unknown={unknown} />}
          actions={<Button iconName="refresh" ariaLabel={t(labels.checkAgain)} loading={loading} onClick={refresh} />}
        >
          {t(labels.recommendations)}
        </Header>
      }
    >
      <ul className="kw-recommendations">
        {items.map((item) => (
          <li key={item.name}>
            <Item {...item} />
          </li>
        ))}
      </ul>
    </Container>
  )
}

/** All in one word. What nobody could look at is not called good. */
function Summary({ open, unknown }: { readonly open: number; readonly unknown: boolean }) {
  const t = useT()
  if (open > 0) return <Badge color="severity-medium">{t(labels.openCount, { count: open })}</Badge>
  if (unknown) return <Badge color="severity-neutral">{t(labels.notAllKnown)}</Badge>
  return <Badge color="green">{t(labels.allDone)}</Badge>
}

function Item({ state, title, text, cure, denied }: Recommendation) {
  const t = useT()
  if (state === 'waiting') return <StatusIndicator type="loading">{title}</StatusIndicator>
  if (state === 'good') {
    return (
      <StatusIndicator type="success" iconAriaLabel={t(labels.stateGood)}>
        <span className="kw-sentence">{title}</span>
      </StatusIndicator>
    )
  }
  if (state === 'unknown') {
    return (
      <SpaceBetween size="xs">
        <StatusIndicator type="stopped" iconAriaLabel={t(labels.stateUnknown)}>
          {title}
        </StatusIndicator>
        {denied && <DeniedLine {...denied} />}
      </SpaceBetween>
    )
  }
  return (
    <div className="kw-recommendation">
      <div>
        <StatusIndicator type="warning" iconAriaLabel={t(labels.stateAct)}>
          <strong className="kw-sentence">{title}</strong>
        </StatusIndicator>
        <Box color="text-body-secondary" padding={{ left: 'l' }}>
          {text}
        </Box>
      </div>
      {cure && <LinkButton href={cure.href}>{cure.text}</LinkButton>}
    </div>
  )
}
