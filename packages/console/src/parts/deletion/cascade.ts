/** One call of a deletion. */
export interface Step {
  readonly operation: string
}

/** How a deletion ended: `remaining` holds the step that failed and all after it. */
export type Outcome<S, Failure> =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly remaining: readonly S[] }
  | { readonly kind: 'replaced'; readonly remaining: readonly S[] }

export interface Doing<S, Failure> {
  /** The unique id of whoever has the name now; a failure where it cannot be read. */
  readonly uniqueId: () => Promise<{ readonly id: string } | { readonly failure: Failure }>
  /** Undefined where it was done, or was done already. */
  readonly run: (step: S) => Promise<Failure | undefined>
  readonly onStep?: (step: S) => void
}

/**
 * Carries out a deletion. Before each step the name must still be that of what was looked at: a name that was given to
 * somebody else in between would cost her what she has. Nothing is repeated.
 */
export async function carryOut<S, Failure>(
  steps: readonly S[],
  expectedId: string,
  { uniqueId, run, onStep }: Doing<S, Failure>,
): Promise<Outcome<S, Failure>> {
  for (const [index, step] of steps.entries()) {
    const remaining = steps.slice(index)
    onStep?.(step)
    const now = await uniqueId()
    if ('failure' in now) return { kind: 'failed', failure: now.failure, remaining }
    if (now.id !== expectedId) return { kind: 'replaced', remaining }
    const failure = await run(step)
    if (failure !== undefined) return { kind: 'failed', failure, remaining }
  }
  return { kind: 'deleted' }
}
