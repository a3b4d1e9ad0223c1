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

/**
 * Signing keys by the whole credential string: key, day, region and service. One is used only for a key that the view holds active
 * with the very secret it was derived from.
 */
export class SigningKeys {
  readonly #keyRing: KeyRing
  readonly #cache = new BoundedCache<string, { sealedSecret: string; signingKey: SigningKey }>(limits.signingKeysMax)

  constructor(keyRing: KeyRing) {
    this.#keyRing = keyRing
  }

  get(signer: Signer, scope: Scope, view: View): SigningKey {
    if (signer.signing?.credential === scope.credential) return signer.signing.signingKey
    // A copy: what was read from a request is a part of it, and would keep the whole header.
    const credential = Buffer.from(scope.credential, 'latin1').toString('latin1')
    const signingKey = this.#find(signer.key, { ...scope, credential }, view)
    signer.signing = { credential, signingKey }
    return signingKey
  }

  #find({ id, sealedSecret }: AccessKey, { credential, date, region, service }: Scope, view: View): SigningKey {
    const cached = this.#cache.get(credential)
    if (cached?.sealedSecret === sealedSecret) return cached.signingKey
    const secret = this.#keyRing.open(sealedSecret, secretContext(id), view.get(dataKeys, {}))
    if (secret === undefined) throw new Error(`the secret of ${id} cannot be opened: its row was damaged or moved`)
    const signingKey = deriveSigningKey(secret.reveal(), date, region, service)
    this.#cache.set(credential, { sealedSecret, signingKey })
    return signingKey
  }
}
