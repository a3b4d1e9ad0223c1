import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { DescriptionDialog } from './description-dialog.tsx'
import { KeyCard, type KeyAction } from './key-card.tsx'
import type { Key } from './key.ts'
import { labels } from './labels.ts'
import type { Owner } from './owner.ts'
import { RootProcedure } from './root-procedure.tsx'
import { useActivate } from './use-activate.ts'
import { useKeys, type Keys } from './use-keys.ts'

/** The Access keys section, the same on a user's page, on one's own and on root's. */
export function AccessKeysSection({ owner: asked }: { readonly owner: Owner }) {
  const keys = useKeys(asked)
  const { owner } = keys
  const [open, setOpen] = useState<{ readonly id: string; readonly action: KeyAction }>()
  const { activate, error } = useActivate(owner)
  const close = () => setOpen(undefined)
  // By id: what the dialog shows is what was read last, also when it has changed since the dialog was opened.
  const shown = keys.keys?.find(({ id }) => id === open?.id)

  const act = (key: Key, action: KeyAction) => {
    if (action === 'activate') void activate(key)
    else setOpen({ id: key.id, action })
  }

  return (
    <SpaceBetween size="m">
      <SectionHeader owner={owner} keys={keys} />
      {keys.refused.map(({ action, error: refused }) => (
        <Denied key={action} error={refused} action={action} resource={owner.arn} />
      ))}
      <Failure error={error} action="iam:UpdateAccessKey" resource={owner.arn} />
      <Cards owner={owner} keys={keys} onAction={act} />
      {shown && open?.action === 'deactivate' && <DeactivateDialog owner={owner} of={shown} onClose={close} />}
      {shown && open?.action === 'delete' && <DeleteDialog owner={owner} of={shown} onClose={close} />}
      {shown && open?.action === 'editDescription' && owner.userName !== undefined && (
        <DescriptionDialog
          owner={owner}
          userName={owner.userName}
          of={shown}
          description={keys.descriptions.get(shown.id) ?? ''}
          onClose={close}
        />
      )}
    </SpaceBetween>
  )
}

function SectionHeader({ owner, keys: { keys, loading, refresh } }: { readonly owner: Owner; readonly keys: Keys }) {
  const t = useT()
  const navigate = useNavigate()
  const full = (keys?.length ?? 0) >= 2
  return (
    <Header
      variant="h2"
      {...(keys && { counter: `(${keys.length})` })}
      description={full ? t(labels.twoKeys) : t(labels.about)}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button iconName="refresh" ariaLabel={t(labels.refresh)} loading={loading} onClick={refresh} />
          {owner.userName !== undefined && keys !== undefined && keys.length > 0 && (
            <Button onClick={() => void navigate(`${owner.base}/rotate-access-key`)}>{t(labels.rotate)}</Button>
          )}
          <Button
            disabled={full}
            disabledReason={t(labels.twoKeys)}
            onClick={() => void navigate(`${owner.base}/create-access-key`)}
          >
            {t(labels.create)}
          </Button>
        </SpaceBetween>
      }
    >
      {t(labels.title)}
    </Header>
  )
}

interface CardsProps {
  readonly owner: Owner
  readonly keys: Keys
  readonly onAction: (key: Key, action: KeyAction) => void
}

function Cards({ owner, keys: { keys, descriptions, missing, pending }, onAction }: CardsProps) {
  const t = useT()
  const isRoot = owner.userName === undefined
  if (pending) return <Waiting />
  if (missing) return <Alert type="error">{t(labels.noUser)}</Alert>
  if (keys === undefined) return null
  if (keys.length === 0) {
    return (
      <Container>
        <Box textAlign="center" color="inherit" padding="m">
          <Box variant="strong" color="inherit">
            {t(labels.none)}
          </Box>
          <Box variant="p" color="text-body-secondary">
            {t(isRoot ? labels.noneRoot : labels.noneText)}
          </Box>
        </Box>
      </Container>
    )
  }
  return (
    <SpaceBetween size="m">
      {isRoot && (
        <Alert type="warning" header={t(labels.rootHasKeys)}>
          <RootProcedure />
        </Alert>
      )}
      {keys.map((key, at) => (
        <KeyCard
          key={key.id}
          owner={owner}
          of={key}
          description={descriptions.get(key.id)}
          oldest={at === 0 && keys.length > 1}
          onAction={(action) => onAction(key, action)}
        />
      ))}
    </SpaceBetween>
  )
}
