import { useT } from '../../i18n/language-provider.tsx'
import { helpLabels } from './help-labels.ts'

/** The seed's three steps out of root's keys. */
export function RootProcedure() {
  const t = useT()
  return (
    <ol className="kw-list">
      <li>{t(helpLabels.root1)}</li>
      <li>{t(helpLabels.root2)}</li>
      <li>{t(helpLabels.root3)}</li>
    </ol>
  )
}
