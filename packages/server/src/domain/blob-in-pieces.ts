/** Text that is sent piece by piece, so that nobody holds all of it. */
export interface Pieces extends AsyncIterable<string> {
  /** In bytes. */
  readonly length: number
}

/** A blob that is too long to be held, as an operation answers it: base64, in pieces of whole groups. */
export class BlobInPieces implements Pieces {
  readonly length: number
  readonly #read: () => AsyncIterator<string>

  /** `size`: of the blob itself, in bytes. */
  constructor(size: number, read: () => AsyncIterator<string>) {
    this.length = 4 * Math.ceil(size / 3)
    this.#read = read
  }

  [Symbol.asyncIterator](): AsyncIterator<string> {
    return this.#read()
  }
}

/** Stands for the one blob in pieces in the text of an answer: no protocol lets it into a text. */
export const placeOfBlob = '\u0000'

/** The body of an answer: `text` as it is, or with the blob in its place. */
export function bodyWith(text: string, result: unknown): string | Pieces {
  const place = text.indexOf(placeOfBlob)
  if (place === -1) return text
  const blob = Object.values(result as object).find((part) => part instanceof BlobInPieces)
  if (blob === undefined) throw new TypeError('there is a place for a blob, and no blob')
  return new Between(text.slice(0, place), blob, text.slice(place + 1))
}

class Between implements Pieces {
  readonly length: number
  readonly #before: string
  readonly #pieces: Pieces
  readonly #after: string

  constructor(before: string, pieces: Pieces, after: string) {
    this.length = Buffer.byteLength(before) + pieces.length + Buffer.byteLength(after)
    this.#before = before
    this.#pieces = pieces
    this.#after = after
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    yield this.#before
    yield* this.#pieces
    yield this.#after
  }
}
