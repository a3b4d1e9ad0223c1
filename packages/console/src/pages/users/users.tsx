import './users.css'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCallback, useDeferredValue, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { denialOf } from '../../parts/denial.ts'
import { Denied } from '../../parts/denied.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { ListHeader } from '../../parts/list-header.tsx'
import { DeleteUser } from '../user/delete-user.tsx'
import type { FoundUser } from './columns.tsx'
import { ExportRows } from './export-rows.tsx'
import { AddKeyFilter, KeyFilters } from './key-filters.tsx'
import { labels } from './labels.ts'
import { ManageColumns } from './manage-columns.tsx'
import { NoRows } from './no-rows.tsx'
import { Pages } from './pages.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchNotice, SecretRefused } from './search-notice.tsx'
import { useFoundUsers } from './use-found-users.ts'
import { usePreferences } from './use-preferences.ts'
import { readUsersQuery, writeUsersQuery, type UsersQuery } from './users-address.ts'
import { UsersHelp } from './users-help.tsx'
import { UsersTable } from './users-table.tsx'

const noUsers: readonly FoundUser[] = []

/** The list of users: searched, filtered and sorted over all of them by the server, a page at a time. */
export function Users() {
  const t = useT()
  const [parameters, setParameters] = useSearchParams()
  const query = readUsersQuery(parameters)
  const [preferences, keepPreferences] = usePreferences()
  const { search, owner, refreshOwner, asked, found } = useFoundUsers(query, preferences.pageSize)
  const answered = asked ? (found.data?.Users ?? noUsers) : noUsers
  const users = useDeferredValue(answered)
  // Rows that have arrived are drawn a moment later: until then nobody is told that there are none.
  const arriving = users.length === 0 && answered.length > 0
  const total = asked ? found.data?.TotalCount : 0
  const [chosenId, setChosenId] = useState<string>()
  const [managing, setManaging] = useState(false)
  const [deleting, setDeleting] = useState<FoundUser>()
  const [secretRefused, setSecretRefused] = useState(false)
  const chosen = users.find((user) => user.UserId === chosenId)

  // A page is a place in one order of one selection: any other begins at the first.
  const change = useCallback(
    (changed: Partial<UsersQuery>) => {
      setParameters(
        (before) => writeUsersQuery({ ...readUsersQuery(before), page: 1, marker: undefined, ...changed }),
        { replace: true },
      )
    },
    [setParameters],
  )
  const denied = asked && found.error?.isDenied ? found.error : undefined
  const missing = denied && denialOf(denied).action
  const listDenied = denied !== undefined && (missing === undefined || missing === 'iam:ListUsers')
  // Whoever follows a link to the owner of a key is told whose it is all the same.
  if (listDenied && search.kind !== 'keyId') {
    return (
      <Page title={t(labels.title)}>
        <SpaceBetween size="l">
          <Denied error={denied} />
          <SpaceBetween size="s">
            <Box>{t(labels.deniedOwn)}</Box>
            <LinkButton href="/iam/security_credentials">{t(labels.toOwn)}</LinkButton>
          </SpaceBetween>
        </SpaceBetween>
      </Page>
    )
  }
  const refresh = () => {
    found.refresh()
    if (search.kind === 'keyId') void refreshOwner()
  }

  return (
    <Page title={t(labels.title)} kind="table" headed help={<UsersHelp />}>
      <UsersTable
        users={users}
        loading={asked && !denied && (found.pending || arriving)}
        preferences={preferences}
        sort={query.sort}
        descending={query.descending}
        selected={chosen}
        onSelect={(user) => setChosenId(user.UserId)}
        onSort={(sort, descending) => change({ sort, descending })}
        header={
          <ListHeader
            title={total === undefined ? t(labels.title) : t(labels.counted, { count: total })}
            description={t(labels.description)}
            read={{ ...found, refresh }}
            undeletable={chosen ? undefined : t(labels.selectFirst)}
            onDelete={() => chosen && setDeleting(chosen)}
            create={{ href: '/iam/users/create', text: t(labels.createUser) }}
          />
        }
        filter={
          <SpaceBetween size="s">
            <div className="kw-tools">
              <div className="kw-search">
                <SearchBox
                  search={query.search}
                  count={asked && !found.loading ? total : undefined}
                  onSearch={(text) => {
                    setSecretRefused(false)
                    change({ search: text })
                  }}
                  onSecret={() => setSecretRefused(true)}
                />
              </div>
              <AddKeyFilter query={query} onChange={change} />
              <ExportRows users={users} columns={preferences.columns} />
            </div>
            <KeyFilters query={query} onChange={change} />
            {secretRefused && <SecretRefused onDismiss={() => setSecretRefused(false)} />}
            <SearchNotice search={search} owner={owner} first={users[0]} />
          </SpaceBetween>
        }
        pagination={
          asked && total !== undefined && total > 0 ? (
            <Pages
              query={query}
              pageSize={preferences.pageSize}
              shown={users.length}
              total={total}
              next={found.data?.IsTruncated ? found.data.Marker : undefined}
              waiting={found.loading}
              onTurn={(page, marker) => setParameters(writeUsersQuery({ ...query, page, marker }))}
            />
          ) : undefined
        }
        gear={
          <Button variant="icon" iconName="settings" ariaLabel={t(labels.settings)} onClick={() => setManaging(true)} />
        }
        empty={
          <NoRows denied={denied} refusedOrder={listDenied ? undefined : missing} narrowed={parameters.size > 0} />
        }
      />
      {managing && (
        <ManageColumns
          preferences={preferences}
          onApply={(next) => {
            // Another number of rows has other pages.
            if (next.pageSize !== preferences.pageSize) change({})
            keepPreferences(next)
            setManaging(false)
          }}
          onDiscard={() => setManaging(false)}
        />
      )}
      {deleting && (
        <DeleteUser
          name={deleting.UserName}
          arn={deleting.Arn}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined)
            setChosenId(undefined)
          }}
        />
      )}
    </Page>
  )
}
