import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'

/** Long reads of this process, one at a time in order of coming: however many are asked for, other calls wait for one slice and not for many. */
export class Computations {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Throws Throttling where too many wait already. */
  async run<Result>(compute: () => Promise<Result>): Promise<Result> {
    if (this.#waiting >= limits.computationsWaitingMax) throw new ServiceError('Throttling', 'Rate exceeded')
    this.#waiting++
    try {
      // What failed before is its own caller's to hear of.
      const turn = this.#last.then(compute, compute)
      this.#last = turn
      return await turn
    } finally {
      this.#waiting--
    }
  }
}
