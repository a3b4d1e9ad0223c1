import { useOutletContext } from 'react-router'
import type { ForcedChange } from './change-step.tsx'
import type { Step, Who } from './sign-in-call.ts'

/** What the pages of signing in share. It is gone when they are left, or loaded again: then signing in begins again. */
export interface SignIn {
  readonly change: ForcedChange | undefined
  /** Goes where a step's answer leads. */
  readonly go: (step: Step, who: Who) => void
}

export function useSignIn(): SignIn {
  return useOutletContext<SignIn>()
}
