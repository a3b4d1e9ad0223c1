import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { ActionButton } from '../../parts/action-button.tsx'
import type { Key } from '../access-keys/key.ts'
import { KeySummary } from './key-summary.tsx'
import { labels } from './labels.ts'

export interface CrowdedProps {
  readonly first: Key
  readonly other: Key
  readonly descriptions: ReadonlyMap<string, string>
  readonly onDelete: () => void
  readonly onActivate: () => Promise<unknown>
}

/** Two keys, and no rotation under way: which must go before one can begin, and why that one. */
export function Crowded({ first, other, descriptions, onDelete, onActivate }: CrowdedProps) {
  const t = useT()
  const values = { id: first.id, why: t(labels[reason(first, other)]), other: other.id }
  const newerWaits = first.status === 'Inactive' && other.status === 'Active' && first.createdAt > other.createdAt
  return (
    <SpaceBetween size="l">
      <Alert type="warning" header={t(labels.crowded)}>
        {t(labels.crowdedText, values)}
      </Alert>
      <Container>
        <SpaceBetween size="l">
          {[first, other].map((key) => (
            <KeySummary key={key.id} title={t(labels.onlyKey)} of={key} description={descriptions.get(key.id)} />
          ))}
        </SpaceBetween>
      </Container>
      {newerWaits && <Box variant="p">{t(labels.orActivate, { id: first.id })}</Box>}
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={onDelete} ariaLabel={`${t(labels.delete)} ${first.id}`}>
          {t(labels.delete)}
        </Button>
        {newerWaits && (
          <ActionButton onPress={onActivate} ariaLabel={`${t(labels.activate)} ${first.id}`}>
            {t(labels.activate)}
          </ActionButton>
        )}
      </SpaceBetween>
    </SpaceBetween>
  )
}

function reason(first: Key, other: Key): 'whyInactive' | 'whyNever' | 'whyQuiet' | 'whyOlder' {
  if (first.status !== other.status) return 'whyInactive'
  if (first.use === undefined || other.use === undefined || first.use.at === other.use.at) return 'whyOlder'
  return first.use.at === undefined ? 'whyNever' : 'whyQuiet'
}
