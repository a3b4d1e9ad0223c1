import type { HeadAnswer } from '../store/postgres-reads.ts'

/** Where a call gets the head it is judged at. */
export interface Heads {
  /** What the head was at some moment after this was called. */
  next(): Promise<HeadAnswer>
}

interface Waiting {
  resolve(answer: HeadAnswer): void
  reject(error: unknown): void
}

/**
 * One head query at a time, shared by all that wait for it. A call that arrives while one is under way waits for the next: the one in
 * flight may have read a state from before a change that was answered since.
 */
export class HeadQueries implements Heads {
  readonly #ask: () => Promise<HeadAnswer>
  #waiting: Waiting[] = []
  #asking = false

  constructor(ask: () => Promise<HeadAnswer>) {
    this.#ask = ask
  }

  next(): Promise<HeadAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      if (!this.#asking) void this.#askWhileSomeoneWaits()
    })
  }

  async #askWhileSomeoneWaits(): Promise<void> {
    this.#asking = true
    while (this.#waiting.length > 0) {
      const served = this.#waiting
      this.#waiting = []
      try {
        const answer = await this.#ask()
        for (const { resolve } of served) resolve(answer)
      } catch (error) {
        for (const { reject } of served) reject(error)
      }
    }
    this.#asking = false
  }
}
