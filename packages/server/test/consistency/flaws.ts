import { changeEvent, storedEvents } from '../../src/audit/event.ts'
import type { Heads } from '../../src/directory/head-queries.ts'
import { settleInTransaction } from '../../src/directory/settle-in-transaction.ts'
import type { View } from '../../src/directory/view.ts'
import type { Caller } from '../../src/domain/caller.ts'
import { findCaller } from '../../src/authn/find-caller.ts'
import { authorize } from '../../src/authz/authorize.ts'
import { nothing } from '../../src/authz/requirement.ts'
import type { GroupId } from '../../src/domain/ids.ts'
import { fault } from '../../src/operations/operation.ts'
import { findOperation } from '../../src/operations/table.ts'
import { beginAside } from '../../src/operations/aside.ts'
import { query } from '../../src/protocol/query/index.ts'
import type { KeyRing } from '../../src/secrets/key-ring.ts'
import { accessKeyById } from '../../src/store/access-keys.ts'
import { boundaryFor, inlinePoliciesFor, managedPoliciesFor } from '../../src/store/identity-policies.ts'
import { groupPolicies, userPolicies } from '../../src/store/inline-policies.ts'
import type { HeadAnswer, PostgresReads } from '../../src/store/postgres-reads.ts'
import { storeIn } from '../../src/store/store.ts'
import type { Change } from '../../src/writer/change.ts'
import type { Perform } from './gated.ts'
import type { Flaw, PostgresRig } from './rig.ts'

/** A call joins the head query that is under way. */
export const sharesTheHeadQueryInFlight: Flaw = {
  heads(ask): Heads {
    let inFlight: Promise<HeadAnswer> | undefined
    return {
      next: () =>
        (inFlight ??= ask().finally(() => {
          inFlight = undefined
        })),
    }
  },
}

/** The reads of a process, some of them replaced. */
const readsWith = (change: (reads: PostgresReads) => Partial<PostgresReads>) => (reads: PostgresReads) => ({
  head: () => reads.head(),
  fetch: (asked: Parameters<PostgresReads['fetch']>[0]) => reads.fetch(asked),
  snapshot: <Value>(body: Parameters<typeof reads.snapshot<Value>>[0]) => reads.snapshot(body),
  close: () => reads.close(),
  ...change(reads),
})

/** The head that belongs to the rows is asked for in a statement of its own. */
export const readsTheHeadBesideTheRows = (when: 'before' | 'after'): Flaw => ({
  reads: readsWith((reads) => ({
    async fetch(asked) {
      const early = await reads.head()
      const { results } = await reads.fetch(asked)
      return { head: when === 'before' ? early.head : (await reads.head()).head, results }
    },
  })),
})

/** Remembers the head that was answered last. */
function withLastHead(use: (last: HeadAnswer | undefined, reads: PostgresReads) => Partial<PostgresReads>): Flaw {
  return {
    reads: readsWith((reads) => {
      let last: HeadAnswer | undefined
      return {
        async head() {
          const replaced = use(last, reads).head
          return (last = await (replaced ?? reads.head)())
        },
        fetch: (asked) => (use(last, reads).fetch ?? reads.fetch)(asked),
      }
    }),
  }
}

/** States are told apart by n alone. */
export const knowsNoNonce: Flaw = withLastHead((last, reads) => ({
  async fetch(asked) {
    const { head, results } = await reads.fetch(asked)
    return { head: { ...head, nonce: last?.head.n === head.n ? last.head.nonce : head.nonce }, results }
  },
}))

/** A row joins whatever view waits for it. */
export const usesRowsOverAnotherView: Flaw = withLastHead((last, reads) => ({
  async fetch(asked) {
    const { head, results } = await reads.fetch(asked)
    return { head: last?.head ?? head, results }
  },
}))

/** The time is read when the head has moved. */
export const keepsNowWhileNStands: Flaw = withLastHead((last, reads) => ({
  async head() {
    const answer = await reads.head()
    return answer.head.n === last?.head.n ? last : answer
  },
}))

/** The time is the process's own, read when the head is there. */
export const readsTheClockAfterTheHead: Flaw = {
  reads: readsWith((reads) => ({
    async head() {
      const { head } = await reads.head()
      return { head, now: Date.now() }
    },
  })),
}

type Get = View['get']

/** A house that sees some of its rows otherwise than they are. */
const sees = (otherwise: (view: View) => Get): Flaw => {
  const seenBy = (view: View): View => ({
    head: view.head,
    now: view.now,
    get: otherwise(view),
    derive: (compute, key) => compute(key, seenBy(view)),
  })
  return {
    directory: (directory) => ({
      settle: (judge) => directory.settle((view) => judge(seenBy(view))),
      close: () => directory.close(),
    }),
  }
}

/** A policy that is referred to and has no body counts as none. */
export const takesAnAbsentBodyAsNoPolicy = sees((view) => (lookup, args) => {
  const value = view.get(lookup, args)
  if ((lookup as unknown) !== inlinePoliciesFor) return value
  const { userId } = args as unknown as Parameters<typeof inlinePoliciesFor.key>[0]
  const policies = value as unknown as ReturnType<typeof inlinePoliciesFor.decode>
  const present = policies.filter(({ groupId, name }) => {
    const nameKey = name.toLowerCase()
    const body =
      groupId === ''
        ? view.get(userPolicies.one, { owner: userId, nameKey })
        : view.get(groupPolicies.one, { owner: groupId as GroupId, nameKey })
    return body !== undefined
  })
  return present as unknown as typeof value
})

/** A managed policy that is attached and gone counts as none. */
export const takesAnAbsentManagedPolicyAsNone = sees((view) => (lookup, args) => {
  const value = view.get(lookup, args)
  if ((lookup as unknown) !== managedPoliciesFor) return value
  const policies = value as unknown as ReturnType<typeof managedPoliciesFor.decode>
  return policies.filter(({ hash }) => hash !== null) as unknown as typeof value
})

/** A boundary whose policy is gone bounds nobody. */
export const takesAnAbsentBoundaryAsNone = sees((view) => (lookup, args) => {
  const value = view.get(lookup, args)
  if ((lookup as unknown) !== boundaryFor) return value
  const bound = value as unknown as ReturnType<typeof boundaryFor.decode>
  return (bound?.hash === null ? undefined : bound) as unknown as typeof value
})

/** The target that the first judgement found is the one that is worked on. */
export function usesTheFirstTarget(): Flaw {
  const targets = new Map<string, unknown>()
  return {
    directory: (directory) => ({
      settle: (judge) =>
        directory.settle((view) => {
          const settled = judge(view)
          const change = changeIn(settled)
          if (change !== undefined) targets.set(change.facts.requestId, judgedAgain(change, view, undefined).target)
          return settled
        }),
      close: () => directory.close(),
    }),
    perform: (rig) =>
      performWith(rig, (change, view) => ({
        ...judgedAgain(change, view, rig.house.house.keyRing),
        target: targets.get(change.facts.requestId),
      })),
  }
}

const changeIn = (settled: unknown): Change | undefined =>
  typeof settled === 'object' && settled !== null && 'change' in settled ? (settled.change as Change) : undefined

/** Nobody asks again whether the caller may. */
export const judgesOnce: Flaw = {
  perform: (rig) => performWith(rig, (change, view) => judgedAgain(change, view, undefined)),
}

/** The key is read in the statement that takes the head: its snapshot is from before the wait. */
export function readsTheKeyWithTheHead(): Flaw {
  const active = new Set<string>()
  return {
    async beforeTheWait(client) {
      const { rows } = await client.query<{ id: string }>("select id from access_key where status = 'Active'")
      active.clear()
      for (const { id } of rows) active.add(id)
    },
    perform: (rig) =>
      performWith(rig, (change, view) =>
        judgedAgain(change, view, active.has(idOf(change)) ? undefined : rig.house.house.keyRing),
      ),
  }
}

const idOf = ({ credential }: Change): string => (credential.type === 'AccessKey' ? credential.id : '')

interface Judged {
  readonly caller: Caller
  readonly target: unknown
}

/** Without a key ring whether the caller may is not asked. */
function judgedAgain(change: Change, view: View, keyRing: KeyRing | undefined): Judged {
  const { service, operation: name, input, facts } = change
  const accessKeyId = idOf(change)
  const operation = findOperation(service, name)
  const key = view.get(accessKeyById, { id: accessKeyId })
  if (operation === undefined || key === undefined) throw new Error(`${name} by ${accessKeyId} cannot be judged`)
  if (keyRing !== undefined && key.status !== 'Active') throw fault('InvalidClientTokenId', 'inactive')
  const caller = findCaller(key, view)
  const requirement = operation.requires({ input: input as never, caller, view, facts })
  if (requirement === nothing) return { caller, target: undefined }
  if (keyRing !== undefined) authorize(caller, facts, requirement, view, keyRing)
  return { caller, target: requirement.target() }
}

/** As performChange does it, but for the judgement. */
function performWith(rig: PostgresRig, judge: (change: Change, view: View) => Judged): Perform {
  const { keyRing, settings } = rig.house.house
  return async (tx, head, change) => {
    const { service, operation: name, facts } = change
    const operation = findOperation(service, name)
    if (operation?.run === undefined) throw new Error(`${name} is not a change`)
    const { caller, target } = await settleInTransaction(tx, head, head.at, (view) => judge(change, view))
    const store = storeIn(tx, keyRing)
    const input = change.input as never
    const result = await operation.run({
      input,
      caller,
      target: target as never,
      facts,
      prepared: undefined as never,
      aside: beginAside(),
      store,
      settle: (judge) => settleInTransaction(tx, head, head.at, judge),
      keyRing,
      now: head.at,
      settings,
      fault,
    })
    const event = changeEvent({ caller, facts, operation: operation.model, input, result })
    for (const stored of storedEvents([event], head)) await store.events.insert(stored)
    await store.head.remember(head)
    return query.renderResult(operation.model, result, facts.requestId)
  }
}
