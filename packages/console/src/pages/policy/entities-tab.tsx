import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Failure } from '../../parts/failure.tsx'
import { searched } from '../../parts/searched.ts'
import { Table } from '../../parts/table.tsx'
import { TextFilter } from '../../parts/text-filter.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { AttachEntities } from './attach-entities.tsx'
import { useEntities, type Entity } from './entities.ts'
import { EntityLink } from './entity-link.tsx'
import { labels } from './labels.ts'

export interface EntitiesProps {
  readonly arn: string
  readonly name: string
}

const nobody: readonly Entity[] = []

/** Who has a policy, and whose boundary it is. */
export function Entities({ arn, name }: EntitiesProps) {
  return (
    <SpaceBetween size="l">
      <Attached arn={arn} name={name} />
      <Bounded arn={arn} />
    </SpaceBetween>
  )
}

function Attached({ arn, name }: EntitiesProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [attaching, setAttaching] = useState(false)
  const [detaching, setDetaching] = useState<Entity>()
  const list = useEntities(arn, 'PermissionsPolicy')
  const entities = list.data ?? nobody
  const found = searched(entities, typed, (entity) => entity.name)
  if (list.error) return <Denied error={list.error} action="iam:ListEntitiesForPolicy" resource={arn} />
  return (
    <>
      <Table<Entity>
        variant="container"
        label={t(labels.entities)}
        nameOf={(entity) => entity.name}
        trackBy={({ kind, name: one }) => `${kind} ${one}`}
        items={found}
        loading={list.pending}
        wrapLines
        header={
          <Header
            variant="h2"
            counter={list.data ? `(${entities.length})` : ''}
            description={t(labels.entitiesText)}
            actions={<Button onClick={() => setAttaching(true)}>{t(labels.attach)}</Button>}
          >
            {t(labels.entities)}
          </Header>
        }
        filter={
          <TextFilter
            label={t(labels.searchEntities)}
            filteringText={typed}
            count={found.length}
            onChange={({ detail }) => setTyped(detail.filteringText)}
          />
        }
        columnDefinitions={[
          {
            id: 'name',
            header: t(labels.entityName),
            isRowHeader: true,
            cell: (entity) => <EntityLink {...entity} />,
          },
          {
            id: 'type',
            header: t(labels.entityType),
            cell: ({ kind }) => t(labels[kind]),
          },
          {
            id: 'actions',
            header: t(labels.actions),
            cell: (entity) => (
              <Button
                variant="inline-link"
                ariaLabel={t(labels.detachNamed, { name: entity.name })}
                onClick={() => setDetaching(entity)}
              >
                {t(labels.detach)}
              </Button>
            ),
          },
        ]}
        empty={
          <Box textAlign="center">
            <Box variant="strong">{t(typed === '' ? labels.noEntities : labels.noMatches)}</Box>
            {typed === '' && <Box color="text-body-secondary">{t(labels.noEntitiesText)}</Box>}
          </Box>
        }
      />
      {attaching && <AttachEntities arn={arn} name={name} attached={entities} onClose={() => setAttaching(false)} />}
      {detaching && <Detach arn={arn} entity={detaching} onClose={() => setDetaching(undefined)} />}
    </>
  )
}

interface DetachProps {
  readonly arn: string
  readonly entity: Entity
  readonly onClose: () => void
}

function Detach({ arn, entity: { kind, name }, onClose }: DetachProps) {
  const t = useT()
  const fromUser = useChange('iam', 'DetachUserPolicy')
  const fromGroup = useChange('iam', 'DetachGroupPolicy')
  const change = kind === 'user' ? fromUser : fromGroup
  const detach = async () => {
    const { error } = await (kind === 'user'
      ? fromUser.run({ UserName: name, PolicyArn: arn })
      : fromGroup.run({ GroupName: name, PolicyArn: arn }))
    if (error && error.code !== 'NoSuchEntity') return
    flash({ name: 'policy', type: 'success', content: t(labels.detached, { name }) })
    onClose()
  }
  return (
    <ConfirmModal
      title={t(labels.detachTitle, { name })}
      confirm={t(labels.detach)}
      pending={change.pending}
      onConfirm={detach}
      onCancel={onClose}
    >
      <Box>{t(labels.detachText, { name })}</Box>
      <Failure error={change.error} action={kind === 'user' ? 'iam:DetachUserPolicy' : 'iam:DetachGroupPolicy'} />
    </ConfirmModal>
  )
}

function Bounded({ arn }: { readonly arn: string }) {
  const t = useT()
  const list = useEntities(arn, 'PermissionsBoundary')
  // Refused, it was refused above for the same reason.
  if (list.error) return null
  const entities = list.data ?? nobody
  return (
    <Container
      header={
        <Header variant="h2" counter={list.data ? `(${entities.length})` : ''} description={t(labels.boundaryText)}>
          {t(labels.boundaryTitle)}
        </Header>
      }
    >
      {list.pending && <Waiting />}
      {list.data &&
        (entities.length === 0 ? (
          <Box color="text-body-secondary">{t(labels.noBoundary)}</Box>
        ) : (
          <ul className="kw-list">
            {entities.map((entity) => (
              <li key={entity.name}>
                <EntityLink {...entity} />
              </li>
            ))}
          </ul>
        ))}
    </Container>
  )
}
