/** Runs one piece of work after the other. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()

  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }

  /** Resolves once everything that waits now is done. */
  async drained(): Promise<void> {
    await this.#last
  }
}
