import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import { inSlices } from './slices.ts'

describe('work in slices', () => {
  it('is done in order, and others have their turn before it ends', async () => {
    let turns = 0
    const turn = setInterval(() => turns++, 0)
    const item = (n: number) => {
      const until = performance.now() + limits.sliceMax
      while (performance.now() < until);
      return n * 2
    }
    expect(await inSlices([1, 2, 3, 4, 5], item)).toEqual([2, 4, 6, 8, 10])
    clearInterval(turn)
    expect(turns).toBeGreaterThan(0)
  })

  it('rests as long as an item took that was longer than a slice: a call of several turns waits for one item', async () => {
    const order: string[] = []
    const item = (name: string) => {
      const until = performance.now() + 6 * limits.sliceMax
      while (performance.now() < until);
      order.push(name)
    }
    const call = async () => {
      for (let turn = 0; turn < 5; turn++) await setImmediate()
      order.push('call')
    }
    await Promise.all([inSlices(['a', 'b', 'c', 'd'], item), call()])
    expect(order).toEqual(['a', 'call', 'b', 'c', 'd'])
  })

  it('that is short ends at once', async () => {
    const order: string[] = []
    const work = inSlices(['a', 'b'], (item) => order.push(item))
    order.push('c')
    await work
    expect(order).toEqual(['a', 'b', 'c'])
  })

  it('passes on what an item throws', async () => {
    const item = () => {
      throw new Error('no')
    }
    await expect(inSlices([1], item)).rejects.toThrow('no')
  })
})
