import Database from 'better-sqlite3'
import { Client } from 'pg'
import { databaseFile, type Place } from '../../src/operator/place.ts'

export type Row = Readonly<Record<string, string | number | null>>

/** One row's change, as the database itself saw it in the transaction that became state `n`. */
export interface Effect {
  readonly n: number
  readonly nonce: string
  readonly table: string
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** The tables that decisions and answers depend on, each with what identifies a row. */
const keys = {
  account: ['id'],
  iam_user: ['id'],
  user_tag: ['owner', 'key_key'],
  user_policy: ['owner', 'name_key'],
  user_attachment: ['owner', 'policy_arn'],
  access_key: ['id'],
  iam_group: ['id'],
  group_member: ['user_id', 'group_id'],
  group_policy: ['owner', 'name_key'],
  group_attachment: ['owner', 'policy_arn'],
  managed_policy: ['id'],
  managed_policy_version: ['policy_id', 'n'],
} as const

export type TableName = keyof typeof keys
export type Tables = Readonly<Record<TableName, ReadonlyMap<string, Row>>>

const tableNames = Object.keys(keys) as TableName[]
const noted = [...tableNames, 'history', 'event', 'head']

/** Everything true at one (n, nonce). */
export interface State {
  readonly n: number
  readonly nonce: string
  readonly at: number
  readonly tables: Tables
  /** What its change did, with its history row and its event. Empty for the first. */
  readonly effects: readonly Effect[]
}

/** A way to ask the database under test, beside the house. */
export interface Asking {
  rows(text: string): Promise<readonly Row[]>
  close(): Promise<void>
}

async function askOf(place: Place): Promise<Asking & { readonly engine: 'sqlite' | 'postgres' }> {
  if (place.kind === 'folder') {
    const database = new Database(databaseFile(place.folder), { timeout: 10_000 })
    return {
      engine: 'sqlite',
      async rows(text) {
        const statement = database.prepare(text)
        if (statement.reader) return statement.all() as Row[]
        statement.run()
        return []
      },
      close: async () => void database.close(),
    }
  }
  const client = new Client({ connectionString: place.url })
  await client.connect()
  return {
    engine: 'postgres',
    rows: async (text) => (await client.query(text)).rows as Row[],
    close: () => client.end(),
  }
}

/** Lets the database note every row that changes, in the very transaction that changes it. What is there already is the first state. */
export class Ledger {
  ask: Asking
  readonly #place: Place
  #first: State

  static async open(place: Place): Promise<Ledger> {
    const ask = await askOf(place)
    for (const text of ask.engine === 'sqlite' ? await sqliteTriggers(ask) : postgresTriggers()) await ask.rows(text)
    return new Ledger(place, ask, await firstState(ask))
  }

  /** Forgets what was noted: what is there now is the first state. */
  async begin(): Promise<void> {
    await this.ask.rows('delete from test_effect')
    this.#first = await firstState(this.ask)
  }

  private constructor(place: Place, ask: Asking, first: State) {
    this.#place = place
    this.ask = ask
    this.#first = first
  }

  /** All states since the ledger was opened, by n. */
  async states(): Promise<ReadonlyMap<number, State>> {
    const effects = (await this.ask.rows('select n, nonce, tbl, old_row, new_row from test_effect order by id')).map(
      readEffect,
    )
    const states = new Map([[this.#first.n, this.#first]])
    const byN = Map.groupBy(effects, (effect) => effect.n)
    let last = this.#first
    for (const n of [...byN.keys()].sort((a, b) => a - b)) {
      last = after(last, byN.get(n) ?? [])
      states.set(n, last)
    }
    return states
  }

  /** The rows as they are now, to be compared with the last state. */
  now(): Promise<State> {
    return firstState(this.ask)
  }

  /** Until `reopen` this process has the database not open: whoever opens it next is the first. */
  close(): Promise<void> {
    return this.ask.close()
  }

  async reopen(): Promise<void> {
    this.ask = await askOf(this.#place)
  }
}

function after(last: State, effects: readonly Effect[]): State {
  const tables: Record<TableName, ReadonlyMap<string, Row>> = { ...last.tables }
  const changed = new Map<TableName, Map<string, Row>>()
  for (const { table, before, after } of effects) {
    if (!isTable(table)) continue
    const rows = changed.get(table) ?? new Map(last.tables[table])
    if (before !== undefined) rows.delete(keyOf(table, before))
    if (after !== undefined) rows.set(keyOf(table, after), after)
    changed.set(table, rows)
    tables[table] = rows
  }
  const head = effects.find((effect) => effect.table === 'head')?.after
  const [first] = effects
  return {
    n: first?.n ?? 0,
    nonce: String(head?.['nonce']),
    at: Number(head?.['at']),
    tables,
    effects,
  }
}

const isTable = (name: string): name is TableName => name in keys
const keyOf = (table: TableName, row: Row): string => keys[table].map((column) => row[column]).join('/')

async function firstState(ask: Asking): Promise<State> {
  const [head] = await ask.rows('select n, nonce, at from head')
  const tables = {} as Record<TableName, ReadonlyMap<string, Row>>
  for (const table of tableNames) {
    const rows = await ask.rows(`select * from ${table}`)
    tables[table] = new Map(rows.map((row) => [keyOf(table, row), row]))
  }
  return { n: Number(head?.['n']), nonce: String(head?.['nonce']), at: Number(head?.['at']), tables, effects: [] }
}

function readEffect(row: Row): Effect {
  const json = (text: string | number | null | undefined): Row | undefined =>
    text === null || text === undefined ? undefined : (JSON.parse(String(text)) as Row)
  return {
    n: Number(row['n']),
    nonce: String(row['nonce']),
    table: String(row['tbl']),
    before: json(row['old_row']),
    after: json(row['new_row']),
  }
}

const note = (before: string, after: string, table: string) =>
  `insert into test_effect (n, nonce, tbl, old_row, new_row) select n, nonce, '${table}', ${before}, ${after} from head`

async function sqliteTriggers(ask: Asking): Promise<readonly string[]> {
  const texts = [
    'create table test_effect (id integer primary key, n integer, nonce text, tbl text, old_row text, new_row text)',
  ]
  for (const table of noted) {
    const columns = (await ask.rows(`pragma table_info(${table})`)).map((row) => String(row['name']))
    const json = (row: string) => `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
    texts.push(
      `create trigger test_${table}_i after insert on ${table} begin ${note('null', json('new'), table)}; end`,
      `create trigger test_${table}_u after update on ${table} begin ${note(json('old'), json('new'), table)}; end`,
    )
    // What history forgets is no change of anyone's.
    if (table !== 'history') {
      texts.push(
        `create trigger test_${table}_d after delete on ${table} begin ${note(json('old'), 'null', table)}; end`,
      )
    }
  }
  return texts
}

function postgresTriggers(): readonly string[] {
  return [
    'create table test_effect (id bigserial primary key, n bigint, nonce text, tbl text, old_row text, new_row text)',
    `create function test_note() returns trigger language plpgsql as $$ begin
       ${note(
         "case when tg_op <> 'INSERT' then to_jsonb(old)::text end",
         "case when tg_op <> 'DELETE' then to_jsonb(new)::text end",
         '$',
       ).replace("'$'", 'tg_table_name')};
       return null;
     end $$`,
    ...noted.map(
      (table) =>
        `create trigger test_${table} after insert or update ${table === 'history' ? '' : 'or delete'} on ${table} for each row execute function test_note()`,
    ),
  ]
}
