import { describe, expect, it } from 'vitest'
import { firstDraft } from './draft.ts'
import { tasksOf } from './tasks.ts'

const keysOf = (...asked: Parameters<typeof tasksOf>) => tasksOf(...asked).map(({ key }) => key)
const changePassword = 'attach arn:aws:iam::aws:policy/IAMUserChangePassword'

describe('tasksOf', () => {
  it('is the user alone where nothing else was chosen', () => {
    expect(keysOf(firstDraft, { resetRequired: true, usersMayChange: false })).toEqual(['user'])
  })

  it('lets who must change the password do so, once', () => {
    const draft = { ...firstDraft, console: true, managed: ['arn:aws:iam::aws:policy/IAMUserChangePassword'] }
    const expected = ['user', changePassword, 'password']
    expect(keysOf(draft, { resetRequired: true, usersMayChange: false })).toEqual(expected)
    expect(keysOf({ ...draft, managed: [] }, { resetRequired: true, usersMayChange: false })).toEqual(expected)
  })

  it('attaches nothing of its own where the account lets users, or no change is asked', () => {
    const draft = { ...firstDraft, console: true }
    expect(keysOf(draft, { resetRequired: true, usersMayChange: true })).toEqual(['user', 'password'])
    expect(keysOf(draft, { resetRequired: false, usersMayChange: false })).toEqual(['user', 'password'])
  })

  it('puts the password last', () => {
    const draft = { ...firstDraft, console: true, inline: 'ManageOwnAccessKeys' } as const
    expect(keysOf(draft, { resetRequired: true, usersMayChange: true })).toEqual([
      'user',
      'inline ManageOwnAccessKeys',
      'password',
    ])
  })
})
