import { type Span } from '../errors.ts'

/** Where the lines of a text begin: turns offsets into lines and columns, both counted from 1. */
export class LineStarts {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  lineOf(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  spanOf(offset: number, length: number): Span {
    const line = this.lineOf(offset)
    return { line, column: offset - (this.#starts[line - 1] ?? 0) + 1, offset, length }
  }
}
