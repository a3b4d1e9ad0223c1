import { useCallback, useRef, useState } from 'react'
import { ApiError } from './api-error.ts'
import { call } from './call.ts'
import { markStale } from './use-read.ts'
import type { Input, Operation, Output, Service } from './types.ts'

export type Changed<T> =
  { readonly output: T; readonly error?: never } | { readonly error: ApiError; readonly output?: never }

export interface Change<I, T> {
  /** Calls once; while a call is on its way another press gets the answer of the first. It never throws. */
  readonly run: (input: I) => Promise<Changed<T>>
  readonly pending: boolean
  /** Why the last call failed, until the next one. */
  readonly error: ApiError | undefined
  readonly reset: () => void
}

/**
 * Changes something by one operation. Nothing is repeated by itself, nothing is kept, and what the change made stale is
 * read again (invalidates.ts).
 */
export function useChange<S extends Service, O extends Operation<S>>(
  service: S,
  operation: O,
): Change<Input<S, O>, Output<S, O>> {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ApiError>()
  const running = useRef<Promise<Changed<Output<S, O>>>>(undefined)

  const run = useCallback(
    (input: Input<S, O>) => {
      // A ref, not the state: two presses can come before the next render.
      running.current ??= (async (): Promise<Changed<Output<S, O>>> => {
        setPending(true)
        setError(undefined)
        try {
          return { output: await call(service, operation, input) }
        } catch (thrown) {
          if (!(thrown instanceof ApiError)) throw thrown
          setError(thrown)
          return { error: thrown }
        } finally {
          running.current = undefined
          setPending(false)
          // Also after a failure: an answer that was lost may have been a success.
          markStale(service, operation)
        }
      })()
      return running.current
    },
    [service, operation],
  )
  const reset = useCallback(() => setError(undefined), [])
  return { run, pending, error, reset }
}
