import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'

/** The one hash function behind it: PHC strings in and out, off the event loop. */
export interface Argon2 {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** For whom work with a password is done: it decides who comes first, and who is turned away. */
export interface Asking {
  /** The wide network the call came from: these take turns. */
  readonly address: string
  /** The browser holds a valid device cookie for this very principal: its work comes first. */
  readonly device: boolean
  /** What is answered where there is no room. */
  readonly busy: 'SignInThrottled' | 'Throttling'
}

/** Some hashes that belong together. Each takes its own turn. */
interface Job {
  readonly asking: Asking
  readonly steps: (() => Promise<void>)[]
  done(): void
  failed(error: unknown): void
}

/** The jobs of one kind of caller that wait, by address, each address in its turn. */
type Lanes = Map<string, Job[]>

export interface PasswordsOptions {
  readonly argon2?: Argon2
  /** How many hashes run at a time. */
  readonly width?: number
  /** Milliseconds from any beginning. */
  readonly clock?: () => number
}

/**
 * Hashes and verifies passwords with argon2id, at most `width` at a time. At most half a second of work waits, measured by what hashes took
 * of late: when it is full, the address with most under way loses its oldest job, and never to one that has more.
 */
export class Passwords {
  readonly #argon2: Argon2
  readonly #width: number
  readonly #clock: () => number
  readonly #known: Lanes = new Map()
  readonly #others: Lanes = new Map()
  /** Hashes that run, by address. */
  readonly #runningOf = new Map<string, number>()
  #running = 0
  #lastWasKnown = false
  #waiting = 0
  #hashTime: number = limits.passwordHashTimeAtFirst

  constructor({ argon2 = argon2id, width = halfTheCores(), clock = () => performance.now() }: PasswordsOptions = {}) {
    this.#argon2 = argon2
    this.#width = width
    this.#clock = clock
  }

  /** Hashes that wait. */
  get waiting(): number {
    return this.#waiting
  }

  /** How many may wait before someone is turned away. */
  get room(): number {
    return Math.max(this.#width, Math.floor((limits.passwordWorkWaitingMax * this.#width) / this.#hashTime))
  }

  /** A PHC string with a salt of its own. Throws `asking.busy`, like everything here. */
  async hash(password: string, asking: Asking): Promise<string> {
    let made = ''
    await this.#do(asking, [
      async () => {
        made = await this.#argon2.hash(password)
      },
    ])
    return made
  }

  /** Without a hash it takes as long, and is false: nobody learns who has a password, or who exists. */
  async verify(hash: string | undefined, password: string, asking: Asking): Promise<boolean> {
    return (await this.matches([hash ?? dummyHash()], password, asking)) && hash !== undefined
  }

  /** Whether a password is that of any of these hashes. It costs as many places as there are. */
  async matches(hashes: readonly string[], password: string, asking: Asking): Promise<boolean> {
    let found = false
    await this.#do(
      asking,
      hashes.map((hash) => async () => {
        if (await this.#argon2.verify(hash, password)) found = true
      }),
    )
    return found
  }

  #do(asking: Asking, steps: (() => Promise<void>)[]): Promise<void> {
    if (steps.length === 0) return Promise.resolve()
    return new Promise((done, failed) => {
      while (this.#waiting >= this.room && this.#turnAwayOne(asking));
      this.#waiting += steps.length
      const lanes = this.#lanesOf(asking)
      const lane = lanes.get(asking.address)
      const job = { asking, steps, done, failed }
      if (lane === undefined) lanes.set(asking.address, [job])
      else lane.push(job)
      this.#next()
    })
  }

  #lanesOf({ device }: Asking): Lanes {
    return device ? this.#known : this.#others
  }

  /**
   * Browsers that are known lose a place only where they have more than half of the room, or nobody else waits: whoever has a password
   * could keep all others out. False where nobody there can be turned away: what waits belongs to jobs under way, or to the others. Throws
   * `asking.busy` where the newcomer's own address has most already: a flood would have the few places there are for ever.
   */
  #turnAwayOne(newcomer: Asking): boolean {
    const ofKnown = [...this.#known.values()].reduce((sum, lane) => sum + placesOf(lane), Number(newcomer.device))
    const lanes = this.#others.size > 0 && ofKnown <= this.room / 2 ? this.#others : this.#known
    const load = (address: string) => (this.#runningOf.get(address) ?? 0) + placesOf(lanes.get(address) ?? [])
    const [address = '', ...others] = lanes.keys()
    const most = others.reduce((most, next) => (load(next) > load(most) ? next : most), address)
    const lane = lanes.get(most)
    const job = lane?.[0]
    if (lane === undefined || job === undefined) return false
    if (lanes === this.#lanesOf(newcomer) && newcomer.address !== most && load(newcomer.address) >= load(most)) {
      throw noRoom(newcomer)
    }
    lane.shift()
    if (lane.length === 0) lanes.delete(most)
    this.#waiting -= job.steps.length
    job.failed(noRoom(job.asking))
    return true
  }

  #next(): void {
    while (this.#running < this.#width) {
      // Known browsers come first, and have every other turn where somebody else waits.
      const isTheirs = this.#known.size > 0 && !(this.#lastWasKnown && this.#others.size > 0)
      const lanes = isTheirs ? this.#known : this.#others
      const [first] = lanes
      if (first === undefined) return
      this.#lastWasKnown = isTheirs
      const [address, lane] = first
      const job = lane.shift()
      // The address goes behind the others.
      lanes.delete(address)
      if (lane.length > 0) lanes.set(address, lane)
      if (job !== undefined) void this.#step(job)
    }
  }

  async #step(job: Job): Promise<void> {
    const step = job.steps.shift()
    const { address } = job.asking
    this.#running++
    this.#runningOf.set(address, (this.#runningOf.get(address) ?? 0) + 1)
    this.#waiting--
    const began = this.#clock()
    try {
      await step?.()
      this.#measure(this.#clock() - began)
      if (job.steps.length === 0) job.done()
      else this.#wait(job)
    } catch (error) {
      this.#waiting -= job.steps.length
      job.failed(error)
    } finally {
      this.#running--
      const left = (this.#runningOf.get(address) ?? 1) - 1
      if (left > 0) this.#runningOf.set(address, left)
      else this.#runningOf.delete(address)
      this.#next()
    }
  }

  /** A hash that took much longer than usual says little: the machine slept, or the library was loaded. */
  #measure(took: number): void {
    this.#hashTime += (Math.min(took, 2 * this.#hashTime) - this.#hashTime) * shareOfLast
  }

  /** What is left of a job waits before the other jobs of its address. */
  #wait(job: Job): void {
    const lanes = this.#lanesOf(job.asking)
    const lane = lanes.get(job.asking.address)
    if (lane === undefined) lanes.set(job.asking.address, [job])
    else lane.unshift(job)
  }
}

/** What the last hash weighs in the measure of what one takes. */
const shareOfLast = 1 / 8

const noRoom = ({ busy }: Asking): ServiceError =>
  new ServiceError(busy, 'Too many passwords are being checked. Please try again.')

const placesOf = (lane: readonly Job[]): number => lane.reduce((sum, job) => sum + job.steps.length, 0)

const halfTheCores = (): number => Math.max(1, Math.floor(availableParallelism() / 2))

const parameters = {
  memoryCost: limits.passwordHashKibibytes,
  timeCost: limits.passwordHashPasses,
  parallelism: limits.passwordHashLanes,
}

/** Loaded with the first password: a server starts without it. */
const argon2id: Argon2 = {
  hash: async (password) => (await import('@node-rs/argon2')).hash(password, parameters),
  verify: async (hash, password) => (await import('@node-rs/argon2')).verify(hash, password),
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** The hash of no password, with today's parameters: salt and result were never computed from one. */
const dummyHash = (): string =>
  `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}` +
  `$${base64(randomBytes(16))}$${base64(randomBytes(32))}`
