import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { Compare } from './compare.tsx'
import { labels } from './labels.ts'
import { SetDefault } from './set-default.tsx'
import type { PolicyVersion } from './use-policy.ts'
import { useVersions } from './use-versions.ts'

export interface VersionsProps {
  readonly arn: string
  readonly isAws: boolean
}

/** The versions of a policy, the newest first, and what differs between two of them. */
export function Versions({ arn, isAws }: VersionsProps) {
  const t = useT()
  const list = useVersions(arn)
  const [choosing, setChoosing] = useState<string>()
  const [deleting, setDeleting] = useState<string>()
  if (list.error) return <Denied error={list.error} action="iam:ListPolicyVersions" resource={arn} />
  const versions = list.data ?? []
  const current = versions.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.VersionId
  return (
    <SpaceBetween size="l">
      <Table<PolicyVersion>
        variant="container"
        label={t(labels.versions)}
        nameOf={({ VersionId = '' }) => VersionId}
        trackBy="VersionId"
        items={versions}
        loading={list.pending}
        wrapLines
        header={
          <Header variant="h2" counter={list.data ? `(${versions.length})` : ''} description={t(labels.versionsText)}>
            {t(labels.versions)}
          </Header>
        }
        columnDefinitions={[
          {
            id: 'version',
            header: t(labels.version),
            isRowHeader: true,
            cell: ({ VersionId, IsDefaultVersion }) => (
              <SpaceBetween direction="horizontal" size="xs">
                <span translate="no">{VersionId}</span>
                {IsDefaultVersion === true && <Badge color="green">{t(labels.isDefault)}</Badge>}
              </SpaceBetween>
            ),
          },
          {
            id: 'created',
            header: t(labels.created),
            cell: ({ CreateDate }) => CreateDate !== undefined && <Time at={CreateDate} />,
          },
          {
            id: 'actions',
            header: t(labels.actions),
            cell: ({ VersionId = '', IsDefaultVersion }) =>
              !isAws &&
              IsDefaultVersion !== true && (
                <SpaceBetween direction="horizontal" size="s">
                  <Button
                    variant="inline-link"
                    ariaLabel={t(labels.setDefaultNamed, { version: VersionId })}
                    onClick={() => setChoosing(VersionId)}
                  >
                    {t(labels.setDefault)}
                  </Button>
                  <Button
                    variant="inline-link"
                    ariaLabel={t(labels.deleteVersionNamed, { version: VersionId })}
                    onClick={() => setDeleting(VersionId)}
                  >
                    {t(labels.delete)}
                  </Button>
                </SpaceBetween>
              ),
          },
        ]}
        empty={<Box>{t(labels.none)}</Box>}
      />
      {list.data && <Compare arn={arn} versions={versions} />}
      {choosing !== undefined && current !== undefined && (
        <SetDefault arn={arn} version={choosing} current={current} onClose={() => setChoosing(undefined)} />
      )}
      {deleting !== undefined && <DeleteVersion arn={arn} version={deleting} onClose={() => setDeleting(undefined)} />}
    </SpaceBetween>
  )
}

interface DeleteVersionProps {
  readonly arn: string
  readonly version: string
  readonly onClose: () => void
}

function DeleteVersion({ arn, version, onClose }: DeleteVersionProps) {
  const t = useT()
  const change = useChange('iam', 'DeletePolicyVersion')
  const remove = async () => {
    const { error } = await change.run({ PolicyArn: arn, VersionId: version })
    if (error && error.code !== 'NoSuchEntity') return
    flash({ name: 'policy', type: 'success', content: t(labels.versionDeleted, { version }) })
    onClose()
  }
  return (
    <ConfirmModal
      title={t(labels.deleteVersionTitle, { version })}
      confirm={t(labels.delete)}
      pending={change.pending}
      onConfirm={remove}
      onCancel={onClose}
    >
      <Box>{t(labels.deleteVersionText)}</Box>
      <Failure error={change.error} action="iam:DeletePolicyVersion" resource={arn} />
    </ConfirmModal>
  )
}
