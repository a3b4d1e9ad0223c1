import { useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { TextFilter } from '../../parts/text-filter.tsx'
import { labels } from './labels.ts'
import { readSearch } from '../../parts/key-owner/typed-key.ts'

/** How long a pause in typing counts as its end. */
const pause = 250

export interface SearchBoxProps {
  readonly search: string
  readonly count: number | undefined
  readonly onSearch: (text: string) => void
  /** What was typed has the form of a secret: it is gone from the box already, and goes nowhere. */
  readonly onSecret: () => void
}

/** The search box. Its text is its own until typing pauses: a key stroke draws no row anew. */
export function SearchBox({ search, count, onSearch, onSecret }: SearchBoxProps) {
  const t = useT()
  const [typed, setTyped] = useState(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(search)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    // Back and Forward, or a link, changed the address.
    if (search !== sent.current) setTyped(search)
    sent.current = search
  }, [search])

  const change = (text: string) => {
    clearTimeout(timer.current)
    if (readSearch(text).kind === 'secret') {
      setTyped('')
      send('')
      onSecret()
      return
    }
    setTyped(text)
    timer.current = setTimeout(() => send(text), pause)
  }
  const send = (text: string) => {
    sent.current = text
    onSearch(text)
  }
  return (
    <TextFilter
      label={t(labels.search)}
      filteringPlaceholder={t(labels.searchPlaceholder)}
      filteringText={typed}
      count={count}
      onChange={({ detail }) => change(detail.filteringText)}
    />
  )
}
