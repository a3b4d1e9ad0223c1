import { randomUUID } from 'node:crypto'
import { minute } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { networkOf } from '../domain/network.ts'
import type { EventPack, Refusals, StrangerCount } from '../store/refusals.ts'
import { finishedRecord } from './event.ts'

/** Why a stranger is one. */
export type StrangerReason = 'NoSuchAccount' | 'NoSuchUser'

/**
 * Refusals that are not in the database yet. Those of someone known are records of their own, packed many in a row; those of strangers are
 * counted. Everything is bounded: whoever may not come in fills neither memory nor disk by trying.
 */
export class RefusalNotes {
  #records: string[] = []
  readonly #strangers = new Map<string, StrangerCount>()
  /** The networks that are counted apart in the minute that runs. */
  #apart = { minute: 0, networks: new Set<string>() }
  /** What a flush is writing, or could not write. */
  #batch: Refusals | undefined
  #flushing = false
  /** Records that found no room. */
  lost = 0

  /** Records that wait. */
  get waiting(): number {
    return this.#records.length + (this.#batch?.pack?.count ?? 0)
  }

  /** A refusal of a principal that exists. */
  note(record: object, now: number): void {
    if (this.waiting >= limits.refusalsWaitingMax) this.lost++
    else this.#records.push(finishedRecord(record, randomUUID(), now))
  }

  /** A refusal of nobody. `sample` makes the record of the first. */
  noteStranger(reason: StrangerReason, sourceIp: string | undefined, now: number, sample: () => object): void {
    const at = Math.floor(now / minute)
    const address = this.#countedAs(networkOf(sourceIp), at)
    const place = `${at} ${address} ${reason}`
    const counted = this.#strangers.get(place)
    this.#strangers.set(place, {
      minute: at,
      address,
      reason,
      count: (counted?.count ?? 0) + 1,
      sample: counted?.sample ?? finishedRecord(sample(), randomUUID(), now),
    })
  }

  /** Writes what waits. What could not be written stays, and goes first the next time; `write`'s error is the caller's to tell. */
  async flush(now: number, write: (refusals: Refusals) => Promise<void>): Promise<void> {
    if (this.#flushing) return
    const batch = (this.#batch ??= this.#take(now))
    if (batch === undefined) return
    this.#flushing = true
    try {
      await write(batch)
      this.#batch = undefined
    } finally {
      this.#flushing = false
    }
  }

  /** Writes all that waits, flush after flush: before a process ends. */
  async flushAll(now: number, write: (refusals: Refusals) => Promise<void>): Promise<void> {
    do await this.flush(now, write)
    while (this.#records.length > 0 && !this.#flushing)
  }

  #take(now: number): Refusals | undefined {
    if (this.#records.length === 0 && this.#strangers.size === 0) return undefined
    const strangers = [...this.#strangers.values()]
    this.#strangers.clear()
    return { pack: this.#pack(now), strangers, strangersSince: Math.floor((now - limits.strangersKept) / minute) }
  }

  #pack(at: number): EventPack | undefined {
    const records = this.#records.splice(0, limits.refusalsPerPack)
    if (records.length === 0) return undefined
    return { id: randomUUID(), at, count: records.length, records: `[${records.join(',')}]` }
  }

  /** So many networks a minute have a row of their own; all others share one. */
  #countedAs(network: string, at: number): string {
    if (this.#apart.minute !== at) this.#apart = { minute: at, networks: new Set() }
    const { networks } = this.#apart
    if (networks.has(network)) return network
    if (networks.size >= limits.strangersPerMinuteMax || this.#strangers.size >= limits.strangersWaitingMax)
      return 'others'
    networks.add(network)
    return network
  }
}
