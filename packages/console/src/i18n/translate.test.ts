import { describe, expect, it } from 'vitest'
import type { Labels } from './labels.ts'
import { translate } from './translate.ts'

const labels = {
  plain: { en: 'Users', ja: 'ユーザー' },
  named: { en: 'Delete {name}?', ja: '{name} を削除しますか?' },
  counted: { en: { one: '{count} user', other: '{count} users' }, ja: '{count} 人のユーザー' },
} as const satisfies Labels

describe('translate', () => {
  it('says a label in the language asked for', () => {
    expect(translate('en', labels.plain)).toBe('Users')
    expect(translate('ja', labels.plain)).toBe('ユーザー')
  })

  it('puts a value where its name stands', () => {
    expect(translate('en', labels.named, { name: 'alice' })).toBe('Delete alice?')
    expect(translate('ja', labels.named, { name: 'alice' })).toBe('alice を削除しますか?')
  })

  it('never reads a value as a pattern or as a place for another value', () => {
    expect(translate('en', labels.named, { name: '$& {name}' })).toBe('Delete $& {name}?')
  })

  it('takes the form that the number asks for, and groups its digits', () => {
    expect(translate('en', labels.counted, { count: 1 })).toBe('1 user')
    expect(translate('en', labels.counted, { count: 0 })).toBe('0 users')
    expect(translate('en', labels.counted, { count: 100_000 })).toBe('100,000 users')
    expect(translate('ja', labels.counted, { count: 1 })).toBe('1 人のユーザー')
  })
})
