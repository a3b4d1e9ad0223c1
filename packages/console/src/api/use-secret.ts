import { useCallback, useEffect, useState } from 'react'
import { onSessionLoss } from '../session/session-state.ts'

/**
 * A secret on the page: one component's state, dropped when it goes, when the session is lost, and by `drop`. Fill it with
 * what `call` returned, never by way of useRead or useChange.
 */
export function useSecret<T>(): readonly [secret: T | undefined, keep: (secret: T) => void, drop: () => void] {
  const [secret, setSecret] = useState<T>()
  const drop = useCallback(() => setSecret(undefined), [])
  useEffect(() => onSessionLoss(drop), [drop])
  return [secret, setSecret, drop]
}
