import { readProof, SigV4Error, verifyProof, type Proof, type SigningKey } from '@keyward/sigv4'
import type { View } from '../directory/view.ts'
import type { RawRequest } from '../domain/http.ts'
import { ServiceError } from '../errors.ts'
import type { ServiceName } from '../protocol/protocol.ts'
import type { ProtocolName } from '../protocol/protocols.ts'
import { findSigner, invalidToken, type Signer } from './find-caller.ts'
import type { SigningKeys } from './signing-keys.ts'

/** Services a request may be signed for, the main one first. Whoever speaks json may sign for the one of our own. */
const signedServices = {
  query: ['iam', 'sts'],
  json: ['iam', 'sts', 'access-analyzer', 'keyward'],
  'rest-json': ['access-analyzer'],
} as const satisfies Record<ProtocolName, readonly ServiceName[]>

/** The signature of one call. What was computed once is kept while a judgement runs again. */
export class CallSignature {
  readonly #request: RawRequest
  readonly #services: readonly ServiceName[]
  #read: { readonly second: number; readonly proof: Proof | undefined } | undefined
  #verifiedBy: SigningKey | undefined

  constructor(request: RawRequest, protocol: ProtocolName) {
    this.#request = request
    this.#services = signedServices[protocol]
  }

  /** Rules 1 to 13: well formed, in time, scoped to a service of ours. Undefined for a request that carries no signature at all. */
  read(now: number): Proof | undefined {
    // Signatures know whole seconds: within one, the same request reads the same.
    const second = Math.floor(now / 1000)
    if (this.#read?.second !== second) this.#read = { second, proof: this.#readAt(now) }
    return this.#read.proof
  }

  /** Rules 14 to 16: the session token, the key, the signature. Throws InvalidClientTokenId or SignatureDoesNotMatch. */
  authenticate(proof: Proof, signingKeys: SigningKeys, view: View): Signer {
    const signer = findSigner(proof.accessKeyId, view)
    // A long-term key has no session: whoever sends a token with it holds something else.
    if (proof.sessionToken !== undefined) throw invalidToken()
    const known = signingKeys.find(signer, proof)
    const signingKey = known ?? signingKeys.derive(signer.key, proof, view)
    this.#verify(proof, signingKey)
    if (known === undefined) signingKeys.keep(signer, proof, signingKey)
    return signer
  }

  #readAt(now: number): Proof | undefined {
    try {
      return readProof(this.#request, { now, services: this.#services })
    } catch (error) {
      if (!(error instanceof SigV4Error)) throw error
      if (error.code === 'MissingAuthenticationToken') return undefined
      // AWS answers a path that climbs above the root with a bare 400; ours says what is wrong.
      throw new ServiceError(error.code === 'InvalidURIPath' ? 'MalformedInput' : error.code, error.message)
    }
  }

  #verify(proof: Proof, signingKey: SigningKey): void {
    if (this.#verifiedBy === signingKey && this.#read?.proof === proof) return
    if (!verifyProof(proof, signingKey)) {
      throw new ServiceError(
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      )
    }
    this.#verifiedBy = signingKey
  }
}
