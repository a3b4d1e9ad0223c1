import type { Head } from '../../src/store/head.ts'

/** What a view was when a judgement looked at it. */
export interface Judged {
  readonly n: number
  readonly nonce: string
  readonly now: number
}

/** One call, as the checker sees it. `began` and `ended` are of one monotonic clock of the machine: nanoseconds. */
export interface Call {
  readonly process: string
  readonly accessKeyId: string
  readonly action: string
  readonly parameters: Readonly<Record<string, string>>
  /** Just before its last byte was handed in, and the clock of the database's machine at that moment (milliseconds since the epoch). */
  readonly began: bigint
  readonly beganAt: number
  /** Just after its whole answer was there. */
  readonly ended: bigint
  readonly endedAt: number
  readonly status: number
  readonly body: string
  /** The state that its last judgement outside a change's transaction was made at, and every state that judgement read at. */
  readonly judged: Judged | undefined
  readonly readAt: readonly Judged[]
  readonly starts: number
  /** The heads that its change's transactions took, the last one last. Undefined where the process does not tell. */
  readonly moved: readonly Head[] | undefined
}

export const monotonic = (): bigint => process.hrtime.bigint()

/** The texts of the elements of this name. */
export const texts = ({ body }: { body: string }, element: string): readonly string[] =>
  [...body.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text]) => text ?? '')

export const codeOf = (call: { body: string }): string | undefined => texts(call, 'Code')[0]
export const requestIdOf = (call: { body: string }): string => texts(call, 'RequestId')[0] ?? ''
