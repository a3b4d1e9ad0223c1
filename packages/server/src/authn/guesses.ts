import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import { networkOf, wideNetworkOf } from '../domain/network.ts'
import { ServiceError } from '../errors.ts'
import { Counts } from './counts.ts'

/** Someone says that a password is a name's. */
export interface Guess {
  /** Whose password it would be: `guessedUser`, `guessedRoot`. Whether there is such a one does not matter. */
  readonly name: string
  readonly address: string | undefined
  /** The random id of the browser's device cookie, where that is good for this very name. */
  readonly device: string | undefined
  /** What is said where there were too many: AWS's word to its clients, ours to pages. */
  readonly busy: 'SignInThrottled' | 'Throttling'
}

/** What was typed, as it is counted: an account by its number where the alias or the address is one's, names without regard to case. */
export const guessedUser = (account: string, userName: string): string =>
  JSON.stringify(['User', account.toLowerCase(), userName.toLowerCase()])

export const guessedRoot = (accountOrEmail: string): string => JSON.stringify(['Root', accountOrEmail.toLowerCase()])

/**
 * Holds back those who guess passwords, alike whether they are right or wrong, and before a password is looked at. Nobody is ever locked
 * out: what is refused, is refused to an address, and a name that many guess at costs strangers a second. Counts stand in memory: they end
 * with the process, and each process has its own.
 */
export class Guesses {
  readonly #clock: Clock
  readonly #delay: (milliseconds: number) => Promise<unknown>
  /** Names stand in memory under a key that dies with it: what people type into the wrong field is no one's to read. */
  readonly #key = randomBytes(32)
  readonly #ofAddress = counts(limits.failuresPerAddressForgivenEvery)
  readonly #ofWideNetwork = counts(limits.failuresPerWideNetworkForgivenEvery)
  readonly #ofNameAndAddress = counts(limits.failuresPerNameAndAddressForgivenEvery)
  readonly #ofName = counts(limits.failuresPerNameForgivenEvery)
  readonly #ofDevice = counts(limits.deviceDuration)
  readonly #waitingOf = new Map<string, number>()
  #waiting = 0
  #knownWaiting = 0

  constructor({ clock, delay }: { readonly clock: Clock; readonly delay: (milliseconds: number) => Promise<unknown> }) {
    this.#clock = clock
    this.#delay = delay
  }

  get waiting(): number {
    return this.#waiting + this.#knownWaiting
  }

  /**
   * Lets one password be looked at: `look` says whether it is right. Throws `guess.busy` where the address, or this name from it, has
   * been wrong too often, or too many wait.
   */
  async during(guess: Guess, look: () => Promise<boolean>): Promise<boolean> {
    const now = this.#clock()
    const network = networkOf(guess.address)
    const wide = wideNetworkOf(guess.address)
    const { takes, known } = this.#takes(guess, { network, wide }, now)
    if (takes.some(({ counts, name, atMost }) => counts.of(name, now) >= atMost)) throw throttled(guess)
    return this.#whileWaiting(guess, { network, wide, known }, async () => {
      // Counted at once, before it is known: a thousand guesses at the same time are a thousand.
      const delayed = takes.some(({ counts, name, undelayed }) => counts.of(name, now) >= undelayed)
      for (const { counts, name } of takes) counts.add(name, now)
      const giveBack = () => takes.forEach(({ counts, name }) => counts.giveBack(name))
      try {
        // All at the same time, never one after the other: a queue would be a lock.
        if (delayed) await this.#delay(limits.delayOfStrangers)
        const right = await look()
        if (right) giveBack()
        return right
      } catch (error) {
        // Nothing was looked at.
        giveBack()
        throw error
      }
    })
  }

  #takes(
    { name: typed, device }: Guess,
    { network, wide }: Networks,
    now: number,
  ): { takes: readonly Take[]; known: boolean } {
    const name = this.#hash('name', typed)
    const own = device === undefined ? undefined : { counts: this.#ofDevice, name: this.#hash('device', device) }
    if (own !== undefined && own.counts.of(own.name, now) < limits.failuresPerDevice) {
      // A browser that has signed in has a count of its own. What others do at its address, or to its name, does not hold it back.
      const takes = [
        { ...own, atMost: limits.failuresPerDevice, undelayed: Infinity },
        { counts: this.#ofName, name, atMost: Infinity, undelayed: Infinity },
      ]
      return { takes, known: true }
    }
    const both = this.#hash('name and address', JSON.stringify([typed, network]))
    const takes = [
      { counts: this.#ofAddress, name: network, atMost: limits.failuresPerAddress, undelayed: Infinity },
      { counts: this.#ofWideNetwork, name: wide, atMost: limits.failuresPerWideNetwork, undelayed: Infinity },
      { counts: this.#ofNameAndAddress, name: both, atMost: limits.failuresPerNameAndAddress, undelayed: Infinity },
      { counts: this.#ofName, name, atMost: Infinity, undelayed: limits.failuresPerNameUndelayed },
    ]
    return { takes, known: false }
  }

  async #whileWaiting<Value>(
    guess: Guess,
    { network, wide, known }: Networks & { readonly known: boolean },
    work: () => Promise<Value>,
  ): Promise<Value> {
    // A browser that has signed in waits outside the strangers' room: its own count lets in as many as it has failures left.
    if (known) return this.#whileKnownWaiting(work)
    const waitingOf = (name: string) => this.#waitingOf.get(name) ?? 0
    // Who has many networks takes no more places than it leaves: there is always one for a newcomer from another.
    const free = limits.passwordsWaitingMax - this.#waiting
    if (waitingOf(network) >= limits.passwordsWaitingPerAddressMax || waitingOf(wide) >= free) throw throttled(guess)
    const names = new Set([network, wide])
    this.#waiting++
    for (const name of names) this.#waitingOf.set(name, waitingOf(name) + 1)
    try {
      return await work()
    } finally {
      this.#waiting--
      for (const name of names) {
        if (waitingOf(name) > 1) this.#waitingOf.set(name, waitingOf(name) - 1)
        else this.#waitingOf.delete(name)
      }
    }
  }

  async #whileKnownWaiting<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#knownWaiting++
    try {
      return await work()
    } finally {
      this.#knownWaiting--
    }
  }

  #hash(kind: string, text: string): string {
    return createHmac('sha256', this.#key).update(`${kind}:${text}`).digest('base64')
  }
}

/** Where a guess comes from, as it is counted. */
interface Networks {
  readonly network: string
  readonly wide: string
}

interface Take {
  readonly counts: Counts
  readonly name: string
  /** As many as this refuse the next. */
  readonly atMost: number
  /** As many as this delay the next. */
  readonly undelayed: number
}

const counts = (forgivenEvery: number) => new Counts({ forgivenEvery, entriesMax: limits.failureCountsMax })

const throttled = ({ busy }: Guess) => new ServiceError(busy, 'Too many attempts. Wait a minute, and then try again.')
