import { deriveSigningKey, type SigningKey } from '@keyward/sigv4'
import type { View } from '../directory/view.ts'
import { BoundedCache } from '../domain/cache.ts'
import { limits } from '../domain/limits.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { secretContext, type AccessKey } from '../store/access-keys.ts'
import { dataKeys } from '../store/data-keys.ts'
import type { Signer } from './find-caller.ts'

interface Scope {
  /** `AKIA…/date/region/service/aws4_request`, as the request has it. */
  readonly credential: string
  readonly date: string
  readonly region: string
  readonly service: string
}

interface Known {
  readonly credential: string
  readonly signingKey: SigningKey
}

/**
 * The signing keys that good signatures were made with, a few for each access key: by day, region and service. One is used only for a
 * key that the view holds active with the very secret it was derived from.
 */
export class SigningKeys {
  readonly #keyRing: KeyRing
  readonly #cache = new BoundedCache<string, { sealedSecret: string; known: readonly Known[] }>(limits.signingKeysMax)

  constructor(keyRing: KeyRing) {
    this.#keyRing = keyRing
  }

  /** The signing key of a scope in which this key has signed before. */
  find(signer: Signer, { credential }: Scope): SigningKey | undefined {
    if (signer.signing?.credential === credential) return signer.signing.signingKey
    const known = this.#knownOf(signer.key).find((one) => one.credential === credential)
    signer.signing = known ?? signer.signing
    return known?.signingKey
  }

  derive({ id, sealedSecret }: AccessKey, { date, region, service }: Scope, view: View): SigningKey {
    const secret = this.#keyRing.open(sealedSecret, secretContext(id), view.get(dataKeys, {}))
    if (secret === undefined) throw new Error(`the secret of ${id} cannot be opened: its row was damaged or moved`)
    return deriveSigningKey(secret.reveal(), date, region, service)
  }

  /** Keeps what a good signature was made with: a stranger's guesses fill no memory. */
  keep(signer: Signer, scope: Scope, signingKey: SigningKey): void {
    // A copy: what was read from a request is a part of it, and would keep the whole header.
    const credential = Buffer.from(scope.credential, 'latin1').toString('latin1')
    signer.signing = { credential, signingKey }
    const known = [signer.signing, ...this.#knownOf(signer.key)].slice(0, limits.signingKeysPerKeyMax)
    this.#cache.set(signer.key.id, { sealedSecret: signer.key.sealedSecret, known })
  }

  #knownOf({ id, sealedSecret }: AccessKey): readonly Known[] {
    const cached = this.#cache.get(id)
    return cached?.sealedSecret === sealedSecret ? cached.known : []
  }
}
