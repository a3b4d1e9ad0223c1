import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { markStale } from '../../api/use-read.ts'

/** One call of a creation. `key` tells it from the others, also when what is asked for has changed since. */
export interface Task {
  readonly key: string
  readonly operation: string
  /** Waits until everything before it is done. */
  readonly last?: boolean
}

export interface Order<T extends Task> {
  /** The first one makes the thing; without it there are no others. */
  readonly tasks: readonly T[]
}

export interface FailedTask<T extends Task, O extends Order<T>> {
  readonly task: T
  readonly error: ApiError
  /** What was asked for then: what was corrected since is not held against it. */
  readonly order: O
}

/** Where a creation stands. */
export interface Progress<T extends Task, O extends Order<T>> {
  /** By the key of the task. */
  readonly done: ReadonlySet<string>
  readonly running: string | undefined
  /** In the order of the tasks. */
  readonly failed: readonly FailedTask<T, O>[]
  /** The answer to the first call was lost, and something has the name now. */
  readonly found: { readonly at: number } | undefined
}

export interface Sending<T extends Task, O extends Order<T>> {
  readonly send: (order: O, task: T) => Promise<unknown>
  /** When what has the name now was made; throws or gives undefined where nobody can say. */
  readonly madeAt: (order: O) => Promise<number | undefined>
}

/**
 * Carries out the tasks of a creation one after the other, each once. A refusal of one keeps none of the others from being
 * tried, but the first and those that wait for all; run again, it does what remains.
 */
export function useTasks<T extends Task, O extends Order<T>>(sending: Sending<T, O>) {
  const nothing: Progress<T, O> = { done: new Set(), running: undefined, failed: [], found: undefined }
  const [progress, setProgress] = useState(nothing)
  const running = useRef(false)
  const done = useRef(new Set<string>())
  const how = useRef(sending)
  useEffect(() => {
    how.current = sending
  })

  const run = useCallback(async (order: O): Promise<'finished' | 'stopped'> => {
    if (running.current) return 'stopped'
    running.current = true
    const failed: FailedTask<T, O>[] = []
    let found: Progress<T, O>['found']
    const show = (now: string | undefined) =>
      setProgress({ done: new Set(done.current), running: now, failed: [...failed], found })
    try {
      for (const [at, task] of order.tasks.entries()) {
        if (done.current.has(task.key)) continue
        if (task.last && failed.length > 0) break
        show(task.key)
        const error = await attempt(how.current, order, task)
        if (!error) {
          done.current.add(task.key)
          continue
        }
        failed.push({ task, error, order })
        if (at === 0 && error.isUncertain) found = await whatHasTheName(how.current, order)
        // A server that is away, or a session that ended, would refuse the others too.
        if (at === 0 || error.isUncertain || error.isSessionLoss) break
      }
      return failed.length === 0 ? 'finished' : 'stopped'
    } finally {
      show(undefined)
      running.current = false
    }
  }, [])
  /** The person has looked at what was found under the name, and takes it for her own. */
  const adopt = useCallback((first: T) => {
    done.current.add(first.key)
    setProgress({ done: new Set(done.current), running: undefined, failed: [], found: undefined })
  }, [])
  return { progress, run, adopt }
}

async function attempt<T extends Task, O extends Order<T>>(
  { send }: Sending<T, O>,
  order: O,
  task: T,
): Promise<ApiError | undefined> {
  try {
    await send(order, task)
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  } finally {
    markStale('iam', task.operation)
  }
}

async function whatHasTheName<T extends Task, O extends Order<T>>({ madeAt }: Sending<T, O>, order: O) {
  try {
    const at = await madeAt(order)
    return at === undefined ? undefined : { at }
  } catch {
    return undefined
  }
}
