import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useChange } from '../../api/use-change.ts'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../confirm-modal.tsx'
import { Denied } from '../denied.tsx'
import { Failure } from '../failure.tsx'
import { Link } from '../link.tsx'
import { templates } from '../policy/templates.ts'
import { Table } from '../table.tsx'
import { calls, named, type Identity } from './identity.ts'
import { labels } from './labels.ts'

/** The policies that only this user or group has. */
export function InlinePolicies({ identity }: { readonly identity: Identity }) {
  const t = useT()
  const { kind, name, arn, base } = identity
  const { listInline, deleteInline } = calls[kind]
  const navigate = useNavigate()
  const [removing, setRemoving] = useState<string>()
  const list = useRead('iam', listInline, named(identity), { expects: ['NoSuchEntity'] })
  const change = useChange('iam', deleteInline)
  const policies = list.data?.PolicyNames ?? []
  const editing = (policy: string) => `${base}/edit-policy?policy=${encodeURIComponent(policy)}`
  const remove = async (PolicyName: string) => {
    const { error } = await change.run({ ...named(identity), PolicyName })
    if (error && error.code !== 'NoSuchEntity') return
    setRemoving(undefined)
    flash({ name: 'policies', type: 'success', content: t(labels.policyDeleted, { name: PolicyName }) })
  }
  if (list.error?.isDenied) return <Denied error={list.error} action={`iam:${listInline}`} resource={arn} />
  return (
    <>
      <Table<string>
        variant="container"
        label={t(labels.inlineTitle)}
        nameOf={(policy) => policy}
        trackBy={(policy) => policy}
        items={policies}
        loading={list.pending}
        wrapLines
        header={
          <Header
            variant="h2"
            counter={list.data ? `(${policies.length})` : ''}
            description={t(kind === 'user' ? labels.userInlineText : labels.groupInlineText)}
            actions={
              <ButtonDropdown
                items={[
                  { id: 'blank', text: t(labels.blankPolicy) },
                  {
                    id: 'templates',
                    text: t(labels.fromTemplate),
                    items: templates.map((template) => ({ id: template.name, text: template.name })),
                  },
                ]}
                onItemClick={({ detail }) =>
                  void navigate(`${base}/create-policy${detail.id === 'blank' ? '' : `?template=${detail.id}`}`)
                }
              >
                {t(labels.addInline)}
              </ButtonDropdown>
            }
          >
            {t(labels.inlineTitle)}
          </Header>
        }
        columnDefinitions={[
          {
            id: 'name',
            header: t(labels.policyName),
            isRowHeader: true,
            cell: (policy) => <Link href={editing(policy)}>{policy}</Link>,
          },
          {
            id: 'actions',
            header: t(labels.actions),
            cell: (policy) => (
              <SpaceBetween direction="horizontal" size="s">
                <Button
                  variant="inline-link"
                  ariaLabel={t(labels.editNamed, { name: policy })}
                  onClick={() => void navigate(editing(policy))}
                >
                  {t(labels.edit)}
                </Button>
                <Button
                  variant="inline-link"
                  ariaLabel={t(labels.deleteNamed, { name: policy })}
                  onClick={() => {
                    change.reset()
                    setRemoving(policy)
                  }}
                >
                  {t(labels.delete)}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
        empty={<Box textAlign="center">{t(labels.noInline)}</Box>}
      />
      {removing !== undefined && (
        <ConfirmModal
          title={t(labels.deletePolicyTitle, { name: removing })}
          confirm={t(labels.delete)}
          pending={change.pending}
          onConfirm={() => remove(removing)}
          onCancel={() => setRemoving(undefined)}
        >
          <Box>{t(kind === 'user' ? labels.deletePolicyUser : labels.deletePolicyGroup, { name })}</Box>
          <Failure error={change.error} action={`iam:${deleteInline}`} resource={arn} />
        </ConfirmModal>
      )}
    </>
  )
}
