import { expect, it } from 'vitest'
import { firstDraft, tasksOf } from './draft.ts'

it('makes the group first, then gives it policies, then users', () => {
  const draft = { ...firstDraft, name: 'Developers', users: ['alice'], policies: ['arn:aws:iam::aws:policy/p'] }
  expect(tasksOf(draft).map(({ key }) => key)).toEqual(['group', 'attach arn:aws:iam::aws:policy/p', 'user alice'])
  expect(tasksOf(firstDraft).map(({ key }) => key)).toEqual(['group'])
})
