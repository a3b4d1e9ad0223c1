import { describe, expect, it } from 'vitest'
import type { ColumnId } from './columns.tsx'
import { readPreferences, type Preferences } from './preferences.ts'

const known: readonly ColumnId[] = ['userName', 'path', 'accessKeyId']
const first: Preferences = { columns: ['userName', 'path'], pageSize: 50, wrapLines: true }
const read = (kept: unknown) => readPreferences(JSON.stringify(kept), known, first)

describe('readPreferences', () => {
  it('begins with what everybody begins with', () => {
    expect(readPreferences(null, known, first)).toEqual(first)
    expect(readPreferences('{broken', known, first)).toEqual(first)
    expect(read(null)).toEqual(first)
  })

  it('keeps what was chosen, in the order of the table', () => {
    const chosen = { columns: ['accessKeyId', 'userName'], pageSize: 20, wrapLines: false }
    expect(read(chosen)).toEqual({ ...chosen, columns: ['userName', 'accessKeyId'] })
  })

  it('forgets columns and sizes there are no more, and never hides the name', () => {
    expect(read({ columns: ['gone', 'path'], pageSize: 5000, wrapLines: 'yes' })).toEqual({
      columns: ['userName', 'path'],
      pageSize: 50,
      wrapLines: true,
    })
  })
})
