import { sql, type RawBuilder } from 'kysely'
import type { UserId } from '../domain/ids.ts'
import { lookup } from './lookup.ts'
import { statement, type EngineName } from './statement.ts'
import type { Transaction } from './transaction.ts'
import { userSummariesIn } from './user-summaries.ts'

/** When, for which service and in which region a key last signed a call that was accepted. */
export interface LastUse {
  readonly at: number
  readonly service: string
  readonly region: string
}

/** Last uses for one service in one region: `times` is JSON of an object, from the integer id of a key to the time. */
export interface UsesOfPlace {
  readonly service: string
  readonly region: string
  readonly times: string
}

/** Uses by service and region, as text: that crosses to another thread, and into the database, as it is. */
export function usesByPlace(uses: ReadonlyMap<number, LastUse>): readonly UsesOfPlace[] {
  const places = new Map<string, { service: string; region: string; times: string }>()
  // In the order of the keys: two processes that write at once do not wait for each other in a circle.
  const inOrder = [...uses].sort(([a], [b]) => a - b)
  for (const [seq, { at, service, region }] of inOrder) {
    const name = `${service} ${region}`
    const place = places.get(name)
    if (place === undefined) places.set(name, { service, region, times: `{"${seq}":${at}` })
    else place.times += `,"${seq}":${at}`
  }
  return [...places.values()].map((place) => ({ ...place, times: `${place.times}}` }))
}

const selectUses = statement<{ seq: number }, LastUse>((db, { seq }) =>
  db
    .selectFrom('key_used_recent')
    .select(['at', 'service', 'region'])
    .where('key_seq', '=', seq)
    .unionAll(db.selectFrom('key_used').select(['at', 'service', 'region']).where('key_seq', '=', seq)),
)

/** What an insert that met a row of the same key would have written. */
const newUse = {
  at: sql<number>`excluded.at`,
  service: sql<string>`excluded.service`,
  region: sql<string>`excluded.region`,
}

// One statement for all keys of a service and region, however many: JSON of `{ seq: at }` costs a third of a statement a key.
const upsertRecent = statement<UsesOfPlace, never>((db, { service, region, times }, engine) =>
  db
    .insertInto('key_used_recent')
    .columns(['key_seq', 'at', 'service', 'region'])
    .expression(
      db
        .selectFrom(timesOf(times, engine).as('used'))
        .select(['seq', 'at', sql<string>`${service}`.as('service'), sql<string>`${region}`.as('region')])
        // Without it SQLite takes ON CONFLICT for a join.
        .where(sql<boolean>`true`),
    )
    .onConflict((conflict) =>
      conflict.column('key_seq').doUpdateSet(newUse).whereRef('key_used_recent.at', '<', 'excluded.at'),
    ),
)

function timesOf(times: string, engine: EngineName): RawBuilder<{ seq: number; at: number }> {
  return engine === 'postgres'
    ? sql`(select key::bigint as seq, value::bigint as at from json_each_text(${times}::json))`
    : sql`(select key as seq, value as at from json_each(${times}))`
}

// Of the keys that a flush brings, those of which none came since the last fold: all others were told then.
const selectFirstUsed = statement<UsesOfPlace, { user_id: string | null }>((db, { times }, engine) =>
  db
    .selectFrom(timesOf(times, engine).as('used'))
    .innerJoin('access_key', 'access_key.seq', 'used.seq')
    .select('access_key.user_id')
    .where(({ eb, exists, not }) =>
      not(exists(eb.selectFrom('key_used_recent').select('at').whereRef('key_used_recent.key_seq', '=', 'used.seq'))),
    ),
)

// Keys deleted meanwhile are left out: their uses go with the fold.
const fold = statement<object, never>((db) =>
  db
    .insertInto('key_used')
    .columns(['key_seq', 'at', 'service', 'region'])
    .expression(
      db
        .selectFrom('key_used_recent')
        .innerJoin('access_key', 'access_key.seq', 'key_used_recent.key_seq')
        .select(['key_seq', 'at', 'service', 'region']),
    )
    .onConflict((conflict) =>
      conflict.column('key_seq').doUpdateSet(newUse).whereRef('key_used.at', '<', 'excluded.at'),
    ),
)

// Only what was folded, or has lost its key: another process may have written a later use since.
const emptyRecent = statement<object, never>((db) =>
  db
    .deleteFrom('key_used_recent')
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('key_used')
            .select('key_used.at')
            .whereRef('key_used.key_seq', '=', 'key_used_recent.key_seq')
            .whereRef('key_used.at', '>=', 'key_used_recent.at'),
        ),
        eb.not(
          eb.exists(
            eb.selectFrom('access_key').select('seq').whereRef('access_key.seq', '=', 'key_used_recent.key_seq'),
          ),
        ),
      ]),
    ),
)
const deleteRecent = statement<{ seq: number }, never>((db, { seq }) =>
  db.deleteFrom('key_used_recent').where('key_seq', '=', seq),
)
const deleteFolded = statement<{ seq: number }, never>((db, { seq }) =>
  db.deleteFrom('key_used').where('key_seq', '=', seq),
)

/** The later of two uses; ties go to the first. */
export function laterUse(a: LastUse | undefined, b: LastUse | undefined): LastUse | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b.at > a.at ? b : a
}

/** What the database knows of a key's last use: at most a flush behind. */
export const lastUseOf = lookup(selectUses, (rows) => rows.reduce<LastUse | undefined>(laterUse, undefined), {
  volatile: true,
})

export const lastUsedIn = (tx: Transaction) => ({
  /** The owners' summaries follow with the first use of a key in each fold: at most that much older are the times they then show. */
  async put(uses: readonly UsesOfPlace[]): Promise<void> {
    const users = new Set<string>()
    for (const place of uses) {
      for (const { user_id } of await tx.all(selectFirstUsed, place)) if (user_id !== null) users.add(user_id)
    }
    for (const place of uses) await tx.run(upsertRecent, place)
    // The rows hold ids.
    await userSummariesIn(tx).refreshUses([...users] as UserId[])
  },
  async fold(): Promise<void> {
    await tx.run(fold, {})
    await tx.run(emptyRecent, {})
  },
  async forget(seq: number): Promise<void> {
    // In the order in which the fold goes.
    await tx.run(deleteFolded, { seq })
    await tx.run(deleteRecent, { seq })
  },
})
