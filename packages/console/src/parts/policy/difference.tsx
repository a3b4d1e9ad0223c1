import './difference.css'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import { lineDifference } from './line-difference.ts'

export interface DifferenceProps {
  readonly before: string
  readonly after: string
}

const signs = { same: ' ', removed: '-', added: '+' } as const

/** What turns one text into the other: by sign and word, and by colour too. */
export function Difference({ before, after }: DifferenceProps) {
  const t = useT()
  const words = { same: '', removed: t(labels.removedLine), added: t(labels.addedLine) }
  return (
    <div className="kw-code kw-difference" tabIndex={0} role="region" aria-label={t(labels.difference)} translate="no">
      {lineDifference(before, after).map(({ kind, text }, at) => (
        <div key={at} data-kind={kind}>
          {kind !== 'same' && <span className="kw-aside">{words[kind]}: </span>}
          <span aria-hidden="true">{signs[kind]} </span>
          {text}
        </div>
      ))}
    </div>
  )
}
