import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'

/** Runs one piece of work after the other. Beyond its bound it refuses: a queue without end is an outage that lasts. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()
  waiting = 0

  run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.waiting >= limits.changesWaitingMax) {
      return Promise.reject(new ServiceError('Throttling', 'Rate exceeded'))
    }
    this.waiting++
    const done = this.#last.then(work).finally(() => this.waiting--)
    this.#last = done.catch(() => undefined)
    return done
  }

  /** Resolves once everything that waits now is done. */
  async drained(): Promise<void> {
    await this.#last
  }
}
