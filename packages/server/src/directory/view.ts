import type { Head } from '../store/head.ts'
import type { Lookup } from '../store/lookup.ts'

/** What is true at one state, as a call sees it. Everything it gives is of one (n, nonce). */
export interface View {
  readonly head: Head
  /** The time of the call, by the database's clock: milliseconds since the epoch. */
  readonly now: number
  get<Args, Value>(lookup: Lookup<Args, Value>, args: Args): Value
  /** What follows from the state alone (never from `now`): computed once a state and key. */
  derive<Value>(compute: (key: string, view: View) => Value, key: string): Value
}

/** Thrown where a row is asked for that has not been read: the row is read, and the judgement begins anew. Not an error. */
export class Unread {
  readonly lookup: Lookup<never, unknown>
  readonly args: unknown

  constructor(lookup: Lookup<never, unknown>, args: unknown) {
    this.lookup = lookup
    this.args = args
  }
}

type Read = (lookup: Lookup<never, unknown>, args: never) => readonly unknown[]

/** All that a process has read at one (n, nonce), and what it derived from that. Dropped whole when the head has moved. */
export class State {
  readonly head: Head
  #rows: Map<object, Map<string, unknown>> | undefined
  /** What many keys have alike, by its rows as text. */
  #alike: Map<object, Map<string, unknown>> | undefined
  #weight = 0
  readonly #rowsMax: number

  constructor(head: Head, rowsMax: number) {
    this.head = head
    this.#rowsMax = rowsMax
  }

  get weight(): number {
    return this.#weight
  }

  is(head: Head): boolean {
    return this.head.n === head.n && this.head.nonce === head.nonce
  }

  find(kind: object, key: string): unknown {
    return this.#rows?.get(kind)?.get(key)
  }

  /** `weight`: how many common rows it takes the room of. */
  keep(kind: object, key: string, value: unknown, weight = 1): void {
    this.#weight += weight
    // Emptied, not trimmed: what is read again is read at the same state.
    if (this.#weight > this.#rowsMax) {
      this.#rows = this.#alike = undefined
      this.#weight = weight
    }
    put((this.#rows ??= new Map()), kind, key, value)
  }

  findAlike(kind: object, rows: string): unknown {
    return this.#alike?.get(kind)?.get(rows)
  }

  keepAlike(kind: object, rows: string, value: unknown): void {
    put((this.#alike ??= new Map()), kind, rows, value)
  }
}

function put(all: Map<object, Map<string, unknown>>, kind: object, key: string, value: unknown): void {
  let values = all.get(kind)
  if (values === undefined) all.set(kind, (values = new Map()))
  values.set(key, value)
}

/** A page of a thousand users, or a long policy, is not one row of the limit's. */
function weightOf(rows: readonly unknown[]): number {
  let characters = 0
  for (const row of rows) {
    for (const value of Object.values(row as object)) if (typeof value === 'string') characters += value.length
  }
  return 1 + rows.length + Math.floor(characters / rowCharacters)
}

const rowCharacters = 256

/** An absence that was read, as against a row that was not. */
const absent = Symbol('absent')

/** One call's view of a state. Rows that no state may hold (volatile lookups) stay with the call. */
export class CallView implements View {
  readonly now: number
  readonly #state: State
  readonly #own: State
  readonly #read: Read | undefined

  /** Without `read` a missing row is thrown as Unread. */
  constructor(state: State, now: number, own: State, read?: Read) {
    this.#state = state
    this.now = now
    this.#own = own
    this.#read = read
  }

  get head(): Head {
    return this.#state.head
  }

  get<Args, Value>(lookup: Lookup<Args, Value>, args: Args): Value {
    const found = (lookup.volatile ? this.#own : this.#state).find(lookup, lookup.key(args))
    // Values come out as their own lookup decoded them.
    if (found !== undefined) return (found === absent ? undefined : found) as Value
    if (this.#read === undefined) throw new Unread(lookup, args)
    return this.add(lookup, args, this.#read(lookup, args as never))
  }

  derive<Value>(compute: (key: string, view: View) => Value, key: string): Value {
    const found = this.#state.find(compute, key)
    if (found !== undefined) return found as Value
    const value = compute(key, this)
    this.#state.keep(compute, key, value)
    return value
  }

  /** Puts in what was read at this view's (n, nonce). */
  add<Args, Value>(lookup: Lookup<Args, Value>, args: Args, rows: readonly unknown[]): Value {
    const home = lookup.volatile ? this.#own : this.#state
    if (lookup.shared) return this.#addShared(lookup, args, rows, home)
    const value = lookup.decode(rows)
    home.keep(lookup, lookup.key(args), value === undefined ? absent : value, weightOf(rows))
    return value
  }

  /** What another key has alike costs no more than a reference to it; the first pays for the rows, and for their text. */
  #addShared<Args, Value>(lookup: Lookup<Args, Value>, args: Args, rows: readonly unknown[], home: State): Value {
    const text = JSON.stringify(rows)
    const known = home.findAlike(lookup, text)
    if (known !== undefined) {
      home.keep(lookup, lookup.key(args), known)
      return known as Value
    }
    const value = lookup.decode(rows)
    home.keep(lookup, lookup.key(args), value, 2 * weightOf(rows))
    home.keepAlike(lookup, text, value)
    return value
  }
}
