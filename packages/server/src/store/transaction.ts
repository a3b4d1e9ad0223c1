import type { Statement } from './statement.ts'

/** Runs statements of one change, in order, on either engine. Resolves at once on SQLite. */
export interface Transaction {
  all<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<readonly Row[]>
  /** The same at once, on an engine that can: a judgement then need not begin anew for each row it lacks. */
  readonly read?: <Args, Row>(statement: Statement<Args, Row>, args: Args) => readonly Row[]
  /** How many rows changed. */
  run<Args>(statement: Statement<Args, unknown>, args: Args): Promise<number>
}

/** The database failed, was locked for too long, or is full: nothing of the change is kept, and the call is answered 503. */
export class DatabaseError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'DatabaseError'
  }
}
