import './users.css'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCallback, useDeferredValue, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { csv } from '../../i18n/csv.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Page } from '../../layout/page.tsx'
import { denialOf } from '../../parts/denial.ts'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Help } from '../../parts/help.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { ReadOn } from '../access-keys/keys-help.tsx'
import { DeleteUser } from '../user/delete-user.tsx'
import { rowsForFile, type FoundUser } from './columns.tsx'
import { AddKeyFilter, KeyFilters } from './key-filters.tsx'
import { labels as keyLabels } from '../../parts/key-owner/labels.ts'
import { labels } from './labels.ts'
import { ManageColumns } from './manage-columns.tsx'
import { OwnerNotice } from '../../parts/key-owner/owner-notice.tsx'
import { Pages } from './pages.tsx'
import { SearchBox } from './search-box.tsx'
import { useFoundUsers } from './use-found-users.ts'
import { usePreferences } from './use-preferences.ts'
import { readUsersQuery, usersAddress, writeUsersQuery, type UsersQuery } from './users-address.ts'
import { UsersTable } from './users-table.tsx'

const noUsers: readonly FoundUser[] = []

/** The list of users: searched, filtered and sorted over all of them by the server, a page at a time. */
export function Users() {
  const t = useT()
  const navigate = useNavigate()
  const [parameters, setParameters] = useSearchParams()
  const query = readUsersQuery(parameters)
  const [preferences, keepPreferences] = usePreferences()
  const { search, owner, refreshOwner, asked, found } = useFoundUsers(query, preferences.pageSize)
  const users = useDeferredValue(asked ? (found.data?.Users ?? noUsers) : noUsers)
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
  const narrowed = parameters.size > 0
  const file = () => csv(rowsForFile(users, preferences.columns, Date.now(), t))
  const copyRows = () =>
    navigator.clipboard.writeText(file()).then(
      () => flash({ name: 'rows', type: 'success', content: t(labels.rowsCopied, { count: users.length }) }),
      () => flash({ name: 'rows', type: 'error', content: t(labels.rowsNotCopied) }),
    )

  return (
    <Page title={t(labels.title)} kind="table" headed help={<UsersHelp />}>
      <UsersTable
        users={users}
        loading={asked && found.pending && !denied}
        preferences={preferences}
        sort={query.sort}
        descending={query.descending}
        selected={chosen}
        onSelect={(user) => setChosenId(user.UserId)}
        onSort={(sort, descending) => change({ sort, descending })}
        header={
          <Header
            variant="awsui-h1-sticky"
            description={t(labels.description)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  iconName="refresh"
                  ariaLabel={t(labels.refresh)}
                  loading={found.loading && !found.pending}
                  onClick={refresh}
                />
                <Button
                  disabled={!chosen}
                  disabledReason={t(labels.selectFirst)}
                  onClick={() => chosen && setDeleting(chosen)}
                >
                  {t(labels.delete)}
                </Button>
                <LinkButton variant="primary" href="/iam/users/create">
                  {t(labels.createUser)}
                </LinkButton>
              </SpaceBetween>
            }
          >
            {total === undefined ? t(labels.title) : t(labels.counted, { count: total })}
          </Header>
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
              <ButtonDropdown
                disabled={users.length === 0}
                items={[
                  { id: 'copy', text: t(labels.copyRows) },
                  { id: 'save', text: t(labels.saveRows) },
                ]}
                onItemClick={({ detail }) =>
                  detail.id === 'copy' ? void copyRows() : saveFile('users.csv', file(), 'text/csv;charset=utf-8')
                }
              >
                {t(labels.export)}
              </ButtonDropdown>
            </div>
            <KeyFilters query={query} onChange={change} />
            {secretRefused && (
              <Alert
                type="error"
                header={t(keyLabels.secretRefusedTitle)}
                dismissible
                dismissAriaLabel={t(labels.dismiss)}
                onDismiss={() => setSecretRefused(false)}
              >
                {t(keyLabels.secretRefused)}
              </Alert>
            )}
            {search.kind === 'partOfKeyId' && (
              <div role="status">
                <Alert type="info">{t(keyLabels.partOfKeyId)}</Alert>
              </div>
            )}
            {(search.kind === 'keyId' || search.kind === 'temporaryKeyId') && (
              <OwnerNotice
                id={search.id}
                owner={owner}
                status={users[0]?.AccessKeys?.find((key) => key.AccessKeyId === search.id)?.Status}
              />
            )}
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
          denied ? (
            listDenied ? (
              <DeniedLine error={denied} />
            ) : (
              <Empty title={t(labels.refusedOrder, { action: missing ?? '' })} text={t(labels.refusedOrderText)}>
                <Button onClick={() => void navigate(usersAddress(), { replace: true })}>{t(labels.showByName)}</Button>
              </Empty>
            )
          ) : narrowed ? (
            <Empty title={t(labels.noMatches)} text={t(labels.noMatchesText)}>
              <Button onClick={() => void navigate(usersAddress(), { replace: true })}>{t(labels.clearAll)}</Button>
            </Empty>
          ) : (
            <Empty title={t(labels.noUsers)} text={t(labels.noUsersText)}>
              <LinkButton href="/iam/users/create">{t(labels.createUser)}</LinkButton>
            </Empty>
          )
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

function Empty({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children: React.ReactNode
}) {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }}>
      <SpaceBetween size="s">
        <Box variant="strong">{title}</Box>
        <Box color="text-body-secondary">{text}</Box>
        {children}
      </SpaceBetween>
    </Box>
  )
}

function UsersHelp() {
  const t = useT()
  return (
    <Help
      title={t(labels.helpTitle)}
      footer={<ReadOn section={{ en: 'unused-keys-and-leavers', ja: '使われていないキーと退職者' }} />}
    >
      <h3>{t(labels.helpFindTitle)}</h3>
      <p>{t(labels.helpFind)}</p>
      <h3>{t(labels.helpIdsTitle)}</h3>
      <p>{t(labels.helpIds)}</p>
      <h3>{t(labels.helpAgeTitle)}</h3>
      <p>{t(labels.helpAge)}</p>
      <p>{t(labels.helpSecrets)}</p>
    </Help>
  )
}
