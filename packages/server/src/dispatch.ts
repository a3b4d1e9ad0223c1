import type { LastUsedNotes } from './audit/last-used.ts'
import type { RefusalNotes } from './audit/refusal-notes.ts'
import { beginRecord, type CallRecord } from './audit/record.ts'
import type { Guesses } from './authn/guesses.ts'
import { proofOf, type Proof, type Proven } from './authn/proof.ts'
import type { SigningKeys } from './authn/signing-keys.ts'
import { authorize } from './authz/authorize.ts'
import { nothing } from './authz/requirement.ts'
import type { Directory } from './directory/directory.ts'
import type { View } from './directory/view.ts'
import type { Browser } from './domain/browser.ts'
import { uniqueId, type CallFacts, type Caller } from './domain/caller.ts'
import { header, type RawRequest, type RawResponse } from './domain/http.ts'
import { mintRequestId } from './domain/ids.ts'
import { limits } from './domain/limits.ts'
import { notImplemented, ServiceError } from './errors.ts'
import { beginAside, withAside } from './operations/aside.ts'
import type { Computations } from './operations/computations.ts'
import { fault, takesChange, type CredentialReports, type Settings } from './operations/operation.ts'
import { findOperation } from './operations/table.ts'
import { protocolOf, protocols, type ProtocolName } from './protocol/protocols.ts'
import { KeyRingError } from './secrets/key-ring.ts'
import type { KeyRing } from './secrets/key-ring.ts'
import type { Passwords } from './secrets/passwords.ts'
import { DatabaseError } from './store/transaction.ts'
import type { Change } from './writer/change.ts'
import type { Changes } from './writer/changes.ts'

/** What a call passes through. */
export interface House {
  readonly directory: Directory
  readonly changes: Changes
  readonly keyRing: KeyRing
  readonly signingKeys: SigningKeys
  readonly lastUsed: LastUsedNotes
  readonly passwords: Passwords
  readonly guesses: Guesses
  readonly refusals: RefusalNotes
  readonly settings: Settings
  readonly reports: CredentialReports
  readonly computations: Computations
  /** Where pages of the console come from, the first being the one it names. None: no page is answered. */
  readonly consoleOrigins: readonly string[]
  /** Where callers reach the API: `https://iam.example.com`. */
  readonly apiUrl: string
  /** For the operator's eyes alone: nothing of the fault reaches the caller. */
  fault(requestId: string, error: unknown): void
  observe(record: CallRecord, status: number): void
}

/** One call, start to finish. The order of these lines is the order of refusals: docs/order-of-checks.md. */
export async function dispatch(request: RawRequest, house: House): Promise<RawResponse> {
  const record = beginRecord(mintRequestId())
  const protocol = protocolOf(request)
  const proof = proofOf(request, protocol, house)
  let response: RawResponse
  try {
    const settled = await house.directory.settle((view) => judge({ request, protocol, proof, record }, view, house))
    if ('change' in settled) response = await perform(settled, house)
    else if ('compute' in settled)
      response = settled.render(await house.computations.run(settled.caller, settled.compute))
    else response = settled
  } catch (thrown) {
    const error = toServiceError(thrown)
    record.error = error.code
    if (error.cause !== undefined || error.code === 'InternalFailure')
      house.fault(record.requestId, error.cause ?? thrown)
    const rendered = protocols[protocol].renderError(error, request, record.service ?? proof.service, record.requestId)
    response = withReason(rendered, error)
  }
  if (record.use !== undefined) house.lastUsed.note(record.use.seq, record.use.use)
  house.observe(record, response.status)
  return response
}

interface Call {
  readonly request: RawRequest
  readonly protocol: ProtocolName
  readonly proof: Proof
  readonly record: CallRecord
}

/** A change that was judged once: what it needs prepared, then the writer. */
interface Judged {
  readonly change: Change
  readonly prepare: (() => Promise<unknown>) | undefined
  readonly after: (() => void) | undefined
}

/** A long read that was judged: what it computes, and how that is answered. */
interface LongRead {
  /** The unique id of who waits. */
  readonly caller: string
  compute(): Promise<unknown>
  render(result: unknown): RawResponse
}

/** Judges a call over one state, and answers it there if it is a read. Synchronous; it may run again from the start. */
function judge({ request, protocol, proof, record }: Call, view: View, house: House): RawResponse | Judged | LongRead {
  // What an earlier run noted belongs to another state.
  record.service = record.operation = record.caller = record.use = undefined
  const proven = proof.prove(view) // Rules 1–16: who calls. No input is read.
  record.service = proof.service
  record.use = proven.use
  const caller = (record.caller = proven.caller) as Caller // A step of signing in has none, and never looks at it.
  const { operation: model, input } = protocols[protocol].readCall(request, proof.service) // Rules 17–19.
  record.operation = model
  const operation = findOperation(model.service, model.name)
  if (operation === undefined) throw notImplemented(model.name)
  const facts = new RequestFacts(request, record.requestId, proven)
  const checked = { input: input as never, caller, view, facts }
  const requirement = operation.requires(checked)
  if (requirement !== nothing) authorize(caller, facts, requirement, view, house.keyRing) // Rule 20.
  const target = (requirement === nothing ? undefined : requirement.target()) as never // Rule 21: what is named is there.
  const aside = beginAside()
  const { now } = view
  // Written out: to spread one object into another costs more than all of this.
  const reading = { input: input as never, caller, view, facts, target, aside, now, means: house, fault }
  const render = (result: unknown) =>
    withAside(protocols[protocol].renderResult(model, result, record.requestId), aside, proven.browser)
  if (operation.compute !== undefined)
    return { caller: uniqueId(caller.principal), compute: operation.compute(reading), render }
  const result = operation.answer === undefined ? takesChange : operation.answer(reading)
  if (result !== takesChange) return render(result)
  const { service, name } = model
  const { credential } = proven
  const change = { credential, protocol, service, operation: name, input, prepared: undefined, facts: facts.plain() }
  const after = operation.after && (() => operation.after?.({ caller, facts: change.facts, means: house }))
  return { change, prepare: operation.prepare?.(reading), after }
}

async function perform({ change, prepare, after }: Judged, house: House): Promise<RawResponse> {
  const response = await house.changes.perform(
    prepare === undefined ? change : { ...change, prepared: await prepare() },
  )
  after?.()
  return response
}

/** The facts of a request. Its headers are looked at only where a condition or a change asks. */
class RequestFacts implements CallFacts {
  readonly requestId: string
  readonly region: string
  readonly browser: Browser | undefined
  readonly #request: RawRequest

  constructor(request: RawRequest, requestId: string, { region, browser }: Proven) {
    this.#request = request
    this.requestId = requestId
    this.region = region
    this.browser = browser
  }

  get sourceIp(): string | undefined {
    return this.#request.sourceIp
  }

  get secure(): boolean {
    return this.#request.secure
  }

  get userAgent(): string | undefined {
    return header(this.#request, 'user-agent')?.slice(0, limits.userAgentMax)
  }

  get referer(): string | undefined {
    return header(this.#request, 'referer')?.slice(0, limits.userAgentMax)
  }

  get host(): string | undefined {
    return header(this.#request, 'host')
  }

  /** The same as data, for the writer. */
  plain(): CallFacts {
    const { requestId, region, sourceIp, secure, userAgent, referer, host, browser } = this
    return { requestId, region, sourceIp, secure, userAgent, referer, host, browser }
  }
}

/** Why, for who may know, in a header of every protocol. A body is read by whoever was refused, and may be kept or shown. */
function withReason(response: RawResponse, { sealedReason }: ServiceError): RawResponse {
  if (sealedReason === undefined) return response
  return { ...response, headers: [...response.headers, 'x-keyward-authorization-message', sealedReason] }
}

function toServiceError(thrown: unknown): ServiceError {
  if (thrown instanceof ServiceError) return thrown
  return thrown instanceof DatabaseError || thrown instanceof KeyRingError
    ? new ServiceError('ServiceUnavailable', 'The service is unavailable. Please try again.', { cause: thrown })
    : new ServiceError('InternalFailure', 'The request could not be processed because of an internal failure.', {
        cause: thrown,
      })
}
