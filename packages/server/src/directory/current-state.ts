import { limits } from '../domain/limits.ts'
import type { Head } from '../store/head.ts'
import { State } from './view.ts'

/** The one state a process holds. When the head has moved, all that was read of it is dropped. */
export class CurrentState {
  readonly #moved: (seen: Head, found: Head) => void
  #state: State | undefined
  /** How many states were begun since the start. */
  begun = 0

  /** `moved` is told of every state that is left for another. */
  constructor(moved: (seen: Head, found: Head) => void) {
    this.#moved = moved
  }

  at(head: Head): State {
    if (this.#state?.is(head) === true) return this.#state
    if (this.#state !== undefined) this.#moved(this.#state.head, head)
    this.begun++
    return (this.#state = new State(head, limits.viewRowsMax))
  }

  /** What is kept of it now, in the measure of `limits.viewRowsMax`. */
  get rows(): number {
    return this.#state?.weight ?? 0
  }
}
