import { useEffect, useRef, useState } from 'react'
import { TextFilter } from './text-filter.tsx'

/** How long a pause in typing counts as its end. */
const pause = 250

export interface TypedSearchProps {
  readonly label: string
  readonly placeholder: string
  readonly search: string
  readonly count: number | undefined
  readonly onSearch: (text: string) => void
  /** What must not be kept nor sent, and what to do then: the box is empty already. */
  readonly refusal?: { readonly applies: (text: string) => boolean; readonly tell: () => void }
}

/** The search box of a list. Its text is its own until typing pauses: a key stroke draws no row anew. */
export function TypedSearch({ label, placeholder, search, count, onSearch, refusal }: TypedSearchProps) {
  const [typed, setTyped] = useState(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(search)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    // Back and Forward, or a link, changed the address.
    if (search !== sent.current) setTyped(search)
    sent.current = search
  }, [search])

  const send = (text: string) => {
    sent.current = text
    onSearch(text)
  }
  const change = (text: string) => {
    clearTimeout(timer.current)
    if (refusal?.applies(text) === true) {
      setTyped('')
      send('')
      refusal.tell()
      return
    }
    setTyped(text)
    timer.current = setTimeout(() => send(text), pause)
  }
  return (
    <TextFilter
      label={label}
      filteringPlaceholder={placeholder}
      filteringText={typed}
      count={count}
      onChange={({ detail }) => change(detail.filteringText)}
    />
  )
}
