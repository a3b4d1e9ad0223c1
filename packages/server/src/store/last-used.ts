import { lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

/** When, for which service and in which region a key last signed a call that was accepted. */
export interface LastUse {
  readonly at: number
  readonly service: string
  readonly region: string
}

const selectUses = statement<{ seq: number }, LastUse>((db, { seq }) =>
  db
    .selectFrom('key_used_recent')
    .select(['at', 'service', 'region'])
    .where('key_seq', '=', seq)
    .unionAll(db.selectFrom('key_used').select(['at', 'service', 'region']).where('key_seq', '=', seq)),
)

const upsertRecent = statement<LastUse & { seq: number }, never>((db, { seq, at, service, region }) =>
  db
    .insertInto('key_used_recent')
    .values({ key_seq: seq, at, service, region })
    .onConflict((conflict) =>
      conflict
        .column('key_seq')
        .doUpdateSet({ at, service, region })
        .where((eb) => eb('key_used_recent.at', '<', at)),
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
      conflict
        .column('key_seq')
        .doUpdateSet((eb) => ({
          at: eb.ref('excluded.at'),
          service: eb.ref('excluded.service'),
          region: eb.ref('excluded.region'),
        }))
        .whereRef('key_used.at', '<', 'excluded.at'),
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
  async put(uses: Iterable<readonly [seq: number, use: LastUse]>): Promise<void> {
    // In the order of the keys: two processes that write at once never wait for each other in a circle.
    for (const [seq, use] of [...uses].sort(([a], [b]) => a - b)) await tx.run(upsertRecent, { seq, ...use })
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
