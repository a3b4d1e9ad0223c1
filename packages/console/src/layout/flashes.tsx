import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar'
import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { onSessionLoss } from '../session/session-state.ts'
import { labels } from './labels.ts'

export interface Flash {
  /** A flash of the same name takes the place of the last one. */
  readonly name?: string
  readonly type: 'success' | 'error' | 'warning' | 'info' | 'in-progress'
  readonly header?: ReactNode
  readonly content: ReactNode
  readonly action?: ReactNode
}

let flashes: readonly (Flash & { readonly id: string })[] = []
let made = 0
const watchers = new Set<() => void>()

function set(next: typeof flashes): void {
  flashes = next
  for (const watcher of watchers) watcher()
}

/** Shows a message above the page, until it is dismissed. Never put a secret in one. */
export function flash(item: Flash): void {
  const id = item.name ?? `flash-${++made}`
  set([{ ...item, id }, ...flashes.filter((other) => other.id !== id)].slice(0, 5))
}

export function dismissFlash(id: string): void {
  if (flashes.some((item) => item.id === id)) set(flashes.filter((item) => item.id !== id))
}

// They speak of what one person did.
onSessionLoss(() => set([]))

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function FlashStack() {
  const t = useT()
  const shown = useSyncExternalStore(watch, () => flashes)
  const item = useCallback(
    ({ id, type, header, content, action }: (typeof flashes)[number]): FlashbarProps.MessageDefinition => ({
      id,
      type: type === 'in-progress' ? 'info' : type,
      loading: type === 'in-progress',
      header,
      content,
      action,
      dismissible: true,
      dismissLabel: t(labels.dismiss),
      onDismiss: () => dismissFlash(id),
      ariaRole: type === 'error' ? 'alert' : 'status',
    }),
    [t],
  )
  return <Flashbar items={shown.map(item)} i18nStrings={{ ariaLabel: t(labels.notifications) }} />
}
