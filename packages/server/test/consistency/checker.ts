import type { Effect, Ledger, State, TableName } from './ledger.ts'
import { answerNaively, difference } from './naive.ts'
import { describeEffect } from './naive-rows.ts'
import { codeOf, requestIdOf, type Call } from './trace.ts'

/** Three, and the snapshot of its own. On SQLite two are enough. */
const startsMax = 4

const isChange = (call: Call): boolean => !/^(Get|List)/.test(call.action)
/** The answer says nothing of the database: it was away, or was overtaken too often. */
const unavailable = (call: Call): boolean => codeOf(call) === 'ServiceUnavailable'

/** Everything that calls were promised and did not get, in words. Empty where every answer belongs to one state and none was stale. */
export async function violations(calls: readonly Call[], ledger: Ledger): Promise<readonly string[]> {
  const states = await ledger.states()
  const found = new Check(calls, states).run()
  return [...found, ...(await rowsDiffer(ledger, states))]
}

const answers = (call: Call, state: State, now: number): boolean =>
  difference(call, answerNaively(state, call, now)) === undefined

/** What the database noted and what is in it must be the same: otherwise the replay proves nothing. */
async function rowsDiffer(ledger: Ledger, states: ReadonlyMap<number, State>): Promise<readonly string[]> {
  const now = await ledger.now()
  const last = states.get(now.n)
  const plain = (state: State | undefined) =>
    JSON.stringify(
      Object.entries(state?.tables ?? {}).map(([name, rows]) => [
        name,
        [...rows]
          .map(([key, row]) => [key, Object.entries(row).sort()])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      ]),
    )
  return plain(now) === plain(last) && now.nonce === last?.nonce
    ? []
    : [`replay: the rows of ${now.n} are not those that were noted`]
}

/** At each moment the highest n so far. */
type Rising = readonly (readonly [at: bigint, n: number])[]

function rising(moments: readonly (readonly [at: bigint, n: number])[]): Rising {
  let highest = 0
  return moments
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, n]) => [at, (highest = Math.max(highest, n))] as const)
}

function highestBefore(moments: Rising, at: bigint): number | undefined {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle]?.[0] ?? at) < at) low = middle + 1
    else high = middle
  }
  return moments[low - 1]?.[1]
}

class Check {
  readonly #calls: readonly Call[]
  readonly #states: ReadonlyMap<number, State>
  /** By request id: the state that a call's change became. */
  readonly #changed = new Map<string, State>()
  /** The n of the state that answered a call. */
  readonly #n = new Map<Call, number | undefined>()
  /** By n: the call whose change became that state. */
  readonly #doers = new Map<number, Call>()
  /** Every n that a request made. */
  readonly #requested = new Set<number>()
  #known: Rising = []
  #begun: Rising = []
  readonly #found: string[] = []

  constructor(calls: readonly Call[], states: ReadonlyMap<number, State>) {
    this.#calls = calls.toSorted((a, b) => (a.began < b.began ? -1 : 1))
    this.#states = states
  }

  run(): readonly string[] {
    for (const state of this.#states.values()) this.#checkState(state)
    for (const call of this.#calls) {
      this.#n.set(call, this.#nOf(call))
      const became = this.#changed.get(requestIdOf(call))
      if (became !== undefined) this.#doers.set(became.n, call)
    }
    this.#known = rising(this.#calls.map((call) => [call.ended, this.#n.get(call) ?? 0]))
    this.#begun = rising(this.#calls.map((call) => [call.began, this.#changed.get(requestIdOf(call))?.n ?? 0]))
    for (const call of this.#calls) {
      if (isChange(call)) this.#checkChange(call)
      if (!unavailable(call)) this.#checkSettled(call)
    }
    this.#checkOrder()
    return this.#found
  }

  /** One change, one state: one head, one history row, one event, and all of them agree. */
  #checkState({ n, nonce, at, effects }: State): void {
    if (effects.length === 0) return
    const of = (table: string): readonly Effect[] => effects.filter((effect) => effect.table === table)
    const say = (what: string) => this.#found.push(`state ${n}: ${what}`)
    if (effects.some((effect) => effect.nonce !== nonce)) say('rows of two histories')
    if (of('head').length !== 1) say(`${of('head').length} heads`)
    const [history, ...more] = of('history')
    if (history?.after?.['n'] !== n || history.after['nonce'] !== nonce || more.length > 0)
      say('its history row is not one')
    const [event, ...others] = of('event')
    if (event?.after?.['n'] !== n || others.length > 0) say('its event is not one')
    const before = this.#states.get(n - 1)
    if (before !== undefined && before.at > at) say('its time is before the time of the state before it')
    if (effects.some(({ table, before, after }) => table === 'event' && (before ?? after) === before))
      say('an event was touched')
    const id = (JSON.parse(String(event?.after?.['record'] ?? '{}')) as { requestID?: string }).requestID
    if (id === undefined) return
    this.#requested.add(n)
    if (this.#changed.has(id)) say(`a second effect of the request ${id}`)
    this.#changed.set(id, { n, nonce, at, tables: {} as State['tables'], effects })
  }

  #checkChange(call: Call): void {
    const state = this.#changed.get(requestIdOf(call))
    if (codeOf(call) === undefined && state === undefined) this.#say(call, 'was answered, and there is nothing of it')
    if (codeOf(call) !== undefined && !unavailable(call) && state !== undefined)
      this.#say(call, 'was refused, and took place')
    const last = call.moved?.at(-1)
    if (
      state !== undefined &&
      last !== undefined &&
      !call.moved?.some((head) => head.n === state.n && head.nonce === state.nonce)
    ) {
      this.#say(call, `became ${state.n}, a head that it never took`)
    }
    if (state !== undefined) this.#checkEffect(call, state)
  }

  /** What it did is what it had to do, judged at the state before its own and at the time of its own. */
  #checkEffect(call: Call, state: State): void {
    const before = this.#states.get(state.n - 1)
    if (before === undefined) return this.#say(call, `became ${state.n}, and nothing is known of the state before`)
    const expected = answerNaively(before, call, state.at)
    if (expected.does === undefined)
      return this.#say(call, `took place at ${state.n}, and had to be refused: ${expected.code}`)
    const tables = new Set(Object.keys(before.tables))
    const done = state.effects
      .filter((effect) => tables.has(effect.table))
      .flatMap((effect) => describeEffect({ ...effect, table: effect.table as TableName }))
      .sort()
    if (JSON.stringify(done) !== JSON.stringify(expected.does)) {
      this.#say(call, `did at ${state.n}: ${done.join('; ')}; it had to do: ${expected.does.join('; ')}`)
    }
    const wrong = unavailable(call) ? undefined : difference(call, expected)
    if (wrong !== undefined) this.#say(call, `${wrong}, at ${state.n}`)
  }

  /** The answer is that of the state it was judged at, at that `now`. */
  #checkSettled(call: Call): void {
    if (call.starts > startsMax) this.#say(call, `took ${call.starts} starts`)
    const { judged } = call
    if (judged === undefined) return this.#checkUnseen(call)
    if (call.readAt.some((read) => read.n !== judged.n || read.nonce !== judged.nonce || read.now !== judged.now)) {
      this.#say(call, 'read at another state than it was judged at')
    }
    this.#checkPlace(call, judged)
    if (call.moved === undefined && isChange(call)) {
      // Its first judgement refused it, or the one in its transaction, at some state that is not told.
      const first = this.#states.get(judged.n)
      if (codeOf(call) !== undefined && first !== undefined && !answers(call, first, judged.now))
        this.#checkUnseen(call)
      return
    }
    // A change that got past its first judgement is answered from its transaction.
    if (call.moved !== undefined && call.moved.length > 0) {
      const refusedAt = call.moved.at(-1)
      if (codeOf(call) !== undefined && refusedAt !== undefined) this.#expect(call, refusedAt.n - 1, refusedAt.at)
      return
    }
    if (isChange(call) && codeOf(call) === undefined) return this.#say(call, 'is a change, and took no head')
    this.#expect(call, judged.n, judged.now)
  }

  #expect(call: Call, n: number, now: number): void {
    const state = this.#states.get(n)
    if (state === undefined) return this.#say(call, `was judged at ${n}, a state that never was`)
    const wrong = difference(call, answerNaively(state, call, now))
    if (wrong !== undefined) this.#say(call, `${wrong}, at ${n}`)
  }

  #checkPlace(call: Call, { n, nonce, now }: { n: number; nonce: string; now: number }): void {
    const state = this.#states.get(n)
    if (state === undefined) return this.#say(call, `was judged at ${n}, a state that never was`)
    if (state.nonce !== nonce) this.#say(call, `was judged at ${n} of another history`)
    if (now < call.beganAt) this.#say(call, `was judged ${call.beganAt - now} ms before it came`)
    if (now < state.at) this.#say(call, `was judged ${state.at - now} ms before its state began`)
    const next = this.#answeredAt(n + 1)
    if (next !== undefined && now > next) this.#say(call, `was judged at ${n}, ${now - next} ms after that had ended`)
  }

  /** A call of another process, of which the answer alone is known: some state between the bounds must give it. */
  #checkUnseen(call: Call): void {
    const [from, to] = this.#bounds(call)
    for (let n = from; n <= to; n++) {
      const state = this.#states.get(n)
      if (state !== undefined && answers(call, state, call.beganAt)) return
    }
    if (!(isChange(call) && codeOf(call) === undefined))
      this.#say(call, `has an answer that no state of ${from} to ${to} gives`)
  }

  /** When the change that became n was answered: the database had committed it by then. */
  #answeredAt(n: number): number | undefined {
    const call = this.#doers.get(n)
    return call === undefined || unavailable(call) ? undefined : call.endedAt
  }

  #nOf(call: Call): number | undefined {
    if (unavailable(call)) return undefined
    const became = this.#changed.get(requestIdOf(call))
    if (became !== undefined) return became.n
    const refusedAt = call.moved?.at(-1)
    return refusedAt === undefined ? call.judged?.n : refusedAt.n - 1
  }

  /** No call is judged before a change that was answered before it came, nor before what an answer showed; none sees what had not begun. */
  #checkOrder(): void {
    for (const call of this.#calls) {
      const n = this.#n.get(call)
      if (n === undefined) continue
      const [from, to] = this.#bounds(call)
      if (n < from) this.#say(call, `was answered from ${n}, and ${from} was known before it came`)
      if (n > to) this.#say(call, `was answered from ${n}, and nothing later than ${to} had begun`)
      // The first judgement of a change counts as well: it may not be stale either.
      if (call.judged !== undefined && call.judged.n < from)
        this.#say(call, `was judged at ${call.judged.n}, and ${from} was known before it came`)
    }
  }

  /** From: what was known before it came. To: what had begun before it was answered. */
  #bounds(call: Call): [from: number, to: number] {
    const first = Math.min(...this.#states.keys())
    const from = highestBefore(this.#known, call.began) ?? first
    const to = highestBefore(this.#begun, call.ended) ?? first
    // Changes of commands are no calls: whether they had begun is not known.
    let upTo = Math.max(to, first)
    while (this.#states.has(upTo + 1) && !this.#requested.has(upTo + 1)) upTo++
    return [Math.max(from, first), upTo]
  }

  #say(call: Call, what: string): void {
    const parameters = Object.values(call.parameters).join(' ').slice(0, 80)
    this.#found.push(`${call.process}: ${call.action} ${parameters} by ${call.accessKeyId} ${what}`)
  }
}
