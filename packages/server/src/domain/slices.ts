import { setImmediate } from 'node:timers/promises'
import { limits } from './limits.ts'

/**
 * Works through what may be long, in order, and lets other calls have their turn after every few milliseconds. One item may take no longer
 * than they may wait.
 */
export async function inSlices<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let until = performance.now() + limits.sliceMax
  for (const item of items) {
    if (performance.now() >= until) {
      await setImmediate()
      until = performance.now() + limits.sliceMax
    }
    results.push(work(item))
  }
  return results
}
