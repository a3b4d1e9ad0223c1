import type { PolicyKind } from '@keyward/policy'
import { useEffect, useState } from 'react'
import { findingsIn, type PlacedFinding } from './findings.ts'

export interface Found {
  /** The text that was judged. */
  readonly text: string
  readonly findings: readonly PlacedFinding[]
}

/** What was found in a text; until it is judged, what was found in the one before, and at first nothing. */
export function useFindings(text: string, kind: PolicyKind): Found | undefined {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    const stop = new AbortController()
    void findingsIn(text, kind, stop.signal).then((findings) => {
      if (findings && !stop.signal.aborted) setFound({ text, findings })
    })
    return () => stop.abort()
  }, [text, kind])
  return found
}
