import { useSyncExternalStore } from 'react'

/** One clock for every relative time on the page: it ticks once a minute, and when somebody looks at the page again. */
let now = Date.now()
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  now = Date.now()
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  if (watchers.size === 0) {
    now = Date.now()
    timer = setInterval(tick, 60_000)
    document.addEventListener('visibilitychange', tick)
  }
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}

/** The time, in milliseconds, to the minute. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now)
}
