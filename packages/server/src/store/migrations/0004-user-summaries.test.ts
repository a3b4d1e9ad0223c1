import Database from 'better-sqlite3'
import { Kysely, PostgresDialect, sql, SqliteDialect } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { TestHouse } from '../../../test/harness.ts'
import { engines, openOn } from '../../../test/houses.ts'
import { administer, addWithPassword } from '../../../test/signing-in.ts'
import { limits } from '../../domain/limits.ts'
import { databaseFile } from '../../operator/place.ts'
import { openPool } from '../postgres.ts'
import type { UserSummary } from '../schema.ts'
import { userSummaries } from './0004-user-summaries.ts'

function databaseOf({ place }: TestHouse): Kysely<unknown> {
  if (place.kind === 'postgres') {
    return new Kysely({ dialect: new PostgresDialect({ pool: openPool(place.url, limits, { max: 1 }) }) })
  }
  return new Kysely({ dialect: new SqliteDialect({ database: new Database(databaseFile(place.folder)) }) })
}

const columns = [
  'oldest_key_at',
  'idle_key_at',
  'unused_keys',
  'key_used_at',
  'password_changed_at',
  'password_used_at',
  'active_at',
] as const satisfies readonly (keyof UserSummary)[]

describe.each(engines)('on %s', (engine) => {
  it('users who were there before get the summaries that their changes would have made', async () => {
    const house = await openOn(engine)
    const flush = async () => {
      const uses = house.house.lastUsed.take()
      await house.house.changes.recordUses(uses)
      house.house.lastUsed.written(uses)
    }
    await house.user('never-used')
    const used = await house.user('used')
    const unused = await administer(house, 'CreateAccessKey', { UserName: 'used' })
    const AccessKeyId = unused.get('AccessKeyId') ?? ''
    await house.sts(used, 'GetCallerIdentity')
    await flush()
    await house.house.changes.foldUses()
    house.now += 1_000
    await house.sts(used, 'GetCallerIdentity')
    await flush()
    await administer(house, 'UpdateAccessKey', { UserName: 'used', AccessKeyId, Status: 'Inactive' })
    await addWithPassword(house, 'person')
    await administer(house, 'CreateAccessKey', { UserName: 'person' })
    await administer(house, 'CreateUser', { UserName: 'nothing' })

    const db = databaseOf(house)
    const summaries = sql.join(columns.map((name) => sql.ref(name)))
    const rows = async () => (await sql`select name, ${summaries} from iam_user order by name`.execute(db)).rows
    const before = await rows()
    expect(before).toHaveLength(5)
    await undo(db)
    await userSummaries(engine).up(db)
    expect(await rows()).toEqual(before)
    await db.destroy()
    await house.close()
  })

  async function undo(db: Kysely<unknown>): Promise<void> {
    const names = columns.filter((name) => name !== 'idle_key_at' && name !== 'unused_keys')
    for (const name of ['created_at', ...names]) await sql`drop index ${sql.ref(`iam_user_${name}`)}`.execute(db)
    await sql`drop index user_tag_bootstrap`.execute(db)
    // A later migration gave this column another name.
    await sql`alter table user_tag rename column owner to user_id`.execute(db)
    for (const name of columns) await sql`alter table iam_user drop column ${sql.ref(name)}`.execute(db)
  }
})
