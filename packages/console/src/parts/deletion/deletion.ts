import { ApiError } from '../../api/api-error.ts'
import { markStale } from '../../api/use-read.ts'
import type { Doing, Step } from './cascade.ts'

/** What goes with something, read anew, and what of it may not be read. */
export interface Found<S extends Step> {
  /** The unique id of what was looked at: its name may pass to another. */
  readonly id: string
  /** The calls that delete it, in order, itself last. */
  readonly steps: readonly S[]
  /** What goes with it without a call of its own, in words. */
  readonly besides: readonly string[]
  /** What must be seen to elsewhere first: while there is any, nothing is deleted. */
  readonly inTheWay?: readonly string[]
  readonly refused: readonly ApiError[]
}

/** How something with all it has is deleted. */
export interface Deletion<S extends Step> {
  readonly read: () => Promise<Found<S>>
  readonly idNow: () => Promise<string>
  readonly send: (step: S) => Promise<unknown>
}

/**
 * For the lists of a `read`: a denial of one hides that list only, and is kept; what is gone has nothing. Everything else is
 * thrown.
 */
export function hidingDenials() {
  const refused: ApiError[] = []
  const orElse =
    <T>(otherwise: T) =>
    (error: unknown): T => {
      if (!(error instanceof ApiError) || !(error.isDenied || error.code === 'NoSuchEntity')) throw error
      if (error.isDenied) refused.push(error)
      return otherwise
    }
  return { refused, orElse }
}

/** The calls of a deletion, on the wire. What is gone already was done, by whomever. */
export function doingOf<S extends Step>({ idNow, send }: Deletion<S>, onStep: (step: S) => void): Doing<S, ApiError> {
  return {
    onStep,
    async uniqueId() {
      try {
        return { id: await idNow() }
      } catch (error) {
        return { failure: asApiError(error) }
      }
    },
    async run(step) {
      try {
        await send(step)
        return undefined
      } catch (thrown) {
        const error = asApiError(thrown)
        return error.code === 'NoSuchEntity' ? undefined : error
      } finally {
        markStale('iam', step.operation)
      }
    },
  }
}

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  throw thrown
}
