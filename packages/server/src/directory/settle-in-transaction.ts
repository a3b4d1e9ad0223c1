import { limits } from '../domain/limits.ts'
import type { Head } from '../store/head.ts'
import type { Transaction } from '../store/transaction.ts'
import type { Judge } from './directory.ts'
import { CallView, State, Unread } from './view.ts'

/** Judges over an empty view of its own, filled by statements of this transaction alone and thrown away with it. */
export async function settleInTransaction<Value>(
  tx: Transaction,
  head: Head,
  now: number,
  judge: Judge<Value>,
): Promise<Value> {
  const { read } = tx
  const view = new CallView(
    new State(head, limits.viewRowsMax),
    now,
    new State(head, limits.viewRowsMax),
    read && ((lookup, args) => read(lookup.statement, args)),
  )
  for (;;) {
    try {
      return judge(view)
    } catch (thrown) {
      if (!(thrown instanceof Unread)) throw thrown
      view.add(thrown.lookup, thrown.args as never, await tx.all(thrown.lookup.statement, thrown.args as never))
    }
  }
}
