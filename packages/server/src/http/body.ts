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
  readonly bounds: BodyBounds
  #held = 0

  constructor(bounds: BodyBounds) {
    this.bounds = bounds
  }

  get held(): number {
    return this.#held
  }

  lease(): Lease {
    let leased = 0
    return {
      grow: (to) => {
        const more = Math.max(0, to - this.bounds.bodyBytesFree) - leased
        if (this.#held + more > this.bounds.bodyBytesHeldMax) return false
        leased += more
        this.#held += more
        return true
      },
      release: () => {
        this.#held -= leased
        leased = 0
      },
    }
  }
}

export interface Lease {
  /** False where a body of this many bytes has no room now. */
  grow(to: number): boolean
  release(): void
}

export const declaredLength = (incoming: IncomingMessage): number => Number(incoming.headers['content-length'] ?? 0)

/** The whole body. It holds at most twice the bytes that came, into how many chunks ever they were cut. */
export function readBody(incoming: IncomingMessage, { bodyBytesMax }: BodyBounds, lease: Lease): Promise<Body> {
  return new Promise((resolve) => {
    if (declaredLength(incoming) > bodyBytesMax) {
      resolve({ fault: 'too large' })
      return
    }
    let bytes: Buffer = Buffer.alloc(0)
    let size = 0
    const refuse = (fault: 'too large' | 'no room') => {
      // Nothing more is kept; the answer closes the connection.
      incoming.removeListener('data', take)
      bytes = Buffer.alloc(0)
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
