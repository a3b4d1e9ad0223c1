import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrateSqlite } from '../src/store/migrate.ts'
import { accessKeys } from '../src/store/migrations/0001-access-keys.ts'
import { SqliteConnection } from '../src/store/sqlite.ts'
import { TestHouse } from './harness.ts'
import { allLookups, describeStore } from './store-suite.ts'

describe('the store on SQLite', () => {
  describeStore(() => TestHouse.open())

  describe('with tables and nothing in them', () => {
    let folder: string
    let file: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'keyward-store-'))
      file = join(folder, 'keyward.db')
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    it('is migrated by four processes at once, once', async () => {
      const url = new URL('../src/store/sqlite.ts', import.meta.url).href
      const program = `const { SqliteConnection } = await import(${JSON.stringify(url)})
        const connection = new SqliteConnection(process.argv[1], { mode: 'write', create: true, busyTimeout: 10000 })
        await connection.migrate()
        connection.close()`
      const migrate = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, file])
      await Promise.all([migrate(), migrate(), migrate(), migrate()])
      const connection = new SqliteConnection(file, { mode: 'write' })
      expect(connection.schemaState()).toBe('current')
      expect(connection.damage()).toBeUndefined()
      connection.close()
    })

    it('has either all of a migration or nothing, wherever it was cut short', async () => {
      const cut = join(folder, 'cut.db')
      const database = new Database(cut)
      const prepare = database.prepare.bind(database)
      database.prepare = ((text: string) => {
        if (text.includes('create table "event"')) throw new Error('the process ends here')
        return prepare(text)
      }) as typeof database.prepare
      await expect(migrateSqlite(database)).rejects.toThrow('the process ends here')
      expect(prepare("select name from sqlite_master where name not like 'sqlite_%'").all()).toEqual([])
      database.close()
    })

    it('leaves the older of two accounts the address of root that both have, in different case', async () => {
      const database = new Database(join(folder, 'twice.db'))
      const migrator = new Migrator({
        db: new Kysely({ dialect: new SqliteDialect({ database }) }),
        provider: { getMigrations: async () => ({ '0001-access-keys': accessKeys('sqlite') }) },
      })
      await migrator.migrateToLatest()
      const insert = database.prepare('insert into account (id, root_email, created_at, users) values (?, ?, ?, 0)')
      insert.run('222222222222', 'Boss@example.com', 1)
      insert.run('111111111111', 'boss@EXAMPLE.com', 2)
      insert.run('333333333333', 'other@example.com', 3)
      await migrateSqlite(database)
      expect(database.prepare('select root_email from account order by created_at').pluck().all()).toEqual([
        'Boss@example.com',
        'root@111111111111.invalid',
        'other@example.com',
      ])
      database.close()
    })

    it('answers every lookup from an index, and list pages in the order of theirs', async () => {
      const database = new Database(file)
      for (const [name, { statement }] of await allLookups()) {
        const { text, values } = statement.on('sqlite')
        const plan = database.prepare(`explain query plan ${text}`).all(...values({} as never)) as { detail: string }[]
        const details = plan.map((row) => row.detail)
        expect(
          details.filter((detail) => /^SCAN (iam_user|access_key|user_|key_used|group_)/.test(detail)),
          name,
        ).toEqual([])
        if (/^(users|members|groupsAfter)/.test(name)) expect(details.join(), name).not.toContain('TEMP B-TREE')
      }
      database.close()
    })
  })
})
