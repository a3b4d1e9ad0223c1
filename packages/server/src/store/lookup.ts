import type { Statement } from './statement.ts'

/** A read that a view can make: rows of one statement, decoded. Its value is kept with the state it was read at. */
export interface Lookup<Args, Value> {
  readonly statement: Statement<Args, never>
  decode(rows: readonly unknown[]): Value
  /** Distinguishes calls of this lookup. */
  key(args: Args): string
  /** Read anew each time: written apart from the head row (last used), so no state holds it. */
  readonly volatile: boolean
  /** Many have the same rows: a state keeps them once. */
  readonly shared: boolean
}

export function lookup<Args extends object, Row, Value>(
  statement: Statement<Args, Row>,
  decode: (rows: readonly Row[]) => Value,
  options: { volatile?: boolean; shared?: boolean } = {},
): Lookup<Args, Value> {
  return {
    // The row type is known to `decode` alone; outside, rows pass through untouched.
    statement: statement as Statement<Args, never>,
    decode: decode as (rows: readonly unknown[]) => Value,
    key: keyOf,
    volatile: options.volatile ?? false,
    shared: options.shared ?? false,
  }
}

/** One string for the arguments of a lookup, in the order they are written. Hot: no array is made. */
function keyOf(args: object): string {
  let key: string | undefined
  for (const name in args) {
    const part = String(args[name as keyof typeof args])
    key = key === undefined ? part : `${key}\0${part}`
  }
  return key ?? ''
}

/** For lookups of at most one row. */
export const first = <Row>(rows: readonly Row[]): Row | undefined => rows[0]

/** For lookups of lists. */
export const all = <Row>(rows: readonly Row[]): readonly Row[] => rows
