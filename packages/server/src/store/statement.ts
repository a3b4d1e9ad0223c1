import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type Compilable,
  type RawBuilder,
  type SqlBool,
} from 'kysely'
import type { Schema } from './schema.ts'

export type EngineName = 'sqlite' | 'postgres'

/** SQL text and the values for its placeholders, in order. */
export interface BoundText<Args> {
  readonly text: string
  values(args: Args): unknown[]
}

/** One statement, built by Kysely once an engine and run prepared ever after. */
export interface Statement<Args, Row> {
  on(engine: EngineName): BoundText<Args>
  /** For the type alone: what a row of the answer looks like. */
  readonly row?: Row
}

/** Stands where an argument will be put in: Kysely carries it through as if it were the value. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

const builders: Record<EngineName, Kysely<Schema>> = {
  sqlite: new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  postgres: new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
}

/**
 * Declares a statement. `build` runs once an engine, on first use, with placeholders for the arguments: it may not look at their values.
 * Arguments are strings, numbers or null.
 */
export function statement<Args extends object, Row = never>(
  build: (db: Kysely<Schema>, args: Args, engine: EngineName) => Compilable<Row>,
): Statement<Args, Row> {
  const compiled: Partial<Record<EngineName, BoundText<Args>>> = {}
  return { on: (engine) => (compiled[engine] ??= compile(build, engine)) }
}

function compile<Args extends object, Row>(
  build: (db: Kysely<Schema>, args: Args, engine: EngineName) => Compilable<Row>,
  engine: EngineName,
): BoundText<Args> {
  // Only the names of the arguments are known here; their type is the caller's.
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Args
  const { sql, parameters } = build(builders[engine], placeholders, engine).compile()
  const readers = parameters.map((parameter) =>
    parameter instanceof Placeholder ? (args: Args) => args[parameter.name as keyof Args] as unknown : () => parameter,
  )
  return { text: sql, values: (args) => readers.map((read) => read(args)) }
}

/** Is a column one of the texts of a list that comes as JSON? One argument, however many they are; found by an index of the column. */
export const isListed = (column: string, json: string, engine: EngineName): RawBuilder<SqlBool> =>
  engine === 'postgres'
    ? sql`${sql.ref(column)} = any (array(select json_array_elements_text(${json}::json)))`
    : sql`${sql.ref(column)} in (select value from json_each(${json}))`
