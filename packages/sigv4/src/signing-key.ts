import { hash } from 'node:crypto'
import { terminator } from './scope.ts'

const algorithmLine = 'AWS4-HMAC-SHA256\n'
const timestampChars = 16
const blockBytes = 64
const digestBytes = 32
const hexChars = 64

/**
 * One day's key for one region and service. It holds the two padded HMAC blocks, never the secret, and prints as
 * `[signing key]`. Made by `deriveSigningKey`.
 */
export class SigningKey {
  /** `date/region/service/aws4_request`: the only scope this key signs for. */
  readonly scope: string
  // Everything in a string to sign but the time and the hash is fixed by the scope, so the inner message is laid out
  // once and each signature writes those two into it. Both buffers are only used within one synchronous call.
  readonly #inner: Buffer
  readonly #outer: Buffer
  readonly #timestampAt: number
  readonly #hashAt: number

  constructor(key: Uint8Array, scope: string) {
    this.scope = scope
    const before = Buffer.from(algorithmLine, 'latin1')
    const between = Buffer.from(`\n${scope}\n`, 'utf8')
    this.#timestampAt = blockBytes + before.length
    this.#hashAt = this.#timestampAt + timestampChars + between.length
    // One allocation of its own, never a slice of the shared pool, where another buffer's careless owner could read it.
    const memory = Buffer.alloc(this.#hashAt + hexChars + blockBytes + digestBytes).buffer
    this.#inner = Buffer.from(memory, 0, this.#hashAt + hexChars)
    this.#outer = Buffer.from(memory, this.#hashAt + hexChars)
    writePads(key, this.#inner, this.#outer)
    this.#inner.set(before, blockBytes)
    this.#inner.set(between, this.#timestampAt + timestampChars)
  }

  /** The signature, in hex, of the string to sign with this time (`YYYYMMDDTHHMMSSZ`) and this hash (hex) of a canonical request. */
  sign(timestamp: string, canonicalRequestHash: string): string {
    if (timestamp.length !== timestampChars || canonicalRequestHash.length !== hexChars) {
      throw new RangeError('a string to sign holds 16 characters of time and 64 of hash')
    }
    this.#inner.write(timestamp, this.#timestampAt, 'latin1')
    this.#inner.write(canonicalRequestHash, this.#hashAt, 'latin1')
    // Two one-shot hashes take a fraction of the time of an Hmac object.
    this.#outer.write(hash('sha256', this.#inner, 'binary'), blockBytes, 'latin1')
    return hash('sha256', this.#outer, 'hex')
  }

  toString(): string {
    return '[signing key]'
  }

  toJSON(): string {
    return '[signing key]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[signing key]'
  }
}

/** Derives the day's signing key. The verifier holds this key, never the secret it came from. `date` is `YYYYMMDD`. */
export function deriveSigningKey(secret: string, date: string, region: string, service: string): SigningKey {
  const dateKey = hmac(Buffer.from(`AWS4${secret}`, 'utf8'), date)
  const regionKey = hmac(dateKey, region)
  const serviceKey = hmac(regionKey, service)
  const signingKey = hmac(serviceKey, terminator)
  return new SigningKey(signingKey, `${date}/${region}/${service}/${terminator}`)
}

function hmac(key: Uint8Array, message: string): Buffer {
  const inner = Buffer.alloc(blockBytes + Buffer.byteLength(message))
  const outer = Buffer.alloc(blockBytes + digestBytes)
  writePads(key, inner, outer)
  inner.write(message, blockBytes)
  outer.write(hash('sha256', inner, 'binary'), blockBytes, 'latin1')
  return Buffer.from(hash('sha256', outer, 'binary'), 'latin1')
}

/** Lays the key, padded as RFC 2104 says, over the first block of both buffers. */
function writePads(key: Uint8Array, inner: Buffer, outer: Buffer): void {
  const block = key.length > blockBytes ? Buffer.from(hash('sha256', key, 'binary'), 'latin1') : key
  for (let index = 0; index < blockBytes; index++) {
    const byte = block[index] ?? 0
    inner[index] = byte ^ 0x36
    outer[index] = byte ^ 0x5c
  }
}
