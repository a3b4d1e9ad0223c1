import { setImmediate, setTimeout } from 'node:timers/promises'
import { limits } from './limits.ts'

/**
 * Works through what may be long, in order, and lets other calls have their turn after every few milliseconds. One item may take no longer
 * than they may wait: where one took longer than a slice the work rests for as long, since a call needs several turns and would wait for an
 * item at each of them.
 */
export async function inSlices<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let start = performance.now()
  for (const item of items) {
    const took = performance.now() - start
    if (took >= limits.sliceMax) {
      await (took >= 2 * limits.sliceMax ? setTimeout(took) : setImmediate())
      start = performance.now()
    }
    results.push(work(item))
  }
  return results
}
