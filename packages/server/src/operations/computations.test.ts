import { describe, expect, it } from 'vitest'
import { limits } from '../domain/limits.ts'
import { Computations } from './computations.ts'

describe('computations', () => {
  it('run one at a time, those of one caller in order of coming', async () => {
    const computations = new Computations()
    const order: string[] = []
    const step = (name: string) => async () => {
      order.push(`${name} begins`)
      await Promise.resolve()
      order.push(`${name} ends`)
      return name
    }
    expect(await Promise.all([computations.run('alice', step('a')), computations.run('alice', step('b'))])).toEqual([
      'a',
      'b',
    ])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('go on after one that failed, which its caller alone hears of', async () => {
    const computations = new Computations()
    const failed = computations.run('alice', () => Promise.reject(new Error('no')))
    const next = computations.run('alice', () => Promise.resolve('yes'))
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })

  it('go in rotation: who asks for many waits behind who asks for one', async () => {
    const computations = new Computations()
    const order: string[] = []
    const note = (caller: string, name: string) =>
      computations.run(caller, async () => {
        await Promise.resolve()
        order.push(name)
      })
    await Promise.all([note('alice', 'a1'), note('alice', 'a2'), note('alice', 'a3'), note('bob', 'b1')])
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3'])
  })

  it('turn away whom too many wait before, and who asks for too many alone', async () => {
    const computations = new Computations()
    let release: (value: string) => void = () => undefined
    const first = computations.run('alice', () => new Promise<string>((resolve) => (release = resolve)))
    const later = (caller: string) => computations.run(caller, () => Promise.resolve('later'))
    const perCaller = limits.computationsWaitingPerCallerMax
    const waiting = Array.from({ length: perCaller }, () => later('alice'))
    await expect(later('alice')).rejects.toThrow('Rate exceeded')
    while (waiting.length < limits.computationsWaitingMax - 1) {
      waiting.push(later(`user ${Math.floor(waiting.length / perCaller)}`))
    }
    await expect(later('bob')).rejects.toThrow('Rate exceeded')
    release('now')
    expect(await first).toBe('now')
    await Promise.all(waiting)
    expect(await later('bob')).toBe('later')
  })
})
