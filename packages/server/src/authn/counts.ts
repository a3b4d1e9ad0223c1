interface Count {
  count: number
  /** From when on the next is forgiven. */
  since: number
}

/** How often something happened, by its name, when some of it is forgiven with time. Its memory is bounded: the lowest counts go first. */
export class Counts {
  readonly #forgivenEvery: number
  readonly #entriesMax: number
  readonly #counts = new Map<string, Count>()

  /** `forgivenEvery`: milliseconds after which one is forgiven. */
  constructor({ forgivenEvery, entriesMax }: { readonly forgivenEvery: number; readonly entriesMax: number }) {
    this.#forgivenEvery = forgivenEvery
    this.#entriesMax = entriesMax
  }

  get size(): number {
    return this.#counts.size
  }

  of(name: string, now: number): number {
    const entry = this.#counts.get(name)
    return entry === undefined ? 0 : Math.max(0, entry.count - this.#forgiven(entry, now))
  }

  add(name: string, now: number): void {
    const entry = this.#counts.get(name)
    if (entry === undefined) {
      if (this.#counts.size >= this.#entriesMax) this.#makeRoom(now)
      this.#counts.set(name, { count: 1, since: now })
      return
    }
    const forgiven = this.#forgiven(entry, now)
    // From nothing, the time begins anew; otherwise what has passed of the next one's time is kept.
    entry.since = forgiven >= entry.count ? now : entry.since + forgiven * this.#forgivenEvery
    entry.count = Math.max(0, entry.count - forgiven) + 1
  }

  /** Takes one back: exactly what one `add` put there. */
  giveBack(name: string): void {
    const entry = this.#counts.get(name)
    if (entry === undefined) return
    entry.count--
    if (entry.count <= 0) this.#counts.delete(name)
  }

  // A clock that went back forgives nothing.
  #forgiven({ since }: Count, now: number): number {
    return Math.max(0, Math.floor((now - since) / this.#forgivenEvery))
  }

  /** A tenth goes at once, so that this is rare; among equals those that stand longest. */
  #makeRoom(now: number): void {
    const goingMax = Math.ceil(this.#entriesMax / 10)
    const numberOf: number[] = []
    for (const name of this.#counts.keys()) {
      const count = this.of(name, now)
      numberOf[count] = (numberOf[count] ?? 0) + 1
    }
    let left = goingMax
    // Sparse as it is, its indices come in order.
    numberOf.forEach((number, count) => {
      const going = Math.min(number, left)
      left -= going
      numberOf[count] = going
    })
    for (const name of this.#counts.keys()) {
      const count = this.of(name, now)
      const going = numberOf[count] ?? 0
      if (going === 0) continue
      numberOf[count] = going - 1
      this.#counts.delete(name)
    }
  }
}
