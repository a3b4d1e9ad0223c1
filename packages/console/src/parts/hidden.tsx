import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

/** A dash in place of a value that the caller may not see; pointing at it names the action that is missing. */
export function Hidden({ action }: { readonly action: string }) {
  const t = useT()
  const why = t(labels.hiddenValue, { action })
  return (
    <span title={why}>
      <span aria-hidden="true">{t(labels.none)}</span>
      <span className="kw-aside">{why}</span>
    </span>
  )
}
