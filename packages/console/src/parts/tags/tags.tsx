import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import type { Change } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { ConfirmModal } from '../confirm-modal.tsx'
import { DeniedLine } from '../denied-line.tsx'
import { Failure } from '../failure.tsx'
import { Table } from '../table.tsx'
import { labels } from './labels.ts'
import { TagForm } from './tag-form.tsx'
import { tagsMax, type TypedTag } from './tag-keys.ts'

/** How the tags of one thing are read and changed: an operation each, with its action for where it is refused. */
export interface Tagging {
  readonly read: { readonly action: string; readonly error: ApiError | undefined }
  readonly put: Change<TypedTag, unknown> & { readonly action: string }
  readonly remove: Change<string, unknown> & { readonly action: string }
}

export interface TagsProps {
  readonly arn: string
  readonly tags: readonly TypedTag[]
  /** Whether they could be read. */
  readonly known: boolean
  readonly tagging: Tagging
  /** What tags are for here, and that there are none. */
  readonly text: string
  readonly none: string
  /** False where they are not ours to change. */
  readonly editable?: boolean
}

/** The tags of a user or a policy; on a user those that describe her access keys are among them. */
export function Tags({ arn, tags, known, tagging, text, none, editable = true }: TagsProps) {
  const t = useT()
  const [editing, setEditing] = useState<TypedTag | 'new'>()
  const [removing, setRemoving] = useState<TypedTag>()
  const { read, put, remove } = tagging
  const full = tags.length >= tagsMax
  return (
    <>
      <Table<TypedTag>
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
            description={text}
            actions={
              editable && (
                <Button
                  disabled={full}
                  disabledReason={t(labels.tagsFull)}
                  onClick={() => {
                    put.reset()
                    setEditing('new')
                  }}
                >
                  {t(labels.addTag)}
                </Button>
              )
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
            cell: (tag) =>
              editable && (
                <SpaceBetween direction="horizontal" size="s">
                  <Button
                    variant="inline-link"
                    ariaLabel={t(labels.editNamed, { name: tag.Key })}
                    onClick={() => {
                      put.reset()
                      setEditing(tag)
                    }}
                  >
                    {t(labels.edit)}
                  </Button>
                  <Button
                    variant="inline-link"
                    ariaLabel={t(labels.removeNamed, { name: tag.Key })}
                    onClick={() => {
                      remove.reset()
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
              <Box color="text-body-secondary">{none}</Box>
            </Box>
          ) : (
            read.error && <DeniedLine error={read.error} action={read.action} resource={arn} />
          )
        }
      />
      {editing !== undefined && (
        <TagForm
          arn={arn}
          put={put}
          tags={tags}
          {...(editing !== 'new' && { tag: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <ConfirmModal
          title={t(labels.removeTagTitle, { name: removing.Key })}
          confirm={t(labels.removeTag)}
          pending={remove.pending}
          onConfirm={async () => {
            const { error } = await remove.run(removing.Key)
            if (!error) setRemoving(undefined)
          }}
          onCancel={() => setRemoving(undefined)}
        >
          <Box>{t(labels.removeTagText)}</Box>
          <Failure error={remove.error} action={remove.action} resource={arn} />
        </ConfirmModal>
      )}
    </>
  )
}
