import { useState } from 'react'
import { useSession } from '../../session/session-state.ts'
import { allColumns } from './columns.tsx'
import { readPreferences, type Preferences } from './preferences.ts'

const first: Preferences = {
  columns: allColumns.filter((column) => column.first).map(({ id }) => id),
  pageSize: 50,
  wrapLines: true,
}

/** Kept in the browser, for each person who uses it. Where storage is forbidden they last as long as the page. */
export function usePreferences(): readonly [Preferences, (next: Preferences) => void] {
  const { AccountId, PrincipalId } = useSession()
  const name = `keyward-users-${AccountId}-${PrincipalId}`
  const [preferences, setPreferences] = useState(() =>
    readPreferences(
      attempt(() => localStorage.getItem(name)),
      allColumns.map(({ id }) => id),
      first,
    ),
  )
  const keep = (next: Preferences) => {
    setPreferences(next)
    attempt(() => localStorage.setItem(name, JSON.stringify(next)))
  }
  return [preferences, keep]
}

function attempt<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null
  }
}
