/** What a user has, and what goes with her. */
export interface Belongings {
  readonly loginProfile: boolean
  readonly accessKeys: readonly string[]
  readonly inlinePolicies: readonly string[]
  readonly attachedPolicies: readonly { readonly name: string; readonly arn: string }[]
}

/** One call of a deletion. */
export type Step =
  | { readonly operation: 'DeleteLoginProfile' }
  | { readonly operation: 'DeleteAccessKey'; readonly id: string }
  | { readonly operation: 'DeleteUserPolicy'; readonly name: string }
  | { readonly operation: 'DetachUserPolicy'; readonly name: string; readonly arn: string }
  | { readonly operation: 'DeleteUser' }

/** The calls that delete a user, in order: first what lets somebody in, then what it was allowed to do, then the user. */
export function deletionSteps(belongings: Belongings): readonly Step[] {
  return [
    ...belongings.accessKeys.map((id) => ({ operation: 'DeleteAccessKey', id }) as const),
    ...(belongings.loginProfile ? [{ operation: 'DeleteLoginProfile' } as const] : []),
    ...belongings.inlinePolicies.map((name) => ({ operation: 'DeleteUserPolicy', name }) as const),
    ...belongings.attachedPolicies.map(({ name, arn }) => ({ operation: 'DetachUserPolicy', name, arn }) as const),
    { operation: 'DeleteUser' },
  ]
}

/** How a deletion ended: `remaining` holds the step that failed and all after it. */
export type Outcome<Failure> =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly remaining: readonly Step[] }
  | { readonly kind: 'replaced'; readonly remaining: readonly Step[] }

export interface Doing<Failure> {
  /** The unique id of the user who has the name now; a failure where it cannot be read. */
  readonly uniqueId: () => Promise<{ readonly id: string } | { readonly failure: Failure }>
  /** Undefined where it was done, or was done already. */
  readonly run: (step: Step) => Promise<Failure | undefined>
  readonly onStep?: (step: Step) => void
}

/**
 * Carries out a deletion. Before each step the name must still be that of the user who was looked at: a name that was given
 * to somebody else in between would cost her what she has. Nothing is repeated.
 */
export async function carryOut<Failure>(
  steps: readonly Step[],
  expectedId: string,
  { uniqueId, run, onStep }: Doing<Failure>,
): Promise<Outcome<Failure>> {
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
