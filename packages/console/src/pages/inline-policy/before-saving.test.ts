import { expect, it } from 'vitest'
import { conflictOf } from './before-saving.ts'

it('lets a new name and an unchanged document be saved', () => {
  expect(conflictOf(undefined, 'absent')).toBeUndefined()
  expect(conflictOf('a', { document: 'a' })).toBeUndefined()
  expect(conflictOf('a', 'hidden')).toBeUndefined()
})

it('stops at what somebody else did meanwhile', () => {
  expect(conflictOf('a', { document: 'b' })).toEqual({ kind: 'changed', theirs: 'b' })
  expect(conflictOf('a', 'absent')).toEqual({ kind: 'deleted' })
})

it('stops at a name that is taken', () => {
  expect(conflictOf(undefined, { document: 'b' })).toEqual({ kind: 'taken', theirs: 'b' })
})
