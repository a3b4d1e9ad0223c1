import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Orders, Told } from './process.ts'
import type { Call } from './trace.ts'

/** A process of the test's own, and the calls it has told of. */
export class Process {
  readonly calls: Call[] = []
  readonly #child: ChildProcess
  readonly #at = new Set<string>()
  readonly #ended: Promise<number | null>
  #watchers: (() => void)[] = []

  constructor(orders: Orders) {
    this.#child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced', execArgv: [] })
    this.#child.on('message', (told: Told) => {
      if ('call' in told) this.calls.push(told.call)
      if ('at' in told) this.#at.add(told.at)
      const watchers = this.#watchers
      this.#watchers = []
      for (const watcher of watchers) watcher()
    })
    this.#ended = new Promise((resolve) => this.#child.on('close', resolve))
    this.#child.send(orders)
  }

  /** Resolves once it waits at its gate. */
  async reached(label: string): Promise<void> {
    while (!this.#at.has(label)) await this.#told()
  }

  /** Resolves once it has told of so many calls. */
  async answered(calls: number): Promise<void> {
    while (this.calls.length < calls) await this.#told()
  }

  goOn(): void {
    this.#child.send('go on')
  }

  pause(): void {
    this.#child.kill('SIGSTOP')
  }

  resume(): void {
    this.#child.kill('SIGCONT')
  }

  kill(): Promise<number | null> {
    this.#child.kill('SIGKILL')
    return this.#ended
  }

  /** Its exit code, once all it had to do is done. */
  ended(): Promise<number | null> {
    return this.#ended
  }

  #told(): Promise<void> {
    return new Promise((resolve) => this.#watchers.push(resolve))
  }
}
