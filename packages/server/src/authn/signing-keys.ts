import { deriveSigningKey, type SigningKey } from '@keyward/sigv4'
import type { View } from '../directory/view.ts'
import { BoundedCache } from '../domain/cache.ts'
import { limits } from '../domain/limits.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { secretContext, type AccessKey } from '../store/access-keys.ts'
import { dataKeys } from '../store/data-keys.ts'

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

  get(key: AccessKey, scope: Scope, view: View): SigningKey {
    const cached = this.#cache.get(scope.credential)
    if (cached?.sealedSecret === key.sealedSecret) return cached.signingKey
    const secret = this.#keyRing.open(key.sealedSecret, secretContext(key.id), view.get(dataKeys, {}))
    if (secret === undefined) throw new Error(`the secret of ${key.id} cannot be opened: its row was damaged or moved`)
    const signingKey = deriveSigningKey(secret.reveal(), scope.date, scope.region, scope.service)
    this.#cache.set(scope.credential, { sealedSecret: key.sealedSecret, signingKey })
    return signingKey
  }
}
