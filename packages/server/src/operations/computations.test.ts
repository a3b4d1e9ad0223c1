import { describe, expect, it } from 'vitest'
import { limits } from '../domain/limits.ts'
import { Computations } from './computations.ts'

describe('computations', () => {
  it('run one at a time, in order of coming', async () => {
    const computations = new Computations()
    const order: string[] = []
    const step = (name: string) => async () => {
      order.push(`${name} begins`)
      await Promise.resolve()
      order.push(`${name} ends`)
      return name
    }
    expect(await Promise.all([computations.run(step('a')), computations.run(step('b'))])).toEqual(['a', 'b'])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('go on after one that failed, which its caller alone hears of', async () => {
    const computations = new Computations()
    const failed = computations.run(() => Promise.reject(new Error('no')))
    const next = computations.run(() => Promise.resolve('yes'))
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })

  it('turn away whom too many wait before', async () => {
    const computations = new Computations()
    let release: (value: string) => void = () => undefined
    const first = computations.run(() => new Promise<string>((resolve) => (release = resolve)))
    const waiting = Array.from({ length: limits.computationsWaitingMax - 1 }, () =>
      computations.run(() => Promise.resolve('later')),
    )
    await expect(computations.run(() => Promise.resolve('never'))).rejects.toThrow('Rate exceeded')
    release('now')
    expect(await first).toBe('now')
    await Promise.all(waiting)
    expect(await computations.run(() => Promise.resolve('again'))).toBe('again')
  })
})
