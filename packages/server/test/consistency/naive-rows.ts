import type { Effect, Row, State, TableName } from './ledger.ts'
import type { Call } from './trace.ts'

/** What a call must be answered over one state: a code, or the texts of these elements, and what it must do to the rows. */
export interface Expected {
  readonly code?: string
  readonly shows?: Readonly<Record<string, readonly string[]>>
  readonly does?: readonly string[]
}

export type RowEffect = Pick<Effect, 'before' | 'after'> & { readonly table: TableName }

export class Refused {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

export const text = (row: Row | undefined, column: string): string => String(row?.[column])
export const byText = (column: string) => (a: Row, b: Row) => (text(a, column) < text(b, column) ? -1 : 1)
/** `arn:aws:iam::123456789012:user/division/alice` */
export const arnOf = (account: string, kind: string, path: string, name: string) =>
  `arn:aws:iam::${account}:${kind}${path}${name}`

/** The rows of one state, and the call that is answered from them. */
export class Rows {
  readonly call: Call
  readonly now: number
  readonly #state: State

  constructor(state: State, call: Call, now: number) {
    this.#state = state
    this.call = call
    this.now = now
  }

  in(table: TableName): Row[] {
    return [...this.#state.tables[table].values()]
  }

  /** Those of one owner, in order of this column. */
  of(table: TableName, owner: string, order: string): Row[] {
    return this.in(table)
      .filter((row) => row['owner'] === owner)
      .sort(byText(order))
  }

  /** Users or groups by name, in any case. */
  named(table: 'iam_user' | 'iam_group', account: string, name: string): Row | undefined {
    return this.in(table).find((row) => row['account_id'] === account && row['name_key'] === name.toLowerCase())
  }

  /** By what the ledger knows a row by. */
  one(table: TableName, key: string): Row | undefined {
    return this.#state.tables[table].get(key)
  }

  parameter(name: string): string | undefined {
    return this.call.parameters[name]
  }
}

export const does = (...effects: readonly RowEffect[]): Expected => ({
  does: effects.flatMap((effect) => describeEffect(effect)).sort(),
})

/** What of a row is neither minted nor measured. */
const told: Readonly<Record<TableName, readonly string[]>> = {
  account: ['users'],
  iam_user: ['account_id', 'name', 'path', 'boundary'],
  user_tag: ['owner', 'key', 'value'],
  user_policy: ['owner', 'name', 'text'],
  user_attachment: ['owner', 'policy_arn'],
  access_key: ['owner', 'status'],
  iam_group: ['account_id', 'name', 'path'],
  group_member: ['user_id', 'group_id'],
  group_policy: ['owner', 'name', 'text'],
  group_attachment: ['owner', 'policy_arn'],
  managed_policy: ['arn', 'default_version'],
  managed_policy_version: ['policy_id', 'n', 'text'],
}

/** One line of what happened to a row; nothing where it stayed the same. */
export function describeEffect({ table, before, after }: RowEffect): readonly string[] {
  const side = (row: Row | undefined) => row && JSON.stringify(told[table].map((column) => row[column]))
  const [from, to] = [side(before), side(after)]
  const which = before === undefined ? '' : ` ${before['id'] ?? ''}`
  return from === to ? [] : [`${table}${which} ${from ?? 'nothing'} -> ${to ?? 'nothing'}`]
}
