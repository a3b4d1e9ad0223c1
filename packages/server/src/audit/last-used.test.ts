import { expect, it } from 'vitest'
import { LastUsedNotes } from './last-used.ts'

const use = (at: number) => ({ at, service: 'iam', region: 'us-east-1' })

it('knows a use until it is written', () => {
  const notes = new LastUsedNotes()
  notes.note(1, use(10))
  const taken = notes.take()
  expect(notes.of(1)).toEqual(use(10))
  notes.written(taken)
  expect(notes.of(1)).toBeUndefined()
  expect(notes.take().size).toBe(0)
})

it('keeps a use that came while the one before was being written', () => {
  const notes = new LastUsedNotes()
  notes.note(1, use(10))
  const taken = notes.take()
  notes.note(1, use(20))
  notes.note(2, use(21))
  notes.written(taken)
  expect(notes.of(1)).toEqual(use(20))
  expect([...notes.take().keys()]).toEqual([1, 2])
})

it('gives the same uses out again where they were not written', () => {
  const notes = new LastUsedNotes()
  notes.note(1, use(10))
  notes.take()
  expect(notes.take()).toEqual(new Map([[1, use(10)]]))
})
