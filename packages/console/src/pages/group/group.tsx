import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useMembers } from '../../api/lists.ts'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { Help } from '../../parts/help.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { AttachedPolicies } from '../../parts/permissions/attached-policies.tsx'
import { groupIdentity } from '../../parts/permissions/identity.ts'
import { InlinePolicies } from '../../parts/permissions/inline-policies.tsx'
import { SimulateButton } from '../../parts/simulator/simulate-button.tsx'
import { Time } from '../../parts/time.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { useSession } from '../../session/session-state.ts'
import { groupAddress } from '../groups/group-address.ts'
import { DeleteGroup } from './delete-group.tsx'
import { EditGroup } from './edit-group.tsx'
import { labels } from './labels.ts'
import { Members } from './members.tsx'

/** The page of the group that the address names. */
export function Group() {
  const { name = '' } = useParams()
  return <GroupPage key={name} name={name} />
}

function GroupPage({ name }: { readonly name: string }) {
  const t = useT()
  const navigate = useNavigate()
  const { AccountId } = useSession()
  const [parameters, setParameters] = useSearchParams()
  const [open, setOpen] = useState<'edit' | 'delete'>()
  const read = useRead('iam', 'GetGroup', { GroupName: name, MaxItems: 1 }, { expects: ['NoSuchEntity'] })
  const members = useMembers(name)
  const group = read.data?.Group
  const identity = groupIdentity(AccountId, name, group?.Arn)
  const crumbs = [{ text: t(labels.groups), href: '/iam/groups' }]
  const close = () => setOpen(undefined)
  if (read.error?.code === 'NoSuchEntity') {
    return (
      <Page title={t(labels.notFoundTitle, { name })} crumbs={crumbs} description={t(labels.notFoundText)}>
        <LinkButton href="/iam/groups">{t(labels.toGroups)}</LinkButton>
      </Page>
    )
  }
  const unread = read.error ? <Hidden action="iam:GetGroup" /> : <Waiting />
  return (
    <Page
      title={name}
      crumbs={crumbs}
      help={
        <Help title={t(labels.helpTitle)}>
          <p>{t(labels.helpUsers)}</p>
          <p>{t(labels.helpDeny)}</p>
        </Help>
      }
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <SimulateButton query={{ principal: identity.arn }} />
          <Button onClick={() => setOpen('delete')}>{t(labels.delete)}</Button>
          <Button disabled={!group} onClick={() => setOpen('edit')}>
            {t(labels.edit)}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t(labels.summary)}</Header>}>
          <KeyValuePairs
            columns={3}
            minColumnWidth={200}
            items={[
              { label: t(labels.arn), value: <Copyable text={identity.arn} /> },
              { label: t(labels.path), value: group?.Path ?? unread },
              { label: t(labels.created), value: group ? <Time at={group.CreateDate} /> : unread },
            ]}
          />
        </Container>
        <Tabs
          ariaLabel={t(labels.tabs)}
          activeTabId={parameters.get('section') === 'permissions' ? 'permissions' : 'users'}
          onChange={({ detail }) => setParameters({ section: detail.activeTabId }, { replace: true })}
          tabs={[
            {
              id: 'users',
              label: members.data ? t(labels.usersCounted, { count: members.data.length }) : t(labels.users),
              content: <Members identity={identity} members={members} />,
            },
            {
              id: 'permissions',
              label: t(labels.permissions),
              content: (
                <SpaceBetween size="l">
                  <AttachedPolicies identity={identity} />
                  <InlinePolicies identity={identity} />
                </SpaceBetween>
              ),
            },
          ]}
        />
      </SpaceBetween>
      {open === 'edit' && group && (
        <EditGroup
          group={group}
          onClose={close}
          onSaved={(now) => {
            close()
            if (now !== name) void navigate(groupAddress(now), { replace: true })
          }}
        />
      )}
      {open === 'delete' && (
        <DeleteGroup name={name} arn={identity.arn} onClose={close} onDeleted={() => void navigate('/iam/groups')} />
      )}
    </Page>
  )
}
