import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Table } from '../../parts/table.tsx'
import { AttachPolicies } from './attach-policies.tsx'
import { labels } from './labels.ts'

export interface UserPoliciesProps {
  readonly name: string
  readonly arn: string
}

interface Attached {
  readonly PolicyName?: string | undefined
  readonly PolicyArn?: string | undefined
}

/** The managed policies of a user. */
export function AttachedPolicies({ name, arn }: UserPoliciesProps) {
  const t = useT()
  const [attaching, setAttaching] = useState(false)
  const [detaching, setDetaching] = useState<Attached>()
  const list = useRead('iam', 'ListAttachedUserPolicies', { UserName: name }, { expects: ['NoSuchEntity'] })
  const detach = useChange('iam', 'DetachUserPolicy')
  const policies = list.data?.AttachedPolicies ?? []
  const remove = async ({ PolicyName = '', PolicyArn = '' }: Attached) => {
    const { error } = await detach.run({ UserName: name, PolicyArn })
    if (error && error.code !== 'NoSuchEntity') return
    setDetaching(undefined)
    flash({ name: 'user', type: 'success', content: t(labels.detached, { name: PolicyName }) })
  }
  if (list.error?.isDenied) return <Denied error={list.error} action="iam:ListAttachedUserPolicies" resource={arn} />
  return (
    <>
      <Table<Attached>
        variant="container"
        label={t(labels.attachedTitle)}
        nameOf={({ PolicyName = '' }) => PolicyName}
        trackBy="PolicyArn"
        items={policies}
        loading={list.pending}
        wrapLines
        header={
          <Header
            variant="h2"
            counter={list.data ? `(${policies.length})` : ''}
            description={t(labels.attachedText)}
            actions={<Button onClick={() => setAttaching(true)}>{t(labels.attach)}</Button>}
          >
            {t(labels.attachedTitle)}
          </Header>
        }
        columnDefinitions={[
          { id: 'name', header: t(labels.policyName), isRowHeader: true, cell: ({ PolicyName }) => PolicyName },
          { id: 'arn', header: t(labels.policyArn), cell: ({ PolicyArn = '' }) => <Copyable text={PolicyArn} /> },
          {
            id: 'actions',
            header: t(labels.actions),
            cell: (policy) => (
              <Button
                variant="inline-link"
                ariaLabel={t(labels.detachNamed, { name: policy.PolicyName ?? '' })}
                onClick={() => {
                  detach.reset()
                  setDetaching(policy)
                }}
              >
                {t(labels.detach)}
              </Button>
            ),
          },
        ]}
        empty={<Box textAlign="center">{t(labels.noAttached)}</Box>}
      />
      {attaching && (
        <AttachPolicies
          name={name}
          arn={arn}
          attached={policies.map(({ PolicyArn = '' }) => PolicyArn)}
          onClose={() => setAttaching(false)}
        />
      )}
      {detaching && (
        <ConfirmModal
          title={t(labels.detachTitle, { name: detaching.PolicyName ?? '' })}
          confirm={t(labels.detach)}
          pending={detach.pending}
          onConfirm={() => remove(detaching)}
          onCancel={() => setDetaching(undefined)}
        >
          <Box>{t(labels.detachText, { user: name })}</Box>
          <Failure error={detach.error} action="iam:DetachUserPolicy" resource={arn} />
        </ConfirmModal>
      )}
    </>
  )
}
