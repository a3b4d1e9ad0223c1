import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { Created, KeyStatus, LastUsed } from './key-facts.tsx'
import type { Key } from './key.ts'
import { labels } from './labels.ts'
import type { Owner } from './owner.ts'
import { ProfileBox } from './profile-box.tsx'

export type KeyAction = 'activate' | 'deactivate' | 'delete' | 'editDescription'

export interface KeyCardProps {
  readonly owner: Owner
  readonly of: Key
  /** Undefined where the owner can carry none. */
  readonly description: string | undefined
  readonly oldest: boolean
  readonly onAction: (action: KeyAction) => void
}

/** One key, in its own region so that its Actions are told apart from another's. */
export function KeyCard({ owner, of: key, description, oldest, onAction }: KeyCardProps) {
  const t = useT()
  const isUser = owner.userName !== undefined
  const actions: readonly KeyAction[] = [
    ...(key.status === 'Inactive' ? ['activate' as const] : []),
    ...(key.status === 'Active' ? ['deactivate' as const] : []),
    'delete',
    ...(isUser ? ['editDescription' as const] : []),
  ]
  return (
    <div role="region" aria-label={key.id}>
      <Container
        header={
          <Header
            variant="h3"
            actions={
              <ButtonDropdown
                items={actions.map((id) => ({ id, text: t(labels[id]) }))}
                onItemClick={({ detail }) => onAction(actions.find((id) => id === detail.id) ?? 'delete')}
              >
                {t(labels.actions)}
              </ButtonDropdown>
            }
          >
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <Copyable text={key.id} />
              {oldest && <Badge color="severity-neutral">{t(labels.oldest)}</Badge>}
            </SpaceBetween>
          </Header>
        }
      >
        <SpaceBetween size="m">
          <KeyValuePairs
            columns={3}
            minColumnWidth={150}
            items={[
              ...(isUser
                ? [
                    {
                      label: t(labels.description),
                      value: description === undefined || description === '' ? '–' : description,
                    },
                  ]
                : []),
              { label: t(labels.status), value: <KeyStatus of={key} /> },
              { label: t(labels.created), value: <Created of={key} /> },
              { label: t(labels.lastUsed), value: <LastUsed of={key} /> },
              { label: t(labels.service), value: key.use?.service ?? t(labels.unknown) },
              { label: t(labels.region), value: key.use?.region ?? t(labels.unknown) },
            ]}
          />
          <ExpandableSection headerText={t(labels.useKey)}>
            <ProfileBox owner={owner} accessKeyId={key.id} />
          </ExpandableSection>
          <Box color="text-body-secondary" fontSize="body-s">
            {t(labels.lostSecret)}
          </Box>
        </SpaceBetween>
      </Container>
    </div>
  )
}
