import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'
import type { Change } from './change.ts'

/** Whose changes are counted together: those of one credential; those of nobody yet, by address. */
export const admissionKey = ({ credential, facts }: Pick<Change, 'credential' | 'facts'>): string =>
  credential.type === 'None' ? (facts.sourceIp ?? 'unix') : credential.id

/** Who may join the changes that wait. Everyone's are bounded together, and each credential's by itself: one caller cannot fill the queue before another's revocation. */
export class Admission {
  readonly #byKey = new Map<string, number>()
  waiting = 0

  /** Waits with the others until `work` is done. Throws Throttling, which clients try again, where there is no place. */
  async during<Value>(whose: string, work: () => Promise<Value>): Promise<Value> {
    const own = this.#byKey.get(whose) ?? 0
    if (this.waiting >= limits.changesWaitingMax || own >= limits.changesWaitingPerKeyMax) {
      throw new ServiceError('Throttling', 'Rate exceeded')
    }
    this.waiting++
    this.#byKey.set(whose, own + 1)
    try {
      return await work()
    } finally {
      this.waiting--
      const left = (this.#byKey.get(whose) ?? 1) - 1
      if (left === 0) this.#byKey.delete(whose)
      else this.#byKey.set(whose, left)
    }
  }
}
