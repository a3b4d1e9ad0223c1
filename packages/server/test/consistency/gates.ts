import { setImmediate as turn } from 'node:timers/promises'

interface Gate {
  readonly label: string
  open(): void
}

/**
 * Where the store waits for the test: before a question is sent, and before its reply is seen. A label names the process, the question
 * and the point: `a head sent`, `b fetch reply`, `a change commit`. What is not held passes.
 */
export class Gates {
  /** How many transactions have taken the head, or are about to: another would wait for them at the server. */
  headsTaken = 0
  #held: (label: string) => boolean = () => false
  #waiting: Gate[] = []
  #busy = 0
  #watchers: (() => void)[] = []

  /** From now on these wait. */
  hold(held: RegExp | ((label: string) => boolean)): void {
    this.#held = held instanceof RegExp ? (label) => held.test(label) : held
  }

  /** Lets everything pass, and everything that waits go. */
  release(): void {
    this.#held = () => false
    while (this.#waiting.length > 0) this.open(0)
  }

  get waiting(): readonly string[] {
    return this.#waiting.map((gate) => gate.label)
  }

  async pass(label: string): Promise<void> {
    if (!this.#held(label)) return
    await new Promise<void>((resolve) => {
      this.#waiting.push({ label, open: resolve })
      this.#changed()
    })
  }

  /** One question: it waits to be sent, is answered by the server, and its reply waits to be seen. */
  async step<Value>(label: string, ask: () => Promise<Value>): Promise<Value> {
    await this.pass(`${label} sent`)
    try {
      return await this.busy(ask)
    } finally {
      await this.pass(`${label} reply`)
    }
  }

  /** Work of the server: nothing else is chosen until it is done. */
  async busy<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#busy++
    try {
      return await work()
    } finally {
      this.#busy--
      this.#changed()
    }
  }

  /** A wait within work of the server: others may be chosen meanwhile. */
  async idle(wait: () => Promise<void>): Promise<void> {
    this.#busy--
    this.#changed()
    try {
      await wait()
    } finally {
      this.#busy++
    }
  }

  open(index: number): void {
    const [gate] = this.#waiting.splice(index, 1)
    gate?.open()
  }

  /** Resolves once a gate of this label waits. */
  async reached(label: string): Promise<void> {
    while (!this.waiting.includes(label)) await this.#change()
  }

  /** Lets the first that waits at this label go, once there is one. */
  async let(label: string): Promise<void> {
    await this.reached(label)
    this.open(this.waiting.indexOf(label))
  }

  /** Resolves once the server is idle and everyone has come as far as they can without it. */
  async quiet(): Promise<void> {
    for (let turns = 0; turns < 4; turns++) {
      while (this.#busy > 0) {
        await this.#change()
        turns = 0
      }
      await turn()
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#watchers.push(resolve))
  }

  #changed(): void {
    const watchers = this.#watchers
    this.#watchers = []
    for (const watcher of watchers) watcher()
  }
}

/** Numbers that a seed determines: 0 <= number < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
