import { useEffect, useState } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Broken } from './broken.tsx'
import { labels } from './labels.ts'

export interface CopyProps {
  readonly text: string
  /** Names the text for a screen reader: the button says "Copy {what}". Without it the text itself does; never for a secret. */
  readonly what?: string
  /** Words beside the picture: they name the button, in place of `what`. */
  readonly children?: string
}

/**
 * A copy button that costs nothing: plain markup, no state, no handler of its own. A table may have hundreds. <CopyListener>
 * does the work for all of them.
 */
export function Copy({ text, what = text, children }: CopyProps) {
  const t = useT()
  return (
    <button
      type="button"
      className="kw-copy"
      data-copy={text}
      aria-label={children === undefined ? t(labels.copyNamed, { what }) : undefined}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M2 5h8v9H2zM5.500 5V2H14v9h-4" />
      </svg>
      {children}
    </button>
  )
}

/** A value with its copy button. */
export function Copyable({ text, what }: { readonly text: string; readonly what?: string }) {
  return (
    <span className="kw-copyable">
      <code translate="no">
        <Broken text={text} />
      </code>
      <Copy text={text} {...(what !== undefined && { what })} />
    </span>
  )
}

/** Serves every <Copy> of the page, and says aloud and in view what happened. */
export function CopyListener() {
  const t = useT()
  const [said, setSaid] = useState<{ readonly text: string; readonly count: number }>({ text: '', count: 0 })

  useEffect(() => {
    const say = (text: string) => setSaid(({ count }) => ({ text, count: count + 1 }))
    const copy = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null
      if (!button) return
      navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
        () => {
          button.classList.add('kw-copied')
          setTimeout(() => button.classList.remove('kw-copied'), 2000)
          say(t(labels.copied))
        },
        () => say(t(labels.copyFailed)),
      )
    }
    document.addEventListener('click', copy)
    return () => document.removeEventListener('click', copy)
  }, [t])

  useEffect(() => {
    if (said.text === '') return
    const timer = setTimeout(() => setSaid({ text: '', count: said.count }), 2500)
    return () => clearTimeout(timer)
  }, [said])

  return (
    <div role="status" className={said.text === '' ? 'kw-aside' : 'kw-toast'}>
      {/* Keyed: the same word said twice is announced twice. */}
      <span key={said.count}>{said.text}</span>
    </div>
  )
}
