import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { useChange } from '../../api/use-change.ts'
import type { Output } from '../../api/types.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Failure } from '../../parts/failure.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { Table } from '../../parts/table.tsx'
import { labels } from './labels.ts'
import { TagForm } from './tag-form.tsx'

export type Tag = NonNullable<Output<'iam', 'GetUser'>['User']['Tags']>[number]

/** [AWS] IAM quotas. */
const tagsMax = 50

export interface TagsProps {
  readonly name: string
  readonly arn: string
  readonly tags: readonly Tag[]
  /** Whether the user could be read, and why not. */
  readonly known: boolean
  readonly error: ApiError | undefined
}

/** A user's tags, those that describe her access keys among them. */
export function Tags({ name, arn, tags, known, error }: TagsProps) {
  const t = useT()
  const [editing, setEditing] = useState<Tag | 'new'>()
  const [removing, setRemoving] = useState<Tag>()
  const untag = useChange('iam', 'UntagUser')
  const full = tags.length >= tagsMax
  const remove = async ({ Key }: Tag) => {
    const { error: refused } = await untag.run({ UserName: name, TagKeys: [Key] })
    if (!refused) setRemoving(undefined)
  }
  return (
    <>
      <Table<Tag>
        variant="container"
        label={t(labels.tags)}
        nameOf={({ Key }) => Key}
        trackBy="Key"
        items={tags}
        wrapLines
        header={
          <Header
            variant="h2"
            counter={known ? `(${tags.length})` : ''}
            description={t(labels.tagsText)}
            actions={
              <Button disabled={full} disabledReason={t(labels.tagsFull)} onClick={() => setEditing('new')}>
                {t(labels.addTag)}
              </Button>
            }
          >
            {t(labels.tags)}
          </Header>
        }
        columnDefinitions={[
          {
            id: 'key',
            header: t(labels.tagKey),
            isRowHeader: true,
            cell: ({ Key }) => (
              <SpaceBetween direction="horizontal" size="s">
                <span translate="no">{Key}</span>
                {/^A[KS]IA[A-Z0-9]{16}$/.test(Key) && <Badge>{t(labels.keyDescription)}</Badge>}
              </SpaceBetween>
            ),
          },
          { id: 'value', header: t(labels.tagValue), cell: ({ Value }) => <span translate="no">{Value}</span> },
          {
            id: 'actions',
            header: t(labels.actions),
            cell: (tag) => (
              <SpaceBetween direction="horizontal" size="s">
                <Button
                  variant="inline-link"
                  ariaLabel={t(labels.editNamed, { name: tag.Key })}
                  onClick={() => setEditing(tag)}
                >
                  {t(labels.edit)}
                </Button>
                <Button
                  variant="inline-link"
                  ariaLabel={t(labels.removeNamed, { name: tag.Key })}
                  onClick={() => {
                    untag.reset()
                    setRemoving(tag)
                  }}
                >
                  {t(labels.removeTag)}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
        empty={
          known ? (
            <Box textAlign="center">
              <Box variant="strong">{t(labels.noTags)}</Box>
              <Box color="text-body-secondary">{t(labels.noTagsText)}</Box>
            </Box>
          ) : (
            error && <DeniedLine error={error} action="iam:GetUser" resource={arn} />
          )
        }
      />
      {editing !== undefined && (
        <TagForm
          name={name}
          arn={arn}
          tags={tags}
          {...(editing !== 'new' && { tag: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <ConfirmModal
          title={t(labels.removeTagTitle, { name: removing.Key })}
          confirm={t(labels.removeTag)}
          pending={untag.pending}
          onConfirm={() => remove(removing)}
          onCancel={() => setRemoving(undefined)}
        >
          <Box>{t(labels.removeTagText)}</Box>
          <Failure error={untag.error} action="iam:UntagUser" resource={arn} />
        </ConfirmModal>
      )}
    </>
  )
}
