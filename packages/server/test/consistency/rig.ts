import { Client, type PoolClient } from 'pg'
import { PostgresDirectory } from '../../src/directory/postgres-directory.ts'
import type { Heads } from '../../src/directory/head-queries.ts'
import type { Directory } from '../../src/directory/directory.ts'
import { limits } from '../../src/domain/limits.ts'
import { openPool } from '../../src/store/postgres.ts'
import { PostgresPoolReads, type HeadAnswer, type PostgresReads } from '../../src/store/postgres-reads.ts'
import { PostgresWriter } from '../../src/store/postgres-writer.ts'
import { performChange } from '../../src/writer/change.ts'
import { TestHouse } from '../harness.ts'
import { createDatabase } from '../postgres-database.ts'
import { violations } from './checker.ts'
import { fatefulPool, gatedChanges, gatedReads, type CommitFate, type Perform } from './gated.ts'
import { Gates } from './gates.ts'
import { Ledger } from './ledger.ts'
import { Node, type Key } from './node.ts'
import { codeOf, texts, type Call } from './trace.ts'

/** What is wrong with a house on purpose: one rule of the design left out. */
export interface Flaw {
  /** Over the reads with their gates. */
  reads?(reads: PostgresReads, rig: PostgresRig): PostgresReads
  heads?(ask: () => Promise<HeadAnswer>): Heads
  directory?(directory: Directory): Directory
  perform?(rig: PostgresRig): Perform
  /** In the transaction of a change, before it waits for the head. */
  beforeTheWait?(client: PoolClient): Promise<void>
}

/** Two processes' worth of houses on one PostgreSQL database, gates in their stores, and a ledger of all that happens in it. */
export class PostgresRig {
  readonly gates = new Gates()
  readonly ledger: Ledger
  readonly house: TestHouse
  a: Node
  readonly b: Node
  readonly url: string
  /** What becomes of the next COMMITs of `a`. */
  fate: () => CommitFate = () => 'answered'
  /** Set: who answers the fetches of `a` in the primary's place. */
  answerFetches: PostgresReads | undefined
  /** Called before a head query of `a` is answered, and before COMMIT of its changes: may throw. */
  spoilHead: () => void = () => undefined
  spoilChange: () => void = () => undefined
  readonly #drop: () => Promise<void>

  static async open(serverUrl: string): Promise<PostgresRig> {
    const { url, drop } = await createDatabase(serverUrl)
    const house = await TestHouse.open({ database: url })
    return new PostgresRig(url, house, await Ledger.open(house.place), drop)
  }

  private constructor(url: string, house: TestHouse, ledger: Ledger, drop: () => Promise<void>) {
    this.url = url
    this.house = house
    this.ledger = ledger
    this.#drop = drop
    this.a = this.node('a')
    this.b = this.node('b')
  }

  /** The administrator alone, and `a` a process that has just started, with this flaw. */
  async renew(flaw: Flaw = {}): Promise<void> {
    this.gates.release()
    this.fate = () => 'answered'
    this.answerFetches = undefined
    this.spoilHead = this.spoilChange = () => undefined
    await this.a.close()
    this.a = this.node('a', flaw)
    const others = "(select id from iam_user where name <> 'administrator')"
    // What refers to others goes first.
    const shared = ['group_member', 'group_policy', 'group_attachment', 'iam_group']
    for (const table of [...shared, 'managed_policy_version', 'managed_policy']) {
      await this.ledger.ask.rows(`delete from ${table}`)
    }
    for (const table of ['access_key', 'user_policy', 'user_attachment', 'user_tag']) {
      await this.ledger.ask.rows(`delete from ${table} where owner in ${others}`)
    }
    await this.ledger.ask.rows(`delete from iam_user where id in ${others}`)
    await this.ledger.ask.rows('update account set users = 1')
    await this.ledger.ask.rows(`update head set n = n + 1, nonce = 'renewed' || n`)
  }

  /** A further process's worth. */
  node(name: string, flaw: Flaw = {}): Node {
    const { gates } = this
    const primary = new PostgresPoolReads(() => openPool(this.url, limits, { max: 4 }))
    const spoil = { head: () => this.spoilHead(), change: () => this.spoilChange() }
    const server: PostgresReads = {
      async head() {
        if (name === 'a') spoil.head()
        return primary.head()
      },
      fetch: (asked) => ((name === 'a' ? this.answerFetches : undefined) ?? primary).fetch(asked),
      snapshot: (body) => primary.snapshot(body),
      close: () => primary.close(),
    }
    const plain = gatedReads(name, server, gates)
    const reads = flaw.reads?.(plain, this) ?? plain
    const heads = flaw.heads?.(() => reads.head())
    const sound = new PostgresDirectory(reads, heads === undefined ? {} : { heads })
    const directory = flaw.directory?.(sound) ?? sound
    const means = { keyRing: this.house.house.keyRing, settings: this.house.house.settings }
    const sane: Perform = async (tx, head, change) => {
      const response = await performChange(tx, head, change, means)
      if (name === 'a') spoil.change()
      return response
    }
    const perform = flaw.perform?.(this) ?? sane
    const pool = openPool(this.url, limits, { max: 2 })
    const writer = new PostgresWriter(
      name === 'a'
        ? fatefulPool(pool, name, gates, {
            fate: () => this.fate(),
            beforeTheWait: async (client) => flaw.beforeTheWait?.(client),
          })
        : pool,
    )
    return new Node(
      name,
      { directory, changes: (note) => gatedChanges(name, { writer, gates, perform, note }) },
      { keyRing: means.keyRing, clock: () => Date.now() },
    )
  }

  get administrator(): Key {
    return this.house.administrator
  }

  /** A change by the administrator through `b`, which must succeed. */
  async does(action: string, parameters: Readonly<Record<string, string>>): Promise<Call> {
    return succeeded(await this.b.call(this.administrator, action, parameters))
  }

  /** A user with a key and, where one is given, a policy of one statement. */
  async user(name: string, statement?: object): Promise<Key> {
    await this.does('CreateUser', { UserName: name })
    if (statement !== undefined) await this.does('PutUserPolicy', policy(name, statement))
    return keyOf(await this.does('CreateAccessKey', { UserName: name }))
  }

  /** What was set up so far is not looked at. */
  async begin(): Promise<void> {
    await this.ledger.begin()
    this.a.calls.length = 0
    this.b.calls.length = 0
  }

  violations(): Promise<readonly string[]> {
    return violations([...this.a.calls, ...this.b.calls], this.ledger)
  }

  /** A copy of the tables as they are, with a history of its own from here on. */
  async fork() {
    await this.sql('create schema fork')
    const tables = await this.ledger.ask.rows("select tablename from pg_tables where schemaname = 'public'")
    for (const { tablename } of tables) {
      await this.sql(`create table fork.${String(tablename)} as table public.${String(tablename)}`)
    }
    const pool = openPool(this.url, limits, { max: 1, options: '-c search_path=fork' })
    return {
      reads: new PostgresPoolReads(() => pool),
      change: () => pool.query("update head set n = n + 1, nonce = 'fork'"),
      close: async () => {
        await pool.end()
        await this.sql('drop schema fork cascade')
      },
    }
  }

  /** Resolves once a transaction waits at the server for another's. */
  async waitsForTheHead(): Promise<void> {
    const waiting =
      "select 1 as one from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'update%head%'"
    while ((await this.ledger.ask.rows(waiting)).length === 0);
  }

  /** One statement beside the house. */
  async sql(text: string): Promise<void> {
    const client = new Client({ connectionString: this.url })
    await client.connect()
    await client.query(text)
    await client.end()
  }

  async close(): Promise<void> {
    this.gates.release()
    await this.a.close()
    await this.b.close()
    await this.ledger.close()
    await this.house.close()
    await this.#drop()
  }
}

export function succeeded(call: Call): Call {
  if (call.status !== 200) throw new Error(`${call.action} was answered ${call.status} ${codeOf(call)}: ${call.body}`)
  return call
}

export const keyOf = (call: Call): Key => ({
  accessKeyId: texts(call, 'AccessKeyId')[0] ?? '',
  secretAccessKey: texts(call, 'SecretAccessKey')[0] ?? '',
})

export const policy = (user: string, statement: object, name = 'test') => ({
  UserName: user,
  PolicyName: name,
  PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
})

export const everything = { Effect: 'Allow', Action: 'iam:*', Resource: '*' }
export const nothing = { Effect: 'Deny', Action: 'iam:*', Resource: '*' }
