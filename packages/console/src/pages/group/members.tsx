import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Member } from '../../api/lists.ts'
import type { Read } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Broken } from '../../parts/broken.tsx'
import { ChooseEach } from '../../parts/choose-each.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Link } from '../../parts/link.tsx'
import { RemoveMemberships } from '../../parts/membership/remove-memberships.tsx'
import { UserChoice } from '../../parts/membership/user-choice.tsx'
import type { Identity } from '../../parts/permissions/identity.ts'
import { pageOf, searched } from '../../parts/searched.ts'
import { Table } from '../../parts/table.tsx'
import { TextFilter } from '../../parts/text-filter.tsx'
import { Time } from '../../parts/time.tsx'
import { useSession } from '../../session/session-state.ts'
import { userAddress } from '../user/user-address.ts'
import { labels } from './labels.ts'

const rows = 20

export interface MembersProps {
  readonly identity: Identity
  readonly members: Read<readonly Member[]>
}

/** The users of a group, all of them searched here. */
export function Members({ identity, members }: MembersProps) {
  const t = useT()
  const session = useSession()
  const { name, arn } = identity
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(1)
  const [selected, setSelected] = useState<readonly Member[]>([])
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<readonly Member[]>()
  const all = members.data ?? []
  const found = searched(all, typed, ({ Path, UserName }) => Path + UserName)
  const { items, page, pages } = pageOf(found, asked, rows)
  if (members.error?.isDenied) return <Denied error={members.error} action="iam:GetGroup" resource={arn} />
  return (
    <>
      <Table<Member>
        variant="container"
        label={t(labels.usersTitle)}
        nameOf={({ UserName }) => UserName}
        trackBy="UserId"
        items={items}
        loading={members.pending}
        wrapLines
        selectionType="multi"
        selectedItems={selected}
        onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
        header={
          <Header
            variant="h2"
            counter={members.data ? `(${all.length})` : ''}
            description={t(labels.usersText)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  disabled={selected.length === 0}
                  disabledReason={t(labels.selectFirst)}
                  onClick={() => setRemoving(selected)}
                >
                  {t(labels.removeUsers)}
                </Button>
                <Button onClick={() => setAdding(true)}>{t(labels.addUsers)}</Button>
              </SpaceBetween>
            }
          >
            {t(labels.usersTitle)}
          </Header>
        }
        filter={
          all.length > 0 && (
            <TextFilter
              label={t(labels.searchMembers)}
              filteringText={typed}
              count={found.length}
              onChange={({ detail }) => {
                setAsked(1)
                setTyped(detail.filteringText)
              }}
            />
          )
        }
        pagination={
          pages > 1 && (
            <Pagination
              currentPageIndex={page}
              pagesCount={pages}
              onChange={({ detail }) => setAsked(detail.currentPageIndex)}
            />
          )
        }
        columnDefinitions={[
          {
            id: 'name',
            header: t(labels.userName),
            isRowHeader: true,
            cell: ({ UserName }) => <Link href={userAddress(UserName)}>{UserName}</Link>,
          },
          { id: 'path', header: t(labels.path), cell: ({ Path }) => <Broken text={Path} /> },
          {
            id: 'created',
            header: t(labels.created),
            minWidth: 150,
            cell: ({ CreateDate }) => <Time at={CreateDate} />,
          },
        ]}
        empty={
          all.length === 0 ? (
            <Empty title={t(labels.noUsers)} text={t(labels.noUsersText)} />
          ) : (
            <Empty title={t(labels.noMatches)} />
          )
        }
      />
      {adding && (
        <ChooseEach
          title={t(labels.addUsersTo, { name })}
          save={t(labels.addUsers)}
          operation="AddUserToGroup"
          inputOf={(UserName) => ({ GroupName: name, UserName })}
          resourceOf={() => arn}
          saying={(done) => t(labels.usersAdded, { name, users: done.join(', ') })}
          onClose={() => setAdding(false)}
        >
          {(choosing) => <UserChoice {...choosing} without={all.map(({ UserName }) => UserName)} />}
        </ChooseEach>
      )}
      {removing && (
        <RemoveMemberships
          memberships={removing.map(({ UserName }) => ({ user: UserName, group: name }))}
          title={t(labels.removeTitle, { count: removing.length, name })}
          resourceOf={() => arn}
          onDone={() => {
            setSelected([])
            setRemoving(undefined)
          }}
          onCancel={() => setRemoving(undefined)}
        >
          <Box>{t(labels.removeText, { users: removing.map(({ UserName }) => UserName).join(', ') })}</Box>
          {removing.some(({ UserName }) => UserName === session.UserName) && (
            <Box variant="strong">{t(labels.removeSelf)}</Box>
          )}
        </RemoveMemberships>
      )}
    </>
  )
}
