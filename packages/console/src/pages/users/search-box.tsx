import { useT } from '../../i18n/language-provider.tsx'
import { readSearch } from '../../parts/key-owner/typed-key.ts'
import { TypedSearch } from '../../parts/typed-search.tsx'
import { labels } from './labels.ts'

export interface SearchBoxProps {
  readonly search: string
  readonly count: number | undefined
  readonly onSearch: (text: string) => void
  /** What was typed has the form of a secret: it is gone from the box already, and goes nowhere. */
  readonly onSecret: () => void
}

/** The search box of the users. */
export function SearchBox({ search, count, onSearch, onSecret }: SearchBoxProps) {
  const t = useT()
  return (
    <TypedSearch
      label={t(labels.search)}
      placeholder={t(labels.searchPlaceholder)}
      search={search}
      count={count}
      onSearch={onSearch}
      refusal={{ applies: (text) => readSearch(text).kind === 'secret', tell: onSecret }}
    />
  )
}
