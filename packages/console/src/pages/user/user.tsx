import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Help } from '../../parts/help.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { userIdentity } from '../../parts/permissions/identity.ts'
import { SimulateButton } from '../../parts/simulator/simulate-button.tsx'
import { labels as tagLabels } from '../../parts/tags/labels.ts'
import { useSession } from '../../session/session-state.ts'
import { AccessKeysSection } from '../access-keys/access-keys-section.tsx'
import { ReadOn } from '../access-keys/keys-help.tsx'
import { userOf } from '../access-keys/owner.ts'
import { ConsoleSignIn } from './console-sign-in.tsx'
import { DeleteUser } from './delete-user.tsx'
import { Groups } from './groups.tsx'
import { labels } from './labels.ts'
import { Permissions } from './permissions.tsx'
import { Summary } from './summary.tsx'
import { UserTags } from './user-tags.tsx'
import { useLoginProfile } from './use-login-profile.ts'
import { sections } from './user-address.ts'

/** The page of the user that the address names. */
export function User() {
  const { name = '' } = useParams()
  return <UserPage key={name} name={name} />
}

function UserPage({ name }: { readonly name: string }) {
  const t = useT()
  const session = useSession()
  const navigate = useNavigate()
  const [parameters, setParameters] = useSearchParams()
  const [deleting, setDeleting] = useState(false)
  const read = useRead('iam', 'GetUser', { UserName: name }, { expects: ['NoSuchEntity'] })
  const arn = read.data?.User.Arn
  // The user's own ARN has her path: what is suggested to allow would match nobody without it.
  const owner = useMemo(() => ({ ...userOf(session, name), ...(arn !== undefined && { arn }) }), [session, name, arn])
  const identity = userIdentity(session.AccountId, name, owner.arn)
  const groups = useRead('iam', 'ListGroupsForUser', { UserName: name }, { expects: ['NoSuchEntity'] })
  const profile = useLoginProfile(name)
  const crumbs = [{ text: t(labels.users), href: '/iam/users' }]
  if (read.error?.code === 'NoSuchEntity') {
    return (
      <Page title={t(labels.notFoundTitle, { name })} crumbs={crumbs} description={t(labels.notFoundText)}>
        <LinkButton href="/iam/users">{t(labels.toUsers)}</LinkButton>
      </Page>
    )
  }
  const user = read.data?.User
  const section = parameters.get('section')
  return (
    <Page
      title={name}
      crumbs={crumbs}
      help={<UserHelp />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <SimulateButton query={{ principal: owner.arn }} />
          <Button onClick={() => setDeleting(true)}>{t(labels.delete)}</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {read.error && <Denied error={read.error} action="iam:GetUser" resource={owner.arn} />}
        <Summary owner={owner} user={user} profile={profile} pending={read.pending} />
        <Tabs
          ariaLabel={t(labels.tabs)}
          activeTabId={sections.find((one) => one === section) ?? 'permissions'}
          onChange={({ detail }) => setParameters({ section: detail.activeTabId }, { replace: true })}
          tabs={[
            {
              id: 'permissions',
              label: t(labels.permissions),
              content: <Permissions identity={identity} groups={groups} user={user} />,
            },
            {
              id: 'groups',
              label: groups.data ? t(labels.groupsCounted, { count: groups.data.Groups.length }) : t(labels.groupsTab),
              content: <Groups identity={identity} groups={groups} />,
            },
            {
              id: 'tags',
              label: user ? t(tagLabels.tagsCounted, { count: user.Tags?.length ?? 0 }) : t(tagLabels.tags),
              content: <UserTags name={name} user={user} error={read.error} arn={owner.arn} />,
            },
            {
              id: 'security_credentials',
              label: t(labels.securityCredentials),
              content: (
                <SpaceBetween size="l">
                  <ConsoleSignIn name={name} profile={profile} owner={owner} />
                  <AccessKeysSection owner={owner} />
                </SpaceBetween>
              ),
            },
          ]}
        />
      </SpaceBetween>
      {deleting && (
        <DeleteUser
          name={name}
          arn={owner.arn}
          onClose={() => setDeleting(false)}
          onDeleted={() => void navigate('/iam/users')}
        />
      )}
    </Page>
  )
}

function UserHelp() {
  const t = useT()
  return (
    <Help
      title={t(labels.helpTitle)}
      footer={<ReadOn section={{ en: 'unused-keys-and-leavers', ja: '使われていないキーと退職者' }} />}
    >
      <p>{t(labels.helpKeys)}</p>
      <p>{t(labels.helpLeaver)}</p>
    </Help>
  )
}
