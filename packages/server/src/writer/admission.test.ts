import { expect, it } from 'vitest'
import { limits } from '../domain/limits.ts'
import { Admission } from './admission.ts'

it('refuses one key that fills its places, and goes on admitting others', async () => {
  const admission = new Admission()
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  const waiting = Array.from({ length: limits.changesWaitingPerKeyMax }, () => admission.during('greedy', () => gate))
  await expect(admission.during('greedy', async () => 'in')).rejects.toMatchObject({ code: 'Throttling' })
  await expect(admission.during('administrator', async () => 'in')).resolves.toBe('in')
  release()
  await Promise.all(waiting)
  expect(admission.waiting).toBe(0)
  await expect(admission.during('greedy', async () => 'in')).resolves.toBe('in')
})

it('gives a place back where the work fails', async () => {
  const admission = new Admission()
  await expect(admission.during('key', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(admission.waiting).toBe(0)
})
