import { randomUUID } from 'node:crypto'
import { minute } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { networkOf } from '../domain/network.ts'
import type { EventPack, Refusals, StrangerCount } from '../store/refusals.ts'
import { finishedRecord } from './event.ts'

/** Why something is counted and no record of its own: nobody has the name, or too many failures came in one minute. */
type Reason = 'NoSuchAccount' | 'NoSuchUser' | 'TooManyFailures'

/**
 * Refusals that are not in the database yet. Those of someone known are records of their own, packed many in a row; those of strangers are
 * counted. Everything is bounded: whoever may not come in fills neither memory nor disk by trying.
 */
export class RefusalNotes {
  #records: string[] = []
  readonly #strangers = new Map<string, StrangerCount>()
  /** The minute that runs: its records, and the networks that are counted apart. */
  #minute = { at: 0, records: 0, networks: new Set<string>() }
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
  note(record: object, sourceIp: string | undefined, now: number): void {
    const { records } = this.#minuteAt(now)
    if (records >= limits.refusalsPerMinuteMax) this.noteStranger('TooManyFailures', sourceIp, now, () => record)
    else if (this.waiting >= limits.refusalsWaitingMax) this.lost++
    else {
      this.#minute.records++
      this.#records.push(finishedRecord(record, randomUUID(), now))
    }
  }

  /** A refusal of nobody. `sample` makes the record of the first. */
  noteStranger(reason: Reason, sourceIp: string | undefined, now: number, sample: () => object): void {
    const { at } = this.#minuteAt(now)
    const address = this.#countedAs(networkOf(sourceIp))
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
    return { pack: this.#pack(now), strangers, strangersSince: Math.floor((now - limits.countsKept) / minute) }
  }

  #pack(at: number): EventPack | undefined {
    const records = this.#records.splice(0, limits.refusalsPerPack)
    if (records.length === 0) return undefined
    return { id: randomUUID(), at, count: records.length, records: `[${records.join(',')}]` }
  }

  #minuteAt(now: number): { readonly at: number; readonly records: number } {
    const at = Math.floor(now / minute)
    if (this.#minute.at !== at) this.#minute = { at, records: 0, networks: new Set() }
    return this.#minute
  }

  /** So many networks a minute have a row of their own; all others share one. */
  #countedAs(network: string): string {
    const { networks } = this.#minute
    if (networks.has(network)) return network
    if (networks.size >= limits.countedNetworksPerMinuteMax || this.#strangers.size >= limits.countsWaitingMax) {
      return 'others'
    }
    networks.add(network)
    return network
  }
}
