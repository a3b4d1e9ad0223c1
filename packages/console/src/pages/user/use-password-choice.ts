import { useEffect, useState } from 'react'
import { onSessionLoss } from '../../session/session-state.ts'
import { firstChoice, type PasswordChoice } from './password-fields.tsx'

/** The choice of a new password, which forgets what was typed when the session is lost. */
export function usePasswordChoice(): readonly [PasswordChoice, (choice: PasswordChoice) => void] {
  const [choice, setChoice] = useState(firstChoice)
  useEffect(() => onSessionLoss(() => setChoice((before) => ({ ...before, typed: '' }))), [])
  return [choice, setChoice]
}
