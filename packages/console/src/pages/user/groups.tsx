import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import type { Group } from '../../api/lists.ts'
import type { Output } from '../../api/types.ts'
import type { Read } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Broken } from '../../parts/broken.tsx'
import { ChooseEach } from '../../parts/choose-each.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Link } from '../../parts/link.tsx'
import { GroupChoice } from '../../parts/membership/group-choice.tsx'
import { RemoveMemberships } from '../../parts/membership/remove-memberships.tsx'
import { groupIdentity, type Identity } from '../../parts/permissions/identity.ts'
import { Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { useSession } from '../../session/session-state.ts'
import { groupAddress } from '../groups/group-address.ts'
import { labels } from './labels.ts'

/** [AWS] IAM quotas. */
const groupsMax = 10

export interface GroupsProps {
  readonly identity: Identity
  readonly groups: Read<Output<'iam', 'ListGroupsForUser'>>
}

/** The groups that a user is in. */
export function Groups({ identity, groups: list }: GroupsProps) {
  const t = useT()
  const { AccountId, UserName } = useSession()
  const { name, arn } = identity
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Group>()
  const groups = list.data?.Groups ?? []
  const full = groups.length >= groupsMax
  if (list.error?.isDenied) return <Denied error={list.error} action="iam:ListGroupsForUser" resource={arn} />
  return (
    <>
      <Table<Group>
        variant="container"
        label={t(labels.groups)}
        nameOf={({ GroupName }) => GroupName}
        trackBy="GroupId"
        items={groups}
        loading={list.pending}
        wrapLines
        header={
          <Header
            variant="h2"
            counter={list.data ? `(${groups.length})` : ''}
            description={t(labels.groupsText)}
            actions={
              <Button disabled={full} disabledReason={t(labels.groupsFull)} onClick={() => setAdding(true)}>
                {t(labels.addToGroups)}
              </Button>
            }
          >
            {t(labels.groups)}
          </Header>
        }
        columnDefinitions={[
          {
            id: 'name',
            header: t(labels.groupName),
            isRowHeader: true,
            cell: ({ GroupName }) => <Link href={groupAddress(GroupName, 'permissions')}>{GroupName}</Link>,
          },
          { id: 'path', header: t(labels.path), cell: ({ Path }) => <Broken text={Path} /> },
          {
            id: 'created',
            header: t(labels.created),
            minWidth: 150,
            cell: ({ CreateDate }) => <Time at={CreateDate} />,
          },
          {
            id: 'actions',
            header: t(labels.actions),
            cell: (group) => (
              <Button
                variant="inline-link"
                ariaLabel={t(labels.leaveNamed, { name: group.GroupName })}
                onClick={() => setLeaving(group)}
              >
                {t(labels.leave)}
              </Button>
            ),
          },
        ]}
        empty={<Empty title={t(labels.noGroups)} text={t(labels.noGroupsText)} />}
      />
      {adding && (
        <ChooseEach
          title={t(labels.addUserToGroups, { name })}
          save={t(labels.addToGroups)}
          operation="AddUserToGroup"
          inputOf={(GroupName) => ({ GroupName, UserName: name })}
          resourceOf={(GroupName) => groupIdentity(AccountId, GroupName).arn}
          saying={(done) => t(labels.addedToGroups, { name, groups: done.join(', ') })}
          onClose={() => setAdding(false)}
        >
          {(choosing) => <GroupChoice {...choosing} without={groups.map(({ GroupName }) => GroupName)} />}
        </ChooseEach>
      )}
      {leaving && (
        <RemoveMemberships
          memberships={[{ user: name, group: leaving.GroupName }]}
          title={t(labels.leaveTitleNamed, { user: name, group: leaving.GroupName })}
          resourceOf={() => leaving.Arn}
          onDone={() => setLeaving(undefined)}
          onCancel={() => setLeaving(undefined)}
        >
          <Box>{t(labels.leaveGroupText)}</Box>
          {UserName === name && <Box variant="strong">{t(labels.leaveSelf)}</Box>}
        </RemoveMemberships>
      )}
    </>
  )
}
