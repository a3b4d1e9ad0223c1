import { useEffect, useState } from 'react'

/** How long a pause in typing counts as its end, in milliseconds. */
const pause = 250

/** What was typed, once the typing pauses: the server is not asked for every letter. */
export function usePaused(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
