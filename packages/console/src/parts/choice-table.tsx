import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { TableProps } from '@cloudscape-design/components/table'
import TokenGroup from '@cloudscape-design/components/token-group'
import { useState, type ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import { pageOf, searched } from './searched.ts'
import { Table } from './table.tsx'
import { TextFilter } from './text-filter.tsx'

/** As many rows as a dialog shows without scrolling. */
const rows = 10

export interface Choosing {
  /** By the id of the item. What a search hides stays chosen. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

export interface ChoiceTableProps<T> extends Choosing {
  /** What is listed. */
  readonly label: string
  readonly single?: boolean
  readonly items: readonly T[]
  readonly loading: boolean
  readonly idOf: (item: T) => string
  readonly nameOf: (item: T) => string
  /** The name of something chosen that is not among the items. */
  readonly nameOfId: (id: string) => string
  readonly columns: readonly TableProps.ColumnDefinition<T>[]
  readonly searchLabel: string
  /** What the search looks in; without it the items are those that were found elsewhere, by `search`. */
  readonly textOf?: (item: T) => string
  readonly search?: {
    readonly text: string
    readonly count: number | undefined
    readonly onText: (text: string) => void
  }
  /** Another filter, at the right of the search. */
  readonly narrowing?: ReactNode
  readonly empty: ReactNode
}

/** A list to choose from, searched and a page at a time. What was chosen stands above it, each to be taken back. */
export function ChoiceTable<T>(props: ChoiceTableProps<T>) {
  const { label, single = false, items, loading, idOf, nameOf, nameOfId, columns, searchLabel, textOf } = props
  const { search, narrowing, empty, chosen, onChange } = props
  const t = useT()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(1)
  const found = textOf ? searched(items, typed, textOf) : items
  const { items: shown, page, pages } = pageOf(found, asked, rows)
  const text = search?.text ?? typed
  const change = (next: string) => {
    setAsked(1)
    setTyped(next)
    search?.onText(next)
  }
  // Those that a search hides are kept by their ids, whatever the table knows of them.
  const visible = new Set(items.map(idOf))
  return (
    // A press on a row leaves the focus in here, so that Escape still closes the dialog around.
    <div tabIndex={-1} className="kw-choice">
      <SpaceBetween size="s">
        <div className="kw-choosing">
          <div>
            <TextFilter
              label={searchLabel}
              filteringText={text}
              count={loading ? undefined : (search?.count ?? found.length)}
              onChange={({ detail }) => change(detail.filteringText)}
            />
          </div>
          {narrowing}
        </div>
        {chosen.length > 0 && (
          <TokenGroup
            limit={8}
            i18nStrings={{ limitShowMore: t(labels.showMore), limitShowFewer: t(labels.showFewer) }}
            items={chosen.map((id) => ({
              label: nameOfId(id),
              dismissLabel: t(labels.takeBack, { name: nameOfId(id) }),
            }))}
            onDismiss={({ detail }) => onChange(chosen.filter((_, at) => at !== detail.itemIndex))}
          />
        )}
        <Table<T>
          variant="embedded"
          contentDensity="compact"
          label={label}
          nameOf={nameOf}
          trackBy={idOf}
          items={shown}
          loading={loading}
          wrapLines
          selectionType={single ? 'single' : 'multi'}
          selectedItems={items.filter((item) => chosen.includes(idOf(item)))}
          onSelectionChange={({ detail }) => {
            const now = detail.selectedItems.map(idOf)
            const kept = single ? [] : chosen.filter((id) => !visible.has(id) || now.includes(id))
            onChange([...kept, ...now.filter((id) => !kept.includes(id))])
          }}
          // A row is as good as its check box, which is small.
          onRowClick={({ detail }) => {
            const id = idOf(detail.item)
            if (single) onChange([id])
            else onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
          }}
          columnDefinitions={columns}
          empty={empty}
        />
        {pages > 1 && (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setAsked(detail.currentPageIndex)}
          />
        )}
      </SpaceBetween>
    </div>
  )
}
