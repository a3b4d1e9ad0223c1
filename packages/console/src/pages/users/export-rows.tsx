import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { csv } from '../../i18n/csv.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { rowsForFile, type FoundUser } from './columns.tsx'
import { labels } from './labels.ts'
import type { Preferences } from './preferences.ts'

interface ExportRowsProps {
  readonly users: readonly FoundUser[]
  readonly columns: Preferences['columns']
}

/** Copies the rows that are shown, or saves them as a file. */
export function ExportRows({ users, columns }: ExportRowsProps) {
  const t = useT()
  const file = () => csv(rowsForFile(users, columns, Date.now(), t))
  const copy = () =>
    navigator.clipboard.writeText(file()).then(
      () => flash({ name: 'rows', type: 'success', content: t(labels.rowsCopied, { count: users.length }) }),
      () => flash({ name: 'rows', type: 'error', content: t(labels.rowsNotCopied) }),
    )
  return (
    <ButtonDropdown
      disabled={users.length === 0}
      items={[
        { id: 'copy', text: t(labels.copyRows) },
        { id: 'save', text: t(labels.saveRows) },
      ]}
      onItemClick={({ detail }) =>
        detail.id === 'copy' ? void copy() : saveFile('users.csv', file(), 'text/csv;charset=utf-8')
      }
    >
      {t(labels.export)}
    </ButtonDropdown>
  )
}
