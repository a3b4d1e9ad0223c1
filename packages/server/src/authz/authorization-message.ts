import {
  contextKeysOf,
  type CompiledPolicy,
  type ContextValues,
  type Decision,
  type PolicySetName,
} from '@keyward/policy'
import type { View } from '../directory/view.ts'
import { limits } from '../domain/limits.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { sealedOverhead } from '../secrets/sealing.ts'
import { dataKeys } from '../store/data-keys.ts'
import { contextKeys, type ContextValue } from './context-keys.ts'
import type { AppliedPolicies } from './policies.ts'

/** A refusal as its reason is sealed: docs/decisions/0015-sealed-reasons.md. */
export interface Refusal {
  readonly account: string
  /** `AIDA…`, or the account's id for root. */
  readonly principalId: string
  readonly action: string
  readonly resource: string
  /** The resource is all that begin so. */
  readonly onEvery: boolean
  readonly decision: Decision
  readonly applied: AppliedPolicies | undefined
  readonly context: ContextValues
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** A deciding statement: its document, and its place in it. */
export interface DecidingStatement {
  /** SHA-256 of the document's text, in hex. */
  readonly hash: string
  readonly index: number
}

/** A reason, opened. */
export interface AuthorizationMessage {
  readonly at: number
  readonly principalId: string
  readonly action: string
  readonly resource: string
  readonly onEvery: boolean
  readonly effect: Exclude<Decision['effect'], 'Allow'>
  readonly set: PolicySetName | undefined
  readonly statements: readonly DecidingStatement[]
  /** Values by the keys' names in lower case; undefined: the call had none. A key that is not there was not kept. */
  readonly context: ReadonlyMap<string, ContextValue>
  /** What there was no room for. */
  readonly left: { readonly context: boolean; readonly statements: number; readonly resource: boolean }
}

/** The form in which it is sealed. Names are short: all has to fit. */
interface Written {
  /** The format. */
  readonly v: 1
  readonly t: number
  readonly p: string
  readonly a: string
  readonly r: string
  /** On every resource that begins so. */
  readonly y: 0 | 1
  readonly d: 0 | 1
  readonly s?: PolicySetName
  /** Documents by their hashes in base64url, and the places of their statements. */
  readonly m: readonly (readonly [string, ...number[]])[]
  /** Condition keys by their names in lower case, and their values; null: the call had none. */
  readonly c: readonly (readonly [string, string | readonly string[] | null])[]
  /** Left out: of the context, statements, of the resource. */
  readonly x?: readonly [0 | 1, number, 0 | 1]
  /** Spaces: every reason is as long as every other, and its length tells nothing. */
  z: string
}

const purpose = 'authorization-message'

/** Base64url makes four characters of three bytes. */
const plainBytes = (limits.authorizationMessageCharacters / 4) * 3 - sealedOverhead

/**
 * Seals the reason of a refusal, so that only the account of who was denied opens it. What does not fit is left out: of the context first,
 * then statements from the last on, then the end of the resource. Throws KeyRingError.
 */
export function sealReason(refusal: Refusal, keyRing: KeyRing, view: View): string {
  const written = write(refusal)
  return keyRing.sealFor(purpose, written, refusal.account, view.get(dataKeys, {}))
}

/** Opens a reason that was sealed for this account. Undefined for all else, and where its data key has gone. */
export function openReason(
  text: string,
  account: string,
  keyRing: KeyRing,
  view: View,
): AuthorizationMessage | undefined {
  const opened = keyRing.openFor(purpose, text, account, view.get(dataKeys, {}))
  // What opens was written below.
  return opened === undefined ? undefined : read(opened as Written, account)
}

function write(refusal: Refusal): Written {
  const { principalId, action, onEvery, decision, at } = refusal
  const [resource, resourceCut] = cut(refusal.resource, limits.authorizationMessageResourceBytesMax)
  const fixed: Omit<Written, 'm' | 'c' | 'x' | 'z'> = {
    v: 1,
    t: at,
    p: principalId,
    a: action,
    r: resource,
    y: onEvery ? 1 : 0,
    d: decision.effect === 'ExplicitDeny' ? 1 : 0,
    ...(decision.set === undefined ? {} : { s: decision.set }),
  }
  const empty: Written = { ...fixed, m: [], c: [], x: [1, decision.statements.length, 1], z: '' }
  const room = plainBytes - byteLength(empty)
  const statements = statementsThatFit(refusal, room)
  const context = contextThatFits(refusal, room - statements.bytes)
  const whole = !context.cut && statements.left === 0 && !resourceCut
  const written: Written = {
    ...fixed,
    m: statements.kept,
    c: context.kept,
    ...(whole ? {} : { x: [context.cut ? 1 : 0, statements.left, resourceCut ? 1 : 0] }),
    z: '',
  }
  written.z = ' '.repeat(plainBytes - byteLength(written))
  return written
}

const byteLength = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

/** The beginning of a text that takes at most so many bytes in JSON, and whether that is not all of it. */
function cut(text: string, bytesMax: number): readonly [kept: string, cut: boolean] {
  let kept = text.slice(0, bytesMax)
  // A unit takes six bytes at most.
  for (let over = 1; over > 0; kept = kept.slice(0, kept.length - Math.ceil(Math.max(over, 0) / 6))) {
    over = byteLength(kept) - bytesMax
  }
  return [kept, kept.length < text.length]
}

interface Fitting<Kept> {
  readonly kept: Kept
  readonly bytes: number
  /** How many there was no room for. */
  readonly left: number
}

function statementsThatFit({ decision, applied }: Refusal, room: number): Fitting<[string, ...number[]][]> {
  const kept: [string, ...number[]][] = []
  let bytes = 0
  let left = 0
  let document: string | undefined
  // Looked up once: they are made when they are asked for, and a refusal may name hundreds of statements.
  const sources = applied?.sources
  for (const { set, policy, statement } of decision.statements) {
    const hash = sources?.[set]?.[policy]?.hash
    const last = hash !== undefined && hash === document ? kept.at(-1) : undefined
    // A hash takes 43 characters, marks and commas around it 5, a place as many as its digits and a comma.
    const more = (last === undefined ? 48 : 0) + 1 + String(statement).length
    if (hash === undefined || left > 0 || bytes + more > room) {
      left++
      continue
    }
    bytes += more
    document = hash
    if (last === undefined) kept.push([Buffer.from(hash, 'hex').toString('base64url'), statement])
    else last.push(statement)
  }
  return { kept, bytes, left }
}

function contextThatFits(refusal: Refusal, room: number) {
  const kept: Written['c'][number][] = []
  let bytes = 0
  let cut = false
  for (const key of recordedKeys(refusal)) {
    const value = refusal.context.get(key) ?? null
    // Beside the two stand brackets and commas.
    const more = byteLength(key) + byteLength(value) + 4
    if (bytes + more > room) cut = true
    else {
      kept.push([key, value])
      bytes += more
    }
  }
  return { kept, cut }
}

/** Those that every reason tells, but what follows from the rest of it; families are told where a policy asks. */
const toldKeys = contextKeys
  .filter(({ name, known }) => known === undefined && !name.endsWith('/'))
  .map(({ name }) => name.toLowerCase())

/** The keys whose values are sealed: first those that the policies ask for, present or not, then those that are there in any case. */
function recordedKeys({ applied, context }: Refusal): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const policies of Object.values(applied?.sets ?? {})) {
    for (const policy of policies.flat()) {
      for (const key of askedKeys(policy)) {
        if (keys.size >= limits.authorizationMessageKeysMax) break
        if (!isKnown(key)) keys.add(key)
      }
    }
  }
  for (const key of toldKeys) if (context.get(key) !== undefined) keys.add(key)
  return keys
}

const knownKeys = contextKeys.flatMap(({ name, known }) =>
  known === undefined ? [] : [[name.toLowerCase(), known] as const],
)
const knownNames = new Set(knownKeys.map(([key]) => key))
const isKnown = (key: string): boolean => knownNames.has(key)

/** Once a document: a flood of refusals asks for them again and again. */
const askedByPolicy = new WeakMap<CompiledPolicy, readonly string[]>()

function askedKeys(policy: CompiledPolicy): readonly string[] {
  let keys = askedByPolicy.get(policy)
  if (keys === undefined) {
    keys = contextKeysOf(policy.document).map((key) => key.toLowerCase())
    askedByPolicy.set(policy, keys)
  }
  return keys
}

function read(
  { t: at, p: principalId, a: action, r: resource, y, d, s: set, m, c, x }: Written,
  account: string,
): AuthorizationMessage {
  const known = { at, account, principalId }
  return {
    at,
    principalId,
    action,
    resource,
    onEvery: y === 1,
    effect: d === 1 ? 'ExplicitDeny' : 'ImplicitDeny',
    set,
    statements: m.flatMap(([hash, ...places]) => {
      const hex = Buffer.from(hash, 'base64url').toString('hex')
      return places.map((index) => ({ hash: hex, index }))
    }),
    context: new Map([
      ...c.map(([key, value]): [string, ContextValue] => [key, value ?? undefined]),
      ...knownKeys.map(([key, value]): [string, ContextValue] => [key, value(known)]),
    ]),
    left: { context: x?.[0] === 1, statements: x?.[1] ?? 0, resource: x?.[2] === 1 },
  }
}
