import { createHmac, randomBytes } from 'node:crypto'
import { Secret } from '../domain/secret.ts'
import { MasterKeyError, unwrapDataKey, wrapDataKey, type MasterKey } from './master-key.ts'
import { keyBytes, open, seal } from './sealing.ts'

interface WrappedKey {
  readonly id: string
  readonly wrapped: string
  readonly createdAt: number
  readonly retiredAt: number | null
}

/** A data key this process cannot open: it lacks the master key that wrapped it. Nothing is sealed or opened without it. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError'
}

/**
 * Opens and seals with the data keys of a database. It holds the master keys and what they unwrapped; the wrapped keys come in with
 * every call, from the state the call is judged at. A sealed value names its format and its data key: `k1.<data key id>.<sealed>`.
 */
export class KeyRing {
  readonly #readMasterKeys: () => readonly MasterKey[]
  #masterKeys: readonly MasterKey[]
  readonly #unwrapped = new Map<string, Buffer>()

  /** Reads the master keys now, and again when it meets a data key that none of them wrapped: the file may have gained one. */
  constructor(readMasterKeys: () => readonly MasterKey[]) {
    this.#readMasterKeys = readMasterKeys
    this.#masterKeys = readMasterKeys()
  }

  seal(secret: Secret, context: string, keys: readonly WrappedKey[]): string {
    const { id, key } = this.#current(keys)
    return `k1.${id}.${seal(Buffer.from(secret.reveal()), key, context)}`
  }

  /** Undefined where the value was not sealed in this context, or its data key is gone. */
  open(sealed: string, context: string, keys: readonly WrappedKey[]): Secret | undefined {
    const [format, id, text] = sealed.split('.')
    const wrapped = keys.find((key) => key.id === id)
    if (format !== 'k1' || text === undefined || wrapped === undefined) return undefined
    const plain = open(text, this.#unwrap(wrapped), context)
    return plain && new Secret(plain.toString())
  }

  /** Seals what is kept by others for us (markers, cookies), under a key of that purpose: the same in every process. As JSON. */
  sealFor(purpose: string, value: object, context: string, keys: readonly WrappedKey[]): string {
    return seal(Buffer.from(JSON.stringify(value)), subkey(this.#current(keys).key, purpose), context)
  }

  /** What was sealed for that purpose in that context, under any of the keys. Undefined where it was not. */
  openFor(purpose: string, sealed: string, context: string, keys: readonly WrappedKey[]): unknown {
    for (const key of keys.toReversed()) {
      const plain = open(sealed, subkey(this.#unwrap(key), purpose), context)
      if (plain !== undefined) return JSON.parse(plain.toString())
    }
    return undefined
  }

  /** Throws KeyRingError where a key cannot be opened, the current one or any that secrets may be sealed with: the process is not ready then. */
  check(keys: readonly WrappedKey[]): void {
    this.#current(keys)
    for (const key of keys) this.#unwrap(key)
  }

  /** A new data key, wrapped by the newest master key. */
  mintDataKey(): { id: string; wrapped: string } {
    const id = randomBytes(9).toString('base64url')
    return { id, wrapped: wrapDataKey(id, randomBytes(keyBytes), this.#newestMasterKey()) }
  }

  /** The same data key, wrapped by the newest master key. */
  rewrap(key: WrappedKey): string {
    return wrapDataKey(key.id, this.#unwrap(key), this.#newestMasterKey())
  }

  #newestMasterKey(): MasterKey {
    const newest = this.#masterKeys.at(-1)
    if (newest === undefined) throw new KeyRingError('There is no master key.')
    return newest
  }

  #current(keys: readonly WrappedKey[]): { id: string; key: Buffer } {
    const current = keys.findLast((key) => key.retiredAt === null)
    if (current === undefined) throw new KeyRingError('The database holds no current data key.')
    return { id: current.id, key: this.#unwrap(current) }
  }

  #unwrap(wrapped: WrappedKey): Buffer {
    // By its whole text: a key rewrapped by another master key is opened anew.
    let key = this.#unwrapped.get(wrapped.wrapped)
    if (key === undefined) {
      key = unwrapDataKey(wrapped.id, wrapped.wrapped, this.#masterKeys) ?? this.#unwrapByReread(wrapped)
      if (key === undefined) {
        throw new KeyRingError(
          `The data key ${wrapped.id} was wrapped by a master key that is not in the master key file.`,
        )
      }
      this.#unwrapped.set(wrapped.wrapped, key)
    }
    return key
  }

  #unwrapByReread(wrapped: WrappedKey): Buffer | undefined {
    try {
      this.#masterKeys = this.#readMasterKeys()
    } catch (error) {
      if (error instanceof MasterKeyError) throw new KeyRingError(error.message, { cause: error })
      throw error
    }
    return unwrapDataKey(wrapped.id, wrapped.wrapped, this.#masterKeys)
  }

  /** True where the newest master key wrapped it. */
  isNewestWrapping(wrapped: WrappedKey): boolean {
    return wrapped.wrapped.split('.')[1] === this.#newestMasterKey().id
  }
}

/** By data key and purpose, of which there are a few: to derive one takes longer than to seal with it. */
const subkeys = new WeakMap<Buffer, Map<string, Buffer>>()

function subkey(key: Buffer, purpose: string): Buffer {
  let ofKey = subkeys.get(key)
  if (ofKey === undefined) subkeys.set(key, (ofKey = new Map()))
  let derived = ofKey.get(purpose)
  if (derived === undefined) ofKey.set(purpose, (derived = createHmac('sha256', key).update(purpose).digest()))
  return derived
}
