import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../domain/clock.ts'
import { initialise } from './initialise.ts'
import { addMasterKey, dropMasterKey, rewrapDataKeys } from './master-keys.ts'
import { databaseFile, folderPlace } from './place.ts'

it('a dropped master key is put back where a data key was wrapped by it after the check', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-drop-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const place = folderPlace(folder)
  await initialise(place, { administrator: false, rootAccessKey: false }, systemClock)
  await addMasterKey(place.masterKeyFile)
  await rewrapDataKeys(place)
  const before = readFileSync(place.masterKeyFile, 'utf8')
  const database = new Database(databaseFile(folder))
  onTestFinished(() => void database.close())
  const { n } = database.prepare('select n from head').get() as { n: number }
  // The first check is state n + 1, the second n + 2.
  database.exec(
    `create trigger late after update on head when new.n = ${n + 2} begin
       insert into data_key (id, wrapped, created_at) values ('late', 'w1.0123456789abcdef.x', 0); end`,
  )
  await expect(dropMasterKey(place)).rejects.toThrow('still wraps a data key')
  expect(readFileSync(place.masterKeyFile, 'utf8')).toBe(before)
  database.exec('drop trigger late')
  await dropMasterKey(place)
  expect(readFileSync(place.masterKeyFile, 'utf8')).toBe(`${before.split('\n')[1]}\n`)
})
