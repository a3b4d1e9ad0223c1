import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'

/** Who may join the changes that wait. Everyone's are bounded together, and each key's by itself: one caller cannot fill the queue before another's revocation. */
export class Admission {
  readonly #byKey = new Map<string, number>()
  waiting = 0

  /** Waits with the others until `work` is done. Throws Throttling, which clients try again, where there is no place. */
  async during<Value>(accessKeyId: string, work: () => Promise<Value>): Promise<Value> {
    const own = this.#byKey.get(accessKeyId) ?? 0
    if (this.waiting >= limits.changesWaitingMax || own >= limits.changesWaitingPerKeyMax) {
      throw new ServiceError('Throttling', 'Rate exceeded')
    }
    this.waiting++
    this.#byKey.set(accessKeyId, own + 1)
    try {
      return await work()
    } finally {
      this.waiting--
      const left = (this.#byKey.get(accessKeyId) ?? 1) - 1
      if (left === 0) this.#byKey.delete(accessKeyId)
      else this.#byKey.set(accessKeyId, left)
    }
  }
}
