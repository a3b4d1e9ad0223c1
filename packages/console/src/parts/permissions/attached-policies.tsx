import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import type { AttachedPolicy } from '../../api/lists.ts'
import { useChange } from '../../api/use-change.ts'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../confirm-modal.tsx'
import { Copyable } from '../copy.tsx'
import { Denied } from '../denied.tsx'
import { Failure } from '../failure.tsx'
import { Table } from '../table.tsx'
import { AttachPolicies } from './attach-policies.tsx'
import { calls, isOfAws, named, type Identity } from './identity.ts'
import { labels } from './labels.ts'
import { PolicyLink } from './policy-link.tsx'

/** The managed policies of a user or a group. */
export function AttachedPolicies({ identity }: { readonly identity: Identity }) {
  const t = useT()
  const { kind, name, arn } = identity
  const { listAttached, detach: operation } = calls[kind]
  const [attaching, setAttaching] = useState(false)
  const [detaching, setDetaching] = useState<AttachedPolicy>()
  const list = useRead('iam', listAttached, named(identity), { expects: ['NoSuchEntity'] })
  const detach = useChange('iam', operation)
  const policies = list.data?.AttachedPolicies ?? []
  const remove = async ({ PolicyName = '', PolicyArn = '' }: AttachedPolicy) => {
    const { error } = await detach.run({ ...named(identity), PolicyArn })
    if (error && error.code !== 'NoSuchEntity') return
    setDetaching(undefined)
    flash({ name: 'policies', type: 'success', content: t(labels.detached, { name: PolicyName }) })
  }
  if (list.error?.isDenied) return <Denied error={list.error} action={`iam:${listAttached}`} resource={arn} />
  return (
    <>
      <Table<AttachedPolicy>
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
          {
            id: 'name',
            header: t(labels.policyName),
            isRowHeader: true,
            cell: ({ PolicyArn = '' }) => <PolicyLink arn={PolicyArn} />,
          },
          {
            id: 'type',
            header: t(labels.policyType),
            minWidth: 120,
            cell: ({ PolicyArn = '' }) => t(isOfAws(PolicyArn) ? labels.awsManaged : labels.customerManaged),
          },
          {
            id: 'arn',
            header: t(labels.policyArn),
            minWidth: 260,
            cell: ({ PolicyArn = '' }) => <Copyable text={PolicyArn} />,
          },
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
          identity={identity}
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
          <Box>{t(kind === 'user' ? labels.detachUserText : labels.detachGroupText, { name })}</Box>
          <Failure error={detach.error} action={`iam:${operation}`} resource={arn} />
        </ConfirmModal>
      )}
    </>
  )
}
