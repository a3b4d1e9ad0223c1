import type { View } from '../directory/view.ts'
import type { Browser } from '../domain/browser.ts'
import type { Caller, Credential } from '../domain/caller.ts'
import type { RawRequest } from '../domain/http.ts'
import { notImplemented, ServiceError } from '../errors.ts'
import type { ServiceName } from '../protocol/protocol.ts'
import { protocols, type ProtocolName } from '../protocol/protocols.ts'
import type { LastUse } from '../store/last-used.ts'
import { CallSignature } from './authenticate.ts'
import { isFromPage, readBrowser } from './browser.ts'
import { sessionCaller, sessionOf } from './console-session.ts'
import type { SigningKeys } from './signing-keys.ts'

/** Who calls, and by what. */
export interface Proven {
  /** Undefined for a step of signing in. */
  readonly caller: Caller | undefined
  readonly credential: Credential
  readonly region: string
  readonly browser: Browser | undefined
  /** The key that signed, and this use of it. */
  readonly use: { readonly seq: number; readonly use: LastUse } | undefined
}

/** What a call brings to show who sends it. What was computed once is kept while a judgement runs again. */
export interface Proof {
  /** The service it is meant for, as far as the proof says. */
  readonly service: ServiceName | undefined
  /** Rules 1 to 16: no input is read. Throws what refuses it, in the order of the rules. */
  prove(view: View): Proven
}

interface Means {
  readonly signingKeys: SigningKeys
  readonly consoleOrigins: readonly string[]
}

export const proofOf = (request: RawRequest, protocol: ProtocolName, means: Means): Proof =>
  protocol === 'json' && isFromPage(request) ? new PageProof(request, means) : new SignedProof(request, protocol, means)

/** By a signature. */
class SignedProof implements Proof {
  readonly #request: RawRequest
  readonly #protocol: ProtocolName
  readonly #signature: CallSignature
  readonly #means: Means
  service: ServiceName | undefined

  constructor(request: RawRequest, protocol: ProtocolName, means: Means) {
    this.#request = request
    this.#protocol = protocol
    this.#signature = new CallSignature(request, protocol)
    this.#means = means
  }

  prove(view: View): Proven {
    const proof = this.#signature.read(view.now) ?? this.#refuseUnsigned() // Rules 1–13: nothing is looked up.
    const { service, region } = proof
    // Only services of ours pass.
    this.service = service as ServiceName
    const { key, caller } = this.#signature.authenticate(proof, this.#means.signingKeys, view) // Rules 14–16.
    const use = { seq: key.seq, use: { at: view.now, service, region } }
    return { caller, credential: { type: 'AccessKey', id: key.id }, region, browser: undefined, use }
  }

  /** Without a signature only the operations that are called so go on; a stranger hears nothing of any other. */
  #refuseUnsigned(): never {
    const request = this.#request
    const protocol = protocols[this.#protocol]
    const named = protocol.unsignedOperation(request)
    // The steps of signing in are for pages alone.
    if (named !== undefined && named.service !== 'signin') {
      throw notImplemented(protocol.readCall(request, undefined).operation.name)
    }
    if (!protocol.namesOperation(request)) throw new ServiceError('NoOperationNamed', 'No Action was named')
    throw new ServiceError('MissingAuthenticationToken', 'Request is missing Authentication Token')
  }
}

/** By the session of a page of the console. The steps of signing in come from one too, and need none. */
class PageProof implements Proof {
  readonly #request: RawRequest
  readonly #means: Means
  readonly service = undefined

  constructor(request: RawRequest, means: Means) {
    this.#request = request
    this.#means = means
  }

  prove(view: View): Proven {
    const browser = readBrowser(this.#request, this.#means.consoleOrigins)
    // As the console of IAM, which is one for all regions.
    const of = { region: 'us-east-1', browser, use: undefined }
    if (protocols.json.unsignedOperation(this.#request)?.service === 'signin') {
      return { ...of, caller: undefined, credential: { type: 'None' } }
    }
    const session = sessionOf(browser, view)
    return {
      ...of,
      caller: sessionCaller(session, view),
      credential: { type: 'ConsoleSession', id: session.id },
    }
  }
}
