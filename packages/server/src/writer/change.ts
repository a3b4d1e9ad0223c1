import { changeEvent, storedEvents } from '../audit/event.ts'
import { callerOf } from '../authn/credential.ts'
import { authorize } from '../authz/authorize.ts'
import { nothing } from '../authz/requirement.ts'
import { settleInTransaction } from '../directory/settle-in-transaction.ts'
import type { CallFacts, Caller, Credential } from '../domain/caller.ts'
import type { RawResponse } from '../domain/http.ts'
import { limits } from '../domain/limits.ts'
import { beginAside, withAside } from '../operations/aside.ts'
import { fault, type Settings } from '../operations/operation.ts'
import { findOperation } from '../operations/table.ts'
import type { ServiceName } from '../protocol/protocol.ts'
import { protocols, type ProtocolName } from '../protocol/protocols.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import type { Head } from '../store/head.ts'
import { storeIn } from '../store/store.ts'
import type { Transaction } from '../store/transaction.ts'

/** A change that was judged once and is to be done: plain data, it crosses to the writer's thread. No secret is in it but a password that was typed. */
export interface Change {
  /** What proved the caller. */
  readonly credential: Credential
  /** How the answer is rendered. */
  readonly protocol: ProtocolName
  readonly service: ServiceName
  readonly operation: string
  /** Checked against the model. */
  readonly input: unknown
  /** What the operation's `prepare` gave. */
  readonly prepared: unknown
  readonly facts: CallFacts
}

/**
 * Does a change inside its transaction, whose head row was just taken: judges it anew from rows of this transaction, runs it, renders
 * its answer, writes its event. Nothing of the first judgement enters. Throws what refuses it; the transaction is then rolled back.
 */
export async function performChange(
  tx: Transaction,
  head: Head,
  { credential, protocol, service, operation: name, input, prepared, facts }: Change,
  { keyRing, settings }: { keyRing: KeyRing; settings: Settings },
): Promise<RawResponse> {
  const operation = findOperation(service, name)
  if (operation?.run === undefined) throw new Error(`${service}:${name} is not a change`)
  const { caller, target } = await settleInTransaction(tx, head, head.at, (view) => {
    // Steps of signing in are called by nobody, and never look at the caller.
    const judged = callerOf(credential, view) as Caller
    const requirement = operation.requires({ input: input as never, caller: judged, view, facts })
    if (requirement === nothing) return { caller: judged, target: undefined }
    authorize(judged, facts, requirement, view, keyRing)
    return { caller: judged, target: requirement.target() }
  })
  const store = storeIn(tx, keyRing)
  const aside = beginAside()
  const result = await operation.run({
    input: input as never,
    caller,
    target: target as never,
    facts,
    prepared: prepared as never,
    aside,
    store,
    settle: (judge) => settleInTransaction(tx, head, head.at, judge),
    keyRing,
    now: head.at,
    settings,
    fault,
  })
  const rendered = protocols[protocol].renderResult(operation.model, result, facts.requestId)
  const events =
    credential.type === 'None'
      ? aside.events
      : [changeEvent({ caller, facts, operation: operation.model, input, result })]
  for (const event of storedEvents(events, head)) await store.events.insert(event)
  await store.head.remember(head)
  if (head.n % 256 === 0) await store.head.forget(head.at - limits.historyKept)
  return withAside(rendered, aside, facts.browser)
}
