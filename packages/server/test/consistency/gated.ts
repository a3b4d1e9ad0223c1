import type { Pool, PoolClient } from 'pg'
import type { PostgresReads } from '../../src/store/postgres-reads.ts'
import type { PostgresWriter } from '../../src/store/postgres-writer.ts'
import type { Head } from '../../src/store/head.ts'
import type { Transaction } from '../../src/store/transaction.ts'
import type { Change } from '../../src/writer/change.ts'
import type { Changes } from '../../src/writer/changes.ts'
import type { RawResponse } from '../../src/domain/http.ts'
import { Queue } from '../../src/writer/queue.ts'
import type { Gates } from './gates.ts'
import type { NoteHead } from './node.ts'

/** The reads of one process, with a gate before each question and before each reply. */
export function gatedReads(name: string, reads: PostgresReads, gates: Gates): PostgresReads {
  return {
    head: () => gates.step(`${name} head`, () => reads.head()),
    fetch: (asked) => gates.step(`${name} fetch`, () => reads.fetch(asked)),
    snapshot: (body) =>
      reads.snapshot(async (answer, tx) => {
        await gates.pass(`${name} snapshot taken`)
        return body(answer, tx)
      }),
    close: () => reads.close(),
  }
}

/** Does one change in the transaction that took `head`. */
export type Perform = (tx: Transaction, head: Head, change: Change) => Promise<RawResponse>

/** The changes of one process, one at a time, with gates: before the head is taken, once it is, before COMMIT and before its answer is seen. */
export function gatedChanges(
  name: string,
  { writer, gates, perform, note }: { writer: PostgresWriter; gates: Gates; perform: Perform; note: NoteHead },
): Changes {
  const queue = new Queue()
  const change = async (wanted: Change): Promise<RawResponse> => {
    await gates.pass(`${name} change sent`)
    gates.headsTaken++
    try {
      return await gates.busy(() =>
        writer.change(async (tx, head) => {
          note(wanted, head)
          await gates.idle(() => gates.pass(`${name} change moved`))
          const response = await perform(tx, head, wanted)
          await gates.idle(() => gates.pass(`${name} change commit`))
          return response
        }),
      )
    } finally {
      gates.headsTaken--
      await gates.pass(`${name} change reply`)
    }
  }
  return {
    waiting: 0,
    committed: 0,
    perform: (wanted) => queue.run(() => change(wanted)),
    recordUses: async () => undefined,
    foldUses: async () => undefined,
    recordRefusals: async () => undefined,
    writeReport: async () => undefined,
    close: () => writer.close(),
  }
}

/** What becomes of a COMMIT. */
export type CommitFate =
  | 'answered'
  /** It takes place, and its answer is lost. */
  | 'answer lost'
  /** Its connection breaks before it arrives, and it arrives all the same, after the question what became of it. */
  | 'lands later'
  /** It never arrives. */
  | 'never sent'
  /** The server answers ROLLBACK. */
  | 'rolled back'

interface Fate {
  /** What becomes of the next COMMIT. */
  fate(): CommitFate
  /** Called before the head is asked for, in the transaction that asks. */
  beforeTheWait(client: PoolClient): Promise<void>
}

/** A pool whose COMMITs meet their fates. */
export function fatefulPool(pool: Pool, name: string, gates: Gates, { fate, beforeTheWait }: Fate): Pool {
  const lend = (client: PoolClient): unknown => {
    let landing: Promise<unknown> | undefined
    const commit = async (): Promise<unknown> => {
      switch (fate()) {
        case 'answered':
          return client.query('commit')
        case 'answer lost':
          await client.query('commit')
          throw new Error('the connection was lost')
        case 'lands later':
          gates.headsTaken++
          landing = gates
            .pass(`${name} commit lands`)
            .then(() => gates.busy(() => client.query('commit')))
            .finally(() => {
              gates.headsTaken--
              client.release()
            })
          throw new Error('the connection was lost')
        case 'never sent':
          await client.query('rollback')
          throw new Error('the connection was lost')
        case 'rolled back':
          return client.query('rollback')
      }
    }
    return {
      async query(query: string | { readonly text: string }) {
        if (query === 'commit') return commit()
        if (typeof query === 'object' && query.text.startsWith('update "head"')) await beforeTheWait(client)
        return client.query(query as never)
      },
      release: (broken: boolean) => {
        if (landing === undefined) client.release(broken)
      },
      on: () => undefined,
      off: () => undefined,
    }
  }
  return {
    connect: async () => lend(await pool.connect()),
    query: (query: unknown) => pool.query(query as never),
    end: () => pool.end(),
  } as unknown as Pool
}

/** A server that follows another and has fallen behind: what it answers is of the state it had when it was last brought up to date. */
export class LaggingReads {
  readonly #pool: Pool
  #client: PoolClient | undefined

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** From now on it shows the state of this moment. */
  async catchUp(): Promise<void> {
    await this.close()
    this.#client = await this.#pool.connect()
    await this.#client.query('begin isolation level repeatable read read only')
    await this.#client.query('select n from head')
  }

  /** Its connection, as a pool of one: what PostgresPoolReads needs for its questions. */
  get pool(): Pool {
    return {
      connect: async () => {
        const client = this.#client
        if (client === undefined) throw new Error('the lagging server has no state yet')
        return {
          query: (query: { name?: string }) => client.query(query as never),
          release: () => undefined,
          on: () => undefined,
          off: () => undefined,
        }
      },
      end: async () => undefined,
    } as unknown as Pool
  }

  async close(): Promise<void> {
    this.#client?.release(true)
    this.#client = undefined
  }

  async end(): Promise<void> {
    await this.close()
    await this.#pool.end()
  }
}
