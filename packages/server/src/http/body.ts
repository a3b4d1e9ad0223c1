import type { IncomingMessage } from 'node:http'

export interface BodyBounds {
  /** No body is larger. */
  readonly bodyBytesMax: number
  /** Bodies up to this size are always read; what is larger shares the next. */
  readonly bodyBytesFree: number
  readonly bodyBytesHeldMax: number
}

export type Body =
  | { readonly bytes: Buffer; readonly fault?: undefined }
  /** `gone`: the client went away before the end. */
  | { readonly fault: 'too large' | 'no room' | 'gone' }

/** The memory that the bodies of one server may hold together: many clients that send slowly must not fill it. */
export class BodyRoom {
  readonly #bounds: BodyBounds
  #held = 0

  constructor(bounds: BodyBounds) {
    this.#bounds = bounds
  }

  /** Takes room for `bytes` more; negative gives back. False where there is none now. */
  take(bytes: number): boolean {
    if (bytes > 0 && this.#held + bytes > this.#bounds.bodyBytesHeldMax) return false
    this.#held += bytes
    return true
  }

  lease(): Lease {
    return new Lease(this, this.#bounds.bodyBytesFree)
  }
}

/** One body's share of the room. */
class Lease {
  readonly #room: BodyRoom
  readonly #free: number
  #taken = 0

  constructor(room: BodyRoom, free: number) {
    this.#room = room
    this.#free = free
  }

  /** False where a body of this many bytes has no room now. */
  grow(to: number): boolean {
    const more = to - this.#free - this.#taken
    if (more <= 0) return true
    if (!this.#room.take(more)) return false
    this.#taken += more
    return true
  }

  release(): void {
    if (this.#taken > 0) this.#room.take(-this.#taken)
    this.#taken = 0
  }
}

const nothing = Buffer.alloc(0)

/** The whole body. It holds at most twice the bytes that came, into however many chunks they were cut. */
export function readBody(incoming: IncomingMessage, bodyBytesMax: number, lease: Lease): Promise<Body> {
  return new Promise((resolve) => {
    let bytes: Buffer = nothing
    let size = 0
    const refuse = (fault: 'too large' | 'no room') => {
      // Nothing more is kept; the answer closes the connection.
      incoming.removeListener('data', take)
      bytes = nothing
      resolve({ fault })
    }
    const take = (chunk: Buffer) => {
      const before = size
      size += chunk.length
      if (size > bodyBytesMax) return refuse('too large')
      if (size > bytes.length) {
        const capacity = before === 0 ? size : Math.min(bodyBytesMax, 2 * size)
        if (!lease.grow(capacity)) return refuse('no room')
        if (before === 0) {
          bytes = chunk
          return
        }
        const grown = Buffer.allocUnsafeSlow(capacity)
        bytes.copy(grown, 0, 0, before)
        bytes = grown
      }
      chunk.copy(bytes, before)
    }
    incoming.on('data', take)
    incoming.on('end', () => resolve({ bytes: bytes.length === size ? bytes : bytes.subarray(0, size) }))
    incoming.on('close', () => resolve({ fault: 'gone' }))
    incoming.on('error', () => resolve({ fault: 'gone' }))
  })
}
