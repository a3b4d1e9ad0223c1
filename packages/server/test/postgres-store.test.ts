import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { limits } from '../src/domain/limits.ts'
import { mintAccessKeyId, mintUserId } from '../src/domain/ids.ts'
import { Secret } from '../src/domain/secret.ts'
import { ordersOf } from '../src/operations/keyward/search-order.ts'
import { openWriter } from '../src/operator/place.ts'
import { lastUsedIn, lastUseOf, usesByPlace } from '../src/store/last-used.ts'
import { PostgresLock } from '../src/store/postgres-lock.ts'
import { migrateOn, openPool, postgresSchemaState } from '../src/store/postgres.ts'
import { storeIn } from '../src/store/store.ts'
import type { Transaction } from '../src/store/transaction.ts'
import { startOf, usersFound } from '../src/store/user-search.ts'
import { openOn } from './houses.ts'
import type { TestHouse } from './harness.ts'
import { createDatabase } from './postgres-database.ts'
import { allLookups, describeStore, testAccount } from './store-suite.ts'

describe('the store on PostgreSQL', () => {
  describeStore(() => openOn('postgres'))

  it('is migrated by four processes at once, once', async () => {
    const { url, drop } = await createDatabase(inject('postgresUrl'))
    const pools = Array.from({ length: 4 }, () => openPool(url, limits, { max: 2 }))
    await Promise.all(pools.map((pool) => migrateOn(pool)))
    const [pool] = pools
    if (pool === undefined) throw new Error('there are four')
    expect((await pool.query("select 1 from kysely_migration where name = '0001-access-keys'")).rowCount).toBe(1)
    expect(await postgresSchemaState(pool)).toBe('empty')
    await Promise.all(pools.map((one) => one.end()))
    await drop()
  })

  it('has its shared lock again after the connection that held it broke', async () => {
    const { url, drop } = await createDatabase(inject('postgresUrl'))
    const shared = await PostgresLock.take(url, 'shared')
    expect(await PostgresLock.take(url, 'alone')).toBeUndefined()
    const pool = openPool(url, limits, { max: 1 })
    const holders =
      "select pid from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"
    const [before] = (await pool.query<{ pid: number }>(holders)).rows
    await pool.query('select pg_terminate_backend($1)', [before?.pid])
    await expect
      .poll(async () => (await pool.query<{ pid: number }>(holders)).rows.some(({ pid }) => pid !== before?.pid))
      .toBe(true)
    expect(await PostgresLock.take(url, 'alone')).toBeUndefined()
    await shared?.release()
    const alone = await PostgresLock.take(url, 'alone')
    expect(alone).toBeDefined()
    await alone?.release()
    await pool.end()
    await drop()
  })

  describe('beside others', () => {
    let house: TestHouse
    let pool: Pool
    beforeAll(async () => {
      house = await openOn('postgres')
      pool = openPool(house.place.kind === 'postgres' ? house.place.url : '', limits, { max: 2 })
    })
    afterAll(async () => {
      await pool.end()
      await house.close()
    })

    it('has exactly two keys after twelve connections at once', async () => {
      const root = { account: testAccount, userId: undefined }
      await house.iam(house.root, 'DeleteAccessKey', { AccessKeyId: house.root.accessKeyId })
      const writers = Array.from({ length: 12 }, () => openWriter(house.place, () => 0))
      const outcomes = await Promise.all(
        writers.map((writer) =>
          writer.change((tx) =>
            storeIn(tx, house.house.keyRing).accessKeys.insert(
              { id: mintAccessKeyId(testAccount), owner: root, secret: new Secret('s'), createdAt: 1 },
              { atMost: limits.accessKeysPerUser },
            ),
          ),
        ),
      )
      await Promise.all(writers.map((writer) => writer.close()))
      expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(10)
      expect((await pool.query('select 1 from access_key where owner = $1', [testAccount])).rowCount).toBe(2)
    })

    it('keeps a use that another process writes while uses are folded', async () => {
      const [one, other] = [openWriter(house.place, () => 0), openWriter(house.place, () => 0)]
      const { rows } = await pool.query<{ seq: number }>('select seq from access_key limit 1')
      const seq = rows[0]?.seq ?? 0
      const use = (at: number) => usesByPlace(new Map([[seq, { at, service: 'iam', region: 'us-east-1' }]]))
      await other.writeApart((tx) => lastUsedIn(tx).put(use(1_000)))
      await one.writeApart(async (tx) => {
        let statements = 0
        const interrupted: Transaction = {
          all: (statement, args) => tx.all(statement, args),
          async run(statement, args) {
            // What is folded has been read by now, and is not yet removed.
            if (++statements === 2) await other.writeApart((beside) => lastUsedIn(beside).put(use(2_000)))
            return tx.run(statement, args)
          },
        }
        await lastUsedIn(interrupted).fold()
      })
      const seen = await other.writeApart(async (tx) => lastUseOf.decode(await tx.all(lastUseOf.statement, { seq })))
      expect(seen?.at).toBe(2_000)
      await Promise.all([one.close(), other.close()])
    })

    it("keeps no use of a deleted key in its owner's summary, where a flush of that use waits for the deletion", async () => {
      const [one, other] = [openWriter(house.place, () => 0), openWriter(house.place, () => 0)]
      const user = { id: mintUserId(testAccount), account: testAccount, name: 'met', path: '/', createdAt: 1 }
      const owner = { account: testAccount, userId: user.id }
      const keys = await one.change(async (tx) => {
        const store = storeIn(tx, house.house.keyRing)
        await store.users.insert(user)
        const add = () =>
          store.accessKeys.insert(
            { id: mintAccessKeyId(testAccount), owner, secret: new Secret('s'), createdAt: 1 },
            { atMost: 2 },
          )
        return [await add(), await add()]
      })
      const [gone, kept] = keys.filter((key) => typeof key === 'object')
      if (gone === undefined || kept === undefined) throw new Error('there are two')
      const use = (at: number) => ({ at, service: 'iam', region: 'us-east-1' })
      const uses = usesByPlace(
        new Map([
          [gone.seq, use(9_000)],
          [kept.seq, use(1_000)],
        ]),
      )
      const waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
      let flush: Promise<void> | undefined
      await one.change(async (tx) => {
        await storeIn(tx, house.house.keyRing).accessKeys.delete(gone)
        flush = other.writeApart((beside) => lastUsedIn(beside).put(uses))
        await expect.poll(async () => (await pool.query(waits)).rowCount).toBe(1)
      })
      await flush
      const { rows } = await pool.query('select key_used_at, unused_keys from iam_user where id = $1', [user.id])
      expect(rows).toEqual([{ key_used_at: 1_000, unused_keys: null }])
      await Promise.all([one.close(), other.close()])
    })

    it('answers every lookup from an index where there are rows, and list pages in the order of theirs', async () => {
      await pool.query(
        `insert into iam_user select 'U' || i, $1, 'user' || i, 'user' || i, '/path' || i % 100 || '/', 1 from generate_series(1, 20000) i`,
        [testAccount],
      )
      await pool.query(
        `insert into access_key (id, account_id, owner, user_id, slot, status, secret, created_at)
         select 'K' || i || '-' || slot, $1, 'U' || i, 'U' || i, slot, 'Active', '', 1 from generate_series(1, 20000) i, generate_series(1, 2) slot`,
        [testAccount],
      )
      for (const [table, columns] of [
        ['user_tag', `'key', 'key', 'value'`],
        ['user_policy', `'policy', 'policy', '{}', 'hash', 2`],
        ['user_attachment', `'arn', 'policy', 1, '${testAccount}'`],
      ]) {
        await pool.query(`insert into ${table} select 'U' || i, ${columns} from generate_series(1, 20000) i`)
      }
      await pool.query(
        `insert into iam_group select 'G' || i, $1, 'group' || i, 'group' || i, '/', 1 from generate_series(1, 300) i`,
        [testAccount],
      )
      // Every user in two groups, a seventh of all in one of them.
      await pool.query(
        `insert into group_member select 'U' || i, 'G' || g, 1, 'user' || i from generate_series(1, 20000) i, lateral (values (1 + i % 7), (10 + i % 290)) of (g)`,
      )
      for (const table of ['key_used', 'key_used_recent']) {
        await pool.query(
          `insert into ${table} select seq, 1, 'iam', 'us-east-1' from access_key on conflict do nothing`,
        )
      }
      const half = ['oldest_key_at', 'key_used_at', 'password_changed_at', 'password_used_at', 'active_at']
      await pool.query(
        `update iam_user set ${half.map((column) => `${column} = created_at + length(name)`).join(', ')} where right(id, 1) < '5'`,
      )
      await pool.query('vacuum analyze')
      const given: Record<string, unknown> = {
        account: testAccount,
        after: 'user5',
        from: '/path5',
        to: '/path5\u007f',
        afterPath: '/path50/',
        afterName: 'user1050',
        limit: 101,
        userId: 'U77',
        owner: 'U77',
        groupId: 'G3',
        users: '["U77","U78"]',
        owners: '["U77","U78"]',
        seq: 77,
      }
      const args = new Proxy({}, { get: (_, name) => given[String(name)] ?? '1' }) as never
      for (const [name, { statement }] of await allLookups()) {
        const { text, values } = statement.on('postgres')
        const { rows } = await pool.query<Record<string, string>>(`explain ${text}`, values(args))
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        expect(plan, name).not.toMatch(/Seq Scan on (iam_user|access_key|user_|key_used|group_member)/)
        if (/^(users|members)/.test(name)) expect(plan, name).not.toContain('Sort')
      }
      // Those of a search are made as they are asked for: each order is a walk along an index.
      for (const [name, order] of Object.entries(ordersOf)) {
        for (const segment of [...order.Ascending, ...order.Descending]) {
          const { text, values } = usersFound(segment, { account: testAccount }).statement.on('postgres')
          const start = { account: testAccount, ...startOf(segment), limit: 101 }
          const { rows } = await pool.query<Record<string, string>>(`explain ${text}`, values(start as never))
          expect(rows.map((row) => row['QUERY PLAN']).join('\n'), name).not.toMatch(/Seq Scan|Sort/)
        }
      }
    })
  })
})
