import Button from '@cloudscape-design/components/button'
import Pagination from '@cloudscape-design/components/pagination'
import type { TableProps } from '@cloudscape-design/components/table'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useGroups, type Group } from '../../api/lists.ts'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Broken } from '../../parts/broken.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Help } from '../../parts/help.tsx'
import { Link, LinkButton } from '../../parts/link.tsx'
import { ListHeader } from '../../parts/list-header.tsx'
import { pageOf, searched } from '../../parts/searched.ts'
import { Table } from '../../parts/table.tsx'
import { TypedSearch } from '../../parts/typed-search.tsx'
import { Time } from '../../parts/time.tsx'
import { DeleteGroup } from '../group/delete-group.tsx'
import { groupAddress } from './group-address.ts'
import { MemberCount, PolicyState } from './group-cells.tsx'
import { groupSorts, readGroupsQuery, writeGroupsQuery, type GroupSort, type GroupsQuery } from './groups-address.ts'
import { labels } from './labels.ts'

/** Each row asks three times more: no more of them than a person reads. */
const rows = 20

const none: readonly Group[] = []

/** The list of groups. They are all here, a few hundred at most, and are searched and sorted here. */
export function Groups() {
  const t = useT()
  const [parameters, setParameters] = useSearchParams()
  const query = readGroupsQuery(parameters)
  const [chosenName, setChosenName] = useState<string>()
  const [deleting, setDeleting] = useState<Group>()
  const list = useGroups()
  const all = list.data ?? none
  const found = useMemo(
    () =>
      sorted(
        searched(all, query.search, ({ Path, GroupName }) => Path + GroupName),
        query.sort,
        query.descending,
      ),
    [all, query.search, query.sort, query.descending],
  )
  const { items, page, pages } = pageOf(found, query.page, rows)
  const chosen = all.find(({ GroupName }) => GroupName === chosenName)
  const columns = useMemo(() => columnsOf(t), [t])
  const change = (changed: Partial<GroupsQuery>) =>
    setParameters((before) => writeGroupsQuery({ ...readGroupsQuery(before), page: 1, ...changed }), { replace: true })
  if (list.error) {
    return (
      <Page title={t(labels.title)}>
        <Denied error={list.error} action="iam:ListGroups" />
      </Page>
    )
  }
  return (
    <Page title={t(labels.title)} kind="table" headed help={<GroupsHelp />}>
      <Table<Group>
        variant="full-page"
        label={t(labels.title)}
        nameOf={({ GroupName }) => GroupName}
        trackBy="GroupId"
        items={items}
        loading={list.pending}
        skeleton={{ totalRows: 8 }}
        columnDefinitions={columns}
        wrapLines
        sortingColumn={{ sortingField: query.sort }}
        sortingDescending={query.descending}
        onSortingChange={({ detail }) => {
          const sort = groupSorts.find((one) => one === detail.sortingColumn.sortingField)
          if (sort) change({ sort, descending: detail.isDescending ?? false })
        }}
        selectionType="single"
        selectedItems={chosen ? [chosen] : []}
        onSelectionChange={({ detail }) => setChosenName(detail.selectedItems[0]?.GroupName)}
        stickyColumns={{ first: 1 }}
        header={
          <ListHeader
            title={list.data ? t(labels.counted, { count: all.length }) : t(labels.title)}
            description={t(labels.description)}
            read={list}
            undeletable={chosen ? undefined : t(labels.selectFirst)}
            onDelete={() => chosen && setDeleting(chosen)}
            create={{ href: '/iam/groups/create', text: t(labels.create) }}
          />
        }
        filter={
          <TypedSearch
            label={t(labels.search)}
            placeholder={t(labels.searchPlaceholder)}
            search={query.search}
            count={list.pending ? undefined : found.length}
            onSearch={(search) => change({ search })}
          />
        }
        pagination={
          pages > 1 && (
            <Pagination
              currentPageIndex={page}
              pagesCount={pages}
              onChange={({ detail }) => setParameters(writeGroupsQuery({ ...query, page: detail.currentPageIndex }))}
            />
          )
        }
        empty={
          all.length === 0 ? (
            <Empty title={t(labels.noGroups)} text={t(labels.noGroupsText)}>
              <LinkButton href="/iam/groups/create">{t(labels.create)}</LinkButton>
            </Empty>
          ) : (
            <Empty title={t(labels.noMatches)} text={t(labels.noMatchesText)}>
              <Button onClick={() => change({ search: '' })}>{t(labels.clear)}</Button>
            </Empty>
          )
        }
      />
      {deleting && (
        <DeleteGroup
          name={deleting.GroupName}
          arn={deleting.Arn}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined)
            setChosenName(undefined)
          }}
        />
      )}
    </Page>
  )
}

function columnsOf(t: Translate): readonly TableProps.ColumnDefinition<Group>[] {
  return [
    {
      id: 'name',
      header: t(labels.groupName),
      isRowHeader: true,
      minWidth: 160,
      sortingField: 'GroupName',
      cell: ({ GroupName }) => <Link href={groupAddress(GroupName)}>{GroupName}</Link>,
    },
    {
      id: 'path',
      header: t(labels.path),
      minWidth: 100,
      sortingField: 'Path',
      cell: ({ Path }) => <Broken text={Path} />,
    },
    {
      id: 'users',
      header: t(labels.users),
      minWidth: 90,
      cell: ({ GroupName }) => <MemberCount name={GroupName} />,
    },
    {
      id: 'permissions',
      header: t(labels.permissions),
      minWidth: 150,
      cell: ({ GroupName }) => <PolicyState name={GroupName} />,
    },
    {
      id: 'created',
      header: t(labels.created),
      minWidth: 160,
      sortingField: 'CreateDate',
      cell: ({ CreateDate }) => <Time at={CreateDate} />,
    },
  ]
}

function sorted(groups: readonly Group[], by: GroupSort, descending: boolean): readonly Group[] {
  const sign = descending ? -1 : 1
  const compare = (a: Group, b: Group) =>
    by === 'CreateDate' ? a.CreateDate - b.CreateDate : a[by].localeCompare(b[by], 'en')
  return groups.toSorted((a, b) => sign * (compare(a, b) || a.GroupName.localeCompare(b.GroupName, 'en')))
}

function GroupsHelp() {
  const t = useT()
  return (
    <Help title={t(labels.helpTitle)}>
      <p>{t(labels.helpWhat)}</p>
      <p>{t(labels.helpLimits)}</p>
    </Help>
  )
}
