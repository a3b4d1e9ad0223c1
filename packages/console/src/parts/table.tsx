import CloudscapeTable, { type TableProps } from '@cloudscape-design/components/table'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export interface OurTableProps<T> extends Omit<TableProps<T>, 'ariaLabels' | 'loadingText'> {
  /** What the table lists: its name for a screen reader. */
  readonly label: string
  /** The name of a row, for its check box. */
  readonly nameOf: (item: T) => string
}

/** Cloudscape's table with the words it has in no language: those of selection and of its region. */
export function Table<T>({ label, nameOf, ...props }: OurTableProps<T>) {
  const t = useT()
  return (
    <CloudscapeTable<T>
      {...props}
      loadingText={t(labels.loading)}
      ariaLabels={{
        tableLabel: label,
        selectionGroupLabel: t(labels.selection),
        allItemsSelectionLabel: () => t(labels.selectAll),
        itemSelectionLabel: (_selection, item) => t(labels.selectRow, { name: nameOf(item) }),
      }}
    />
  )
}
