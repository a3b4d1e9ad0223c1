import type { LastUsedNotes } from './audit/last-used.ts'
import { beginRecord, type CallRecord } from './audit/record.ts'
import { CallSignature } from './authn/authenticate.ts'
import type { SigningKeys } from './authn/signing-keys.ts'
import { authorize } from './authz/authorize.ts'
import { nothing } from './authz/requirement.ts'
import type { Directory } from './directory/directory.ts'
import type { View } from './directory/view.ts'
import type { CallFacts } from './domain/caller.ts'
import { header, type RawRequest, type RawResponse } from './domain/http.ts'
import { mintRequestId } from './domain/ids.ts'
import { limits } from './domain/limits.ts'
import { ServiceError } from './errors.ts'
import { fault, type Aside, type Settings } from './operations/operation.ts'
import { findOperation } from './operations/table.ts'
import type { OperationModel } from './protocol/protocol.ts'
import { query } from './protocol/query/index.ts'
import { KeyRingError } from './secrets/key-ring.ts'
import type { KeyRing } from './secrets/key-ring.ts'
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
  readonly settings: Settings
  /** For the operator's eyes alone: nothing of the fault reaches the caller. */
  fault(requestId: string, error: unknown): void
  observe(record: CallRecord, status: number): void
}

/** One call, start to finish. The order of these lines is the order of refusals: docs/order-of-checks.md. */
export async function dispatch(request: RawRequest, house: House): Promise<RawResponse> {
  const record = beginRecord(mintRequestId())
  const signature = new CallSignature(request)
  let response: RawResponse
  try {
    const settled = await house.directory.settle((view) => judge(request, signature, record, view, house))
    response = 'change' in settled ? await house.changes.perform(settled.change) : settled
  } catch (thrown) {
    const error = toServiceError(thrown)
    record.error = error.code
    if (error.cause !== undefined || error.code === 'InternalFailure')
      house.fault(record.requestId, error.cause ?? thrown)
    response = query.renderError(error, request, record.service, record.requestId)
  }
  if (record.use !== undefined) house.lastUsed.note(record.use.seq, record.use.use)
  house.observe(record, response.status)
  return response
}

/** Judges a call over one state, and answers it there if it is a read. Synchronous; it may run again from the start. */
function judge(
  request: RawRequest,
  signature: CallSignature,
  record: CallRecord,
  view: View,
  house: House,
): RawResponse | { change: Change } {
  // What an earlier run noted belongs to another state.
  record.service = record.operation = record.caller = record.use = undefined
  const proof = signature.read(view.now) ?? refuseUnsigned(request) // Rules 1–13: nothing is looked up, no input read.
  record.service = proof.service as CallRecord['service']
  const { key, caller } = signature.authenticate(proof, house.signingKeys, view) // Rules 14–16.
  record.caller = caller
  record.use = { seq: key.seq, use: { at: view.now, service: proof.service, region: proof.region } }
  const { operation: model, input } = query.readCall(request, record.service) // Rules 17–19.
  record.operation = model
  const operation = findOperation(model.service, model.name)
  if (operation === undefined) throw notImplemented(model)
  const facts = new RequestFacts(request, record.requestId, proof.region)
  const checked = { input: input as never, caller, view, facts }
  const requirement = operation.requires(checked)
  if (requirement !== nothing) authorize(caller, facts, requirement, view) // Rule 20.
  const target = requirement === nothing ? undefined : requirement.target() // Rule 21: what is named is there.
  if (operation.answer === undefined) {
    const { service, name } = model
    const credential = { type: 'AccessKey', id: caller.accessKeyId } as const
    return { change: { credential, service, operation: name, input, prepared: undefined, facts: facts.plain() } }
  }
  const aside: Aside = { cookies: [], events: [] }
  const result = operation.answer({ ...checked, target: target as never, aside, now: view.now, means: house, fault })
  return query.renderResult(model, result, record.requestId)
}

/** Without a signature only the operations that are called so go on; a stranger hears nothing of any other. */
function refuseUnsigned(request: RawRequest): never {
  if (query.unsignedOperation(request) !== undefined) throw notImplemented(query.readCall(request, undefined).operation)
  if (!query.namesOperation(request)) throw new ServiceError('NoOperationNamed', 'No Action was named')
  throw new ServiceError('MissingAuthenticationToken', 'Request is missing Authentication Token')
}

const notImplemented = ({ name }: OperationModel): ServiceError =>
  new ServiceError('NotImplemented', `${name} is not implemented.`)

/** The facts of a request. Its headers are looked at only where a condition or a change asks. */
class RequestFacts implements CallFacts {
  readonly requestId: string
  readonly region: string
  readonly browser = undefined
  readonly #request: RawRequest

  constructor(request: RawRequest, requestId: string, region: string) {
    this.#request = request
    this.requestId = requestId
    this.region = region
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

function toServiceError(thrown: unknown): ServiceError {
  if (thrown instanceof ServiceError) return thrown
  return thrown instanceof DatabaseError || thrown instanceof KeyRingError
    ? new ServiceError('ServiceUnavailable', 'The service is unavailable. Please try again.', { cause: thrown })
    : new ServiceError('InternalFailure', 'The request could not be processed because of an internal failure.', {
        cause: thrown,
      })
}
