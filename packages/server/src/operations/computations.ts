import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'

type Job = () => Promise<void>

/**
 * Long reads of this process, one at a time: however many are asked for, other calls wait for one slice and not for many. Callers have
 * their turns in rotation, and each its own in order of coming: who asks for many waits behind who asks for one.
 */
export class Computations {
  /** Who waits, and for what, in order of their turns. */
  readonly #waiting = new Map<string, Job[]>()
  /** Those that wait, with the one that is worked on. */
  #count = 0
  #isWorking = false

  /** `caller` is whoever stands in one queue. Throws Throttling where too many wait already, of this caller or in all. */
  run<Result>(caller: string, compute: () => Promise<Result>): Promise<Result> {
    const own = this.#waiting.get(caller) ?? []
    if (this.#count >= limits.computationsWaitingMax || own.length >= limits.computationsWaitingPerCallerMax) {
      return Promise.reject(new ServiceError('Throttling', 'Rate exceeded'))
    }
    this.#count++
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    own.push(async () => {
      try {
        resolve(await compute())
      } catch (error) {
        reject(error)
      }
    })
    this.#waiting.set(caller, own)
    if (!this.#isWorking) void this.#work()
    return promise
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    for (let job = this.#next(); job !== undefined; job = this.#next()) {
      await job()
      this.#count--
    }
    this.#isWorking = false
  }

  #next(): Job | undefined {
    for (const [caller, [job, ...later]] of this.#waiting) {
      // Back to the end of the row.
      this.#waiting.delete(caller)
      if (later.length > 0) this.#waiting.set(caller, later)
      if (job !== undefined) return job
    }
    return undefined
  }
}
