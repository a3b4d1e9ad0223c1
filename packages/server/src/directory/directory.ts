import type { View } from './view.ts'

/** Judges a call: synchronous, over one state. It may run several times; only what its last run returned or threw counts. */
export type Judge<Value> = (view: View) => Value

/** What is true now. A process reads it and never writes it. */
export interface Directory {
  /** Settles a call on one state that no change answered before this moment is missing from. Throws DatabaseError where none can be had. */
  settle<Value>(judge: Judge<Value>): Value | Promise<Value>
  close(): Promise<void>
}
