import type { ColumnId } from './columns.tsx'

/** How one person likes the list, in one browser. Names and numbers only. */
export interface Preferences {
  readonly columns: readonly ColumnId[]
  readonly pageSize: PageSize
  readonly wrapLines: boolean
}

/** More rows would be more work than a page does without a stutter. */
export const pageSizes = [10, 20, 50] as const
export type PageSize = (typeof pageSizes)[number]

/** What was kept for this person; anything unreadable or unknown is as if it had never been chosen. */
export function readPreferences(kept: string | null, known: readonly ColumnId[], first: Preferences): Preferences {
  const value = parse(kept)
  const columns = Array.isArray(value['columns']) ? (value['columns'] as unknown[]) : undefined
  return {
    columns: columns === undefined ? first.columns : known.filter((id) => id === 'userName' || columns.includes(id)),
    pageSize: pageSizes.find((size) => size === value['pageSize']) ?? first.pageSize,
    wrapLines: typeof value['wrapLines'] === 'boolean' ? value['wrapLines'] : first.wrapLines,
  }
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
