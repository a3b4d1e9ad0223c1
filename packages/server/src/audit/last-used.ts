import type { LastUse } from '../store/last-used.ts'

/** Last uses that are not in the database yet: noted as calls come, taken once a flush. */
export class LastUsedNotes {
  #uses = new Map<number, LastUse>()

  note(seq: number, use: LastUse): void {
    this.#uses.set(seq, use)
  }

  of(seq: number): LastUse | undefined {
    return this.#uses.get(seq)
  }

  /** Writes all that is noted; what could not be written stays. */
  async flush(write: (uses: ReadonlyMap<number, LastUse>) => Promise<void>): Promise<void> {
    const uses = this.take()
    if (uses.size === 0) return
    await write(uses)
    this.written(uses)
  }

  /** Gives all notes out. `of` goes on knowing them until `written`, or until a later use takes their place. */
  take(): ReadonlyMap<number, LastUse> {
    return new Map(this.#uses)
  }

  written(uses: ReadonlyMap<number, LastUse>): void {
    for (const [seq, use] of uses) if (this.#uses.get(seq) === use) this.#uses.delete(seq)
  }
}
