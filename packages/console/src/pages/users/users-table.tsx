import { useMemo, type ReactNode } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Table } from '../../parts/table.tsx'
import { tableColumns, type FoundUser } from './columns.tsx'
import { labels } from './labels.ts'
import type { Preferences } from './preferences.ts'
import { sorts, type SortBy } from './users-address.ts'

export interface UsersTableProps {
  readonly users: readonly FoundUser[]
  readonly loading: boolean
  readonly preferences: Preferences
  readonly sort: SortBy
  readonly descending: boolean
  readonly selected: FoundUser | undefined
  readonly onSort: (sort: SortBy, descending: boolean) => void
  readonly onSelect: (user: FoundUser) => void
  readonly header: ReactNode
  readonly filter: ReactNode
  readonly pagination: ReactNode
  readonly gear: ReactNode
  readonly empty: ReactNode
}

/** The list itself. Its rows are drawn as time allows: typing and clicking go first. */
export function UsersTable(props: UsersTableProps) {
  const {
    users,
    loading,
    preferences,
    sort,
    descending,
    selected,
    onSort,
    onSelect,
    header,
    filter,
    pagination,
    gear,
    empty,
  } = props
  const t = useT()
  const columnDefinitions = useMemo(() => tableColumns(t), [t])
  const selectedItems = useMemo(() => (selected ? [selected] : []), [selected])
  return (
    <Table<FoundUser>
      variant="full-page"
      label={t(labels.title)}
      nameOf={(user) => user.UserName}
      trackBy="UserId"
      items={users}
      loading={loading}
      skeleton={{ totalRows: 8 }}
      columnDefinitions={columnDefinitions}
      visibleColumns={preferences.columns}
      wrapLines={preferences.wrapLines}
      sortingColumn={{ sortingField: sort }}
      sortingDescending={descending}
      onSortingChange={({ detail }) => {
        const chosen = sorts.find((one) => one === detail.sortingColumn.sortingField)
        if (chosen) onSort(chosen, detail.isDescending ?? false)
      }}
      selectionType="single"
      selectedItems={selectedItems}
      onSelectionChange={({ detail }) => {
        const [user] = detail.selectedItems
        if (user) onSelect(user)
      }}
      stickyColumns={{ first: 1 }}
      header={header}
      filter={filter}
      pagination={pagination}
      preferences={gear}
      empty={empty}
    />
  )
}
